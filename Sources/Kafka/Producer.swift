import CRdkafka
public import Logging

/// A producer without transactions that waits for its records to be written.
///
/// Every record is written once and in order even if the connection breaks in between. Not for use from several
/// threads: let an actor on a ``KafkaThread`` own it.
public final class Producer {
    private let client: Client
    private let writer: RecordWriter

    /// Makes a producer.
    public init(_ configuration: KafkaConfiguration, logger: Logger) throws(KafkaError) {
        let properties = try ClientProperties(
            configuration,
            defaults: [
                "linger.ms": "0",
                "partitioner": "murmur2_random",
                "message.max.bytes": "1048588",
                "queue.buffering.max.kbytes": "65536",
                "reconnect.backoff.max.ms": "2000",
            ],
            fixed: ["enable.idempotence": "true"]
        )
        client = try Client(
            RD_KAFKA_PRODUCER, properties, name: "producer", logger: logger, adding: Deliveries.install
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

    /// Writes records and waits until all of them are there. Gives back where, in the same order.
    ///
    /// After an error some may have been written. Those that were not are no longer tried.
    @discardableResult
    public func write(_ records: [NewKafkaRecord], timeout: Duration) throws(KafkaError) -> [Delivery] {
        let deadline = ContinuousClock.now + timeout
        client.events.deliveries.removeAll()
        do throws(KafkaError) {
            for (number, record) in records.enumerated() {
                try writer.write(record, number: number, deadline: deadline)
            }
            while true {
                if let results = client.events.deliveries.take(records.count) {
                    var deliveries: [Delivery] = []
                    for result in results { deliveries.append(try result.get()) }
                    client.events.noteSuccess()
                    return deliveries
                }
                let left = deadline - .now
                guard left > .zero else {
                    throw KafkaError(RD_KAFKA_RESP_ERR__TIMED_OUT, operation: "waiting for records to be written")
                }
                client.poll(timeout: min(left, .milliseconds(100)))
            }
        } catch {
            dropQueue()
            throw error
        }
    }

    /// Ends the producer.
    public func close(timeout: Duration) {
        guard !client.isClosed else { return }
        writer.close()
        client.close(timeout: timeout)
    }

    /// Gives up what was not written, so that none of it is reported during a later call.
    private func dropQueue() {
        rd_kafka_purge(client.pointer, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
        rd_kafka_flush(client.pointer, 1_000)
    }
}
