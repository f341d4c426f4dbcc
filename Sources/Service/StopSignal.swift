import Foundation

/// The wish that the service ends, and the time that is left for it.
///
/// `@unchecked`: `requestedAt` is only used under the lock of `condition`.
final class StopSignal: @unchecked Sendable {
    /// How long work in progress may still take, so that all of it fits into ten seconds with what comes after.
    static let grace: Duration = .seconds(4)

    private let condition = NSCondition()
    private var requestedAt: ContinuousClock.Instant?

    /// Whether the service shall end.
    var isRequested: Bool {
        condition.withLock { requestedAt != nil }
    }

    /// By when work in progress must end; nil if nobody wants the service to.
    var deadline: ContinuousClock.Instant? {
        condition.withLock { requestedAt.map { $0 + Self.grace } }
    }

    /// Wishes that the service ends.
    func request() {
        condition.withLock {
            requestedAt = requestedAt ?? .now
            condition.broadcast()
        }
    }

    /// Waits, but not beyond the wish.
    func wait(_ timeout: Duration) {
        let deadline = Date(timeIntervalSinceNow: timeout / .seconds(1))
        condition.withLock {
            while requestedAt == nil, condition.wait(until: deadline) {}
        }
    }
}
