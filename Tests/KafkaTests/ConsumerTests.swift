import Kafka
import Testing

@Suite @KafkaTestActor struct ConsumerTests {
    private func makeConsumer(group: String, instance: String = "1") throws -> Consumer {
        try Consumer(TestCluster.configuration(), group: group, instance: instance, logger: TestCluster.logger)
    }

    @Test func readsAPartitionFromItsBeginning() throws {
        try TestCluster.withTopic(partitions: 2) { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            try producer.write(
                (0..<10).map { NewKafkaRecord(topic, "\($0)", partition: Int32($0 % 2)) }, timeout: .seconds(20)
            )
            let consumer = try makeConsumer(group: TestCluster.unique("group"))
            try consumer.subscribe(to: [topic])
            let records = try consumer.records(10)
            #expect(records.filter { $0.partition == 0 }.map(\.text) == ["0", "2", "4", "6", "8"])
            #expect(records.filter { $0.partition == 1 }.map(\.text) == ["1", "3", "5", "7", "9"])
            let committed = try consumer.committed([TopicPartition(topic, 0)], timeout: .seconds(20))
            #expect(committed.isEmpty)
        }
    }

    @Test func tellsARebalanceBeforeAnyRecordAndWaitsForTheAnswer() throws {
        try TestCluster.withTopic { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            try producer.write([NewKafkaRecord(topic, "x")], timeout: .seconds(20))
            let consumer = try makeConsumer(group: TestCluster.unique("group"))
            try consumer.subscribe(to: [topic])
            let event = try waitFor("rebalance") { consumer.poll(timeout: .milliseconds(100)) }
            guard case .rebalance(.assigned(let partitions)) = event else {
                Issue.record("\(event) came first")
                return
            }
            #expect(partitions == [TopicPartition(topic, 0)])
            let early = consumer.poll(timeout: .milliseconds(300))
            #expect(early == nil, "a record came before the answer")
            try consumer.assign(partitions)
            #expect(try consumer.records(1).map(\.text) == ["x"])
        }
    }

    @Test func goesBackToExactlyTheOffsetsAskedFor() throws {
        try TestCluster.withTopic(partitions: 2) { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            try producer.write(
                (0..<1000).map { NewKafkaRecord(topic, "\($0)", partition: Int32($0 % 2)) }, timeout: .seconds(20)
            )
            let consumer = try makeConsumer(group: TestCluster.unique("group"))
            try consumer.subscribe(to: [topic])
            var started: Set<Int32> = []
            while started.count < 2 { started.formUnion(try consumer.records(1).map(\.partition)) }
            for round in 1...20 {
                // Back and forth, while records of both partitions wait in the queue.
                let target = Int64(round * 37 % 101)
                try consumer.seek(to: [TopicPartition(topic, 0): target, TopicPartition(topic, 1): target])
                var first: [Int32: Int64] = [:]
                while first.count < 2, let record = try consumer.records(1).first {
                    first[record.partition] = first[record.partition] ?? record.offset
                }
                #expect(first == [0: target, 1: target], "round \(round)")
            }
        }
    }

    @Test func closesInTimeWithAnUnansweredRebalance() throws {
        try TestCluster.withTopic { topic in
            let consumer = try makeConsumer(group: TestCluster.unique("group"))
            try consumer.subscribe(to: [topic])
            _ = try waitFor("rebalance") { consumer.poll(timeout: .milliseconds(100)) }
            let limit = Duration.seconds(300)
            #expect(ContinuousClock().measure { consumer.close(timeout: limit) } < limit)
        }
    }

    @Test func takesPartInCooperativeGroups() throws {
        try TestCluster.withTopic { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            try producer.write([NewKafkaRecord(topic, "x")], timeout: .seconds(20))
            var configuration = try TestCluster.configuration()
            configuration.properties["partition.assignment.strategy"] = "cooperative-sticky"
            let consumer = try Consumer(
                configuration, group: TestCluster.unique("group"), instance: "1", logger: TestCluster.logger
            )
            try consumer.subscribe(to: [topic])
            #expect(try consumer.records(1).map(\.text) == ["x"])
            let limit = Duration.seconds(300)
            #expect(ContinuousClock().measure { consumer.close(timeout: limit) } < limit)
        }
    }

    @Test func closesInTimeBeforeItHasJoined() throws {
        try TestCluster.withTopic { topic in
            let consumer = try makeConsumer(group: TestCluster.unique("group"))
            try consumer.subscribe(to: [topic])
            let limit = Duration.seconds(300)
            #expect(ContinuousClock().measure { consumer.close(timeout: limit) } < limit)
        }
    }

    @Test func sharesPartitionsWithAnotherMember() throws {
        try TestCluster.withTopic(partitions: 2) { topic in
            let group = TestCluster.unique("group")
            let first = try makeConsumer(group: group, instance: "1")
            try first.subscribe(to: [topic])
            var owned: [Int: [TopicPartition]] = [:]
            func serve(_ number: Int, _ consumer: Consumer) throws {
                switch consumer.poll(timeout: .milliseconds(50)) {
                case .rebalance(.assigned(let partitions)):
                    owned[number] = partitions
                    try consumer.assign(partitions)
                case .rebalance(.revoked(let partitions, let isLost)):
                    #expect(!isLost)
                    owned[number] = []
                    try consumer.unassign(partitions)
                default: break
                }
            }
            _ = try waitFor("first assignment") { () -> Bool? in
                try serve(1, first)
                return owned[1]?.count == 2 ? true : nil
            }
            let second = try makeConsumer(group: group, instance: "2")
            try second.subscribe(to: [topic])
            _ = try waitFor("shared assignment", within: .seconds(60)) { () -> Bool? in
                try serve(1, first)
                try serve(2, second)
                return owned[1]?.count == 1 && owned[2]?.count == 1 ? true : nil
            }
            #expect(Set(owned.values.joined()).count == 2)
        }
    }
}
