import Contract
import Kafka

/// Decides where the records go that a question causes.
struct RecordRouter {
    private let routes: [String: ServiceConfiguration.Route]
    private let topics: ServiceConfiguration.Topics
    private let partitionCounts: [String: Int]

    /// Makes a router for the topics as they are.
    init(_ configuration: ServiceConfiguration, existing: [String: TopicDescription]) {
        routes = Dictionary(configuration.routes.map { ($0.questions, $0) }) { first, _ in first }
        topics = configuration.topics
        partitionCounts = existing.mapValues(\.partitions)
    }

    /// Every topic that is written to.
    var outputTopics: Set<String> {
        Set(
            routes.values.flatMap { [$0.replies, $0.conversations] }
                + [topics.submissions, topics.handoffs, topics.insights, topics.deadLetters]
        )
    }

    /// Where the conversations of a partition of questions are kept.
    func conversations(of questions: TopicPartition) -> TopicPartition? {
        routes[questions.topic].map { TopicPartition($0.conversations, questions.partition) }
    }

    /// A record that a question of a partition causes.
    func record(_ outgoing: OutgoingRecord, for questions: TopicPartition) -> NewKafkaRecord {
        let topic = topic(outgoing.channel, for: questions)
        return NewKafkaRecord(
            topic: topic,
            partition: partition(of: outgoing.channel, topic, for: questions),
            key: outgoing.key,
            value: outgoing.value,
            headers: outgoing.headers.map { KafkaHeader(name: $0.name, value: $0.value) }
        )
    }

    /// The record that keeps a changed state, a tombstone if the conversation is forgotten; nil if nothing changes.
    func record(
        _ change: StateChange,
        key: [UInt8],
        headers: [RecordHeader],
        for questions: TopicPartition
    ) -> NewKafkaRecord? {
        let state: [UInt8]?
        switch change {
        case .unchanged: return nil
        case .replaced(let bytes): state = bytes
        case .removed: state = nil
        }
        return NewKafkaRecord(
            topic: topic(.conversations, for: questions),
            partition: questions.partition,
            key: key,
            value: state,
            headers: headers.map { KafkaHeader(name: $0.name, value: $0.value) }
        )
    }

    private func topic(_ channel: OutgoingChannel, for questions: TopicPartition) -> String {
        let route = routes[questions.topic]
        return switch channel {
        case .replies: route?.replies ?? topics.deadLetters
        case .conversations: route?.conversations ?? topics.deadLetters
        case .submissions: topics.submissions
        case .handoffs: topics.handoffs
        case .insights: topics.insights
        case .deadLetters: topics.deadLetters
        }
    }

    private func partition(of channel: OutgoingChannel, _ topic: String, for questions: TopicPartition) -> Int32? {
        switch channel {
        case .conversations:
            questions.partition
        case .replies where partitionCounts[topic] == partitionCounts[questions.topic]:
            // Where the question was, whatever partitioner its writer has: who asks need not know another one.
            questions.partition
        default:
            nil
        }
    }
}
