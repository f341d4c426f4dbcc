import Kafka
import Testing

@Suite @KafkaTestActor struct AdminTests {
    @Test func listsTopicsWithoutCreatingAny() throws {
        try TestCluster.withTopic(partitions: 3) { topic in
            let admin = try Admin(TestCluster.configuration(), logger: TestCluster.logger)
            let topics = try admin.topics(timeout: .seconds(20))
            #expect(topics[topic]?.partitions == 3)
            #expect(topics[topic]?.replicationFactor == 1)
            #expect(topics[TestCluster.unique("absent")] == nil)
            #expect(try admin.watermarks(of: TopicPartition(topic, 2), timeout: .seconds(20)).high == 0)
        }
    }

    @Test func saysThatNoBrokerAnswers() throws {
        let admin = try Admin(KafkaConfiguration(bootstrapServers: "127.0.0.1:1"), logger: TestCluster.logger)
        let error = #expect(throws: KafkaError.self) { try admin.topics(timeout: .milliseconds(300)) }
        #expect(error?.disposition == .retriable)
        #expect(error?.advice.contains("bootstrap.servers") == true)
    }

    @Test func createsATopicOnce() throws {
        let admin = try Admin(TestCluster.configuration(), logger: TestCluster.logger)
        let topic = NewTopic(
            name: TestCluster.unique("topic"), partitions: 2, replicationFactor: 1,
            configuration: ["cleanup.policy": "compact"]
        )
        try admin.create(topic, timeout: .seconds(20))
        defer { try? admin.delete(topic: topic.name, timeout: .seconds(20)) }
        let error = #expect(throws: KafkaError.self) { try admin.create(topic, timeout: .seconds(20)) }
        #expect(error?.code == .topicAlreadyExists)
        let settings = try admin.configuration(ofTopic: topic.name, timeout: .seconds(20))
        #expect(settings["cleanup.policy"] == "compact")
    }
}
