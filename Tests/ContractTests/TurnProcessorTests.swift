import Contract
import Dialogue
import Foundation
import Knowledge
import TestContent
import Testing

/// The contract, byte by byte, on the real content.
@Suite struct TurnProcessorTests {
    private static let processor = Result { TurnProcessor(content: try RealContent.content.get()) }

    private func process(
        _ value: [UInt8]?, key: [UInt8]? = Array("c1".utf8), headers: [RecordHeader] = [], state: [UInt8]? = nil
    ) throws -> ProcessedTurn {
        let record = IncomingRecord(
            topic: "q", partition: 3, offset: 42, timestamp: 1_767_323_045_678, key: key, value: value, headers: headers
        )
        return try Self.processor.get().process(record, state: state)
    }

    private func process(_ text: String, headers: [RecordHeader] = [], state: [UInt8]? = nil) throws -> ProcessedTurn {
        try process(Array(text.utf8), headers: headers, state: state)
    }

    private func object(_ record: OutgoingRecord?) throws -> [String: Any] {
        let value = try #require(record?.value)
        return try #require(try JSONSerialization.jsonObject(with: Data(value)) as? [String: Any])
    }

    private func reply(_ turn: ProcessedTurn) throws -> [String: Any] {
        try object(turn.records.first { $0.channel == .replies })
    }

    private func text(_ name: String, of record: OutgoingRecord?) -> String? {
        record?.headers.last { $0.name == name }?.value.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func aBareQuestionGetsAReplyAsTheContractHasIt() throws {
        let turn = try process(#"{"text":"Combien coûte B Corp?","unknown":1}"#)
        let record = turn.records.first { $0.channel == .replies }
        let reply = try reply(turn)
        #expect(reply["conversation"] as? String == "c1")
        #expect((reply["question"] as? [String: String]) == ["id": "q/3/42", "source": "/q"])
        #expect(reply["sequence"] as? Int == 1)
        #expect(reply["language"] as? String == "fr")
        #expect(reply["outcome"] as? String == "answered")
        #expect((reply["intent"] as? [String: Any])?["id"] as? String == "certification.cost")
        let entity = try #require((reply["entities"] as? [[String: Any]])?.first)
        #expect(entity["value"] as? String == "b-corp")
        #expect(entity["text"] as? String == "B Corp")
        #expect(entity["start"] as? Int == 14 && entity["end"] as? Int == 20)
        let reference = try #require((reply["references"] as? [[String: Any]])?.first)
        #expect(reference["id"] as? String == "b-corp" && reference["asOf"] != nil && reference["confidence"] != nil)
        #expect((reply["knowledgeVersion"] as? String)?.count == 12)
        #expect(record?.key == Array("c1".utf8))
        #expect(text("ce_type", of: record) == "passerelle.reply.v1")
        #expect(text("ce_id", of: record) == "q/3/42/reply")
        #expect(text("ce_time", of: record) == "2026-01-02T03:04:05.678Z")
        #expect(text("content-type", of: record) == "application/json")
        guard case .replaced = turn.state else {
            Issue.record("no state")
            return
        }
        let insight = try object(turn.records.first { $0.channel == .insights })
        #expect(turn.records.first { $0.channel == .insights }?.key == nil)
        #expect(insight["text"] == nil && insight["conversation"] == nil && insight["intent"] != nil)
    }

    @Test func binaryAndStructuredEventsAreReadAlikeAndTracesPassThrough() throws {
        let headers = [
            RecordHeader(name: "ce_specversion", value: Array("1.0".utf8)),
            RecordHeader(name: "ce_id", value: Array("7".utf8)),
            RecordHeader(name: "ce_source", value: Array("/slack".utf8)),
            RecordHeader(name: "ce_type", value: Array("passerelle.question.v1".utf8)),
            RecordHeader(name: "traceparent", value: Array("00-ab-cd-01".utf8)),
        ]
        let binary = try process(#"{"text":"Bonjour"}"#, headers: headers)
        let structured = try process(
            #"{"specversion":"1.0","id":"7","source":"/slack","type":"passerelle.question.v1","data":{"text":"Bonjour"}}"#,
            headers: [RecordHeader(name: "content-type", value: Array("application/cloudevents+json".utf8))])
        #expect(binary.records.first?.value == structured.records.first?.value)
        #expect(try reply(binary)["question"] as? [String: String] == ["id": "7", "source": "/slack"])
        #expect(binary.records.allSatisfy { text("traceparent", of: $0) == "00-ab-cd-01" })
    }

    /// The state between two turns is bytes: what was spoken of before the last answer is in them.
    @Test func whatWasSpokenOfOutlivesTheAnswerThatSpokeOfIt() throws {
        var state: [UInt8]?
        var last: ProcessedTurn?
        for text in ["C'est quoi B Corp?", "pis EcoVadis, lui?", "mets-moi les deux côte à côte"] {
            let turn = try process(
                #"{"specversion":"1.0","id":"\#(text)","source":"/s","type":"passerelle.question.v1","data":{"text":"\#(text)"}}"#,
                headers: [RecordHeader(name: "content-type", value: Array("application/cloudevents+json".utf8))],
                state: state)
            turn.state.apply(to: &state)
            last = turn
        }
        let reply = try reply(try #require(last))
        #expect((reply["intent"] as? [String: Any])?["id"] as? String == "certification.compare")
        let entities = try #require(reply["entities"] as? [[String: Any]])
        #expect(entities.map { $0["value"] as? String } == ["b-corp", "ecovadis"])
    }

    @Test func anExplanationRidesOnTheReplyThatAsksForIt() throws {
        let reply = try reply(try process(#"{"text":"Combien coûte B Corp?","explain":true}"#))
        let explanation = try #require(reply["explanation"] as? [String: Any])
        #expect(explanation["decision"] as? String == "answer")
        #expect((explanation["candidates"] as? [[String: Any]])?.first?["intent"] as? String == "certification.cost")
        #expect(try self.reply(try process(#"{"text":"Combien coûte B Corp?"}"#))["explanation"] == nil)
    }

    @Test func theSameRecordGivesTheSameBytes() throws {
        let first = try process(#"{"text":"Quels registres pour des femmes?"}"#)
        let second = try process(#"{"text":"Quels registres pour des femmes?"}"#)
        #expect(first.state == second.state)
        #expect(first.records.map(\.value) == second.records.map(\.value))
        #expect(first.records.map(\.headers) == second.records.map(\.headers))
    }

    @Test func aDuplicateChangesNothing() throws {
        let first = try process(#"{"text":"Bonjour"}"#)
        guard case .replaced(let state) = first.state else { throw Missing() }
        let again = try process(#"{"text":"Bonjour"}"#, state: state)
        #expect(again.state == .unchanged && again.records.isEmpty)
    }

    @Test(arguments: [
        ("not json", "not-json"), ("", "not-json"), ("[1,2]", "not-a-question"), ("3", "not-a-question"),
        ("{}", "not-a-question"), (#"{"text":3}"#, "not-a-question"), (#"{"choices":"a"}"#, "not-a-question"),
        (#"{"text":"\ud800"}"#, "not-json"), (String(repeating: "[", count: 100_000), "not-json"),
        (String(repeating: "x", count: 1 << 20), "not-json"),
    ])
    func whatCannotBeReadIsADeadLetterByteForByte(value: String, code: String) throws {
        let header = RecordHeader(name: "x", value: [0, 255])
        let turn = try process(Array(value.utf8), headers: [header])
        let letter = try #require(turn.records.first)
        #expect(turn.records.count == 1 && letter.channel == .deadLetters && turn.state == .unchanged)
        #expect(letter.value == Array(value.utf8) && letter.key == Array("c1".utf8))
        #expect(letter.headers.first == header)
        #expect(text("dlq.code", of: letter) == code)
        #expect(text("dlq.topic", of: letter) == "q" && text("dlq.partition", of: letter) == "3")
        #expect(text("dlq.offset", of: letter) == "42" && text("dlq.time", of: letter) == "2026-01-02T03:04:05.678Z")
        #expect(text("dlq.message", of: letter)?.isEmpty == false)
    }

    @Test(arguments: [nil, [], Array(repeating: UInt8(97), count: 129), [0xFF, 0xFE]] as [[UInt8]?])
    func withoutAConversationThereIsNoReply(key: [UInt8]?) throws {
        let turn = try process(Array(#"{"text":"Bonjour"}"#.utf8), key: key)
        #expect(text("dlq.code", of: turn.records.first) == "no-conversation")
        #expect(turn.records.first?.key == key)
    }

    @Test func nullAndBrokenUTF8AreDeadLetters() throws {
        #expect(text("dlq.code", of: try process(nil as [UInt8]?).records.first) == "no-value")
        #expect(text("dlq.code", of: try process([0x7B, 0xFF, 0x7D]).records.first) == "not-utf-8")
    }

    @Test(arguments: [
        (#"{"text":""}"#, "empty-question"), (#"{"text":"  \u0000\u202e "}"#, "empty-question"),
        (#"{"choice":"nope"}"#, "unknown-choice"), (#"{"choices":["a"]}"#, "unknown-choice"),
        (#"{"text":"/nope"}"#, "unknown-command"),
        (#"{"text":"/certification.cost certification=bcorp"}"#, "unknown-value"),
    ])
    func whatIsNotAQuestionIsRejectedInWords(value: String, code: String) throws {
        let reply = try reply(try process(value))
        #expect(reply["outcome"] as? String == "rejected")
        #expect((reply["rejected"] as? [String: String])?["code"] == code)
        #expect((reply["text"] as? String)?.isEmpty == false)
        #expect((reply["suggestions"] as? [Any])?.isEmpty == false)
    }

    @Test func aLongTextIsRejectedAndALongEnoughOneAnswered() throws {
        let tooLong = try reply(try process(#"{"text":"\#(String(repeating: "é", count: 4001))"}"#))
        #expect((tooLong["rejected"] as? [String: String])?["code"] == "text-too-long")
        let longest = try reply(try process(#"{"text":"\#(String(repeating: "é", count: 4000))"}"#))
        #expect(longest["outcome"] as? String == "fallback")
    }

    @Test func shownTextIsClean() throws {
        let turn = try process("{\"text\":\"Combien coûte B\\u202e Corp\\u0007?\"}")
        let shown = String(decoding: try #require(turn.records.first?.value), as: UTF8.self)
        #expect(!shown.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test func forgettingRemovesTheState() throws {
        #expect(try process(#"{"text":"/privacy.forget"}"#).state == .removed)
    }

    @Test func aPersonIsCalled() throws {
        let turn = try process(#"{"text":"Je veux parler à une personne"}"#)
        #expect(try reply(turn)["outcome"] as? String == "handoff")
        let handoff = try object(turn.records.first { $0.channel == .handoffs })
        #expect(handoff["message"] as? String == "Je veux parler à une personne")
        #expect(turn.records.first { $0.channel == .handoffs }?.key == Array("c1".utf8))
    }

    @Test func linesAreAnsweredInOrderAndConversationsKeptApart() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        let content = try LoadedContent.load(intents: "\(root)/intents", knowledge: "\(root)/knowledge")
        let dialogue = InMemorySession(content: content)
        let lines = [
            #"{"conversation":"a","id":"1","text":"C'est quoi B Corp?"}"#,
            #"{"conversation":"b","id":"1","text":"What is EcoVadis?"}"#,
            #"{"conversation":"a","id":"2","text":"et combien ça coûte?"}"#,
            #"{"text":"Bonjour"}"#, "nonsense",
        ]
        let replies = try lines.map { line in
            let answer = dialogue.answer(line: line, now: 0)
            return try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
        }
        #expect(replies[0]["sequence"] as? Int == 1 && replies[1]["sequence"] as? Int == 1)
        #expect(replies[2]["sequence"] as? Int == 2)
        let entities = try #require(replies[2]["entities"] as? [[String: Any]])
        #expect(entities.contains { $0["value"] as? String == "b-corp" && $0["inherited"] as? Bool == true })
        #expect(replies[3]["sequence"] as? Int == 1)
        #expect(replies[4]["error"] != nil)
    }

    private struct Missing: Error {}

    @Test func manyTurnsLeaveASmallState() throws {
        let processor = try Self.processor.get()
        var state: [UInt8]?
        let texts = [
            "Combien coûte B Corp?", "Quelles certifications pour une entreprise détenue par des femmes et innovante?",
            "la deuxième", "Ils nous payent à 90 jours", "non, pas ça", "What is EcoVadis, and how much is it?",
            "suite",
        ]
        for turn in 0..<500 {
            let value = #"{"text":"\#(texts[turn % texts.count])"}"#
            let record = IncomingRecord(
                topic: "q", partition: 0, offset: Int64(turn), timestamp: Int64(turn) * 60_000, key: Array("c".utf8),
                value: Array(value.utf8), headers: [])
            guard case .replaced(let bytes) = processor.process(record, state: state).state else {
                Issue.record("turn \(turn) leaves no state")
                return
            }
            state = bytes
            #expect(bytes.count <= 2048)
        }
    }

    /// Fills in the short form and returns all that was written.
    private func recordsOfARun(sharing: String, held: String = "none") throws -> [OutgoingRecord] {
        let processor = try Self.processor.get()
        let said = [
            "Start the short questionnaire", "Northern Boards Inc.", "3", "40", "3",
            "We sell refurbished furniture to cities.",
            "3", "2", "2", "1", "2", "women", "60 %", "yes", "1", "none", "2", "yes", "2", held, sharing, "yes",
        ]
        var state: [UInt8]?
        var records: [OutgoingRecord] = []
        for (offset, text) in said.enumerated() {
            let record = IncomingRecord(
                topic: "q", partition: 0, offset: Int64(offset), timestamp: 1_767_323_045_678, key: Array("c".utf8),
                value: Array(#"{"language":"en","text":"\#(text)"}"#.utf8), headers: [])
            let turn = processor.process(record, state: state)
            turn.state.apply(to: &state)
            records += turn.records
        }
        return records
    }

    @Test func aFinishedQuestionnaireIsSubmittedAsFarAsItIsShared() throws {
        let records = try recordsOfARun(sharing: "2")
        let submission = try object(records.first { $0.channel == .submissions })
        #expect(submission["questionnaire"] as? String == "supplier-common")
        #expect(submission["declaredBy"] as? String == "self")
        let answers = try #require(submission["answers"] as? [[String: Any]])
        #expect(answers.contains { $0["question"] as? String == "q-ownership-groups" })
        let last = try object(records.last { $0.channel == .replies })
        #expect((last["questionnaire"] as? [String: Any])?["state"] as? String == "completed")

        let withoutDiversity = try object(recordsOfARun(sharing: "3").first { $0.channel == .submissions })
        let shared = try #require(withoutDiversity["answers"] as? [[String: Any]])
        #expect(!shared.contains { $0["question"] as? String == "q-ownership-groups" })
    }

    @Test(arguments: [("2", ["b-corp", "diversity-certificate"]), ("3", ["b-corp"])])
    func whatTellsTheOwnersLeavesOnlyWithTheirConsent(sharing: String, expected: [String]) throws {
        let records = try recordsOfARun(sharing: sharing, held: "B Corp, supplier diversity certificate")
        let submission = try object(records.first { $0.channel == .submissions })
        let answers = try #require(submission["answers"] as? [[String: Any]])
        let held = answers.first { $0["question"] as? String == "q-certifications-held" }
        #expect(held?["value"] as? [String] == expected)
        let indicator = try #require(submission["indicator"] as? [String: Any])
        let parts = try #require(indicator["parts"] as? [[String: Any]])
        #expect(parts.contains { $0["id"] as? String == "diversity" } == (sharing == "2"))
        #expect((indicator["overall"] as? Int == nil) == (sharing == "3"))
        #expect((submission["tags"] as? [String])?.contains("diverse-owned") == (sharing == "2"))
    }

    @Test func whatIsNotSharedDoesNotLeave() throws {
        #expect(try recordsOfARun(sharing: "1").allSatisfy { $0.channel != .submissions })
    }

    @Test func theOpenQuestionIsOnTheReply() throws {
        let reply = try object(
            try process(#"{"text":"Commencer le questionnaire"}"#).records.first { $0.channel == .replies })
        let status = try #require(reply["questionnaire"] as? [String: Any])
        #expect(status["state"] as? String == "asking")
        #expect((status["question"] as? [String: Any])?["id"] as? String == "q-legal-name")
        #expect((status["progress"] as? [String: Any])?["answered"] as? Int == 0)
    }
}
