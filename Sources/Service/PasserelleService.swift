public import Contract
import Kafka
public import Logging
public import ServiceLifecycle
import Text

/// The service: takes questions from Kafka, answers them, and writes replies, conversations and events back.
///
/// A question's offset, its reply, the conversation's new state and every event are one transaction: whatever happens
/// to this process or to the brokers, a question has one reply in the end. Between questions the service may be away;
/// while the brokers are, it waits and says so.
public struct PasserelleService: Service {
    private let pumps: [Pump]
    private let stop = StopSignal()
    private let logger: Logger

    /// Makes a service. Throws ``ServiceStartError`` if the configuration cannot be used.
    public init(_ configuration: ServiceConfiguration, processor: TurnProcessor, logger: Logger) throws {
        try self.init(configuration, handler: processor, logger: logger)
    }

    /// Makes a service that answers by `handler`.
    package init(_ configuration: ServiceConfiguration, handler: any TurnHandler, logger: Logger) throws {
        let problems = configuration.problems
        guard problems.isEmpty else { throw ServiceStartError(problems: problems) }
        self.logger = logger
        let stop = stop
        let suspectLock = SuspectTurn.Lock()
        pumps = (0..<configuration.pumps).map { number in
            Pump(
                PumpSettings(configuration, number: number, handler: handler, suspectLock: suspectLock), stop: stop,
                logger: logger)
        }
    }

    /// Answers questions until a graceful shutdown or a cancellation; what was taken is then finished and committed,
    /// in less than ten seconds.
    ///
    /// Throws ``ServiceStartError`` or ``KafkaError`` if it cannot begin before somebody changes something, for
    /// instance creates a topic.
    public func run() async throws {
        try await withTaskCancellationOrGracefulShutdownHandler {
            try await runPumps()
        } onCancelOrGracefulShutdown: {
            logger.info("Stopping: what was taken is finished first.")
            requestStop()
        }
        logger.info("Stopped.")
    }

    private func runPumps() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for pump in pumps { group.addTask { try await pump.run() } }
            do {
                while try await group.next() != nil {}
            } catch {
                requestStop()
                // The others finish what they have taken before the error ends the process.
                while let result = await group.nextResult() {
                    if case .failure(let other) = result { logger.debug("\(other)") }
                }
                throw error
            }
        }
    }

    private func requestStop() {
        stop.request()
        for pump in pumps { pump.wake() }
    }
}
