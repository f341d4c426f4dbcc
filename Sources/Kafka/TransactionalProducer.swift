import CRdkafka
public import Logging

/// A producer whose records and consumed offsets become visible together or not at all.
///
/// After an error look at its ``KafkaError/disposition``: make the same call again, abort, or make a new producer. Not
/// for use from several threads: let an actor on a ``KafkaThread`` own it.
public final class TransactionalProducer {
    /// After this time without an end, the broker aborts a transaction.
    public let transactionTimeout: Duration
    private let client: Client
    private let writer: RecordWriter
    private let identifier: String

    /// Makes a producer. `transactionalID` must be the same after a restart, and no other live producer's: the newer
    /// one ends what the older one left open, and shuts it out.
    public init(
        _ configuration: KafkaConfiguration,
        transactionalID: String,
        logger: Logger
    ) throws(KafkaError) {
        let properties = try ClientProperties(
            configuration,
            defaults: [
                // Below the session timeout, so that a hung transaction is dead before its partitions move.
                "transaction.timeout.ms": "10000",
                // A transaction is the batch: waiting for more records would only add to its duration.
                "linger.ms": "0",
                "partitioner": "murmur2_random",
                // What brokers take unless they are told otherwise.
                "message.max.bytes": "1048588",
                "queue.buffering.max.kbytes": "65536",
                "reconnect.backoff.max.ms": "2000",
            ],
            fixed: [
                "transactional.id": transactionalID,
                "enable.idempotence": "true",
            ]
        )
        identifier = transactionalID
        transactionTimeout = .milliseconds(properties.number(of: "transaction.timeout.ms"))
        client = try Client(
            RD_KAFKA_PRODUCER, properties, name: "transactional producer", logger: logger, adding: Deliveries.install
        )
        writer = RecordWriter(client: client, maximumSize: properties.number(of: "message.max.bytes"))
    }

    deinit {
        close(timeout: .seconds(2))
    }

    /// Makes the topics known that will be written to, which must exist.
    public func open(topics: some Sequence<String>) throws(KafkaError) {
        try writer.open(topics)
    }

    /// Ends what an earlier producer of this name left open. To be called once; after a retriable error, again.
    public func initialize(timeout: Duration) throws(KafkaError) {
        try check(
            rd_kafka_init_transactions(client.pointer, timeout.milliseconds),
            "preparing transactions as \(identifier)"
        )
    }

    /// Begins a transaction.
    public func begin() throws(KafkaError) {
        try check(rd_kafka_begin_transaction(client.pointer), "beginning a transaction")
    }

    /// Throws ``KafkaError/Code/recordTooLarge`` if a record cannot be written. Found out by the broker, one record
    /// that is too large would abort its whole transaction, at every attempt.
    public func checkSize(_ record: NewKafkaRecord) throws(KafkaError) {
        try writer.checkSize(record)
    }

    /// Adds a record to the transaction. It may wait for room in the queue; whether it was written turns out at
    /// ``flush(timeout:)`` or ``commit(timeout:)``.
    public func write(_ record: NewKafkaRecord) throws(KafkaError) {
        try writer.write(record, number: 0, deadline: .now + .seconds(5))
    }

    /// Waits until every record has been written, or has failed to.
    public func flush(timeout: Duration) throws(KafkaError) {
        try check(rd_kafka_flush(client.pointer, timeout.milliseconds), "writing the records of a transaction")
    }

    /// For each partition the offset behind the newest record that this producer has written to it, as far as brokers
    /// have told. Complete after a ``flush(timeout:)``, but for records whose first acknowledgement was lost.
    public var writtenEnds: [TopicPartition: Int64] { client.events.deliveries.ends }

    /// Adds consumed offsets to the transaction: for each partition that of the next record to read.
    ///
    /// After any error the transaction can only be aborted. When the call does not return in time, which librdkafka
    /// does not prevent, the error is fatal: this producer is then of no more use, and closes by itself.
    public func send(
        offsets: [TopicPartition: CommittedOffset],
        of consumer: Consumer,
        timeout: Duration
    ) throws(KafkaError) {
        let operation = "adding the consumed offsets to a transaction"
        guard let metadata = rd_kafka_consumer_group_metadata(consumer.client.pointer) else {
            throw KafkaError(RD_KAFKA_RESP_ERR__STATE, operation: operation)
        }
        let own = TopicPartitionList(offsets)
        let list = rd_kafka_topic_partition_list_copy(own.pointer)
        let sent = SentPointer(pointer: (client: client.pointer, list: list, metadata: metadata))
        let error = client.blockingCalls.run(timeout: timeout + .seconds(1)) {
            let (client, list, metadata) = sent.pointer
            // Freed here and not by the caller, who may be gone when the call returns.
            defer {
                rd_kafka_topic_partition_list_destroy(list)
                rd_kafka_consumer_group_metadata_destroy(metadata)
            }
            return SentPointer(
                pointer: rd_kafka_send_offsets_to_transaction(client, list, metadata, timeout.milliseconds)
            )
        }
        guard let error else {
            writer.close()
            client.abandon()
            throw KafkaError(
                code: .timedOut,
                disposition: .fatal,
                operation: operation,
                detail: "The group's coordinator did not answer within \(timeout)"
            )
        }
        do throws(KafkaError) {
            try check(error.pointer, operation)
        } catch  where error.disposition == .retriable || error.disposition == .permanent {
            throw KafkaError(
                code: error.code, disposition: .abortable, operation: operation, detail: error.detail
            )
        }
    }

    /// Commits the transaction. When the error is retriable the outcome is open: only another commit can tell.
    public func commit(timeout: Duration) throws(KafkaError) {
        try check(rd_kafka_commit_transaction(client.pointer, timeout.milliseconds), "committing a transaction")
    }

    /// Aborts the transaction. When the error is retriable, call again.
    public func abort(timeout: Duration) throws(KafkaError) {
        try check(rd_kafka_abort_transaction(client.pointer, timeout.milliseconds), "aborting a transaction")
    }

    /// Serves what waits for this producer. To be called now and then.
    ///
    /// Throws the error after which librdkafka does nothing more for it.
    public func poll() throws(KafkaError) {
        client.poll()
        if let error = client.fatalError { throw error }
    }

    /// Ends the producer. An open transaction is left to the broker, which aborts it when the next producer of this
    /// name begins or the transaction timeout is over.
    public func close(timeout: Duration) {
        guard !client.isClosed else { return }
        writer.close()
        client.close(timeout: timeout)
    }
}
