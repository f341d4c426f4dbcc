import Content
import Contract
import Dialogue
import Foundation
import Knowledge
import Testing
import Text

/// No question makes a conversation, or a reply, grow without a bound.
@Suite struct BoundTests {
    private static let content = Result { try content { _ in } }

    private static func content(_ change: (inout String) -> Void) throws -> LoadedContent {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        let knowledge = try ContentFolder.files(under: root, named: "knowledge").map { file in
            guard file.path.hasSuffix("supplier-common.yaml") else { return file }
            var text = String(decoding: file.bytes, as: UTF8.self)
            change(&text)
            return ContentFile(path: file.path, text: text)
        }
        return try LoadedContent.load(intents: ContentFolder.files(under: root, named: "intents"), knowledge: knowledge)
    }

    private struct Talk {
        let processor: TurnProcessor
        var state: [UInt8]?
        private var count: Int64 = 0

        init(_ content: Result<LoadedContent, any Error>, state: [UInt8]? = nil) throws {
            processor = TurnProcessor(content: try content.get())
            self.state = state
        }

        mutating func process(_ question: [String: Any], headers: [RecordHeader] = []) throws -> ProcessedTurn {
            count += 1
            let record = IncomingRecord(
                topic: "bounds", partition: 0, offset: count, timestamp: 1_767_323_045_678 + count,
                key: Array("c".utf8),
                value: Array(try JSONSerialization.data(withJSONObject: question)), headers: headers)
            let turn = processor.process(record, state: state)
            if case .replaced(let bytes) = turn.state {
                #expect(bytes.count <= 16 * 1024)
                state = bytes
            }
            return turn
        }

        mutating func ask(_ question: [String: Any]) throws -> [String: Any] {
            let value = try #require(try process(question).records.first { $0.channel == .replies }?.value)
            #expect(value.count <= 64 * 1024)
            return try #require(try JSONSerialization.jsonObject(with: Data(value)) as? [String: Any])
        }

        mutating func say(_ text: String) throws -> [String: Any] { try ask(["text": text]) }
    }

    private func rejection(_ reply: [String: Any]) -> String? { (reply["rejected"] as? [String: String])?["code"] }

    private func problem(_ reply: [String: Any]) -> String? {
        ((reply["questionnaire"] as? [String: Any])?["problem"] as? [String: String])?["code"]
    }

    @Test func aLongChoiceIsRejectedAndLeavesNothing() throws {
        var talk = try Talk(Self.content)
        let named = String(repeating: " certification=b-corp", count: 9500)
        #expect(rejection(try talk.ask(["choice": "certification.compare" + named])) == "unknown-choice")
        #expect(rejection(try talk.ask(["choices": Array(repeating: "a", count: 100_000)])) == "unknown-choice")
        #expect(rejection(try talk.ask(["choices": [named]])) == "unknown-choice")
        #expect(rejection(try talk.say("/certification.compare" + named)) == "text-too-long")
        #expect(try #require(talk.state).count < 1024)
    }

    @Test func whatIsNamedAgainIsNamedOnce() throws {
        var talk = try Talk(Self.content)
        let named = String(repeating: " certification=b-corp", count: 90)
        let reply = try talk.ask(["choice": "certification.compare" + named + " certification=ecovadis"])
        #expect((reply["entities"] as? [Any])?.count == 2)
        #expect(try #require(talk.state).count < 2048)
    }

    @Test func aComparisonThatGrowsStaysWithinItsBounds() throws {
        var talk = try Talk(Self.content)
        _ = try talk.say("Compare B Corp et EcoVadis")
        for certification in try Self.content.get().engine.knowledge.certifications {
            _ = try talk.say("et \(certification.name.fr)?")
        }
        let all = try Self.content.get().engine.knowledge.certifications.map(\.name.fr).joined(separator: ", ")
        let reply = try talk.say("Compare " + all.prefix(3900))
        #expect((reply["entities"] as? [Any])?.count ?? 0 <= 32)
    }

    @Test(arguments: [true, false])
    func aTextOfFiguresHasAReplyOfUsualSize(explains: Bool) throws {
        for text in [
            String(repeating: "1%", count: 2000), (1...1000).map { "\($0)%" }.joined(separator: " "),
            (1...250).map { "a\($0)@example.org" }.joined(separator: " "), String(repeating: "a ", count: 2000),
            String(repeating: "𝔸", count: 4000), String(repeating: "\"\\", count: 2000),
            String(repeating: "e\u{301}\u{301}\u{301}", count: 1000), String(repeating: "B Corp? ", count: 500),
            "/" + String(repeating: "x", count: 3999),
            "/certification.cost certification=" + String(repeating: "\"", count: 3000),
        ] {
            var talk = try Talk(Self.content)
            let reply = try talk.ask(["text": text, "explain": explains])
            #expect((reply["entities"] as? [Any])?.count ?? 0 <= 32)
            #expect(try #require(talk.state).count <= 8192)
        }
    }

    @Test func aTooLongTextIsRejectedInAQuestionnaireTooAndTheQuestionComesBack() throws {
        var talk = try Talk(Self.content)
        _ = try talk.say("Commencer le questionnaire")
        let reply = try talk.say(String(repeating: "a, ", count: 200_000))
        #expect(rejection(reply) == "text-too-long")
        let question = (reply["questionnaire"] as? [String: Any])?["question"] as? [String: Any]
        #expect(question?["id"] as? String == "q-legal-name")
    }

    @Test func idsAndTracesHaveBounds() throws {
        func headers(_ id: String, _ source: String) -> [RecordHeader] {
            ClientQuestion.headers(id: id, source: source)
        }
        let longest = String(repeating: "i", count: 1024)
        var talk = try Talk(Self.content)
        for (id, source) in [(longest + "i", "/s"), ("1", longest + "i")] {
            let turn = try talk.process(["text": "Bonjour"], headers: headers(id, source))
            let code = turn.records.first?.headers.last { $0.name == "dlq.code" }?.value
            #expect(turn.records.count == 1 && code == Array("not-an-event".utf8))
        }
        let traces = (0..<5000).map { RecordHeader(name: "traceparent", value: Array("t\($0)".utf8)) }
        let long = RecordHeader(name: "tracestate", value: Array(repeating: 0x61, count: 1025))
        let turn = try talk.process(["text": "Bonjour"], headers: headers(longest, longest) + traces + [long])
        let reply = try #require(turn.records.first { $0.channel == .replies })
        #expect(reply.headers.filter { $0.name == "traceparent" }.map(\.value) == [Array("t4999".utf8)])
        #expect(!reply.headers.contains { $0.name == "tracestate" })
    }

    @Test func theOldestContextIsGivenUpBeforeAnswers() throws {
        var talk = try Talk(Self.content)
        _ = try talk.say("Commencer le questionnaire version courte")
        _ = try talk.say("Atelier Boréal inc.")
        _ = try talk.say("Combien coûte B Corp?")
        let state = String(decoding: try #require(talk.state), as: UTF8.self)
        // As much context as a state can hold.
        let long = String(repeating: "x", count: 2000)
        let offered = Array(repeating: long, count: 8)
        let entities = offered.map { ["type": "certification", "value": $0] }
        var object = try #require(try JSONSerialization.jsonObject(with: Data(state.utf8)) as? [String: Any])
        var last = try #require(object["last"] as? [String: Any])
        last.merge(["offered": offered, "shown": entities, "entities": entities]) { _, new in new }
        object["last"] = last
        talk.state = Array(try JSONSerialization.data(withJSONObject: object))
        #expect(try #require(talk.state).count > 40_000)
        let reply = try talk.ask(["choice": "nothing.offered"])
        #expect(reply["sequence"] as? Int == 4)
        let kept = try #require(
            try JSONSerialization.jsonObject(with: Data(talk.state ?? [])) as? [String: Any])
        #expect((kept["last"] as? [String: Any])?["offered"] as? [String] == [])
        #expect((kept["last"] as? [String: Any])?["intent"] as? String == "certification.cost")
        let resumed = try talk.say("reprendre le questionnaire")
        #expect(((resumed["questionnaire"] as? [String: Any])?["progress"] as? [String: Int])?["answered"] == 1)
        #expect(String(decoding: try #require(talk.state), as: UTF8.self).contains("Atelier Boréal inc."))
    }

    @Test func answersOfFourBytesALetterFit() throws {
        var talk = try Talk(Self.content)
        _ = try talk.say("Commencer le questionnaire")
        #expect(problem(try talk.say(String(repeating: "𝔸", count: 160))) == nil)
        _ = try talk.say("1234567890")
        _ = try talk.ask(["choice": "sole-proprietor"])
        _ = try talk.say("12")
        _ = try talk.ask(["choices": ["local-mrc"]])
        let reply = try talk.say(String(repeating: "𝔸", count: 400))
        #expect(problem(reply) == nil)
        #expect(
            (reply["questionnaire"] as? [String: Any])?["question"].map { "\($0)".contains("q-env-policy") } == true)
    }

    @Test(arguments: ["<", "&", "\"", "\\", "*", "𝔸", "\u{E0041}", "\u{1}", "\n", "a, ", "« "])
    func whateverIsAnsweredTheReplyAndTheStateStayWithinTheirBounds(part: String) throws {
        let said = String(String.UnicodeScalarView(String(repeating: part, count: 4000).unicodeScalars.prefix(4000)))
        let picked: [[String: Any]] = [
            ["text": said], ["text": String(said.unicodeScalars.prefix(160).map(Character.init))],
            ["text": "1234567890"],
            ["choice": "sole-proprietor"], ["text": "12"], ["text": said], ["choices": [said]],
            ["choices": ["local-mrc"]],
            ["text": String(said.unicodeScalars.prefix(400).map(Character.init))], ["text": said],
            ["choice": "questionnaire.review"], ["choice": "questionnaire.cancel"], ["text": said], ["choice": "no"],
        ]
        var talk = try Talk(Self.content)
        _ = try talk.say("Commencer le questionnaire")
        for question in picked { _ = try talk.ask(question) }
        _ = try talk.process(["text": "Je veux parler à une personne. " + said.prefix(3900)])
    }

    @Test func whatIsWrittenInAnswersHasABound() throws {
        let content = Result {
            try Self.content {
                $0 = $0.replacing("max-length: 160", with: "max-length: 4000").replacing(
                    "max-length: 400}", with: "max-length: 4000}")
            }
        }
        var talk = try Talk(content)
        _ = try talk.say("Commencer le questionnaire version courte")
        #expect(problem(try talk.say(String(repeating: "𝔸", count: 2100))) == "too-much")
        #expect(problem(try talk.say(String(repeating: "𝔸", count: 1500))) == nil)
        _ = try talk.say("3")
        _ = try talk.say("40")
        _ = try talk.say("3")
        let refused = try talk.say(String(repeating: "𝔹", count: 1000))
        #expect(problem(refused) == "too-much")
        #expect((refused["text"] as? String)?.contains("moins de mots") == true)
        #expect(problem(try talk.say("Du mobilier remis à neuf pour les villes.")) == nil)
        // An answer in place of another counts once.
        _ = try talk.say("changer la réponse 1")
        #expect(problem(try talk.say(String(repeating: "𝔸", count: 1900))) == nil)
    }

    @Test func aStateThatCannotBeReadGoesToTheDeadLetters() throws {
        for state in [Array("{{{".utf8), [0xFF], [], Array(repeating: UInt8(0x5B), count: 700_000)] {
            var talk = try Talk(Self.content, state: state)
            let turn = try talk.process(["text": "Bonjour"])
            let letter = try #require(turn.records.first { $0.channel == .deadLetters })
            #expect(letter.value == (state.count > 524_288 ? nil : state) && letter.key == Array("c".utf8))
            #expect(letter.headers.first { $0.name == "dlq.code" }?.value == Array("unreadable-state".utf8))
            #expect(letter.headers.contains { $0.name == "dlq.value-omitted" } == (state.count > 524_288))
            #expect(turn.records.contains { $0.channel == .replies })
        }
    }
}
