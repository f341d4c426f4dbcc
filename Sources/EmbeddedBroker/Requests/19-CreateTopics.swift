/// Creates topics.
///
/// Versions 0 to 4. One broker holds one replica: a greater replication factor is refused, and so is what Kafka refuses.
enum CreateTopics: RequestHandler {
    static let key: Int16 = 19
    static let versions: ClosedRange<Int16> = 0...4

    private struct Wanted {
        var name: String
        var partitions: Int32
        var replicas: Int16
        var assignments: [(partition: Int32, brokers: [Int32])]
        var settings: [(name: String, value: String?)]

        /// How many partitions are meant; Kafka's own default is one.
        var count: Int { assignments.isEmpty ? (partitions == -1 ? 1 : Int(partitions)) : assignments.count }
    }

    private struct Problem: Error {
        var code: ErrorCode
        var detail: String
    }

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        let topics = try request.reader.array { (reader) throws(MalformedFrame) in
            Wanted(
                name: try reader.string(), partitions: try reader.int32(), replicas: try reader.int16(),
                assignments: try reader.array { (reader) throws(MalformedFrame) in
                    (try reader.int32(), try reader.array { (reader) throws(MalformedFrame) in try reader.int32() })
                },
                settings: try reader.array { (reader) throws(MalformedFrame) in
                    (try reader.string(), try reader.nullableString())
                })
        }
        _ = try request.reader.int32()
        let onlyChecks = version >= 1 ? try request.reader.bool() : false
        let timesNamed = Dictionary(topics.map { ($0.name, 1) }, uniquingKeysWith: +)
        var writer = request.writer()
        if version >= 2 { writer.int32(0) }
        writer.array(topics.unique { $0.name }) { writer, topic in
            var problem: Problem?
            do throws(Problem) {
                if timesNamed[topic.name] != 1 {
                    throw Problem(code: .invalidRequest, detail: "the request names \(topic.name) more than once")
                }
                try check(topic, core)
                if !onlyChecks { try create(topic, core) }
            } catch {
                problem = error
            }
            writer.string(topic.name)
            writer.error(problem?.code ?? .none)
            if version >= 1 { writer.string(problem?.detail) }
        }
        request.reply(writer)
    }

    private static func create(_ topic: Wanted, _ core: BrokerCore) throws(Problem) {
        let settings = Dictionary(topic.settings.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { _, new in new })
        do throws(StorageError) {
            try core.createTopic(topic.name, partitionCount: topic.count, settings: settings)
        } catch {
            throw Problem(code: .storageError, detail: error.description)
        }
    }

    private static func check(_ topic: Wanted, _ core: BrokerCore) throws(Problem) {
        guard Topic.isName(topic.name) else {
            throw Problem(code: .invalidTopic, detail: "« \(topic.name) » cannot be a topic's name")
        }
        guard core.topics[topic.name] == nil else {
            throw Problem(code: .topicAlreadyExists, detail: "the topic \(topic.name) exists")
        }
        if topic.assignments.isEmpty {
            guard topic.replicas == -1 || topic.replicas == 1 else {
                throw Problem(code: .invalidReplicationFactor, detail: "one broker keeps one replica")
            }
        } else {
            guard topic.partitions == -1, topic.replicas == -1 else {
                throw Problem(
                    code: .invalidRequest, detail: "with replicas assigned, partitions and replication factor are -1")
            }
            let numbers = topic.assignments.map(\.partition).sorted()
            guard numbers.elementsEqual(0..<Int32(clamping: numbers.count)),
                topic.assignments.allSatisfy({ $0.brokers == [BrokerCore.nodeID] })
            else {
                throw Problem(
                    code: .invalidReplicaAssignment,
                    detail: "partitions are numbered from 0 on, each on broker \(BrokerCore.nodeID) alone")
            }
        }
        guard topic.count >= 1 else {
            throw Problem(code: .invalidPartitions, detail: "a topic has at least one partition")
        }
        guard TopicRules.hasRoom(for: topic.count, core) else {
            throw Problem(
                code: .invalidPartitions,
                detail: """
                    this broker holds \(core.configuration.limits.partitions) partitions in all: ask for fewer, delete \
                    topics, or raise the number of files that the process may open
                    """)
        }
        if let detail = TopicRules.problem(ofSettings: topic.settings) {
            throw Problem(code: .invalidConfig, detail: detail)
        }
    }
}
