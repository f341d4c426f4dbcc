import Contract
import Dialogue
import Foundation
import Knowledge
import Questionnaires
import Reports
import TestContent
import Testing
import Text
import Understanding

/// Absurd numbers at every entrance of the core: whatever comes in, a reply, a silence or a dead letter comes out.
@Suite struct EntranceTests {
    private static let content = RealContent.content
    private static let processor = Result { TurnProcessor(content: try content.get()) }

    /// A conversation as the service holds it.
    private struct Talk {
        let processor: TurnProcessor
        var state: [UInt8]?
        var count: Int64 = 0
        private(set) var replies: [[String: Any]] = []

        init(_ processor: TurnProcessor, state: [UInt8]? = nil) {
            self.processor = processor
            self.state = state
        }

        var outcome: String? { replies.last?["outcome"] as? String }

        /// What became of a question: a turn that leads to nothing fails.
        @discardableResult
        mutating func ask(
            json: String, at time: Int64 = 1_767_323_045_678, headers: [RecordHeader] = []
        ) throws -> ProcessedTurn {
            count += 1
            let record = IncomingRecord(
                topic: "q", partition: 0, offset: count, timestamp: time, key: Array("c".utf8), value: Array(json.utf8),
                headers: headers)
            let turn = processor.process(record, state: state)
            #expect(!turn.records.isEmpty, "\(json.prefix(200)) leads to nothing")
            switch turn.state {
            case .unchanged: break
            case .replaced(let bytes):
                #expect(bytes.count <= 16 * 1024)
                state = bytes
            case .removed: state = nil
            }
            for record in turn.records where record.channel == .replies {
                let value = try #require(record.value)
                #expect(value.count <= 64 * 1024, "a reply of \(value.count) bytes to \(json.prefix(200))")
                replies.append(try #require(try JSONSerialization.jsonObject(with: Data(value)) as? [String: Any]))
            }
            return turn
        }

        @discardableResult
        mutating func say(_ text: String, at time: Int64 = 1_767_323_045_678) throws -> ProcessedTurn {
            let text = try JSONSerialization.data(withJSONObject: ["text": text], options: .withoutEscapingSlashes)
            return try ask(json: String(decoding: text, as: UTF8.self), at: time)
        }
    }

    private func talk(_ texts: String...) throws -> Talk {
        var talk = Talk(try Self.processor.get())
        for text in texts { try talk.say(text) }
        return talk
    }

    @Test func aNumberThatPicksNothingIsRejected() throws {
        for text in ["-9223372036854775808", "9223372036854775807", "0", "-1", "7", "99999999999999999999"] {
            var talk = try talk("Combien coûte B Corp?")
            try talk.say(text)
            #expect(talk.outcome == "rejected", "\(text)")
            #expect((talk.replies.last?["rejected"] as? [String: String])?["code"] == "unknown-choice")
        }
    }

    @Test func whateverNumberIsWrittenThereIsAReply() throws {
        var talk = try talk("Combien coûte B Corp?")
        for text in HostileNumbers.texts {
            let before = talk.replies.count
            try talk.say(text)
            #expect(talk.replies.count == before + 1, "\(text)")
        }
    }

    @Test func whateverNumberAnswersAPercentageItIsReadOrRefused() throws {
        var talk = try talk(
            "Commencer le questionnaire", "Meubles Boréal inc.", "1234567890", "1", "12", "1",
            "Nous vendons des meubles de bureau", "1", "1", "1", "1", "1", "1", "oui", "1", "femmes")
        let asked = (talk.replies.last?["questionnaire"] as? [String: Any])?["question"] as? [String: Any]
        #expect(asked?["id"] as? String == "q-ownership-share")
        let state = talk.state
        for text in HostileNumbers.texts {
            talk.state = state
            try talk.say(text)
            #expect(["questionnaire", "rejected", "answered", "fallback", "clarify"].contains(talk.outcome), "\(text)")
        }
        talk.state = state
        try talk.say("-999999999999 millions tiers")
        let status = talk.replies.last?["questionnaire"] as? [String: Any]
        #expect((status?["problem"] as? [String: String])?["code"] == "out-of-range")
    }

    @Test func whateverTimesRecordsHaveTheyAreAnswered() throws {
        let times = HostileNumbers.whole
        for first in times {
            for second in times {
                var talk = Talk(try Self.processor.get())
                try talk.say("Combien coûte B Corp?", at: first)
                try talk.say("et les femmes?", at: second)
                #expect(talk.replies.count == 2)
            }
        }
        for time in times {
            var talk = Talk(try Self.processor.get())
            try talk.say("Je veux parler à une personne", at: time)
            for later in times { try talk.say("et les femmes?", at: later) }
            try talk.ask(json: #"{"choice":"handoff.return"}"#, at: time)
            #expect(talk.outcome == "answered")
        }
    }

    @Test func aTimeWithoutBoundsIsWrittenWithinThem() throws {
        for (time, text) in [
            (Int64.min, "1970-01-01T00:00:00.000Z"), (-1, "1970-01-01T00:00:00.000Z"),
            (Int64.max, "9999-12-31T23:59:59.999Z"),
        ] {
            var talk = Talk(try Self.processor.get())
            let turn = try talk.say("Bonjour", at: time)
            let headers = try #require(turn.records.first).headers
            #expect(headers.last { $0.name == "ce_time" }?.value == Array(text.utf8))
            let letter = try #require(try talk.ask(json: "no", at: time).records.first)
            #expect(letter.headers.last { $0.name == "dlq.time" }?.value == Array(text.utf8))
        }
    }

    @Test func aClockThatWasWrongHoldsNobodyInSilence() throws {
        var talk = Talk(try Self.processor.get())
        try talk.say("Je veux parler à une personne", at: .max)
        try talk.say("Bonjour", at: 1_767_323_045_678)
        #expect(talk.replies.count == 1)
        try talk.say("Bonjour", at: 1_767_323_045_678 + 12 * 3_600_000)
        #expect(talk.replies.count == 2)
    }

    /// A state with something in every field.
    private func fullState() throws -> [UInt8] {
        var talk = try talk(
            "Commencer le questionnaire version courte", "Atelier Boréal inc.", "3", "40", "1 et 3",
            "Combien coûte B Corp?", "xyzzy plugh")
        try talk.ask(json: #"{"choice":"rate.q-legal-name.low"}"#)
        try talk.say("annuler le questionnaire")
        let bytes = try #require(talk.state)
        return Array(#"{"handedOverAt":1767323000000,"#.utf8) + bytes.dropFirst()
    }

    @Test func whateverNumberAStateHoldsTheConversationGoesOn() throws {
        let state = try fullState()
        let numbers = HostileNumbers.variants(of: state, replacing: [.number], by: HostileNumbers.json)
        let others = HostileNumbers.variants(
            of: state, replacing: [.literal, .string, .container],
            by: ["-9223372036854775808", "\"9223372036854775807\"", "[]", "false"])
        #expect(numbers.count > 200 && others.count > 100)
        var readable = 0
        for state in numbers + others {
            var talk = Talk(try Self.processor.get(), state: state)
            talk.count = 1000
            for json in [#"{"choice":"handoff.return"}"#, #"{"text":"suite"}"#, #"{"choice":"yes"}"#] {
                let before = talk.replies.count
                try talk.ask(json: json)
                #expect(talk.replies.count == before + 1, "\(json) in \(String(decoding: state, as: UTF8.self))")
            }
            let sequence = try #require(talk.replies.last?["sequence"] as? Int)
            #expect((1...9_007_199_254_740_991).contains(sequence))
            // One that was not read begins anew.
            if sequence > 3 { readable += 1 }
        }
        #expect(readable > 100)
    }

    @Test func whateverNumberAQuestionHoldsItIsAnsweredOrADeadLetter() throws {
        let question =
            #"{"text":"Bonjour","choice":"help","choices":["a"],"language":"fr","audience":"sme","channel":"web","explain":true}"#
        let event = #"{"specversion":"1.0","id":"7","source":"/s","type":"passerelle.question.v1","data":\#(question)}"#
        let structured = RecordHeader(name: "content-type", value: Array("application/cloudevents+json".utf8))
        for (json, headers) in [(question, []), (event, [structured])] {
            let kinds = Set(HostileNumbers.Kind.allCases)
            for variant in HostileNumbers.variants(of: Array(json.utf8), replacing: kinds, by: HostileNumbers.json) {
                var talk = Talk(try Self.processor.get())
                try talk.ask(json: String(decoding: variant, as: UTF8.self), headers: headers)
            }
        }
        for name in ["ce_time", "ce_id", "ce_source", "ce_specversion", "ce_type", "traceparent", "content-type"] {
            for number in HostileNumbers.json {
                var talk = Talk(try Self.processor.get())
                let base = ClientQuestion.headers(id: "7", source: "/s").filter { $0.name != name }
                try talk.ask(json: question, headers: base + [RecordHeader(name: name, value: Array(number.utf8))])
            }
        }
    }

    private func submission() throws -> [UInt8] {
        let evidence = [AnswerValue.Evidence(kind: .certification, id: "iso-14001", note: "42")]
        return SubmissionMessage(
            conversation: "c", run: "r", questionnaire: "supplier-common", questionnaireVersion: "1",
            form: "supplier-common", language: .fr, startedAt: 0, completedAt: 1_767_323_045_678,
            answers: [
                .init(question: "q-legal-name", value: .text("Atelier")),
                .init(question: "q-employees-count", value: .number(12)),
                .init(question: "q-ghg-inventory", value: .text("scope-1-2")),
                .init(question: "q-ghg-total", value: .number(3)),
                .init(question: "q-ownership-groups", value: .list(["women"])),
                .init(question: "q-ownership-share", value: .number(60)),
                .init(question: "q-certification-expiry", value: .text("2027-01-01")),
                .init(question: "q-evidence-upload", value: .list(["iso-14001"]), evidence: evidence),
            ],
            indicator: .init(
                overall: 50, completeness: 80,
                parts: Indicator.allCases.map { .init(id: $0, score: 50, answered: 1, of: 2) },
                assurance: .init(level: .documented, percent: 40)),
            tags: ["diverse-owned"], sharing: "all-buyers", knowledgeVersion: "1"
        ).value
    }

    @Test func whateverNumberASubmissionHoldsItIsShownOrRefused() throws {
        let knowledge = try Self.content.get().engine.knowledge
        var (shown, refused) = (0, 0)
        let kinds: Set<HostileNumbers.Kind> = [.number, .literal, .string]
        for value in HostileNumbers.variants(of: try submission(), replacing: kinds, by: HostileNumbers.json) {
            guard let submission = try? SubmissionMessage(value: value) else {
                refused += 1
                continue
            }
            shown += 1
            for language in Language.allCases {
                let report = SubmissionReport(
                    of: submission, knowledge: knowledge, language: language, contentVersion: "1")
                #expect(report.map { !$0.html.isEmpty } ?? true)
            }
            let comparison = SubmissionComparison(
                of: [submission], knowledge: knowledge, filter: .init(), language: .fr)
            #expect(!comparison.html.isEmpty && !comparison.text.isEmpty && !comparison.commaSeparatedValues.isEmpty)
        }
        #expect(shown > 0 && refused > 0)
    }

    @Test(arguments: [
        #""overall":50"#, #""completeness":80"#, #""score":50"#, #""answered":1"#, #""of":2"#, #""percent":40"#,
        #""value":12"#,
    ])
    func aNumberBeyondItsBoundsIsNoSubmission(field: String) throws {
        let text = String(decoding: try submission(), as: UTF8.self)
        #expect(text.contains(field))
        for number in ["-9223372036854775808", "9223372036854775807", "1e30"] {
            let name = field.prefix { $0 != ":" }
            let changed = text.replacingOccurrences(of: field, with: "\(name):\(number)")
            #expect(throws: SubmissionMessage.Unreadable.self) {
                try SubmissionMessage(value: Array(changed.utf8))
            }
        }
    }

    @Test func whateverNumberARecordedReplyHoldsItIsComparedOrUnreadable() throws {
        let dialogue = InMemorySession(content: try Self.content.get())
        let question = #"{"conversation":"a","id":"1","text":"Combien coûte B Corp?","time":"2026-01-02T03:04:05Z"}"#
        let reply = dialogue.answer(line: question, now: 1_767_323_045_000)
        let numbers = HostileNumbers.variants(of: Array(reply.utf8), replacing: [.number], by: HostileNumbers.json)
        for value in numbers {
            var replay = Replay(content: try Self.content.get())
            for record in try ReplayRecord.questions(inLines: Array(question.utf8)) { replay.add(record) }
            for record in ReplayRecord.replies(inLines: value + [0x0A] + value) { replay.add(record) }
            #expect(!replay.report(since: .min, limit: .max).text(in: .en).isEmpty)
        }
    }

    @Test(arguments: [
        "9223372036854775807-01-01", "-9223372036854775808", "9999-12-31T23:59:59-23:59", "0000-01-01T00:00+23:59",
        "2026-01-02T03:04:05.99999999999999999999Z", "1e308", "NaN",
    ])
    func whateverTimeALineHasItIsTakenOrNamed(time: String) throws {
        let line = #"{"text":"Bonjour","time":"\#(time)"}"#
        guard let records = try? ReplayRecord.questions(inLines: Array((line + "\n" + line).utf8)) else { return }
        var replay = Replay(content: try Self.content.get())
        for record in records { replay.add(record) }
        #expect(replay.report().totals.questions == 2)
    }
}
