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

    /// The first and the next offset of a partition, asked from its leader.
    func watermarks(of partition: TopicPartition, timeout: Duration) throws(KafkaError) -> Watermarks {
        var low: Int64 = 0
        var high: Int64 = 0
        try check(
            rd_kafka_query_watermark_offsets(
                pointer, partition.topic, partition.partition, &low, &high, timeout.milliseconds
            ),
            "asking for the offsets of \(partition)"
        )
        return Watermarks(low: low, high: high)
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
