import Contract
import Dialogue
import Foundation
import Kafka
import Testing

@testable import Service

/// The loop with what it is made for: the assistant and its content.
@Suite(.timeLimit(.minutes(20))) struct RealContentTests {
    private struct Reply: Decodable {
        var sequence: Int
        var language: String
        var text: String
    }

    @Test func answersInTheLanguageOfTheQuestion() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let content = try LoadedContent.load(
            intents: root.appending(path: "intents").path(), knowledge: root.appending(path: "knowledge").path()
        )
        try await Harness.run { harness in
            try await harness.ask([
                ("c", #"{"text": "Bonjour, comment vendre aux grandes entreprises ?"}"#),
                ("c", #"{"text": "Merci beaucoup !"}"#),
                ("d", #"{"text": "Hello, how do I sell to large companies?"}"#),
                ("d", "not JSON"),
            ])
            try await harness.withService(TurnProcessor(content: content)) {
                var replies: [String: [Reply]] = [:]
                for record in try await harness.replies(3) {
                    let reply = try JSONDecoder().decode(Reply.self, from: Data(record.value ?? []))
                    replies[record.conversation, default: []].append(reply)
                }
                #expect(replies["c"]?.map(\.sequence) == [1, 2])
                #expect(replies["c"]?.map(\.language) == ["fr", "fr"])
                #expect(replies["d"]?.map(\.language) == ["en"])
                #expect(replies.values.joined().allSatisfy { !$0.text.isEmpty })
                let letters = try await harness.read(harness.configuration.topics.deadLetters) { !$0.isEmpty }
                #expect(letters.map(\.text) == ["not JSON"])
            }
        }
    }
}
