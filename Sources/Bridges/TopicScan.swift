public import Kafka
public import Logging
public import Text

/// Reads topics from their beginning to their end as it is now.
public struct TopicScan: Sendable {
    private let kafka: KafkaConfiguration
    private let logger: Logger

    public init(_ kafka: KafkaConfiguration, logger: Logger) {
        self.kafka = kafka
        self.logger = logger
    }

    /// Nothing came for too long.
    public struct Stalled: TranslatableError {
        public let partitions: [String]

        public var text: TranslatableText {
            "No more records of \(partitions.joined(separator: ", ")) came within \(TopicScan.patience). "
                + "Check that the cluster's brokers are up, then start again."
        }
    }

    /// How long the cluster may take to answer, and to send the next record.
    private static let patience = Duration.seconds(30)

    /// Reads every committed record. The end of each topic is asked for in the order in which they are given.
    ///
    /// - Throws: `ConversationClient.Failure` for a topic that does not exist, `KafkaError`, or ``Stalled``.
    public func read(_ topics: [String], _ body: (KafkaRecord) -> Void) throws {
        let admin = try Admin(kafka, logger: logger)
        defer { admin.close(timeout: .seconds(2)) }
        let existing = try admin.topics(timeout: Self.patience)
        let reader = try PartitionReader(kafka, logger: logger)
        defer { reader.close(timeout: .seconds(2)) }
        var ends: [TopicPartition: Int64] = [:]
        for topic in topics {
            guard let description = existing[topic] else { throw ConversationClient.Failure.noTopic(topic) }
            for number in 0..<Int32(description.partitions) {
                let partition = TopicPartition(topic, number)
                let watermarks = try reader.watermarks(of: partition, timeout: Self.patience)
                if watermarks.low < watermarks.high { ends[partition] = watermarks.high }
            }
        }
        try reader.assign(ends.mapValues { _ in .beginning })
        try read(from: reader, to: ends, body)
    }

    /// The end of a partition is told by the reader's place: its last offsets may hold no record.
    private func read(
        from reader: PartitionReader, to ends: [TopicPartition: Int64], _ body: (KafkaRecord) -> Void
    ) throws {
        var pending = ends
        var limit = ContinuousClock.now + Self.patience
        while !pending.isEmpty {
            switch reader.poll(timeout: .seconds(1)) {
            case .record(let record):
                guard let end = pending[record.topicPartition] else { continue }
                limit = .now + Self.patience
                if record.offset < end { body(record) }
                if record.offset >= end - 1 { pending[record.topicPartition] = nil }
            case .end(let partition, let offset):
                if let end = pending[partition], offset >= end { pending[partition] = nil }
            case .unreadable(_, _, let error):
                throw error
            case .failure(let error):
                guard error.disposition == .retriable else { throw error }
                logger.warning("Reading topics: \(error)")
            case nil:
                break
            }
            guard .now < limit else { throw Stalled(partitions: pending.keys.map(\.description).sorted()) }
        }
    }
}
