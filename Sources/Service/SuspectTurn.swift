import Foundation

/// The right to answer a question that may end the process, from before it is announced until it is committed.
///
/// Only one pump of a process has it at a time: a question that another one was about to commit when the process ended
/// would else be counted as if it had ended it.
///
/// `@unchecked`: `isMine` is only used on the pump's own thread, which also takes and gives back the lock.
final class SuspectTurn: @unchecked Sendable {
    /// What the pumps of a process share.
    final class Lock: Sendable {
        fileprivate let lock = NSLock()
    }

    private let shared: Lock
    private var isMine = false

    init(_ shared: Lock) {
        self.shared = shared
    }

    /// Waits for the turn, unless it is this pump's already. False if it did not come in time.
    func begin(within timeout: Duration) -> Bool {
        if !isMine { isMine = shared.lock.lock(before: Date(timeIntervalSinceNow: timeout / .seconds(1))) }
        return isMine
    }

    /// Gives the turn back, if it is this pump's.
    func end() {
        guard isMine else { return }
        isMine = false
        shared.lock.unlock()
    }
}
