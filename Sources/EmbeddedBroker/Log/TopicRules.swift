/// What a topic must be to be made: its settings as Apache Kafka's `LogConfig` has them, its size as this broker can hold.
enum TopicRules {
    /// What a setting may be.
    private enum Value {
        case integer(ClosedRange<Int64>)
        case fraction
        case boolean
        case oneOf(Set<String>)
        case listOf(Set<String>)
        case text

        static func atLeast(_ least: Int64) -> Value { .integer(least...Int64.max) }
        /// As Kafka's type INT.
        static func small(_ least: Int64) -> Value { .integer(least...Int64(Int32.max)) }

        func takes(_ value: String) -> Bool {
            switch self {
            case .integer(let range): Int64(value).map(range.contains) ?? false
            case .fraction: Double(value).map((0...1).contains) ?? false
            case .boolean: value == "true" || value == "false"
            case .oneOf(let values): values.contains(value)
            case .listOf(let values):
                !value.isEmpty
                    && value.split(separator: ",", omittingEmptySubsequences: false)
                        .allSatisfy { values.contains(String($0.filter { $0 != " " })) }
            case .text: true
            }
        }

        /// For people: what it may be.
        var description: String {
            switch self {
            case .integer(let range) where range.upperBound == .max: "a whole number, \(range.lowerBound) or more"
            case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
            case .fraction: "a number from 0 to 1"
            case .boolean: "true or false"
            case .oneOf(let values): "one of \(values.sorted().joined(separator: ", "))"
            case .listOf(let values): "a list of \(values.sorted().joined(separator: ", "))"
            case .text: "a text"
            }
        }
    }

    /// kafka.apache.org/documentation, "Topic Configs". What this broker does not act upon is taken too, so that a topic can
    /// be made here as there: of the ways to compress, only `uncompressed` and `producer` make a difference. But the time of
    /// records is always their producer's.
    private static let settings: [String: Value] = [
        "cleanup.policy": .listOf(["compact", "delete"]),
        "compression.type": .oneOf(["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"]),
        "delete.retention.ms": .atLeast(0),
        "file.delete.delay.ms": .atLeast(0),
        "flush.messages": .atLeast(1),
        "flush.ms": .atLeast(0),
        "follower.replication.throttled.replicas": .text,
        "index.interval.bytes": .small(0),
        "leader.replication.throttled.replicas": .text,
        "local.retention.bytes": .atLeast(-2),
        "local.retention.ms": .atLeast(-2),
        "max.compaction.lag.ms": .atLeast(1),
        "max.message.bytes": .small(0),
        "message.downconversion.enable": .boolean,
        "message.format.version": .text,
        "message.timestamp.after.max.ms": .atLeast(0),
        "message.timestamp.before.max.ms": .atLeast(0),
        "message.timestamp.difference.max.ms": .atLeast(0),
        "message.timestamp.type": .oneOf(["CreateTime"]),
        "min.cleanable.dirty.ratio": .fraction,
        "min.compaction.lag.ms": .atLeast(0),
        "min.insync.replicas": .small(1),
        "preallocate": .boolean,
        "remote.storage.enable": .boolean,
        "retention.bytes": .atLeast(-1),
        "retention.ms": .atLeast(-1),
        "segment.bytes": .small(14),
        "segment.index.bytes": .small(4),
        "segment.jitter.ms": .atLeast(0),
        "segment.ms": .atLeast(1),
        "unclean.leader.election.enable": .boolean,
    ]

    /// What is wrong with the settings of a topic, for people; `nil` if nothing is.
    static func problem(ofSettings given: [(name: String, value: String?)]) -> String? {
        for (name, value) in given {
            guard let rule = settings[name] else { return "there is no setting \(name) of topics" }
            guard let value, rule.takes(value) else { return "\(name) must be \(rule.description)" }
        }
        let lags = Dictionary(given.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { _, new in new })
        if let least = lags["min.compaction.lag.ms"].flatMap({ Int64($0) }),
            let most = lags["max.compaction.lag.ms"].flatMap({ Int64($0) }), least > most
        {
            return "min.compaction.lag.ms must not be above max.compaction.lag.ms"
        }
        return nil
    }

    /// Whether the broker can hold so many more partitions.
    static func hasRoom(for partitions: Int, _ core: BrokerCore) -> Bool {
        let present = core.topics.values.reduce(0) { $0 + $1.partitions.count }
        return partitions <= core.configuration.limits.partitions - present
    }
}
