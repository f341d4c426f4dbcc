package import CRdkafka

/// What went wrong with Kafka, where, and what to do about it.
///
/// The ``disposition`` is what a program decides by, ``code`` what a test looks at; the description is for people.
public struct KafkaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is left to do after an error.
    public enum Disposition: String, Sendable, Hashable {
        /// The same call may succeed when it is made again.
        case retriable
        /// The transaction must be aborted; a new one may succeed.
        case abortable
        /// The client can do nothing more; a new client may.
        case fatal
        /// Nothing changes by trying again: a setting, a permission or a topic must.
        case permanent
    }

    /// librdkafka's number of an error. Positive ones come from the broker, negative ones from the client.
    public struct Code: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The number.
        public let rawValue: Int32

        /// Makes a code of librdkafka's number.
        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }

        /// librdkafka's name of the code, for instance `_TIMED_OUT`.
        public var description: String { String(cString: rd_kafka_err2name(rd_kafka_resp_err_t(rawValue))) }
    }

    /// librdkafka's number of the error.
    public var code: Code
    /// What is left to do.
    public var disposition: Disposition
    /// What was being done, to be read after "while".
    public var operation: String
    /// What happened, in librdkafka's or the broker's words.
    public var detail: String

    /// Makes an error.
    public init(code: Code, disposition: Disposition, operation: String, detail: String) {
        self.code = code
        self.disposition = disposition
        self.operation = operation
        self.detail = detail
    }

    /// What a person can do.
    public var advice: String { code.advice }

    /// What happened, where, and what to do, in one line.
    public var description: String {
        "\(detail) (\(code)), while \(operation). \(advice)"
    }
}

extension KafkaError {
    /// Makes an error of a bare response code.
    package init(_ response: rd_kafka_resp_err_t, operation: String, detail: String? = nil) {
        let code = Code(rawValue: response.rawValue)
        self.init(
            code: code,
            disposition: code.usualDisposition,
            operation: operation,
            detail: detail ?? String(cString: rd_kafka_err2str(response))
        )
    }

    /// Takes over an error object of librdkafka, which alone knows what a transaction still allows.
    init(taking error: OpaquePointer, operation: String) {
        defer { rd_kafka_error_destroy(error) }
        let code = Code(rawValue: rd_kafka_error_code(error).rawValue)
        let disposition: Disposition =
            if rd_kafka_error_is_fatal(error) != 0 {
                .fatal
            } else if rd_kafka_error_txn_requires_abort(error) != 0 {
                .abortable
            } else if rd_kafka_error_is_retriable(error) != 0 {
                .retriable
            } else {
                code.usualDisposition
            }
        self.init(
            code: code,
            disposition: disposition,
            operation: operation,
            detail: String(cString: rd_kafka_error_string(error))
        )
    }
}

/// Throws what a call of librdkafka returned, unless it returned success.
package func check(_ response: rd_kafka_resp_err_t, _ operation: @autoclosure () -> String) throws(KafkaError) {
    guard response == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(response, operation: operation()) }
}

/// Throws and frees the error object that a call of librdkafka returned, unless it returned none.
func check(_ error: OpaquePointer?, _ operation: @autoclosure () -> String) throws(KafkaError) {
    if let error { throw KafkaError(taking: error, operation: operation()) }
}
