import CRdkafka
import Logging

/// A pointer on its way to another thread, where librdkafka allows it: its handles are thread-safe.
struct SentPointer<Pointer>: @unchecked Sendable {
    let pointer: Pointer
}

/// One client of librdkafka: what consumers, producers and administrators have in common.
final class Client {
    let events: ClientEvents
    /// Where calls are made that may not return.
    let blockingCalls: BlockingCalls
    let logger: Logger
    private(set) var isClosed = false
    private let name: String
    private let handle: OpaquePointer

    init(
        _ type: rd_kafka_type_t,
        _ properties: borrowing ClientProperties,
        name: String,
        logger: Logger,
        adding callbacks: (OpaquePointer) -> Void = { _ in }
    ) throws(KafkaError) {
        var logger = logger
        logger[metadataKey: "client"] = "\(name)"
        let events = ClientEvents(logger: logger)
        handle = try properties.makeClient(type, events: events, adding: callbacks)
        self.events = events
        self.logger = logger
        self.name = name
        blockingCalls = BlockingCalls(name: "\(name)-calls")
    }

    deinit {
        close(timeout: .seconds(2))
    }

    /// librdkafka's handle, which is gone once the client is closed.
    var pointer: OpaquePointer {
        precondition(!isClosed, "The \(name) is used after it was closed.")
        return handle
    }

    /// Serves the callbacks that wait for this client.
    func poll(timeout: Duration = .zero) {
        rd_kafka_poll(pointer, timeout.milliseconds)
    }

    /// The error after which librdkafka does nothing more for this client.
    var fatalError: KafkaError? {
        var text = [CChar](repeating: 0, count: 512)
        let code = rd_kafka_fatal_error(pointer, &text, text.count)
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        let detail = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        var error = KafkaError(code, operation: "using the \(name)", detail: detail)
        error.disposition = .fatal
        return error
    }

    /// The first and the next offset of a partition, asked from its leader. Throws in time, and only what is true.
    ///
    /// librdkafka 2.0.2 has a call for both, which is of no use: it sends two requests, takes the success of one for that
    /// of both, and then gives back an empty partition when its leader moved between them; and it waits for as long as a
    /// socket may be silent, whatever timeout it is given. So each offset is asked for by a call of its own.
    func watermarks(of partition: TopicPartition, timeout: Duration) throws(KafkaError) -> Watermarks {
        try Self.watermarks(pointer, of: partition, timeout: timeout)
    }

    /// As the method of the same name, for a thread of its own.
    static func watermarks(
        _ pointer: OpaquePointer,
        of partition: TopicPartition,
        timeout: Duration
    ) throws(KafkaError) -> Watermarks {
        do throws(KafkaError) {
            let low = try offset(pointer, of: partition, at: Int64(RD_KAFKA_OFFSET_BEGINNING), timeout)
            let high = try offset(pointer, of: partition, at: Int64(RD_KAFKA_OFFSET_END), timeout)
            guard low >= 0, high >= low else {
                throw KafkaError(
                    RD_KAFKA_RESP_ERR_OFFSET_NOT_AVAILABLE, operation: "asking for the offsets of \(partition)",
                    detail: "The leader says that the partition begins at \(low) and ends at \(high)"
                )
            }
            return Watermarks(low: Offset.bounded(low), high: Offset.bounded(high))
        } catch {
            // Else the leader that moved would be asked again until the topic's metadata expires, for up to a quarter
            // of an hour: librdkafka refreshes only what has expired.
            if error.disposition == .retriable { refreshMetadata(pointer, timeout) }
            throw error
        }
    }

    private static func offset(
        _ pointer: OpaquePointer,
        of partition: TopicPartition,
        at logicalOffset: Int64,
        _ timeout: Duration
    ) throws(KafkaError) -> Int64 {
        let operation = "asking for the offsets of \(partition)"
        let list = TopicPartitionList([partition: logicalOffset])
        try check(rd_kafka_offsets_for_times(pointer, list.pointer, timeout.milliseconds), operation)
        try list.checkEach("asking for the offsets of")
        guard let offset = list.offsets[partition] else {
            throw KafkaError(RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION, operation: operation)
        }
        return offset
    }

    /// Asks for all topics anew, and with them for the leaders of their partitions.
    static func refreshMetadata(_ pointer: OpaquePointer, _ timeout: Duration) {
        var result: UnsafePointer<rd_kafka_metadata>?
        if rd_kafka_metadata(pointer, 1, nil, &result, timeout.milliseconds) == RD_KAFKA_RESP_ERR_NO_ERROR {
            rd_kafka_metadata_destroy(result)
        }
    }

    /// Ends the client, after `farewell`, without waiting longer than `timeout`: the destruction of a client can hang,
    /// and then goes on in the background while the program does something else.
    func close(timeout: Duration, farewell: @escaping @Sendable (OpaquePointer) -> Void = { _ in }) {
        guard !isClosed else { return }
        isClosed = true
        let sent = SentPointer(pointer: handle)
        let events = events
        let isDone = blockingCalls.run(timeout: timeout) {
            farewell(sent.pointer)
            rd_kafka_destroy(sent.pointer)
            // The callbacks use it through an unretained pointer until here.
            withExtendedLifetime(events) {}
            return true
        }
        blockingCalls.close()
        if isDone == nil {
            logger.warning("The \(name) takes longer than \(timeout) to close; going on without it.")
        }
    }

    /// Ends the client behind the call that did not return, without waiting.
    func abandon() {
        close(timeout: .zero)
    }
}
