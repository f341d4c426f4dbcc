import Contract
import Foundation
import TestTexts
import Testing
import Text

/// What the service writes is read by the same types, and written by them again as it was.
@Suite struct ReadBackTests {
    private func lines(_ name: String, _ language: Language) throws -> [String] {
        try String(contentsOf: GoldenFile.folder.appending(path: "\(name)-\(language.rawValue).jsonl"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    private func written(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: JSONText.clean(try encoder.encode(value)), as: UTF8.self)
    }

    @Test(arguments: Language.allCases) func everyReply(language: Language) throws {
        let lines = try lines("replies", language)
        try #require(lines.count > 10)
        for line in lines {
            let reply = try #require(ReplyMessage(Array(line.utf8)), "\(line.prefix(200))")
            #expect(String(decoding: reply.bytes, as: UTF8.self) == line)
        }
    }

    @Test(arguments: Language.allCases) func everyEvent(language: Language) throws {
        var kinds: Set<Substring> = []
        for line in try lines("events", language) {
            let start = try #require(line.firstIndex(of: "{"))
            let (kind, json) = (line.prefix { $0 != " " }, String(line[start...]))
            let data = Data(json.utf8)
            switch kind {
            case "insights":
                #expect(try written(JSONDecoder().decode(InsightMessage.self, from: data)) == json)
            case "handoffs":
                #expect(try written(JSONDecoder().decode(HandoffMessage.self, from: data)) == json)
            default: continue
            }
            kinds.insert(kind)
        }
        #expect(kinds.contains("insights") && (language == .en || kinds.contains("handoffs")))
    }

    @Test(arguments: Language.allCases) func everySubmission(language: Language) throws {
        let line = try String(
            contentsOf: GoldenFile.folder.appending(path: "submission-\(language.rawValue).json"), encoding: .utf8
        ).split(separator: "\n")[0]
        let submission = try JSONDecoder().decode(SubmissionMessage.self, from: Data(line.utf8))
        #expect(String(decoding: submission.value, as: UTF8.self) == line)
    }

    @Test func aReplyOfAnotherVersionIsReadAsFarAsItIsNeeded() throws {
        let reply = try #require(
            ReplyMessage(
                Array(
                    #"""
                    {"conversation":"c","question":{"id":"1","source":"s"},"sequence":3,"language":"en","outcome":"to-come","intent":{"id":"new.intent"},
                    "text":"Hello","suggestions":[{"id":"a","title":"A","icon":"x"}],"later":[1],"explanation":{"other":true}}
                    """#.utf8)))
        #expect(reply.outcome == "to-come" && reply.intent.id == "new.intent" && reply.markdown == "Hello")
        #expect(reply.suggestions.map(\.id) == ["a"] && reply.explanation == nil)
        #expect(ReplyMessage(Array(#"{"conversation":"c"}"#.utf8)) == nil)
    }
}
