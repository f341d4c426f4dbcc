import Foundation
import Kafka
import Testing

/// The name that the system has for the thread.
private func nameOfThisThread() -> String {
    let name = try? String(contentsOf: URL(filePath: "/proc/thread-self/comm"), encoding: .utf8)
    return name?.trimmingCharacters(in: .newlines) ?? ""
}

private actor Pinned {
    nonisolated let thread = KafkaThread(name: "pinned")
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private var consumer: Consumer?

    func threadName() -> String { nameOfThisThread() }

    func makeConsumer(_ configuration: KafkaConfiguration) throws {
        let consumer = try Consumer(
            configuration, group: TestCluster.unique("group"), instance: "instance", logger: TestCluster.logger
        )
        thread.setWaker(consumer.waker)
        self.consumer = consumer
    }

    /// How long a poll waits: longer than any machine needs for what ends it before.
    static let pollTime = Duration.seconds(600)

    /// Waits in one poll, which nothing but a wake-up ends before its time.
    func waitInPoll() -> Duration {
        ContinuousClock().measure { _ = consumer?.poll(timeout: Self.pollTime) }
    }
}

@Suite struct KafkaThreadTests {
    @Test func runsItsActorOnOneThread() async {
        let pinned = Pinned()
        for _ in 0..<3 {
            #expect(await pinned.threadName() == "pinned")
        }
    }

    @Test func runsBlockingWorkElsewhereAndGivesBackItsResult() async throws {
        let name = try await KafkaThread.run(name: "worker") { nameOfThisThread() }
        #expect(name == "worker")
        await #expect(throws: DeadlineExceeded.self) {
            try await KafkaThread.run(name: "worker") { throw DeadlineExceeded(description: "on purpose") }
        }
    }

    @Test func endsAPollWhenSomebodyElseCallsTheActor() async throws {
        let pinned = Pinned()
        try await pinned.makeConsumer(TestCluster.configuration())
        async let waited = pinned.waitInPoll()
        // Whichever of the two comes first: a call that comes later ends the poll, and no call waits for it.
        #expect(await pinned.threadName() == "pinned")
        pinned.thread.setWaker(nil)
        _ = await pinned.threadName()
        #expect(await waited < Pinned.pollTime)
    }
}

@Suite @KafkaTestActor struct WakerTests {
    @Test func endsThePollInProgressOrTheNextOne() throws {
        let consumer = try Consumer(
            TestCluster.configuration(), group: TestCluster.unique("group"), instance: "instance",
            logger: TestCluster.logger
        )
        let waker = consumer.waker
        Thread { waker.wake() }.start()
        let waited = ContinuousClock().measure { _ = consumer.poll(timeout: .seconds(20)) }
        #expect(waited < .seconds(10))
    }

    @Test func doesNothingAfterItsClientIsClosed() throws {
        let consumer = try Consumer(
            TestCluster.configuration(), group: TestCluster.unique("group"), instance: "instance",
            logger: TestCluster.logger
        )
        consumer.close(timeout: .seconds(5))
        consumer.waker.wake()
    }
}
