import CRdkafka
public import Logging

/// What a poll of a partition reader brings.
public enum PartitionReaderEvent: Sendable, Hashable {
    /// A record.
    case record(KafkaRecord)
    /// Everything before this offset has been read. Told again each time the end is reached anew.
    case end(TopicPartition, offset: Int64)
    /// A batch cannot be read, as it is damaged or compressed in a way that is not known; it begins at this offset. The
    /// reader stays there.
    case unreadable(TopicPartition, offset: Int64, KafkaError)
    /// Something is wrong. Unless the error is fatal, the reader keeps trying by itself.
    case failure(KafkaError)
}

/// Reads partitions of one's own choice, without a group.
///
/// Not for use from several threads: let an actor on a ``KafkaThread`` own it.
public final class PartitionReader {
    /// Where to begin in a partition.
    public enum Start: Sendable, Hashable {
        /// At the oldest record.
        case beginning
        /// Behind the newest record.
        case end
        /// At this offset.
        case offset(Int64)

        var rawValue: Int64 {
            switch self {
            case .beginning: Int64(RD_KAFKA_OFFSET_BEGINNING)
            case .end: Int64(RD_KAFKA_OFFSET_END)
            case .offset(let offset): offset
            }
        }
    }

    /// Ends a poll from another thread.
    public let waker: Waker
    private let client: Client
    private let readsHeaders: Bool

    /// Makes a reader of committed records. librdkafka wants a group's name even here, but neither joins it nor commits
    /// to it. Without headers it is faster.
    public init(
        _ configuration: KafkaConfiguration,
        group: String = "partition-reader",
        readsHeaders: Bool = true,
        logger: Logger
    ) throws(KafkaError) {
        let properties = try ClientProperties(
            configuration,
            defaults: [
                "auto.offset.reset": "earliest",
                "fetch.wait.max.ms": "100",
                "reconnect.backoff.max.ms": "2000",
                "metadata.max.age.ms": "30000",
            ],
            fixed: [
                "group.id": group,
                "enable.auto.commit": "false",
                "enable.auto.offset.store": "false",
                "enable.partition.eof": "true",
                "isolation.level": "read_committed",
                "allow.auto.create.topics": "false",
            ]
        )
        self.readsHeaders = readsHeaders
        client = try Client(RD_KAFKA_CONSUMER, properties, name: "partition reader", logger: logger)
        rd_kafka_poll_set_consumer(client.pointer)
        waker = Waker(taking: rd_kafka_queue_get_consumer(client.pointer))
    }

    deinit {
        close(timeout: .seconds(2))
    }

    /// Reads these partitions from now on, and no others.
    public func assign(_ partitions: [TopicPartition: Start]) throws(KafkaError) {
        let list = TopicPartitionList(partitions.mapValues(\.rawValue))
        try check(rd_kafka_assign(client.pointer, list.pointer), "assigning partitions")
    }

    /// Reads these partitions too from now on, beside those that are read already.
    public func add(_ partitions: [TopicPartition: Start]) throws(KafkaError) {
        guard !partitions.isEmpty else { return }
        let list = TopicPartitionList(partitions.mapValues(\.rawValue))
        try check(rd_kafka_incremental_assign(client.pointer, list.pointer), "adding partitions")
    }

    /// Reads these partitions no longer.
    public func remove(_ partitions: [TopicPartition]) throws(KafkaError) {
        guard !partitions.isEmpty else { return }
        let list = TopicPartitionList(partitions)
        try check(rd_kafka_incremental_unassign(client.pointer, list.pointer), "removing partitions")
    }

    /// Waits for the next event; nil if none came in time or ``Waker/wake()`` was called.
    public func poll(timeout: Duration) -> PartitionReaderEvent? {
        guard let message = PolledMessage(from: client.pointer, timeout: timeout) else { return nil }
        switch message.error {
        case RD_KAFKA_RESP_ERR_NO_ERROR:
            return .record(KafkaRecord(message.pointer, withHeaders: readsHeaders))
        case RD_KAFKA_RESP_ERR__PARTITION_EOF:
            return message.topicPartition.map { .end($0, offset: Offset.bounded(message.pointer.pointee.offset)) }
        default:
            if let fatal = client.fatalError { return .failure(fatal) }
            if let (partition, offset) = message.unreadablePlace {
                return .unreadable(partition, offset: offset, message.kafkaError)
            }
            return .failure(message.kafkaError)
        }
    }

    /// The offsets between which a partition holds committed records.
    public func watermarks(of partition: TopicPartition, timeout: Duration) throws(KafkaError) -> Watermarks {
        try client.watermarks(of: partition, timeout: timeout)
    }

    /// Asks for the offsets between which a partition holds committed records, without waiting for the answer.
    public func beginWatermarks(of partition: TopicPartition, timeout: Duration) -> PendingCall<Watermarks> {
        let sent = SentPointer(pointer: client.pointer)
        return client.blockingCalls.begin { () throws(KafkaError) in
            try Client.watermarks(sent.pointer, of: partition, timeout: timeout)
        }
    }

    /// Ends the reader.
    public func close(timeout: Duration) {
        guard !client.isClosed else { return }
        waker.invalidate()
        client.close(timeout: timeout) { _ = rd_kafka_consumer_close($0) }
    }
}
