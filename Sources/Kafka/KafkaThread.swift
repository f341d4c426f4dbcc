import Foundation

/// A thread of its own for one client, and the executor of the actor that owns the client.
///
/// librdkafka's calls block: while a transaction is committed, while a poll waits. On the shared pool of threads that
/// would hold up everybody else's tasks. An actor whose `unownedExecutor` is a `KafkaThread` may block as it likes:
///
/// ```swift
/// actor Reader {
///     private let thread = KafkaThread(name: "reader")
///     nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
/// }
/// ```
///
/// An actor that polls in a loop gives its other callers a turn with `if thread.hasWork { await Task.yield() }`; a
/// ``Waker`` set with ``setWaker(_:)`` ends the poll it waits in as soon as one of them calls.
public final class KafkaThread: SerialExecutor {
    private let inbox = Inbox()

    /// Starts a thread that is shown under this name in debuggers.
    public init(name: String) {
        let inbox = inbox
        Thread.start(name: name) { inbox.serve() }
    }

    deinit {
        inbox.close()
    }

    /// Part of `SerialExecutor`: queues a job of the actor.
    public func enqueue(_ job: consuming ExecutorJob) {
        inbox.append(UnownedJob(job), for: self)
    }

    /// Whether somebody waits for a turn on this thread.
    public var hasWork: Bool { inbox.hasWork }

    /// Names the client whose poll shall end when a job is queued; nil for none.
    public func setWaker(_ waker: Waker?) {
        inbox.setWaker(waker)
    }

    /// Ends the poll that the thread waits in, if a client was named whose poll it is.
    public func wake() {
        inbox.wake()
    }

    /// Runs blocking work on a thread made for it, and gives back what it returns.
    public static func run<Success: Sendable>(
        name: String,
        _ work: @escaping @Sendable () throws -> Success
    ) async throws -> Success {
        try await withCheckedThrowingContinuation { continuation in
            Thread.start(name: name) { continuation.resume(with: Result { try work() }) }
        }
    }
}

/// The jobs that wait for the thread.
///
/// `@unchecked` because the compiler cannot see what `condition` protects: every access to the variables below holds
/// its lock.
private final class Inbox: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [(job: UnownedJob, executor: KafkaThread)] = []
    private var waker: Waker?
    private var isClosed = false

    var hasWork: Bool {
        condition.withLock { !jobs.isEmpty }
    }

    func setWaker(_ waker: Waker?) {
        condition.withLock { self.waker = waker }
    }

    func append(_ job: UnownedJob, for executor: KafkaThread) {
        let waker = condition.withLock {
            jobs.append((job, executor))
            condition.signal()
            return self.waker
        }
        waker?.wake()
    }

    func wake() {
        condition.withLock { waker }?.wake()
    }

    func close() {
        condition.withLock {
            isClosed = true
            condition.signal()
        }
    }

    func serve() {
        while let (job, executor) = next() {
            job.runSynchronously(on: executor.asUnownedSerialExecutor())
        }
    }

    private func next() -> (UnownedJob, KafkaThread)? {
        condition.withLock {
            while jobs.isEmpty {
                if isClosed { return nil }
                condition.wait()
            }
            return jobs.removeFirst()
        }
    }
}

extension Thread {
    /// Starts a thread that is shown under this name in debuggers.
    static func start(name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread {
            // Of the system itself: Foundation's setter is not always followed. 15 bytes fit; without a name it runs too.
            try? Data(name.utf8.prefix(15)).write(to: URL(filePath: "/proc/thread-self/comm"))
            body()
        }
        thread.start()
    }
}
