import Kafka
import Testing

@Suite @KafkaTestActor struct RecordTests {
    private func roundTrip(_ records: (String) -> [NewKafkaRecord]) throws -> [KafkaRecord] {
        var result: [KafkaRecord] = []
        try TestCluster.withTopic { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            try producer.write(records(topic), timeout: .seconds(20))
            result = try PartitionReader(TestCluster.configuration(), logger: TestCluster.logger).all(of: topic)
        }
        return result
    }

    @Test func keepsNullAndEmptyApart() throws {
        let records = try roundTrip { topic in
            [
                NewKafkaRecord(topic: topic, partition: 0, key: nil, value: []),
                NewKafkaRecord(topic: topic, partition: 0, key: [], value: nil),
                NewKafkaRecord(topic: topic, partition: 0, key: [1], value: [0, 255]),
            ]
        }
        #expect(records.map(\.key) == [nil, [], [1]])
        #expect(records.map(\.value) == [[], nil, [0, 255]])
        #expect(records.map(\.offset) == [0, 1, 2])
        #expect(records.allSatisfy { $0.timestamp > 1_600_000_000_000 })
    }

    @Test func keepsHeadersInOrderWithRepeatsAndNulls() throws {
        let headers = [
            KafkaHeader(name: "b", text: "é"),
            KafkaHeader(name: "a", value: []),
            KafkaHeader(name: "b", value: nil),
        ]
        let records = try roundTrip { topic in
            [NewKafkaRecord(topic: topic, partition: 0, key: nil, value: nil, headers: headers)]
        }
        #expect(records.map(\.headers) == [headers])
    }

    @Test func partitionsByKeyAsJavaClientsDo() throws {
        try TestCluster.withTopic(partitions: 4) { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            let deliveries = try producer.write(
                ["kafka", "giberish123456789", ""].map { NewKafkaRecord(topic, "x", partition: nil, key: $0) },
                timeout: .seconds(20)
            )
            // murmur2 of the key as Java computes it, 0xd067cf64, 0x8f552b0c and 0x106e08d9: positive, modulo 4.
            #expect(deliveries.map(\.topicPartition.partition) == [0, 0, 1])
        }
    }

    @Test func refusesARecordThatIsTooLargeBeforeItIsSent() throws {
        try TestCluster.withTopic { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            let record = NewKafkaRecord(
                topic: topic, partition: 0, key: nil, value: [UInt8](repeating: 0, count: 1_100_000)
            )
            let error = #expect(throws: KafkaError.self) { try producer.write([record], timeout: .seconds(20)) }
            #expect(error?.code == .recordTooLarge)
            let deliveries = try producer.write([NewKafkaRecord(topic, "small")], timeout: .seconds(20))
            #expect(deliveries.map(\.topicPartition) == [TopicPartition(topic, 0)])
            #expect(deliveries.map(\.offset) == [0])
        }
    }

    @Test func writesAsManyAsTheQueueTakesAndMore() throws {
        try TestCluster.withTopic { topic in
            var configuration = try TestCluster.configuration()
            configuration.properties["queue.buffering.max.messages"] = "10"
            let producer = try Producer(configuration, logger: TestCluster.logger)
            let deliveries = try producer.write(
                (0..<200).map { NewKafkaRecord(topic, "\($0)") }, timeout: .seconds(20)
            )
            #expect(deliveries.map(\.offset) == Array(0..<200))
        }
    }
}

@Suite @KafkaTestActor struct PartitionReaderTests {
    @Test func beginsWhereItIsTold() throws {
        try TestCluster.withTopic { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            try producer.write((0..<5).map { NewKafkaRecord(topic, "\($0)") }, timeout: .seconds(20))
            let reader = try PartitionReader(TestCluster.configuration(), logger: TestCluster.logger)
            let partition = TopicPartition(topic, 0)
            try reader.assign([partition: .offset(3)])
            var texts: [String] = []
            let end = try waitFor("end") { () -> Int64? in
                switch reader.poll(timeout: .milliseconds(100)) {
                case .record(let record): texts.append(record.text)
                case .end(partition, let offset): return offset
                default: break
                }
                return nil
            }
            #expect(texts == ["3", "4"])
            #expect(end == 5)
            #expect(try reader.watermarks(of: partition, timeout: .seconds(20)) == Watermarks(low: 0, high: 5))
        }
    }

    @Test func tailsWhatComesLater() throws {
        try TestCluster.withTopic { topic in
            let producer = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            try producer.write([NewKafkaRecord(topic, "before")], timeout: .seconds(20))
            let reader = try PartitionReader(TestCluster.configuration(), logger: TestCluster.logger)
            try reader.assign([TopicPartition(topic, 0): .end])
            _ = try waitFor("end") { () -> Bool? in
                if case .end = reader.poll(timeout: .milliseconds(100)) { true } else { nil }
            }
            try producer.write([NewKafkaRecord(topic, "after")], timeout: .seconds(20))
            let record = try waitFor("record") { () -> KafkaRecord? in
                if case .record(let record) = reader.poll(timeout: .milliseconds(100)) { record } else { nil }
            }
            #expect(record.text == "after")
        }
    }
}
