/// Creates topics.
///
/// Versions 0 to 4. One broker holds one replica: a greater replication factor is refused.
enum CreateTopics: RequestHandler {
    static let key: Int16 = 19
    static let versions: ClosedRange<Int16> = 0...4

    private static let mostPartitions = 10_000

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        let topics = try request.reader.array { (reader) throws(MalformedFrame) in
            let name = try reader.string()
            let partitions = try reader.int32()
            let replicas = try reader.int16()
            let assignments = try reader.array { (reader) throws(MalformedFrame) in
                _ = try reader.int32()
                return try reader.array { (reader) throws(MalformedFrame) in try reader.int32() }
            }
            let settings = try reader.array { (reader) throws(MalformedFrame) in
                (try reader.string(), try reader.nullableString())
            }
            return (
                name: name, partitions: partitions, replicas: replicas, assignments: assignments, settings: settings
            )
        }
        _ = try request.reader.int32()
        let onlyChecks = version >= 1 ? try request.reader.bool() : false
        var writer = request.writer()
        if version >= 2 { writer.int32(0) }
        writer.array(topics) { writer, topic in
            let count = topic.assignments.isEmpty ? Int(topic.partitions) : topic.assignments.count
            let settings = Dictionary(topic.settings.map { ($0.0, $0.1 ?? "") }, uniquingKeysWith: { _, new in new })
            var problem = problem(topic.name, count, topic.replicas, settings, core)
            if problem == nil, !onlyChecks {
                do throws(StorageError) {
                    try core.createTopic(topic.name, partitionCount: count < 0 ? 1 : count, settings: settings)
                } catch {
                    problem = (.storageError, error.description)
                }
            }
            writer.string(topic.name)
            writer.error(problem?.0 ?? .none)
            if version >= 1 { writer.string(problem?.1) }
        }
        request.reply(writer)
    }

    private static func problem(
        _ name: String, _ partitions: Int, _ replicas: Int16, _ settings: [String: String], _ core: BrokerCore
    ) -> (ErrorCode, String)? {
        guard Topic.isName(name) else { return (.invalidTopic, "« \(name) » cannot be a topic's name") }
        guard core.topics[name] == nil else { return (.topicAlreadyExists, "the topic \(name) exists") }
        guard partitions == -1 || (1...mostPartitions).contains(partitions) else {
            return (.invalidPartitions, "a topic has 1 to \(mostPartitions) partitions")
        }
        guard replicas == -1 || replicas == 1 else {
            return (.invalidReplicationFactor, "one broker keeps one replica")
        }
        let numbers = ["retention.ms", "retention.bytes", "max.message.bytes", "delete.retention.ms"]
        for (name, value) in settings {
            if numbers.contains(name), Int64(value) == nil { return (.invalidConfig, "\(name) needs a number") }
            let policies = value.split(separator: ",").map(String.init)
            if name == "cleanup.policy", !policies.allSatisfy({ $0 == "delete" || $0 == "compact" }) || policies.isEmpty
            {
                return (.invalidConfig, "cleanup.policy is delete or compact")
            }
        }
        return nil
    }
}
