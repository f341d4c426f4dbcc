import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
///
/// What people say for the choices of a whole questionnaire takes longer to make ready than most runs of the program take in all,
/// and most ask nothing of it.
final class Deferred<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    var value: Value {
        made.withLock { made in
            if let made { return made }
            let value = make()
            made = value
            return value
        }
    }
}
