import Kafka
import Logging
import Text

/// The service shall end; not an error.
struct StopRequested: Error {}

/// One life of a pump's clients, from their connection to their end.
///
/// Everything here is plain blocking code on the pump's thread. What fails beyond an abort is thrown, and the pump
/// then begins a new session: the new producer ends what this one left open, the new consumer begins at the committed
/// offsets, and the state is restored from the conversation topic. So nothing is lost or done twice, whatever was
/// thrown.
final class Session {
    let settings: PumpSettings
    let stop: StopSignal
    let logger: Logger
    let admin: Admin
    let producer: TransactionalProducer
    let consumer: Consumer
    let reader: PartitionReader
    let router: RecordRouter
    /// State of the partitions that are assigned and restored.
    var stores: [TopicPartition: ConversationStore] = [:]
    /// For the same partitions, up to which offset the state was read from the conversation topic.
    var positions: [TopicPartition: Int64] = [:]
    var kept: [TopicPartition: KeptState] = [:]
    let restore: StateRestore
    /// For each partition that was restored, what its next owner is told.
    var marks: [TopicPartition: PartitionMark] = [:]
    /// The partitions whose mark names this process, with the offset at which each stands.
    var opened: [TopicPartition: Int64] = [:]
    /// For each partition that was restored, the offset of the next question that can come.
    var places: [TopicPartition: Int64] = [:]
    var stalls = StallWatch()
    var expiry: ExpiryPass?
    var batch: Batch?
    /// After going back, the offset at which the next record of a partition must be.
    var awaited: [TopicPartition: Int64] = [:]
    var refused: RefusedRecords
    var crashGuard: CrashGuard
    var abortsInARow = 0

    /// Connects, as long as it takes.
    init(
        _ settings: PumpSettings, refused: RefusedRecords, crashGuard: CrashGuard, stop: StopSignal, logger: Logger
    ) throws {
        self.settings = settings
        self.refused = refused
        self.crashGuard = crashGuard
        self.stop = stop
        self.logger = logger
        let configuration = settings.configuration
        let admin = try Admin(configuration.kafka, logger: logger)
        let existing = try Self.patiently(stop, logger, "asking Kafka for its topics") {
            try admin.topics(timeout: .seconds(2))
        }
        try Self.checkTopics(configuration, existing, admin, logger)
        router = RecordRouter(configuration, existing: existing)
        let producer = try TransactionalProducer(configuration.kafka, transactionalID: settings.name, logger: logger)
        // Before the group is joined: what an earlier process of this name left open is ended before anything is read.
        try Self.patiently(stop, logger, "preparing transactions") {
            try producer.initialize(timeout: .seconds(2))
        }
        try producer.open(topics: router.outputTopics)
        let consumer = try Consumer(
            configuration.kafka, group: configuration.group, instance: settings.name, logger: logger
        )
        guard producer.transactionTimeout < consumer.sessionTimeout else {
            throw ServiceStartError(problems: [
                """
                transaction.timeout.ms (\(producer.transactionTimeout)) must be below session.timeout.ms \
                (\(consumer.sessionTimeout)): a transaction must end before its partitions go to another instance.
                """
            ])
        }
        expiry = refused.refusesExpiry ? nil : settings.handler.earliestExpiry.map { ExpiryPass(age: $0) }
        reader = try PartitionReader(
            configuration.kafka, group: configuration.group, readsHeaders: false, logger: logger
        )
        try consumer.subscribe(to: configuration.routes.map(\.questions))
        self.admin = admin
        self.producer = producer
        self.consumer = consumer
        restore = StateRestore(consumer: consumer, admin: admin, reader: reader, logger: logger)
    }

    /// Waits for the next event and does what it asks for.
    func step() throws {
        var isDrained = false
        try restoreSome()
        switch consumer.poll(timeout: patience) {
        case .record(let record): try take(record)
        case .rebalance(.assigned(let partitions)): try takeOver(partitions)
        case .rebalance(.revoked(let partitions, let isLost)): try giveUp(partitions, isLost: isLost)
        case .unreadable(let partition, let offset, let error): try skip(partition, unreadableAt: offset, error)
        case .failure(let error): try handle(error)
        case nil: isDrained = true
        }
        try producer.poll()
        if let batch, batch.isDue(settings.configuration.commit, isDrained: isDrained) { try commit() }
        // Between two transactions, however busy the pump is: what they look for is on other partitions too.
        if batch == nil, !stop.isRequested {
            try lookForStalls()
            try expireSome()
        }
    }

    /// Commits what was answered, and ends the clients in time.
    func finish() throws {
        defer { close() }
        try commit(leaving: Set(stores.keys))
        if stop.deadline.map({ .now < $0 }) ?? true { try release(Array(opened.keys)) }
    }

    /// Ends the clients, whatever state they are in.
    func close() {
        settings.suspectTurn.end()
        consumer.close(timeout: .seconds(2))
        producer.close(timeout: .seconds(1))
        reader.close(timeout: .milliseconds(500))
        admin.close(timeout: .milliseconds(500))
    }

    /// How long the next poll may wait.
    private var patience: Duration {
        // Longer waits would gain nothing: a stop, like everything else that happens, ends the poll.
        let patience = batch?.patience(settings.configuration.commit) ?? .seconds(1)
        if batch == nil, expiry?.isInProgress == true { return .zero }
        return restore.isEmpty ? patience : min(patience, restore.patience)
    }

    private func handle(_ error: KafkaError) throws {
        if error.disposition == .fatal { throw error }
        switch error.code {
        case .unknownTopicOrPartition, .unknownTopic:
            logger.error("\(error) To create the topics of this configuration: passerelle topics create")
        default:
            logger.warning("\(error)")
        }
    }

    /// Makes a call again and again until it succeeds, the service shall end, or trying is of no use.
    private static func patiently<Result>(
        _ stop: StopSignal,
        _ logger: Logger,
        _ operation: String,
        _ call: () throws -> Result
    ) throws -> Result {
        var attempt = 0
        while !stop.isRequested {
            do {
                let result = try call()
                if attempt > 0 { logger.notice("Kafka answers.", metadata: ["operation": "\(operation)"]) }
                return result
            } catch let error as KafkaError where error.disposition == .retriable {
                attempt += 1
                // Said at once, and then every minute or so.
                let level: Logger.Level = attempt % 30 == 1 ? .warning : .debug
                logger.log(level: level, "Kafka does not answer; trying again. \(error)")
                stop.wait(.milliseconds(250))
            }
        }
        throw StopRequested()
    }

    private static func checkTopics(
        _ configuration: ServiceConfiguration,
        _ existing: [String: TopicDescription],
        _ admin: Admin,
        _ logger: Logger
    ) throws {
        let plan = TopicPlan(configuration)
        var problems = plan.problems(with: existing)
        for topic in configuration.routes.map(\.conversations) where existing[topic] != nil {
            do throws(KafkaError) {
                let settings = try admin.configuration(ofTopic: topic, timeout: .seconds(2))
                problems += plan.problem(withSettings: settings, ofConversations: topic).map { [$0] } ?? []
            } catch {
                // Not every user may see settings, and not every broker shows them.
                logger.debug("The settings of \(topic) could not be checked. \(error)")
            }
        }
        guard problems.isEmpty else { throw ServiceStartError(problems: problems) }
    }
}
