import Contract
import Dialogue
import Foundation
import Knowledge
import Reports
import TestContent
import Testing
import Text

/// Numbers of questions in messages and reports are those that the person was told.
@Suite struct QuestionNumberTests {
    private static let content = RealContent.content

    @Test func theReplySaysTheNumberOfThisRun() throws {
        let dialogue = InMemorySession(content: try Self.content.get())
        let lines = [
            #"{"conversation":"c","id":"1","choice":"questionnaire.start questionnaire=supplier-short"}"#,
            #"{"conversation":"c","id":"2","text":"Meubles Lavoie"}"#,
        ]
        let numbers = try lines.map { line -> Int? in
            let reply = try #require(
                try JSONSerialization.jsonObject(with: Data(dialogue.answer(line: line, now: 0).utf8)) as? [String: Any]
            )
            let questionnaire = try #require(reply["questionnaire"] as? [String: Any])
            return (questionnaire["question"] as? [String: Any])?["number"] as? Int
        }
        // The form leaves out the second question of the whole, which is the third here.
        #expect(numbers == [1, 2])
    }

    @Test func theReportCountsTheQuestionsOfTheForm() throws {
        let content = try Self.content.get()
        let submission = SubmissionMessage(
            conversation: "c", run: "r", questionnaire: "supplier-common", questionnaireVersion: "1",
            form: "supplier-short", language: .fr, startedAt: 0, completedAt: 1,
            answers: [
                .init(question: "q-ethics-code", value: .text("written-code")),
                .init(question: "q-ownership-groups", value: .list(["women"])),
            ],
            indicator: .init(
                overall: nil, completeness: 10, parts: [], assurance: .init(level: .declared, percent: 0)),
            tags: [], sharing: "all-buyers", knowledgeVersion: "abc")
        let knowledge = content.engine.knowledge
        let html = try #require(SubmissionReport(of: submission, knowledge: knowledge, contentVersion: "abc")).html
        let numbers = html.split(separator: #"<th scope="row">"#).compactMap { Int($0.prefix { $0.isNumber }) }
        #expect(numbers.count > 10 && numbers == Array(1...numbers.count))
    }
}
