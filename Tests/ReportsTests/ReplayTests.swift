import Content
import Contract
import Dialogue
import Foundation
import Knowledge
import Reports
import Testing
import Text

/// What a content would change of recorded conversations, on the real engine and content.
@Suite struct ReplayTests {
    /// A sentence whose words nothing else knows: what it is understood as depends on where it is an example.
    private static let sentence = "Zorglub turlututu abracadabra pirouette"
    private static let then = Result { try content(teaching: sentence, as: "privacy.about") }
    private static let now = Result { try content(teaching: sentence, as: "chantier.about") }

    private static func content(teaching sentence: String, as intent: String) throws -> LoadedContent {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        let intents = try ContentFolder.files(under: root, named: "intents").map { file in
            var text = String(decoding: file.bytes, as: UTF8.self)
            if let intent = text.range(of: "\n  \(intent):\n"),
                let examples = text.range(of: "\n      fr:\n", range: intent.upperBound..<text.endIndex)
            {
                text.insert(contentsOf: "        - \"\(sentence)\"\n", at: examples.upperBound)
            }
            return ContentFile(path: file.path, text: text)
        }
        return try LoadedContent.load(intents: intents, knowledge: ContentFolder.files(under: root, named: "knowledge"))
    }

    /// Some conversations as the service has recorded them.
    private static func log() throws -> Log {
        var log = Log(content: try then.get())
        log.ask("C'est quoi B Corp?", in: "a")
        log.ask("Bonjour", in: "b")
        log.ask("et combien ça coûte?", in: "a")
        log.ask(sentence, in: "b")
        log.ask("Quels registres pour des entreprises détenues par des femmes?", in: "a")
        return log
    }

    private func report(
        _ log: Log, _ content: Result<LoadedContent, any Error>, comparingText: Bool = false, since: Int64? = nil,
        limit: Int? = nil
    ) throws -> ReplayReport {
        var replay = Replay(content: try content.get(), comparingText: comparingText)
        for record in log.records { replay.add(record) }
        return replay.report(since: since, limit: limit)
    }

    @Test func theSameContentGivesNoDifference() throws {
        var log = try Self.log()
        log.ask("Je veux parler à une personne", in: "b")
        log.ask("/privacy.forget", in: "b")
        log.ask("Bonjour", in: "b")
        log.ask("2", in: "c")
        log.write("nonsense", in: "c")
        let report = try report(log, Self.then, comparingText: true)
        #expect(!report.hasDifferences && report.sequenceGaps.isEmpty && report.changes.isEmpty)
        #expect(report.totals.questions == 10 && report.totals.same == 9 && report.totals.conversations == 3)
        #expect(report.totals.unreadable == 1 && report.totals.withoutReply == 1)
        #expect(report.knowledgeVersionsThen.map(\.knowledgeVersion) == [report.knowledgeVersion])
        #expect(report.knowledgeVersionsThen.map(\.replies) == [9])
    }

    @Test func aMovedExampleChangesWhatItTeachesAndNothingElse() throws {
        let report = try report(Self.log(), Self.now)
        let difference = try #require(report.differences.first)
        #expect(report.differences.count == 1 && report.totals.changed == 1 && report.totals.same == 4)
        #expect(difference.text == Self.sentence && difference.conversation == "b")
        #expect(difference.time == "2026-01-02T03:07:05.678Z")
        #expect(difference.changed.contains(.intent) && !difference.changed.contains(.text))
        #expect(difference.then?.intent == "privacy.about" && difference.now?.intent == "chantier.about")
        #expect(report.intentChanges.map { [$0.then, $0.now] } == [["privacy.about", "chantier.about"]])
        #expect(difference.then?.knowledgeVersion == (try Self.then.get().version))
        #expect(report.knowledgeVersion == (try Self.now.get().version))
        #expect(report.text(in: .en).contains("intent: privacy.about → chantier.about"))
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any]
        #expect((json?["totals"] as? [String: Int])?["changed"] == 1)
    }

    @Test func aConversationKeepsItsContext() throws {
        var log = try Self.log()
        let whole = try report(log, Self.then)
        #expect(!whole.hasDifferences)
        let state = try #require(log.state(after: 1))
        log.questions.removeFirst()
        let without = try report(log, Self.then)
        let difference = try #require(without.differences.first)
        #expect(difference.text == "et combien ça coûte?" && difference.changed.contains(.entities))
        #expect(difference.then?.entities == ["certification=b-corp"] && difference.now?.entities == [])
        #expect(difference.lacksBeginning && without.totals.conversationsWithoutBeginning == 1)
        #expect(without.totals.repliesWithoutQuestion == 1)
        var resumed = Replay(content: try Self.then.get())
        resumed.resume(Array("a".utf8), from: state)
        for record in log.records { resumed.add(record) }
        #expect(!resumed.report().hasDifferences)
    }

    @Test func aReplyThatIsMissingThenLeavesAGap() throws {
        var log = try Self.log()
        log.replies.remove(at: 2)
        let report = try report(log, Self.then)
        let difference = try #require(report.differences.first)
        #expect(report.differences.count == 1 && report.totals.missingThen == 1)
        #expect(difference.then == nil && difference.now?.intent == "certification.cost" && difference.changed == [])
        let gap = try #require(report.sequenceGaps.first)
        #expect(report.sequenceGaps.count == 1 && gap.conversation == "a" && gap.expected == 2 && gap.got == 3)
        #expect(report.text(in: .en).contains("2 expected, 3 found"))
    }

    @Test func aReplyMayBeMissingNow() throws {
        var log = try Self.log()
        log.questions[1].value = Array("nonsense".utf8)
        let report = try report(log, Self.then)
        #expect(report.differences.count == 1 && report.totals.missingNow == 1)
        #expect(report.differences.first?.now == nil && report.differences.first?.then?.intent == "greet")
    }

    @Test func duplicatesAreIgnored() throws {
        var log = try Self.log()
        log.ask("C'est quoi EcoVadis?", in: "a", id: "7")
        log.ask("C'est quoi EcoVadis?", in: "a", id: "7")
        log.ask("et combien ça coûte?", in: "a")
        #expect(log.replies.count == 7)
        let report = try report(log, Self.then)
        #expect(!report.hasDifferences && report.totals.questions == 7 && report.totals.duplicates == 1)
        log.replies.append(log.replies[5])
        #expect(try self.report(log, Self.then).totals.repeatedReplies == 1)
    }

    @Test(arguments: [["/privacy.forget"], ["/handoff.return"] + (0..<64).map { "Bonjour \($0)" }])
    func aQuestionThatAPersonMetWithSilenceAndThatCameAgainIsAnsweredOnce(between: [String]) throws {
        var log = Log(content: try Self.then.get())
        log.ask("Je veux parler à une personne", in: "a")
        log.ask("Combien coûte B Corp?", in: "a", id: "7")
        for text in between { log.ask(text, in: "a") }
        log.ask("Combien coûte B Corp?", in: "a", id: "7")
        log.ask("Bonjour", in: "a")
        let report = try report(log, Self.then)
        #expect(!report.hasDifferences && report.totals.duplicates == 0 && report.totals.withoutReply == 1)
        #expect(report.totals.same == between.count + 3 && report.totals.repeatedReplies == 0)
    }

    @Test func aQuestionAskedAgainOnceForgottenKeepsItsReplies() throws {
        var log = Log(content: try Self.then.get())
        log.ask("C'est quoi B Corp?", in: "a")
        log.ask("et combien ça coûte?", in: "a", id: "7")
        log.ask("/privacy.forget", in: "a")
        log.ask("C'est quoi EcoVadis?", in: "a")
        log.ask("et combien ça coûte?", in: "a", id: "7")
        #expect(!(try report(log, Self.then, comparingText: true).hasDifferences))
        // The first of the two replies is missing: those around tell which.
        log.replies.remove(at: 1)
        let report = try report(log, Self.then)
        #expect(report.differences.map(\.time) == ["2026-01-02T03:05:05.678Z"] && report.totals.missingThen == 1)
    }

    @Test func wordingIsComparedOnlyWhenAsked() throws {
        var log = try Self.log()
        let value = try #require(log.replies[1].value)
        var reply = try #require(try JSONSerialization.jsonObject(with: Data(value)) as? [String: Any])
        reply["text"] = "Salut!"
        log.replies[1].value = [UInt8](try JSONSerialization.data(withJSONObject: reply))
        #expect(!(try report(log, Self.then).hasDifferences))
        let report = try report(log, Self.then, comparingText: true)
        #expect(report.changes == ["text": 1] && report.differences.first?.then?.text == "Salut!")
    }

    @Test func onlyTheQuestionsWantedAreCompared() throws {
        let log = try Self.log()
        let since = try report(log, Self.then, since: log.questions[2].time.milliseconds)
        #expect(since.totals.questions == 3 && since.totals.same == 3 && since.totals.repliesWithoutQuestion == 0)
        let newest = try report(log, Self.now, limit: 1)
        #expect(newest.totals.questions == 1 && !newest.hasDifferences)
    }

    @Test func linesAreReadAsAskTakesAndWritesThem() throws {
        let lines = [
            #"{"conversation":"a","id":"1","text":"C'est quoi B Corp?","time":"2026-01-31T14:05:00Z"}"#,
            #"{"conversation":"a","id":"2","text":"et combien ça coûte?"}"#,
            #"{"conversation":"a","id":"2","text":"et combien ça coûte?"}"#,
            #"{"text":"\#(Self.sentence)"}"#, "nonsense",
            #"{"conversation":"b","text":"Je veux parler à une personne"}"#, #"{"conversation":"b","text":"allô?"}"#,
        ]
        let dialogue = InMemorySession(content: try Self.then.get())
        let replies = lines.map { dialogue.answer(line: $0, now: 0) }
        var replay = Replay(content: try Self.now.get())
        let questions = Array(lines.joined(separator: "\r\n\r\n").utf8)
        for record in try ReplayRecord.questions(inLines: questions) { replay.add(record) }
        for record in ReplayRecord.replies(inLines: Array(replies.joined(separator: "\n").utf8)) { replay.add(record) }
        let report = replay.report()
        #expect(report.totals.questions == 6 && report.totals.same == 3 && report.totals.duplicates == 1)
        #expect(report.totals.unreadable == 1 && report.totals.unreadableReplies == 0)
        #expect(report.differences.map(\.text) == [Self.sentence] && report.differences.first?.time == nil)
        let error = #expect(throws: ReplayRecord.UnreadableTime.self) {
            try ReplayRecord.questions(inLines: Array("{\"text\":\"a\"}\n\n{\"text\":\"a\",\"time\":\"noon\"}".utf8))
        }
        #expect(error?.line == 3 && error?.written == "noon")
    }

    @Test(
        arguments: [
            ("1970-01-01", 0), ("2026-01-02T03:04:05.678Z", 1_767_323_045_678), ("2026-01-02T03:04", 1_767_323_040_000),
            ("2026-01-01T22:04:05.6789-05:00", 1_767_323_045_678), ("2024-02-29T00:00:00Z", 1_709_164_800_000),
            ("1969-12-31T23:59:59.999Z", -1), ("2023-02-29", nil), ("2026-13-01", nil), ("2026-01-02T24:00", nil),
            ("2026-01-02T03:04:05.Z", nil), ("2026-01-02T03:04:05+0100", nil), ("2026-1-2", nil), ("", nil),
            ("2026-01-02T03:04:05Z ", nil), ("٢٠٢٦-01-02", nil),
        ] as [(String, Int64?)])
    func timesAreReadAsTheyAreWritten(text: String, milliseconds: Int64?) {
        #expect(Timestamp.milliseconds(of: text) == milliseconds)
    }
}

/// Questions asked one a minute, with the replies that a content gives.
private struct Log {
    var questions: [IncomingRecord] = []
    var replies: [IncomingRecord] = []
    var records: [ReplayRecord] { questions.map(ReplayRecord.question) + replies.map(ReplayRecord.reply) }
    private let processor: TurnProcessor
    private var states: [[UInt8]: [UInt8]] = [:]
    private var newestStates: [[UInt8]?] = []

    init(content: LoadedContent) { processor = TurnProcessor(content: content) }

    /// The state that the question with this number, from 1, has left behind.
    func state(after number: Int) -> [UInt8]? { newestStates[number - 1] }

    mutating func ask(_ text: String, in conversation: String, id: String? = nil) {
        let headers = id.map { ClientQuestion.headers(id: $0, source: "/test") } ?? []
        write(String(decoding: ClientQuestion(text: text).value, as: UTF8.self), in: conversation, headers: headers)
    }

    mutating func write(_ value: String, in conversation: String, headers: [RecordHeader] = []) {
        let key = Array(conversation.utf8)
        let record = IncomingRecord(
            topic: "q", partition: 0, offset: Int64(questions.count),
            timestamp: 1_767_323_045_678 + Int64(questions.count) * 60_000, key: key, value: Array(value.utf8),
            headers: headers)
        questions.append(record)
        let turn = processor.process(record, state: states[key])
        for reply in turn.records where reply.channel == .replies {
            replies.append(
                IncomingRecord(
                    topic: "r", partition: 0, offset: Int64(replies.count), timestamp: record.time.milliseconds,
                    key: reply.key, value: reply.value, headers: reply.headers))
        }
        turn.state.apply(to: &states[key])
        newestStates.append(states[key])
    }
}
