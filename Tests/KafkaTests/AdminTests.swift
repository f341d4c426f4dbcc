import Kafka
import KafkaTesting
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

    @Test func takesNoAnswerOfALeaderThatMovedForAnEmptyPartition() throws {
        let mock = try MockCluster()
        let partition = TopicPartition("moving", 0)
        try mock.createTopic(partition.topic, partitions: 1)
        let producer = try Producer(mock.configuration, logger: TestCluster.logger)
        try producer.write((0..<5).map { NewKafkaRecord(partition.topic, "\($0)") }, timeout: .seconds(20))
        let admin = try Admin(mock.configuration, logger: TestCluster.logger)
        #expect(try admin.watermarks(of: partition, timeout: .seconds(20)) == Watermarks(low: 0, high: 5))
        // The first of two questions meets a leader that is none any more, the second one the new leader.
        mock.fail(.listOffsets, with: [KafkaError.Code(rawValue: 6)])
        let watermarks = try waitFor("watermarks") { () -> Watermarks? in
            do throws(KafkaError) {
                return try admin.watermarks(of: partition, timeout: .seconds(2))
            } catch {
                #expect(error.disposition == .retriable)
                return nil
            }
        }
        #expect(watermarks == Watermarks(low: 0, high: 5))
    }

    @Test func asksTheNewLeaderAfterOneHasMoved() throws {
        let mock = try MockCluster(brokers: 3)
        let partition = TopicPartition("moving", 0)
        try mock.createTopic(partition.topic, partitions: 1)
        let producer = try Producer(mock.configuration, logger: TestCluster.logger)
        try producer.write([NewKafkaRecord(partition.topic, "x")], timeout: .seconds(20))
        let admin = try Admin(mock.configuration, logger: TestCluster.logger)
        for leader in [1, 2, 3, 1] {
            try mock.setLeader(of: partition, broker: leader)
            let watermarks = try waitFor("watermarks from broker \(leader)") {
                try? admin.watermarks(of: partition, timeout: .seconds(2))
            }
            #expect(watermarks == Watermarks(low: 0, high: 1))
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
