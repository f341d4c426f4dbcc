public import Kafka
public import Text

/// The topics that a configuration needs, to create them and to check them.
public struct TopicPlan: Sendable, Hashable {
    /// What a topic is for.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case questions
        case replies
        case conversations
        case submissions
        case handoffs
        case insights
        case deadLetters = "dead-letters"
    }

    /// A topic of the plan.
    public struct Topic: Sendable, Hashable {
        /// The topic's name.
        public var name: String
        /// What it is for.
        public var role: Role
        /// The route it belongs to; nil if all routes share it.
        public var route: String?
        /// How many partitions it gets when it is created.
        public var partitions: Int
        /// How many brokers keep a copy when it is created.
        public var replicationFactor: Int

        /// The settings it gets when it is created.
        public var configuration: [String: String] {
            switch role {
            case .questions:
                // Whoever writes a question could else send a megabyte that takes gigabytes to unpack: a broker unpacks it
                // within its own bounds, and refuses it.
                ["cleanup.policy": "delete", "compression.type": "uncompressed"]
            case .conversations:
                // A conversation that is forgotten leaves the disks a day later, not when the broker sees fit.
                ["cleanup.policy": "compact", "max.compaction.lag.ms": "86400000"]
            default:
                ["cleanup.policy": "delete"]
            }
        }
    }

    /// The topics, in the order of the routes, the shared ones last. Two routes may share a topic of replies.
    public let topics: [Topic]
    private let routes: [ServiceConfiguration.Route]

    /// Plans the topics of a configuration.
    public init(_ configuration: ServiceConfiguration) {
        let defaults = configuration.topicDefaults
        func topic(_ name: String, _ role: Role, _ route: String? = nil) -> Topic {
            Topic(
                name: name, role: role, route: route, partitions: defaults.partitions,
                replicationFactor: defaults.replicationFactor
            )
        }
        routes = configuration.routes
        topics =
            configuration.routes.flatMap { route in
                [
                    topic(route.questions, .questions, route.name),
                    topic(route.replies, .replies, route.name),
                    topic(route.conversations, .conversations, route.name),
                ]
            } + [
                topic(configuration.topics.submissions, .submissions),
                topic(configuration.topics.handoffs, .handoffs),
                topic(configuration.topics.insights, .insights),
                topic(configuration.topics.deadLetters, .deadLetters),
            ]
    }

    /// The topics that are not there, ready to be created. A conversation topic gets as many partitions as its
    /// questions have, if those are there already.
    public func missing(from existing: [String: TopicDescription]) -> [NewTopic] {
        var seen: Set<String> = []
        return topics.filter { existing[$0.name] == nil && seen.insert($0.name).inserted }.map { topic in
            let questions = routes.first { $0.conversations == topic.name }?.questions
            return NewTopic(
                name: topic.name,
                partitions: questions.flatMap { existing[$0]?.partitions } ?? topic.partitions,
                replicationFactor: topic.replicationFactor,
                configuration: topic.configuration
            )
        }
    }

    /// Everything that keeps the service from working with the topics that are there, a sentence each.
    public func problems(with existing: [String: TopicDescription]) -> [TranslatableText] {
        var problems: [TranslatableText] = []
        for topic in missing(from: existing) {
            problems.append(
                """
                The topic \(topic.name) does not exist, or this user may not see it. \
                Create it with: passerelle topics create
                """
            )
        }
        for route in routes {
            guard let questions = existing[route.questions], let conversations = existing[route.conversations],
                questions.partitions != conversations.partitions
            else { continue }
            problems.append(
                """
                The topic \(conversations.name) has \(conversations.partitions) partitions and \(questions.name) has \
                \(questions.partitions): a conversation is kept in the partition of its questions, so both need as many.
                """
            )
        }
        return problems
    }

    /// What is wrong with the settings of a conversation topic; nil if nothing is.
    public func problem(withSettings settings: [String: String], ofConversations topic: String) -> TranslatableText? {
        guard let policy = settings["cleanup.policy"], policy != "compact" else { return nil }
        return """
            The topic \(topic) has cleanup.policy=\(policy): conversations would be forgotten by age. \
            Set it to compact.
            """
    }
}
