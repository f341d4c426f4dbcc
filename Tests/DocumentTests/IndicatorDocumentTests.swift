import Dialogue
import Foundation
import Knowledge
import Questionnaires
import TestContent
import Testing
import Text

/// The examples of `docs/indicator.md`, as they stand there, on the real content.
@Suite struct IndicatorDocumentTests {
    /// A block of the page: answers, and what they give.
    private struct Example {
        var form = ""
        var day = CivilDate(number: 0)
        var answers: [(question: String, value: String)] = []
        var gives: [(name: String, value: String)] = []

        init(_ block: Substring) throws {
            var isResult = false
            for line in block.split(separator: "\n") {
                if line == "gives" {
                    isResult = true
                } else if line.hasPrefix("  ") {
                    let colon = try #require(line.firstIndex(of: ":"))
                    let name = line[..<colon].trimmingCharacters(in: .whitespaces)
                    let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                    if isResult { gives.append((name, value)) } else { answers.append((name, value)) }
                } else {
                    let words = line.split(separator: " ")
                    form = String(words[0])
                    let moment = try #require(ISO8601DateFormatter().date(from: String(words[2])))
                    day = RecordTime(milliseconds: Int64(moment.timeIntervalSince1970 * 1000)).civilDay()
                }
            }
        }
    }

    @Test func everyExampleGivesWhatItSays() throws {
        let knowledge = try RealContent.engine.knowledge
        let questionnaire = try #require(knowledge.questionnaire("supplier-common"))
        let page = try String(contentsOfFile: RealContent.root + "/docs/indicator.md", encoding: .utf8)
        let blocks = page.split(separator: "```", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        #expect(blocks.count == 8)
        for block in blocks {
            let example = try Example(block)
            #expect(!example.answers.isEmpty && !example.gives.isEmpty)
            var sheet = AnswerSheet()
            for (id, value) in example.answers {
                sheet.answer(id, try answer(value, to: try #require(questionnaire.question(id), "\(id)")))
            }
            let score = IndicatorScore(
                questionnaire: questionnaire, form: example.form, sheet: sheet, knowledge: knowledge, on: example.day)
            for (name, value) in example.gives {
                #expect(said(name, of: score) == value, "\(name) of \(block)")
            }
        }
    }

    private func said(_ name: String, of score: IndicatorScore) -> String {
        switch name {
        case "indicator": score.overall.map(String.init) ?? "not shown"
        case "completeness": "\(score.completeness) %"
        case "assurance": score.assurance.rawValue
        case "backed": score.backing.percent.flatMap { $0 > 0 ? "\($0) %" : nil } ?? "none"
        default:
            if let part = Indicator(rawValue: name) {
                score.part(part)?.score.map(String.init) ?? "not computed"
            } else if let contribution = score.contributions.first(where: { $0.id == name }) {
                contribution.level?.rawValue ?? "–"
            } else {
                "not shown"
            }
        }
    }

    private func answer(_ text: String, to question: Question) throws -> AnswerValue {
        let items = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        switch question.type {
        case .yesNo: return .flag(text == "yes")
        case .singleChoice:
            #expect(question.choice(text) != nil, "\(text)")
            return .choice(text)
        case .multiChoice:
            #expect(items.allSatisfy { question.choice($0) != nil }, "\(text)")
            return .choices(items)
        case .number, .percentage: return .number(try #require(Int(text)))
        case .date: return .date(text)
        case .text: return .text(text)
        case .evidence:
            return .evidence(items.map { .init(kind: $0.hasPrefix("doc-") ? .document : .certification, id: $0) })
        }
    }
}
