import EmbeddedBroker
import Kafka
import KafkaTesting
import Testing

@testable import Service

/// What a leader that is none any more says of the conversations.
@Suite(.serialized, .timeLimit(.minutes(20))) struct StaleLeaderTests {
    @Test(arguments: [
        ("it leads no longer, then it does", [StaleLeader.Answer.notLeader]),
        ("only its first answer fails", [.offsets(low: 0, high: 52), .notLeader]),
        ("it knows of no record", Array(repeating: .offsets(low: 0, high: 0), count: 6)),
        ("all before its end is gone", Array(repeating: .offsets(low: 5_000, high: 5_000), count: 6)),
        ("it has seen the beginning only", Array(repeating: .offsets(low: 0, high: 10), count: 6)),
        ("its offsets are none", Array(repeating: .offsets(low: -5, high: -7), count: 6)),
        ("its offsets are absurd", Array(repeating: .offsets(low: .max, high: .max), count: 6)),
    ])
    func answersNobodyFromLessThanWasWritten(_ situation: String, _ answers: [StaleLeader.Answer]) async throws {
        let broker = try TestBroker.start()
        try await Harness.run(partitions: 1, on: broker.bootstrapServers) { harness in
            let route = harness.configuration.routes[0]
            try await harness.ask((0..<50).map { ("c", "q\($0)") })
            try await harness.withService { _ = try await harness.replies(50) }
            try await broker.answerOffsets(of: route.conversations, partition: 0, with: answers)
            try await harness.ask([("c", "q50")])
            try await harness.withService {
                let replies = try await harness.read(route.replies) { $0.contains { $0.text.hasSuffix("q50") } }
                #expect(replies.last?.text == "51 q50")
            }
        }
        try await broker.shutdown()
    }
}
