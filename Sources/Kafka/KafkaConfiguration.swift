import CRdkafka

/// Where the cluster is, and any property of librdkafka: security, timeouts, tuning.
public struct KafkaConfiguration: Sendable, Hashable {
    /// Addresses of some of the brokers: `host:port`, separated by commas.
    public var bootstrapServers: String
    /// Properties as in librdkafka's CONFIGURATION.md, for instance `security.protocol`. They win over this library's
    /// own choices; those that its guarantees rest on cannot be set.
    public var properties: [String: String]

    /// Makes a configuration.
    public init(bootstrapServers: String, properties: [String: String] = [:]) {
        self.bootstrapServers = bootstrapServers
        self.properties = properties
    }
}

/// A configuration under construction, owned until a client takes it over.
struct ClientProperties: ~Copyable {
    private let pointer: OpaquePointer

    /// - Parameters:
    ///   - configuration: what the user wants.
    ///   - defaults: what this kind of client does unless the user wants otherwise.
    ///   - fixed: what this kind of client cannot do without.
    init(
        _ configuration: KafkaConfiguration,
        defaults: [String: String],
        fixed: [String: String]
    ) throws(KafkaError) {
        pointer = rd_kafka_conf_new()
        var values = defaults
        values["client.id"] = values["client.id"] ?? "swift-kafka"
        for (name, value) in configuration.properties {
            guard fixed[name] == nil, name != "bootstrap.servers", name != "metadata.broker.list" else {
                throw Self.invalid("\(name) is set by the program itself and cannot be set as a property")
            }
            values[name] = value
        }
        values.merge(fixed) { _, fixed in fixed }
        values["bootstrap.servers"] = configuration.bootstrapServers
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { try set(name, value) }
    }

    deinit {
        rd_kafka_conf_destroy(pointer)
    }

    private func set(_ name: String, _ value: String) throws(KafkaError) {
        var text = [CChar](repeating: 0, count: 512)
        guard rd_kafka_conf_set(pointer, name, value, &text, text.count) != RD_KAFKA_CONF_OK else { return }
        // librdkafka's text quotes the value, which may be a password.
        var size = 0
        throw Self.invalid(
            rd_kafka_conf_get(pointer, name, nil, &size) == RD_KAFKA_CONF_UNKNOWN
                ? "There is no property \(name)"
                : "The property \(name) cannot have the value that it was given"
        )
    }

    /// The value that a property has now.
    func value(of name: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 512)
        var size = buffer.count
        guard rd_kafka_conf_get(pointer, name, &buffer, &size) == RD_KAFKA_CONF_OK else { return nil }
        return String(decoding: buffer.prefix(max(0, size - 1)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The number that a property is now.
    func number(of name: String) -> Int {
        value(of: name).flatMap { Int($0) } ?? 0
    }

    /// Makes a client, which takes over a copy of these properties.
    func makeClient(
        _ type: rd_kafka_type_t,
        events: ClientEvents,
        adding callbacks: (OpaquePointer) -> Void = { _ in }
    ) throws(KafkaError) -> OpaquePointer {
        let copy = rd_kafka_conf_dup(pointer)
        events.install(in: copy)
        callbacks(copy!)
        var text = [CChar](repeating: 0, count: 512)
        guard let client = rd_kafka_new(type, copy, &text, text.count) else {
            rd_kafka_conf_destroy(copy)
            let bytes = text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            throw Self.invalid(String(decoding: bytes, as: UTF8.self))
        }
        return client
    }

    private static func invalid(_ detail: String) -> KafkaError {
        KafkaError(RD_KAFKA_RESP_ERR__INVALID_ARG, operation: "reading the Kafka properties", detail: detail)
    }
}
