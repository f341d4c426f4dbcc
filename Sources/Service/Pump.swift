import Kafka
import Logging

/// What makes one pump of the service differ from another.
struct PumpSettings: Sendable {
    let configuration: ServiceConfiguration
    /// Its name towards Kafka: as a member of the group, and of its transactions.
    let name: String
    /// A name that no other process has had, nor another pump of this one.
    let process: String
    let handler: any TurnHandler
    /// Which pump of this process may answer a question that may end it.
    let suspectTurn: SuspectTurn

    init(
        _ configuration: ServiceConfiguration, number: Int, handler: any TurnHandler, suspectLock: SuspectTurn.Lock
    ) {
        suspectTurn = SuspectTurn(suspectLock)
        self.configuration = configuration
        self.handler = handler
        name = "\(configuration.group)-\(configuration.instance)-\(number)"
        process = "\(String(UInt64.random(in: .min ... .max), radix: 16))-\(number)"
    }
}

/// A thread with a consumer and a transactional producer of its own, which answers the questions of its partitions.
actor Pump {
    private let settings: PumpSettings
    private let stop: StopSignal
    private let logger: Logger
    private let thread: KafkaThread

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ settings: PumpSettings, stop: StopSignal, logger: Logger) {
        self.settings = settings
        self.stop = stop
        var logger = logger
        logger[metadataKey: "pump"] = "\(settings.name)"
        self.logger = logger
        thread = KafkaThread(name: "pump")
    }

    /// Ends a wait in progress, so that the wish to stop is seen.
    nonisolated func wake() {
        thread.wake()
    }

    /// Answers questions until the service shall end.
    ///
    /// Throws only if nothing could be answered yet and somebody has to change something first.
    func run() async throws {
        var refused = RefusedRecords()
        var crashGuard = CrashGuard(
            process: settings.process, batchSize: settings.configuration.commit.records)
        var hasStarted = false
        var failures = 0
        while !stop.isRequested {
            do {
                let session = try Session(
                    settings, refused: refused, crashGuard: crashGuard, stop: stop, logger: logger)
                hasStarted = true
                thread.setWaker(session.consumer.waker)
                defer {
                    thread.setWaker(nil)
                    refused = session.refused
                    crashGuard = session.crashGuard
                    session.close()
                }
                let beganAt = ContinuousClock.now
                while !stop.isRequested {
                    try session.step()
                    if failures > 0, ContinuousClock.now - beganAt > .seconds(60) { failures = 0 }
                    if thread.hasWork { await Task.yield() }
                }
                try session.finish()
            } catch is StopRequested {
                return
            } catch {
                if !hasStarted, Self.needsAPerson(error) { throw error }
                failures += 1
                guard !stop.isRequested else {
                    logger.warning("The last transaction is left to the brokers, which undo it. \(error)")
                    return
                }
                // Shorter than the group waits for a silent member: else the partitions of a service that fails would
                // wander from one instance to the next, and its questions look as if they had ended them.
                let pause = min(Duration.milliseconds(500) * (1 << min(failures - 1, 6)), .seconds(8))
                logger.error("Connecting anew in \(pause). \(error)")
                stop.wait(pause)
            }
        }
    }

    private static func needsAPerson(_ error: any Error) -> Bool {
        switch error {
        case is ServiceStartError: true
        case let error as KafkaError: error.disposition == .permanent
        default: false
        }
    }
}
