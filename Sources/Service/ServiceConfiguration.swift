public import Kafka
public import Text

/// What the service needs to know: the cluster, its own name, its topics, and when it commits.
public struct ServiceConfiguration: Sendable, Hashable {
    /// When the replies that were prepared are committed: what comes first decides.
    public struct Commit: Sendable, Hashable {
        /// When no question waits and the oldest reply has waited this long.
        public var quiet: Duration
        /// When the oldest reply has waited this long, even if questions still wait.
        public var interval: Duration
        /// When this many questions were answered.
        public var records: Int

        /// Makes a policy; without arguments, the usual one.
        public init(quiet: Duration = .milliseconds(2), interval: Duration = .milliseconds(20), records: Int = 500) {
            self.quiet = quiet
            self.interval = interval
            self.records = records
        }
    }

    /// A topic of questions with the topics of its replies and its conversations.
    public struct Route: Sendable, Hashable {
        /// The route's name, for people.
        public var name: String
        /// The topic that questions come from.
        public var questions: String
        /// The topic that replies go to.
        public var replies: String
        /// The compacted topic that keeps the newest state of each conversation.
        public var conversations: String

        /// Makes a route.
        public init(name: String, questions: String, replies: String, conversations: String) {
            self.name = name
            self.questions = questions
            self.replies = replies
            self.conversations = conversations
        }
    }

    /// The topics that all routes share.
    public struct Topics: Sendable, Hashable {
        /// Finished questionnaires.
        public var submissions: String
        /// Requests for a person.
        public var handoffs: String
        /// One record for each question, about nobody.
        public var insights: String
        /// What could not be read.
        public var deadLetters: String

        /// Names the topics.
        public init(submissions: String, handoffs: String, insights: String, deadLetters: String) {
            self.submissions = submissions
            self.handoffs = handoffs
            self.insights = insights
            self.deadLetters = deadLetters
        }
    }

    /// What a topic gets when it is created.
    public struct TopicDefaults: Sendable, Hashable {
        /// How many partitions.
        public var partitions: Int
        /// How many brokers keep a copy.
        public var replicationFactor: Int

        /// Makes the defaults.
        public init(partitions: Int, replicationFactor: Int) {
            self.partitions = partitions
            self.replicationFactor = replicationFactor
        }
    }

    /// The cluster.
    public var kafka: KafkaConfiguration
    /// The consumer group: all instances of one deployment.
    public var group: String
    /// This process's name within the group: the same after a restart, and no other live process's.
    public var instance: String
    /// How many threads answer questions. Each has a consumer and a producer of its own.
    public var pumps: Int
    /// When replies are committed.
    public var commit: Commit
    /// The routes, at least one.
    public var routes: [Route]
    /// The topics that all routes share.
    public var topics: Topics
    /// What a topic gets when it is created.
    public var topicDefaults: TopicDefaults

    /// Makes a configuration.
    public init(
        kafka: KafkaConfiguration,
        group: String,
        instance: String,
        pumps: Int = 1,
        commit: Commit = Commit(),
        routes: [Route],
        topics: Topics,
        topicDefaults: TopicDefaults
    ) {
        self.kafka = kafka
        self.group = group
        self.instance = instance
        self.pumps = pumps
        self.commit = commit
        self.routes = routes
        self.topics = topics
        self.topicDefaults = topicDefaults
    }
}

extension ServiceConfiguration {
    /// Everything that is wrong with this configuration, a sentence each; empty if it can be used.
    public var problems: [TranslatableText] {
        var problems: [TranslatableText] = []
        if group.isEmpty { problems.append("The group has no name.") }
        if instance.isEmpty { problems.append("The instance has no name.") }
        if !(1...64).contains(pumps) { problems.append("1 to 64 pumps are possible, not \(pumps).") }
        if !(1...100_000).contains(commit.records) {
            problems.append("1 to 100,000 records go into a commit, not \(commit.records).")
        }
        if !(.zero ... .seconds(5)).contains(commit.quiet) || !(.zero ... .seconds(5)).contains(commit.interval) {
            problems.append("A commit waits 0 to 5 seconds, not \(commit.quiet) or \(commit.interval).")
        }
        if routes.isEmpty { problems.append("At least one route is needed.") }
        if topicDefaults.partitions < 1 { problems.append("A topic needs at least 1 partition.") }
        if topicDefaults.replicationFactor < 1 { problems.append("A topic needs at least 1 replica.") }
        let names = TopicPlan(self).topics.map(\.name)
        for name in Set(names).sorted() where !Self.isTopicName(name) {
            problems.append(
                "“\(name)” cannot be a topic's name: 1 to 249 of the letters a to z, digits, “.”, “_” and “-”."
            )
        }
        // A topic written to that is also read would feed the service its own words, for ever.
        let isShared = Dictionary(grouping: TopicPlan(self).topics, by: \.name).filter { _, uses in
            Set(uses.map(\.role)).count > 1 || uses.contains { $0.role == .questions || $0.role == .conversations }
        }
        for (name, uses) in isShared.sorted(by: { $0.key < $1.key }) where uses.count > 1 {
            problems.append("The topic \(name) has \(uses.count) uses: it needs to have only one.")
        }
        return problems
    }

    private static func isTopicName(_ name: String) -> Bool {
        (1...249).contains(name.utf8.count) && name != "." && name != ".."
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
