import CRdkafka

extension KafkaRecord {
    /// Copies a message that librdkafka lends.
    init(_ message: UnsafeMutablePointer<rd_kafka_message_t>, withHeaders: Bool = true) {
        self.init(
            topic: String(cString: rd_kafka_topic_name(message.pointee.rkt)),
            partition: message.pointee.partition,
            offset: Offset.bounded(message.pointee.offset),
            timestamp: rd_kafka_message_timestamp(message, nil),
            key: Self.bytes(message.pointee.key, message.pointee.key_len),
            value: Self.bytes(message.pointee.payload, message.pointee.len),
            headers: withHeaders ? Self.headers(of: message) : []
        )
    }

    private static func bytes(_ pointer: UnsafeRawPointer?, _ count: Int) -> [UInt8]? {
        pointer.map { Array(UnsafeRawBufferPointer(start: $0, count: count)) }
    }

    private static func headers(of message: UnsafeMutablePointer<rd_kafka_message_t>) -> [KafkaHeader] {
        var list: OpaquePointer?
        guard rd_kafka_message_headers(message, &list) == RD_KAFKA_RESP_ERR_NO_ERROR else { return [] }
        var headers: [KafkaHeader] = []
        headers.reserveCapacity(rd_kafka_header_cnt(list))
        var name: UnsafePointer<CChar>?
        var value: UnsafeRawPointer?
        var size = 0
        while rd_kafka_header_get_all(list, headers.count, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR {
            headers.append(KafkaHeader(name: name.map { String(cString: $0) } ?? "", value: bytes(value, size)))
        }
        return headers
    }
}

/// A message or event that librdkafka hands over at a poll, given back when this goes out of scope.
struct PolledMessage: ~Copyable {
    let pointer: UnsafeMutablePointer<rd_kafka_message_t>

    /// Waits for the next message of a consumer; nil if none came.
    init?(from client: OpaquePointer, timeout: Duration) {
        guard let pointer = rd_kafka_consumer_poll(client, timeout.milliseconds) else { return nil }
        self.pointer = pointer
    }

    deinit {
        rd_kafka_message_destroy(pointer)
    }

    var error: rd_kafka_resp_err_t { pointer.pointee.err }

    /// The partition, if the message or event is about one.
    var topicPartition: TopicPartition? {
        pointer.pointee.rkt.map { TopicPartition(String(cString: rd_kafka_topic_name($0)), pointer.pointee.partition) }
    }

    /// Where a batch begins that librdkafka cannot read, if the event says so.
    var unreadablePlace: (TopicPartition, Int64)? {
        switch error {
        case RD_KAFKA_RESP_ERR__BAD_MSG, RD_KAFKA_RESP_ERR__BAD_COMPRESSION, RD_KAFKA_RESP_ERR__NOT_IMPLEMENTED,
            RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE:
            guard let partition = topicPartition, pointer.pointee.offset >= 0 else { return nil }
            return (partition, Offset.bounded(pointer.pointee.offset))
        default:
            return nil
        }
    }

    /// The error that the event is.
    var kafkaError: KafkaError {
        let place = topicPartition.map { "reading \($0)" } ?? "reading"
        return KafkaError(error, operation: place, detail: rd_kafka_message_errstr(pointer).map { String(cString: $0) })
    }
}
