import Kafka
import Testing
import Text

@testable import Contract
@testable import Service

extension ServiceConfiguration {
    /// A configuration with one route, whose topics begin with `prefix`.
    static func sample(_ kafka: KafkaConfiguration = .nowhere, prefix: String = "p", instance: String = "1") -> Self {
        ServiceConfiguration(
            kafka: kafka,
            group: "\(prefix)-group",
            instance: instance,
            routes: [
                Route(
                    name: "public", questions: "\(prefix).questions", replies: "\(prefix).replies",
                    conversations: "\(prefix).conversations"
                )
            ],
            topics: Topics(
                submissions: "\(prefix).submissions", handoffs: "\(prefix).handoffs", insights: "\(prefix).insights",
                deadLetters: "\(prefix).dead-letters"
            ),
            topicDefaults: TopicDefaults(partitions: 2, replicationFactor: 1)
        )
    }
}

extension KafkaConfiguration {
    static let nowhere = KafkaConfiguration(bootstrapServers: "127.0.0.1:1")
}

private func existing(_ topics: [String: Int]) -> [String: TopicDescription] {
    var descriptions: [String: TopicDescription] = [:]
    for (name, partitions) in topics {
        descriptions[name] = TopicDescription(name: name, partitions: partitions, replicationFactor: 1)
    }
    return descriptions
}

@Suite struct ServiceConfigurationTests {
    @Test func findsNothingWrongWithAUsualOne() {
        #expect(ServiceConfiguration.sample().problems == [])
    }

    @Test func tellsEveryProblemAtOnce() {
        var configuration = ServiceConfiguration.sample()
        configuration.pumps = 0
        configuration.group = ""
        configuration.topics.deadLetters = configuration.routes[0].questions
        configuration.topics.insights = "no spaces"
        let problems = configuration.problems.map(\.description)
        #expect(problems.count == 4)
        #expect(problems.contains("The topic p.questions has 2 uses: it needs to have only one."))
    }

    @Test func letsRoutesShareATopicOfRepliesOnly() {
        var configuration = ServiceConfiguration.sample()
        var second = configuration.routes[0]
        second.questions = "other.questions"
        second.conversations = "other.conversations"
        configuration.routes.append(second)
        #expect(configuration.problems == [])
        configuration.routes[1].conversations = configuration.routes[0].conversations
        #expect(configuration.problems.count == 1)
    }
}

@Suite struct TopicPlanTests {
    private let plan = TopicPlan(.sample())

    @Test func compactsConversationsAndNothingElse() {
        for topic in plan.topics {
            let policy = topic.role == .conversations ? "compact" : "delete"
            #expect(topic.configuration["cleanup.policy"] == policy)
        }
    }

    @Test func givesConversationsAsManyPartitionsAsTheirQuestionsHave() {
        let missing = plan.missing(from: existing(["p.questions": 12]))
        #expect(missing.count == 6)
        #expect(missing.first { $0.name == "p.conversations" }?.partitions == 12)
        #expect(missing.first { $0.name == "p.replies" }?.partitions == 2)
    }

    @Test func namesTheCommandThatCreatesWhatIsMissing() {
        let problems = plan.problems(with: [:])
        #expect(problems.count == 7)
        #expect(problems.allSatisfy { $0.description.contains("passerelle topics create") })
    }

    @Test func refusesConversationsThatDoNotMatchTheirQuestions() {
        var topics = Dictionary(uniqueKeysWithValues: plan.topics.map { ($0.name, 2) })
        #expect(plan.problems(with: existing(topics)) == [])
        topics["p.conversations"] = 3
        #expect(plan.problems(with: existing(topics)).count == 1)
    }

    @Test func refusesConversationsThatAreForgottenByAge() {
        #expect(plan.problem(withSettings: ["cleanup.policy": "compact"], ofConversations: "c") == nil)
        #expect(plan.problem(withSettings: ["cleanup.policy": "compact,delete"], ofConversations: "c") != nil)
    }
}

@Suite struct ConversationStoreTests {
    @Test func showsAChangeAtOnceAndKeepsItOnlyIfCommitted() {
        let store = ConversationStore()
        store.stage(.replaced([1]), for: [0], at: 0)
        #expect(store[[0]] == [1])
        store.rollBack()
        #expect(store[[0]] == nil)
        store.stage(.replaced([2]), for: [0], at: 0)
        store.commit()
        store.stage(.removed, for: [0], at: 0)
        #expect(store[[0]] == nil)
        store.stage(.unchanged, for: [0], at: 0)
        #expect(store[[0]] == nil)
        store.rollBack()
        #expect(store[[0]] == [2])
        store.stage(.removed, for: [0], at: 0)
        store.commit()
        #expect(store.count == 0)
    }

    @Test func restoresTheNewestAndForgetsTombstones() {
        let store = ConversationStore()
        store.restore([0], [1], at: 0)
        store.restore([0], [2], at: 0)
        store.restore([1], [3], at: 0)
        store.restore([1], nil, at: 0)
        #expect(store[[0]] == [2])
        #expect(store.count == 1)
    }
}

@Suite struct SuspectsTests {
    private let partition = TopicPartition("q", 0)

    @Test func singlesOutTheQuestionThatIsRefused() {
        var suspects = RefusedRecords()
        suspects.refuse(first: [partition: 5], next: [partition: 8], count: 3)
        #expect((5...8).map { suspects.verdict(partition, $0) } == [.suspected, .suspected, .suspected, .innocent])
        suspects.settle([partition: 6])
        suspects.refuse(first: [partition: 6], next: [partition: 7], count: 1)
        #expect(suspects.verdict(partition, 6) == .refused)
        suspects.refuse(first: [partition: 6], next: [partition: 7], count: 1)
        #expect(suspects.verdict(partition, 6) == .refusedAsDeadLetter)
        suspects.settle([partition: 7])
        #expect(suspects.verdict(partition, 6) == .suspected)
        suspects.settle([partition: 8])
        #expect(suspects.verdict(partition, 7) == .innocent)
    }
}

@Suite struct RecordRouterTests {
    private let question = KafkaRecord(
        topic: "p.questions", partition: 3, offset: 7, timestamp: 0, key: [1], value: [2]
    )

    private func router(repliesPartitions: Int) -> RecordRouter {
        RecordRouter(.sample(), existing: existing(["p.questions": 4, "p.replies": repliesPartitions]))
    }

    @Test func keepsAReplyInItsQuestionsPartitionIfThereAreAsMany() {
        let reply = OutgoingRecord(channel: .replies, key: [1], value: [3], headers: [])
        #expect(router(repliesPartitions: 4).record(reply, for: question.topicPartition).partition == 3)
        #expect(router(repliesPartitions: 5).record(reply, for: question.topicPartition).partition == nil)
        #expect(router(repliesPartitions: 5).record(reply, for: question.topicPartition).topic == "p.replies")
    }

    @Test func keepsAConversationInItsQuestionsPartition() {
        let router = router(repliesPartitions: 5)
        let state = router.record(.replaced([9]), key: [1], headers: [], for: question.topicPartition)
        #expect(state == NewKafkaRecord(topic: "p.conversations", partition: 3, key: [1], value: [9]))
        #expect(router.record(.removed, key: [1], headers: [], for: question.topicPartition)?.value == .some(nil))
        #expect(router.record(.unchanged, key: [1], headers: [], for: question.topicPartition) == nil)
    }

    @Test func knowsEveryTopicThatIsWrittenTo() {
        #expect(router(repliesPartitions: 4).outputTopics.count == 6)
        #expect(!router(repliesPartitions: 4).outputTopics.contains("p.questions"))
    }
}
