import Contract
import Dialogue
import Foundation
import Knowledge
import Questionnaires
import Reports
import TestContent
import Testing
import Text

/// Declarations as they are had from a conversation, and as they take one another's place.
@Suite struct DeclarationStateTests {
    private static let content = RealContent.content

    /// A person at the records of the topics.
    private final class Desk {
        let content: LoadedContent
        let processor: TurnProcessor
        var state: [UInt8]?
        var submissions: [SubmissionMessage] = []
        private var count: Int64 = 0

        init() throws {
            content = try DeclarationStateTests.content.get()
            processor = TurnProcessor(content: content)
        }

        @discardableResult
        func send(_ question: ClientQuestion) throws -> ReplyMessage {
            count += 1
            let turn = processor.process(
                IncomingRecord(
                    topic: "q", partition: 0, offset: count, timestamp: 1_795_996_860_000 + count * 60_000,
                    key: Array("c1".utf8), value: question.value, headers: []), state: state)
            turn.state.apply(to: &state)
            for record in turn.records where record.channel == .submissions {
                submissions.append(try SubmissionMessage(value: try #require(record.value)))
            }
            let reply = try #require(turn.records.first { $0.channel == .replies }?.value)
            return try #require(ReplyMessage(reply))
        }

        func fill(sharing: String) throws {
            try send(.init(choice: "questionnaire.start questionnaire=supplier-short"))
            try answer([
                "Meubles Lavoie", "3", "12", "3", "Nous vendons des meubles remis à neuf pour les écoles.", "3", "2",
                "1",
                "1, 2", "2", "1", "60", "oui", "1 et 2", "aucune", "2", "oui", "2", "1",
            ])
            try send(.init(choice: sharing))
            #expect(try send(.init(choice: "yes")).questionnaire?.state == "completed")
        }

        func answer(_ texts: [String]) throws { for text in texts { try send(.init(text: text)) } }

        var declaration: SubmissionMessage? {
            state.flatMap { SubmissionMessage(of: "c1", state: $0, content: content) }
        }
    }

    @Test(arguments: ["private", "all-buyers-no-diversity", "all-buyers"])
    func thePersonHasTheWholeDeclaration(sharing: String) throws {
        let desk = try Desk()
        #expect(desk.declaration == nil)
        try desk.fill(sharing: sharing)
        let own = try #require(desk.declaration)
        #expect(own.conversation == "c1" && own.sharing == sharing && own.day.description == "2026-11-29")
        #expect(own.answers.contains { $0.question == "q-ownership-groups" })
        #expect(own.indicator.overall != nil && own.tags == ["diverse-owned"])
        #expect(try SubmissionMessage(value: own.value) == own)
        // What others have is what was agreed to.
        #expect(desk.submissions.count == (sharing == "private" ? 0 : 1))
        if sharing == "all-buyers" { #expect(desk.submissions == [own]) }
        if let other = desk.submissions.first, sharing != "all-buyers" {
            #expect(!other.answers.contains { $0.question == "q-ownership-groups" } && other.indicator.overall == nil)
        }
    }

    @Test func aCorrectionNamesWhatItReplaces() throws {
        let desk = try Desk()
        try desk.fill(sharing: "all-buyers")
        try desk.answer(["je veux corriger ma déclaration", "oui"])
        #expect(desk.submissions.count == 2)
        #expect(desk.submissions[1].replaces == desk.submissions[0].run && desk.submissions[0].replaces == nil)
        #expect(try #require(desk.declaration).replaces == desk.submissions[0].run)
        let value = try JSONSerialization.jsonObject(with: Data(desk.submissions[1].value)) as? [String: Any]
        #expect(value?["replaces"] as? String == desk.submissions[0].run)
        for order in [desk.submissions, desk.submissions.reversed()] {
            #expect(SubmissionMessage.newest(of: order).map(\.run) == [desk.submissions[1].run])
        }
    }

    @Test func whatIsTakenBackIsComparedNoMore() throws {
        let desk = try Desk()
        try desk.fill(sharing: "all-buyers")
        try desk.answer(["je veux corriger ma déclaration"])
        try desk.send(.init(choice: "questionnaire.edit question=q-sharing-consent"))
        try desk.send(.init(choice: "private"))
        try desk.send(.init(choice: "yes"))
        let withdrawal = try #require(desk.submissions.last)
        #expect(desk.submissions.count == 2 && withdrawal.answers.isEmpty && withdrawal.tags.isEmpty)
        #expect(withdrawal.indicator.overall == nil && withdrawal.indicator.parts.isEmpty)
        #expect(withdrawal.replaces == desk.submissions[0].run)
        let knowledge = desk.content.engine.knowledge
        let table = SubmissionComparison(of: desk.submissions, knowledge: knowledge, filter: .init(), language: .fr)
        #expect(table.count == 0 && table.unshared == 1)
        #expect(try #require(desk.declaration).answers.contains { $0.question == "q-legal-name" })
    }

    @Test func whatIsReplacedIsNotTheNewestWhateverItsTime() throws {
        let desk = try Desk()
        try desk.fill(sharing: "all-buyers")
        try desk.answer(["je veux corriger ma déclaration", "oui"])
        var late = desk.submissions[0]
        late.completedAt = "2030-01-01T00:00:00.000Z"
        #expect(SubmissionMessage.newest(of: [late, desk.submissions[1]]).map(\.run) == [desk.submissions[1].run])
        // Runs of another conversation may have the same name.
        late.conversation = "c2"
        #expect(SubmissionMessage.newest(of: [late, desk.submissions[1]]).count == 2)
    }

    @Test func linesHaveTheirDeclarationsToo() throws {
        let lines = InMemorySession(content: try Self.content.get())
        #expect(lines.declaration(in: "c1") == nil)
        for text in ["Commencer le questionnaire version courte", "Meubles Lavoie"] {
            _ = lines.answer(ClientQuestion(text: text), conversation: "c1", now: 1_795_996_860_000)
        }
        #expect(lines.declaration(in: "c1") == nil)
    }
}
