import Synchronization

/// A call that goes on by itself, for callers that have other things to do than to wait for it.
public final class PendingCall<Success: Sendable>: Sendable {
    private let outcome = Mutex<Result<Success, KafkaError>?>(nil)

    /// What the call came to; nil as long as it goes on.
    public var result: Result<Success, KafkaError>? { outcome.withLock { $0 } }

    func complete(by call: () throws(KafkaError) -> Success) {
        let result = Result(catching: call)
        outcome.withLock { $0 = result }
    }
}
