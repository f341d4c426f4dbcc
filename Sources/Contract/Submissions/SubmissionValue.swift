import Dialogue
package import Knowledge
public import Questionnaires
import Understanding

/// An answer in plain JSON: true or false, a number, a string or a list of strings.
public enum SubmissionValue: Sendable, Hashable {
    case flag(Bool)
    /// One of ``AnswerValue/numbers``.
    case number(Int)
    /// A number with decimals, in hundredths.
    case decimal(hundredths: Int)
    case text(String)
    case list([String])

    /// The plain form of an answer: choices by their ids, evidence by the id of each item, or by what was said of it
    /// where it has none.
    public init(_ answer: AnswerValue) {
        switch answer {
        case .flag(let flag): self = .flag(flag)
        case .number(let number): self = .number(number)
        case .decimal(let hundredths): self = .decimal(hundredths: hundredths)
        case .choice(let text), .text(let text), .date(let text): self = .text(text)
        case .choices(let ids): self = .list(ids)
        case .evidence(let items): self = .list(items.map { $0.id.isEmpty ? $0.note ?? "" : $0.id })
        }
    }

    /// The answer that it is to a question; nothing where the question takes another kind of answer.
    package func answer(to question: Knowledge.Question, evidence: [AnswerValue.Evidence]) -> AnswerValue? {
        switch (question.type, self) {
        case (.yesNo, .flag(let flag)): .flag(flag)
        case (.singleChoice, .text(let id)): .choice(id)
        case (.multiChoice, .list(let ids)): .choices(ids)
        case (.number, .number(let number)), (.percentage, .number(let number)): .number(number)
        case (.number, .decimal(let hundredths)): .decimal(hundredths: hundredths)
        case (.text, .text(let text)): .text(text)
        case (.date, .text(let day)): .date(day)
        case (.evidence, .list(let items)):
            .evidence(evidence.isEmpty ? items.map { .init(kind: .document, id: $0) } : evidence)
        default: nil
        }
    }

    /// What it says, without any question's words.
    package var texts: [String] {
        switch self {
        case .flag(let flag): [String(flag)]
        case .number(let number): [String(number)]
        case .decimal(let hundredths): ["\(Double(hundredths: hundredths))"]
        case .text(let text): [text]
        case .list(let items): items
        }
    }
}

extension SubmissionValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try AnswerValue.number(in: container) {
            self.init(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .list(try container.decode([String].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .decimal(let hundredths): try container.encode(Double(hundredths: hundredths))
        case .text(let text): try container.encode(text)
        case .list(let items): try container.encode(items)
        }
    }
}
