import Kafka
import KafkaTesting
import Testing

@Suite @KafkaTestActor struct TransactionTests {
    private func makeProducer(
        _ configuration: KafkaConfiguration? = nil,
        id: String = TestCluster.unique("producer")
    ) throws -> TransactionalProducer {
        let producer = try TransactionalProducer(
            configuration ?? TestCluster.configuration(), transactionalID: id, logger: TestCluster.logger
        )
        _ = try waitFor("transactional producer") { () -> Bool? in
            do throws(KafkaError) {
                try producer.initialize(timeout: .seconds(2))
                return true
            } catch  where error.disposition == .retriable {
                return nil
            }
        }
        return producer
    }

    @Test func writesWhatItCommits() throws {
        try TestCluster.withTopic { topic in
            let producer = try makeProducer()
            try producer.open(topics: [topic])
            for round in 0..<3 {
                try producer.begin()
                try producer.write(NewKafkaRecord(topic, "\(round)"))
                try producer.flush(timeout: .seconds(10))
                try producer.commit(timeout: .seconds(10))
            }
            let reader = try PartitionReader(TestCluster.configuration(), logger: TestCluster.logger)
            let records = try reader.all(of: topic)
            #expect(records.map(\.text) == ["0", "1", "2"])
            #expect(producer.writtenEnds == [TopicPartition(topic, 0): (records.last?.offset ?? 0) + 1])
        }
    }

    @Test func commitsPromptlyFromTheFirstRecordOn() throws {
        try TestCluster.withTopic { topic in
            let producer = try makeProducer()
            try producer.open(topics: [topic])
            // The topic is known once librdkafka's first question about it is answered.
            for _ in 0..<2 {
                try producer.begin()
                try producer.write(NewKafkaRecord(topic, "x"))
                try producer.commit(timeout: .seconds(10))
            }
            let duration = try ContinuousClock().measure {
                try producer.begin()
                try producer.write(NewKafkaRecord(topic, "x"))
                try producer.commit(timeout: .seconds(10))
            }
            #expect(duration < .milliseconds(900))
        }
    }

    @Test func hidesWhatItAborts() throws {
        try TestCluster.withTopic { topic in
            let producer = try makeProducer()
            try producer.begin()
            try producer.write(NewKafkaRecord(topic, "aborted"))
            try producer.flush(timeout: .seconds(10))
            try producer.abort(timeout: .seconds(10))
            try producer.begin()
            try producer.write(NewKafkaRecord(topic, "committed"))
            try producer.commit(timeout: .seconds(10))
            let reader = try PartitionReader(TestCluster.configuration(), logger: TestCluster.logger)
            #expect(try reader.all(of: topic).map(\.text) == ["committed"])
        }
    }

    @Test func commitsOffsetsWithTheRecords() throws {
        try TestCluster.withTopic { topic in
            let source = try Producer(TestCluster.configuration(), logger: TestCluster.logger)
            try source.write((0..<3).map { NewKafkaRecord(topic, "\($0)") }, timeout: .seconds(20))
            let consumer = try Consumer(
                TestCluster.configuration(), group: TestCluster.unique("group"), instance: "1",
                logger: TestCluster.logger
            )
            try consumer.subscribe(to: [topic])
            _ = try consumer.records(3)
            let producer = try makeProducer()
            let partition = TopicPartition(topic, 0)
            try producer.begin()
            try producer.send(
                offsets: [partition: CommittedOffset(1, metadata: "first")], of: consumer, timeout: .seconds(10))
            try producer.commit(timeout: .seconds(10))
            #expect(
                try consumer.committed([partition], timeout: .seconds(10)) == [
                    partition: CommittedOffset(1, metadata: "first")
                ])
            try producer.begin()
            try producer.send(offsets: [partition: CommittedOffset(2)], of: consumer, timeout: .seconds(10))
            try producer.abort(timeout: .seconds(10))
            #expect(
                try consumer.committed([partition], timeout: .seconds(10)) == [
                    partition: CommittedOffset(1, metadata: "first")
                ])
        }
    }

    @Test func shutsAnOlderProducerOfTheSameNameOut() throws {
        try TestCluster.withTopic { topic in
            let id = TestCluster.unique("producer")
            let older = try makeProducer(id: id)
            try older.begin()
            try older.write(NewKafkaRecord(topic, "older"))
            try older.flush(timeout: .seconds(10))
            let newer = try makeProducer(id: id)
            try newer.begin()
            try newer.write(NewKafkaRecord(topic, "newer"))
            try newer.commit(timeout: .seconds(10))
            let error = #expect(throws: KafkaError.self) { try older.commit(timeout: .seconds(10)) }
            #expect(error?.disposition == .fatal)
            let reader = try PartitionReader(TestCluster.configuration(), logger: TestCluster.logger)
            #expect(try reader.all(of: topic).map(\.text) == ["newer"])
        }
    }
}

/// What librdkafka makes of a broker's errors. A version that decides otherwise must be known before it is used.
@Suite @KafkaTestActor struct TransactionErrorTests {
    private let cluster: MockCluster
    private let producer: TransactionalProducer

    init() throws {
        cluster = try MockCluster()
        try cluster.createTopic("output", partitions: 1)
        producer = try TransactionalProducer(
            cluster.configuration, transactionalID: "producer", logger: TestCluster.logger
        )
        try producer.open(topics: ["output"])
    }

    private func commitError() throws -> KafkaError? {
        try producer.initialize(timeout: .seconds(10))
        try producer.begin()
        try producer.write(NewKafkaRecord("output", "x"))
        do throws(KafkaError) {
            try producer.commit(timeout: .seconds(3))
            return nil
        } catch {
            return error
        }
    }

    @Test func aFencedProducerIsOfNoMoreUse() throws {
        cluster.fail(.initProducerID, with: [.producerFenced])
        let error = #expect(throws: KafkaError.self) { try producer.initialize(timeout: .seconds(10)) }
        #expect(error?.disposition == .fatal)
        #expect(throws: KafkaError.self) { try producer.poll() }
    }

    @Test func aRecordThatTheBrokerRefusesAbortsTheTransaction() throws {
        cluster.fail(.produce, with: [.recordTooLarge])
        let error = try commitError()
        #expect(error?.disposition == .abortable)
        #expect(error?.code == .recordTooLarge)
        cluster.clearFailures(of: .produce)
        try producer.abort(timeout: .seconds(10))
    }

    @Test func aCommitWhoseOutcomeIsOpenIsMadeAgain() throws {
        let unavailable = KafkaError.Code(rawValue: 15)
        cluster.fail(.endTransaction, with: Array(repeating: unavailable, count: 1000))
        #expect(try commitError()?.disposition == .retriable)
        cluster.clearFailures(of: .endTransaction)
        _ = try waitFor("commit") { () -> Bool? in
            do throws(KafkaError) {
                try producer.commit(timeout: .seconds(3))
                return true
            } catch  where error.disposition == .retriable {
                return nil
            }
        }
    }

    @Test func aBrokenConnectionIsMendedWithoutAWord() throws {
        cluster.fail(.produce, with: [.transport])
        #expect(try commitError() == nil)
    }

    @Test func aStaleGenerationAbortsTheTransaction() throws {
        let consumer = try Consumer(
            cluster.configuration, group: "group", instance: "1", logger: TestCluster.logger
        )
        try producer.initialize(timeout: .seconds(10))
        try producer.begin()
        try producer.write(NewKafkaRecord("output", "x"))
        let illegalGeneration = KafkaError.Code(rawValue: 22)
        cluster.fail(.commitTransactionOffsets, with: [illegalGeneration])
        let error = #expect(throws: KafkaError.self) {
            try producer.send(
                offsets: [TopicPartition("input", 0): CommittedOffset(1)], of: consumer, timeout: .seconds(5))
        }
        #expect(error?.disposition == .abortable)
        try producer.abort(timeout: .seconds(10))
    }

    @Test func offsetsThatNobodyTakesDoNotHoldTheProgramUp() throws {
        let consumer = try Consumer(
            cluster.configuration, group: "group", instance: "1", logger: TestCluster.logger
        )
        try producer.initialize(timeout: .seconds(10))
        try producer.begin()
        try producer.write(NewKafkaRecord("output", "x"))
        try producer.flush(timeout: .seconds(10))
        try cluster.setReachable(false)
        var error: KafkaError?
        let duration = ContinuousClock().measure {
            error = #expect(throws: KafkaError.self) {
                try producer.send(
                    offsets: [TopicPartition("input", 0): CommittedOffset(1)], of: consumer, timeout: .seconds(2))
            }
        }
        #expect(duration < .seconds(5))
        #expect(error?.disposition != .retriable)
        let closing = ContinuousClock().measure {
            producer.close(timeout: .seconds(1))
            consumer.close(timeout: .seconds(1))
        }
        #expect(closing < .seconds(4))
        try cluster.setReachable(true)
    }
}
