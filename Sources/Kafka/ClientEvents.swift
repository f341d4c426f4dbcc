import CRdkafka
import Logging
import Synchronization

/// What librdkafka tells a client outside its calls: log lines and errors from any of librdkafka's threads, rebalances
/// and delivery reports from within a poll.
///
/// One object lives as long as its client, which holds it through the client's `opaque` pointer.
final class ClientEvents: Sendable {
    private struct State {
        var reported: [KafkaError.Code: ContinuousClock.Instant] = [:]
        var isOutage = false
    }

    /// The rebalances of a consumer's group.
    let rebalances = Rebalances()
    /// What became of a producer's records.
    let deliveries = Deliveries()
    private let logger: Logger
    private let state = Mutex(State())

    init(logger: Logger) {
        self.logger = logger
    }

    /// Registers the callbacks, with an unretained pointer to this object: its client keeps it alive.
    func install(in configuration: OpaquePointer?) {
        rd_kafka_conf_set_opaque(configuration, Unmanaged.passUnretained(self).toOpaque())
        rd_kafka_conf_set_log_cb(configuration) { client, level, facility, text in
            guard let text, let opaque = client.flatMap(rd_kafka_opaque) else { return }
            let events = Unmanaged<ClientEvents>.fromOpaque(opaque).takeUnretainedValue()
            events.log(level, facility.map { String(cString: $0) } ?? "", String(cString: text))
        }
        rd_kafka_conf_set_error_cb(configuration) { _, code, reason, opaque in
            guard let opaque else { return }
            let events = Unmanaged<ClientEvents>.fromOpaque(opaque).takeUnretainedValue()
            let response = rd_kafka_resp_err_t(code)
            events.report(
                KafkaError(
                    response,
                    operation: "talking to the brokers",
                    detail: reason.map { String(cString: $0) } ?? String(cString: rd_kafka_err2str(response))
                )
            )
        }
    }

    /// Says that Kafka answers again, if it did not before.
    func noteSuccess() {
        let wasOutage = state.withLock { state in
            guard state.isOutage else { return false }
            state = State()
            return true
        }
        if wasOutage { logger.notice("Kafka answers again.") }
    }

    private func report(_ error: KafkaError) {
        let isNews = state.withLock { state in
            if error.code == .allBrokersDown { state.isOutage = true }
            // librdkafka reports the same error at every attempt to reconnect.
            let now = ContinuousClock.now
            if let last = state.reported[error.code], now - last < .seconds(30) { return false }
            state.reported[error.code] = now
            return true
        }
        let level: Logger.Level = isNews ? (error.disposition == .retriable ? .warning : .error) : .debug
        logger.log(level: level, "\(error)")
    }

    private func log(_ level: Int32, _ facility: String, _ text: String) {
        // A consumer's property in a producer, and the reverse: both clients are made of the same properties.
        let level: Logger.Level =
            if facility == "CONFWARN" {
                .trace
            } else {
                switch level {
                case ...2: .error
                // Lost connections: what they amount to is told by the error callback.
                case 3: .info
                case 4...5: .debug
                default: .trace
                }
            }
        logger.log(level: level, "\(text)", metadata: ["facility": "\(facility)"])
    }
}
