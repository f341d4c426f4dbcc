import Kafka
import Testing

@testable import Service

@Suite(.serialized, .timeLimit(.minutes(20))) struct UnreadableBatchTests {
    @Test(arguments: [
        ("a codec that does not exist", RawBatch(codec: 7, count: 3, records: [1, 2, 3])),
        ("broken compression", RawBatch(codec: 1, count: 5, records: [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9])),
        ("damaged records", RawBatch(count: 2, records: [0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2, 3])),
    ])
    func passesOverABatchOnceAndGoesOn(_ damage: String, _ batch: RawBatch) async throws {
        try await Harness.run(partitions: 1, onMock: true) { harness in
            let questions = harness.configuration.routes[0].questions
            try await harness.ask([("c", "1")])
            try batch.write(to: questions, at: harness.configuration.kafka.bootstrapServers)
            try await harness.ask([("c", "2"), ("c", "3")])
            try await harness.withService {
                let replies = try await harness.read(harness.configuration.routes[0].replies) {
                    $0.contains { $0.text == "3 3" }
                }
                #expect(replies.map(\.text) == ["1 1", "2 2", "3 3"])
                let letters = try await harness.read(harness.configuration.topics.deadLetters) { !$0.isEmpty }
                #expect(letters.count == 1)
                #expect(letters.first?.headers == [KafkaHeader(name: "dlq.code", text: "batch-unreadable")])
                try await harness.logged.wait(for: "A batch of questions cannot be read")
            }
        }
    }
}
