import CRdkafka
public import Logging

/// What a poll of a consumer brings.
public enum ConsumerEvent: Sendable, Hashable {
    /// A record of an assigned partition.
    case record(KafkaRecord)
    /// The group changes; it waits for this consumer's answer.
    case rebalance(Rebalance)
    /// A batch of an assigned partition cannot be read, as it is damaged or compressed in a way that is not known; it
    /// begins at this offset. The consumer stays there until it is told to go on behind it: ``Consumer/seek(to:)``.
    case unreadable(TopicPartition, offset: Int64, KafkaError)
    /// Something is wrong. Unless the error is fatal, the consumer keeps trying by itself.
    case failure(KafkaError)
}

/// A member of a consumer group whose offsets are committed by a ``TransactionalProducer``.
///
/// It reads committed records only and never commits by itself. The member is static: after a restart within the
/// session timeout it has its partitions back without a rebalance. Not for use from several threads: let an actor on a
/// ``KafkaThread`` own it.
public final class Consumer {
    /// Ends a poll from another thread.
    public let waker: Waker
    /// How long the group waits for a silent member before its partitions go elsewhere.
    public let sessionTimeout: Duration
    let client: Client
    private var unanswered: Rebalance?

    /// Makes a member of `group` under the name `instance`, which no other live member may have.
    public init(
        _ configuration: KafkaConfiguration,
        group: String,
        instance: String,
        logger: Logger
    ) throws(KafkaError) {
        let properties = try ClientProperties(
            configuration,
            defaults: [
                // Eager and static. In librdkafka 2.0.2 a commit during a cooperative rebalance loses the assignment.
                "partition.assignment.strategy": "range",
                "session.timeout.ms": "15000",
                "heartbeat.interval.ms": "3000",
                "max.poll.interval.ms": "300000",
                "auto.offset.reset": "earliest",
                "fetch.wait.max.ms": "100",
                // What a broker that restarts is waited for at most, between two attempts.
                "reconnect.backoff.max.ms": "2000",
            ],
            fixed: [
                "group.id": group,
                "group.instance.id": instance,
                "enable.auto.commit": "false",
                "enable.auto.offset.store": "false",
                "enable.partition.eof": "false",
                "isolation.level": "read_committed",
                "allow.auto.create.topics": "false",
            ]
        )
        sessionTimeout = .milliseconds(properties.number(of: "session.timeout.ms"))
        client = try Client(
            RD_KAFKA_CONSUMER, properties, name: "consumer", logger: logger, adding: Rebalances.install
        )
        rd_kafka_poll_set_consumer(client.pointer)
        waker = Waker(taking: rd_kafka_queue_get_consumer(client.pointer))
    }

    deinit {
        close(timeout: .seconds(2))
    }

    /// Joins the group, for these topics.
    public func subscribe(to topics: [String]) throws(KafkaError) {
        let list = TopicPartitionList(topics.map { TopicPartition($0, crdkafka_partition_unassigned) })
        try check(rd_kafka_subscribe(client.pointer, list.pointer), "subscribing to \(topics.joined(separator: ", "))")
    }

    /// Waits for the next event; nil if none came in time or ``Waker/wake()`` was called.
    public func poll(timeout: Duration) -> ConsumerEvent? {
        if let rebalance = nextRebalance() { return .rebalance(rebalance) }
        guard let message = PolledMessage(from: client.pointer, timeout: timeout) else {
            return nextRebalance().map { .rebalance($0) }
        }
        guard message.error == RD_KAFKA_RESP_ERR_NO_ERROR else {
            if let fatal = client.fatalError { return .failure(fatal) }
            if let (partition, offset) = message.unreadablePlace {
                return .unreadable(partition, offset: offset, message.kafkaError)
            }
            return .failure(message.kafkaError)
        }
        return .record(KafkaRecord(message.pointer))
    }

    /// Answers ``Rebalance/assigned(_:)``: the partitions are read from the committed offsets on.
    public func assign(_ partitions: [TopicPartition]) throws(KafkaError) {
        let list = TopicPartitionList(partitions)
        unanswered = nil
        if Rebalances.isCooperative(client.pointer) {
            try check(rd_kafka_incremental_assign(client.pointer, list.pointer), "taking over partitions")
        } else {
            try check(rd_kafka_assign(client.pointer, list.pointer), "taking over partitions")
        }
    }

    /// Answers ``Rebalance/revoked(_:isLost:)``: the partitions are given back.
    public func unassign(_ partitions: [TopicPartition]) throws(KafkaError) {
        let list = TopicPartitionList(partitions)
        unanswered = nil
        if Rebalances.isCooperative(client.pointer) {
            try check(rd_kafka_incremental_unassign(client.pointer, list.pointer), "giving partitions back")
        } else {
            try check(rd_kafka_assign(client.pointer, nil), "giving partitions back")
        }
    }

    /// Brings no more records of these assigned partitions, until they are resumed; those fetched before are dropped and
    /// come again then.
    public func pause(_ partitions: [TopicPartition]) throws(KafkaError) {
        let list = TopicPartitionList(partitions)
        try check(rd_kafka_pause_partitions(client.pointer, list.pointer), "pausing partitions")
        try list.checkEach("pausing")
    }

    /// Goes on with paused partitions.
    public func resume(_ partitions: [TopicPartition]) throws(KafkaError) {
        let list = TopicPartitionList(partitions)
        try check(rd_kafka_resume_partitions(client.pointer, list.pointer), "resuming partitions")
        try list.checkEach("resuming")
    }

    /// Whether a rebalance took the assignment away without asking.
    public var isAssignmentLost: Bool { rd_kafka_assignment_lost(client.pointer) != 0 }

    /// The committed offsets of partitions. Those without one are left out.
    public func committed(
        _ partitions: [TopicPartition],
        timeout: Duration
    ) throws(KafkaError) -> [TopicPartition: CommittedOffset] {
        try Self.committed(client.pointer, partitions, timeout)
    }

    /// Asks for the committed offsets of partitions without waiting for the answer. Those without one are left out.
    public func beginCommitted(
        _ partitions: [TopicPartition],
        timeout: Duration
    ) -> PendingCall<[TopicPartition: CommittedOffset]> {
        let sent = SentPointer(pointer: client.pointer)
        return client.blockingCalls.begin { () throws(KafkaError) in
            try Self.committed(sent.pointer, partitions, timeout)
        }
    }

    private static func committed(
        _ pointer: OpaquePointer,
        _ partitions: [TopicPartition],
        _ timeout: Duration
    ) throws(KafkaError) -> [TopicPartition: CommittedOffset] {
        let list = TopicPartitionList(partitions)
        try check(rd_kafka_committed(pointer, list.pointer, timeout.milliseconds), "asking for committed offsets")
        try list.checkEach("asking for the committed offset of")
        return list.committedOffsets.filter { $0.value.offset >= 0 }
            .mapValues { CommittedOffset(Offset.bounded($0.offset), metadata: $0.metadata) }
    }

    /// Goes back, or forward, to these offsets. Records fetched before are dropped.
    ///
    /// Only for partitions that have brought a record since they were assigned: librdkafka 2.0.2 loses a seek in one
    /// whose reading has yet to begin, without an error.
    public func seek(to offsets: [TopicPartition: Int64]) throws(KafkaError) {
        guard !offsets.isEmpty else { return }
        let list = TopicPartitionList(offsets)
        // In 2.0.2 the timeout counts a thousandth: this is 30 ms there, and 30 s in later versions. Each attempt asks
        // for all partitions again, which is harmless.
        var attempt = 0
        while true {
            attempt += 1
            do throws(KafkaError) {
                try check(rd_kafka_seek_partitions(client.pointer, list.pointer, 30_000), "seeking")
                return try list.checkEach("seeking in")
            } catch  where error.disposition == .retriable && attempt < 100 {
                continue
            }
        }
    }

    /// Notes that Kafka answered, so that the end of an outage is told.
    public func noteSuccess() {
        client.events.noteSuccess()
    }

    /// Gives the partitions back and ends the consumer. A static member keeps its place until the session timeout.
    public func close(timeout: Duration) {
        guard !client.isClosed else { return }
        client.events.rebalances.beginClosing()
        // A close while librdkafka waits for an answer to a rebalance does not return.
        if let unanswered { Rebalances.settle(unanswered, of: client.pointer) }
        waker.invalidate()
        client.close(timeout: timeout) { _ = rd_kafka_consumer_close($0) }
    }

    private func nextRebalance() -> Rebalance? {
        guard let rebalance = client.events.rebalances.next() else { return nil }
        unanswered = rebalance
        return rebalance
    }
}
