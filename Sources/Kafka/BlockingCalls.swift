import Foundation

/// A thread for calls that may never return, and a bounded wait for them.
///
/// librdkafka 2.0.2 sends offsets to a transaction without regard to its timeout while the group's coordinator is away,
/// and can hang in the destruction of a client after a broker was restarted. Such a call is made here: its caller waits
/// as long as it said, and then goes on without the client.
final class BlockingCalls: @unchecked Sendable {
    // `@unchecked`: every access to the variables below holds the lock of `condition`.
    private let condition = NSCondition()
    private var pending: [@Sendable () -> Void] = []
    private var isClosed = false

    init(name: String) {
        // The thread keeps this object alive until `close`, and beyond it while a call does not return.
        Thread.start(name: name) { [self] in serve() }
    }

    /// Lets the thread end after the calls that were made.
    func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }

    /// Makes a call and waits for it; nil if it did not return in time, in which case it still goes on.
    func run<Success: Sendable>(timeout: Duration, _ call: @escaping @Sendable () -> Success) -> Success? {
        let outcome = Outcome<Success>()
        condition.withLock {
            pending.append { outcome.set(call()) }
            condition.broadcast()
        }
        return outcome.wait(timeout)
    }

    /// Makes a call without waiting for it.
    func begin<Success: Sendable>(
        _ call: @escaping @Sendable () throws(KafkaError) -> Success
    ) -> PendingCall<Success> {
        let pending = PendingCall<Success>()
        condition.withLock {
            self.pending.append { pending.complete(by: call) }
            condition.broadcast()
        }
        return pending
    }

    private func serve() {
        while let call = next() { call() }
    }

    private func next() -> (@Sendable () -> Void)? {
        condition.withLock {
            while pending.isEmpty {
                if isClosed { return nil }
                condition.wait()
            }
            return pending.removeFirst()
        }
    }
}

/// What a call returned, once it has. `@unchecked`: `value` is only used under the lock of `condition`.
private final class Outcome<Value: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var value: Value?

    func set(_ value: Value) {
        condition.withLock {
            self.value = value
            condition.signal()
        }
    }

    func wait(_ timeout: Duration) -> Value? {
        let deadline = Date(timeIntervalSinceNow: timeout / .seconds(1))
        return condition.withLock {
            while value == nil, condition.wait(until: deadline) {}
            return value
        }
    }
}

extension Duration {
    /// Whole milliseconds as librdkafka's timeouts want them, rounded up so that a wait is never cut short to a spin.
    var milliseconds: Int32 {
        guard self < .seconds(1_000_000) else { return .max }
        let (seconds, attoseconds) = max(.zero, self).components
        return Int32(clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
