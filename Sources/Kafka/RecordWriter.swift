import CRdkafka

/// Hands records to librdkafka: what both kinds of producer have in common.
final class RecordWriter {
    /// The largest record that may be written, as ``NewKafkaRecord/wireSize`` counts.
    let maximumSize: Int
    private let client: Client
    private var topics: [String: OpaquePointer] = [:]

    init(client: Client, maximumSize: Int) {
        self.client = client
        self.maximumSize = maximumSize
    }

    /// Makes topics known. The first record to a topic that the client has never heard of would wait a second.
    func open(_ names: some Sequence<String>) throws(KafkaError) {
        for name in names { _ = try topic(name) }
    }

    /// Throws if a record is larger than may be written.
    func checkSize(_ record: NewKafkaRecord) throws(KafkaError) {
        guard record.wireSize > maximumSize else { return }
        throw KafkaError(
            RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE,
            operation: "writing to \(record.topic)",
            detail: "The record takes \(record.wireSize) bytes and may take \(maximumSize)"
        )
    }

    /// Queues a record. While the queue is full, waits for room until the deadline.
    func write(_ record: NewKafkaRecord, number: Int, deadline: ContinuousClock.Instant) throws(KafkaError) {
        try checkSize(record)
        let topic = try topic(record.topic)
        while true {
            let response = write(record, to: topic, number: number)
            guard response == RD_KAFKA_RESP_ERR__QUEUE_FULL, ContinuousClock.now < deadline else {
                return try check(response, "writing to \(record.topic)")
            }
            client.poll(timeout: .milliseconds(10))
        }
    }

    /// Gives the topics back: librdkafka wants every reference back before a client is destroyed.
    func close() {
        for topic in topics.values { rd_kafka_topic_destroy(topic) }
        topics.removeAll()
    }

    private func topic(_ name: String) throws(KafkaError) -> OpaquePointer {
        if let topic = topics[name] { return topic }
        guard let topic = rd_kafka_topic_new(client.pointer, name, nil) else {
            throw KafkaError(rd_kafka_last_error(), operation: "opening the topic \(name)")
        }
        topics[name] = topic
        return topic
    }

    private func write(_ record: NewKafkaRecord, to topic: OpaquePointer, number: Int) -> rd_kafka_resp_err_t {
        let headers = Self.headers(record.headers)
        let response = Self.withBytes(record.key) { key in
            Self.withBytes(record.value) { value in
                crdkafka_produce(
                    client.pointer,
                    topic,
                    record.partition ?? crdkafka_partition_unassigned,
                    key.baseAddress,
                    key.count,
                    value.baseAddress,
                    value.count,
                    headers,
                    UnsafeMutableRawPointer(bitPattern: number)
                )
            }
        }
        if response != RD_KAFKA_RESP_ERR_NO_ERROR, let headers { rd_kafka_headers_destroy(headers) }
        return response
    }

    private static func headers(_ headers: [KafkaHeader]) -> OpaquePointer? {
        guard !headers.isEmpty else { return nil }
        let list = rd_kafka_headers_new(headers.count)
        for header in headers {
            withBytes(header.value) { value in
                _ = rd_kafka_header_add(list, header.name, -1, value.baseAddress, value.count)
            }
        }
        return list
    }

    /// Lends bytes as librdkafka wants them: a null pointer is null, an empty array needs a pointer.
    private static func withBytes<Result>(
        _ bytes: [UInt8]?,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) -> Result {
        guard let bytes else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        guard bytes.isEmpty else { return bytes.withUnsafeBytes(body) }
        return withUnsafeBytes(of: UInt8(0)) { body(UnsafeRawBufferPointer(rebasing: $0[..<0])) }
    }
}
