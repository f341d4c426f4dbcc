import Kafka
import KafkaTesting
import Testing
import Text

@testable import Service

@Suite(.serialized, .timeLimit(.minutes(20))) struct ServiceTests {
    private func questions(_ count: Int, conversations: Int = 5) -> [(key: String, text: String)] {
        (0..<count).map { (key: "c\($0 % conversations)", text: "q\($0)") }
    }

    /// Replies of each conversation, in order.
    private func sequences(_ replies: [KafkaRecord]) -> [String: [String]] {
        var sequences: [String: [String]] = [:]
        for reply in replies {
            sequences[reply.conversation, default: []].append(reply.text)
        }
        return sequences
    }

    private func expected(_ questions: [(key: String, text: String)]) -> [String: [String]] {
        var expected: [String: [String]] = [:]
        for (key, text) in questions {
            let count = expected[key, default: []].count + 1
            expected[key, default: []].append("\(count) \(text)")
        }
        return expected
    }

    @Test func answersEveryQuestionOnceAndInOrder() async throws {
        try await Harness.run { harness in
            let questions = questions(2000)
            try await harness.ask(questions)
            try await harness.withService {
                let replies = try await harness.replies(questions.count)
                #expect(replies.count == questions.count)
                #expect(sequences(replies) == expected(questions))
            }
            let states = try await harness.read(harness.configuration.routes[0].conversations) { !$0.isEmpty }
            let questionPartitions = try await harness.read(harness.configuration.routes[0].questions) { !$0.isEmpty }
            let newest = Dictionary(states.map { ($0.conversation, $0) }) { $1 }
            for question in questionPartitions {
                #expect(newest[question.conversation]?.text == "400")
                #expect(newest[question.conversation]?.partition == question.partition)
                #expect(newest[question.conversation]?.headers.first?.name == "cause")
            }
            let insights = try await harness.read(harness.configuration.topics.insights) { $0.count == 2000 }
            #expect(insights.allSatisfy { $0.key == nil })
        }
    }

    @Test func goesOnWithAConversationAfterARestart() async throws {
        try await Harness.run { harness in
            try await harness.ask([("c", "1"), ("c", "2"), ("d", "1"), ("d", "forget")])
            try await harness.withService { _ = try await harness.replies(4) }
            try await harness.ask([("e", "1")])
            try await harness.withService {
                let replies = try await harness.read(harness.configuration.routes[0].replies) { replies in
                    replies.contains { $0.conversation == "e" } && replies.count >= 5
                }
                let counts = sequences(replies)
                #expect(counts["c"] == ["1 1", "2 2"])
                #expect(counts["e"] == ["1 1"])
            }
            try await harness.ask([("d", "2")])
            try await harness.withService {
                let replies = try await harness.read(harness.configuration.routes[0].replies) { replies in
                    replies.contains { $0.text == "1 2" }
                }
                #expect(replies.contains { $0.conversation == "d" && $0.text == "1 2" })
            }
        }
    }

    @Test func putsWhatCannotBeAnsweredAside() async throws {
        try await Harness.run { harness in
            try await harness.ask([("c", "1"), ("c", "poison"), ("c", "big"), ("c", "2")])
            try await harness.withService {
                let replies = try await harness.replies(2)
                #expect(replies.map(\.text) == ["1 1", "2 2"])
                let letters = try await harness.read(harness.configuration.topics.deadLetters) { $0.count == 2 }
                #expect(letters.map(\.text) == ["poison", "big"])
                #expect(
                    letters.flatMap(\.headers) == [
                        KafkaHeader(name: "dlq.code", text: "poison"),
                        KafkaHeader(name: "dlq.code", text: "output-too-large"),
                    ])
            }
        }
    }

    @Test func sharesThePartitionsAmongItsPumps() async throws {
        try await Harness.run(partitions: 4) { harness in
            var configuration = harness.configuration
            configuration.pumps = 2
            let questions = questions(200, conversations: 20)
            try await harness.ask(questions)
            let service = try PasserelleService(configuration, handler: CountingHandler(), logger: Harness.logger)
            let task = Task { try await service.run() }
            let replies = try await harness.replies(questions.count)
            task.cancel()
            try await task.value
            #expect(sequences(replies) == expected(questions))
        }
    }

    @Test func saysHowToCreateTheTopicsThatAreMissing() async throws {
        try await Harness.run(createsTopics: false) { harness in
            let service = try PasserelleService(
                harness.configuration, handler: CountingHandler(), logger: Harness.logger
            )
            let error = await #expect(throws: ServiceStartError.self) { try await service.run() }
            #expect(error?.problems.count == 7)
            #expect(error?.description.contains("passerelle topics create") == true)
        }
    }

    @Test func stopsWhileNoBrokerAnswers() async throws {
        let logged = LoggedMessages()
        let service = try PasserelleService(.sample(), handler: CountingHandler(), logger: logged.logger)
        let task = Task { try await service.run() }
        try await logged.wait(for: "Kafka does not answer; trying again.")
        task.cancel()
        try await task.value
    }

    @Test func answersOnceAcrossRestarts() async throws {
        try await Harness.run { harness in
            var all: [(key: String, text: String)] = []
            for round in 0..<4 {
                let more = (0..<100).map { (key: "c\($0 % 5)", text: "r\(round)q\($0)") }
                all += more
                try await harness.ask(more)
                let count = all.count - 50
                try await harness.withService { _ = try await harness.replies(count) }
            }
            let count = all.count
            try await harness.withService {
                let replies = try await harness.replies(count)
                #expect(replies.count == count)
                #expect(sequences(replies) == expected(all))
            }
        }
    }
}

/// What the service does when the brokers do not do what they should.
@Suite(.serialized, .timeLimit(.minutes(20))) struct ServiceFaultTests {
    private func questions(_ range: Range<Int>) -> [(key: String, text: String)] {
        range.map { (key: "c", text: "q\($0)") }
    }

    /// Runs the service with faults, and checks that the questions are answered in order and none is skipped. What an
    /// abort leaves behind on the mock, which hides nothing, is the same reply again.
    private func expectAnswers(
        _ count: Int,
        faults: (MockCluster) throws -> Void,
        after: (Harness, MockCluster) async throws -> Void = { _, _ in }
    ) async throws {
        try await Harness.run(onMock: true) { harness in
            let mock = try #require(harness.mock)
            try faults(mock)
            try await harness.ask(questions(0..<count))
            try await harness.withService {
                try await after(harness, mock)
                let expected = (0..<count).map { "\($0 + 1) q\($0)" }
                let replies = try await harness.read(harness.configuration.routes[0].replies) { replies in
                    replies.contains { $0.text == expected.last }
                }
                var distinct: [String] = []
                for reply in replies where !distinct.contains(reply.text) { distinct.append(reply.text) }
                #expect(distinct == expected)
            }
        }
    }

    @Test func answersAgainAfterAnAbort() async throws {
        let illegalGeneration = KafkaError.Code(rawValue: 22)
        try await expectAnswers(20) { mock in
            mock.fail(.commitTransactionOffsets, with: [illegalGeneration, illegalGeneration])
        }
    }

    @Test func beginsAnewWhenItsProducerIsFenced() async throws {
        try await expectAnswers(20) { mock in mock.fail(.endTransaction, with: [.producerFenced]) }
    }

    @Test func commitsAgainWhileTheOutcomeIsOpen() async throws {
        let unavailable = KafkaError.Code(rawValue: 15)
        try await expectAnswers(20) { mock in
            mock.fail(.endTransaction, with: Array(repeating: unavailable, count: 20))
        }
    }

    @Test func recoversWhenTheBrokersReturn() async throws {
        try await Harness.run(onMock: true) { harness in
            let mock = try #require(harness.mock)
            try await harness.ask(questions(0..<5))
            try mock.setReachable(false)
            try await harness.withService {
                try await harness.logged.wait(for: "Kafka does not answer; trying again.")
                try mock.setReachable(true)
                _ = try await harness.replies(5)
                try mock.setReachable(false)
                try await harness.logged.wait(for: "_ALL_BROKERS_DOWN")
                try mock.setReachable(true)
                try await harness.ask(questions(5..<10))
                let replies = try await harness.read(harness.configuration.routes[0].replies) { replies in
                    replies.contains { $0.text == "10 q9" }
                }
                #expect(Set(replies.map(\.text)) == Set((0..<10).map { "\($0 + 1) q\($0)" }))
                try await harness.logged.wait(for: "Kafka answers again.")
            }
        }
    }

    @Test func stopsWhileTheOutcomeOfATransactionIsOpen() async throws {
        let unavailable = KafkaError.Code(rawValue: 15)
        try await Harness.run(onMock: true) { harness in
            let mock = try #require(harness.mock)
            mock.fail(.endTransaction, with: Array(repeating: unavailable, count: 10_000))
            try await harness.ask(questions(0..<5))
            try await harness.withService {
                try await harness.logged.wait(for: "Kafka keeps a transaction waiting.")
            }
            mock.clearFailures(of: .endTransaction)
        }
    }

    @Test func stopsWhenTheBrokersLeaveInTheMiddle() async throws {
        try await Harness.run(onMock: true) { harness in
            let mock = try #require(harness.mock)
            try await harness.ask(questions(0..<5))
            try await harness.withService {
                _ = try await harness.replies(5)
                try mock.setReachable(false)
                try await harness.logged.wait(for: "_ALL_BROKERS_DOWN")
            }
            try mock.setReachable(true)
        }
    }

    @Test func putsAQuestionAsideWhoseOutputsTheBrokersRefuse() async throws {
        try await Harness.run(partitions: 1, onMock: true) { harness in
            let mock = try #require(harness.mock)
            try await harness.ask(questions(0..<3))
            mock.fail(.produce, with: [.recordTooLarge])
            try await harness.withService {
                try await harness.logged.wait(for: "Connecting anew")
                // All three were refused together; now the first one is refused alone.
                mock.fail(.produce, with: [.recordTooLarge])
                try await harness.logged.wait(for: "Connecting anew", count: 2)
                let letters = try await harness.read(harness.configuration.topics.deadLetters) { !$0.isEmpty }
                #expect(letters.map(\.text) == ["q0"])
                #expect(letters.first?.headers == [KafkaHeader(name: "dlq.code", text: "output-refused")])
                _ = try await harness.read(harness.configuration.routes[0].replies) { replies in
                    replies.contains { $0.text.hasSuffix("q2") }
                }
            }
        }
    }
}
