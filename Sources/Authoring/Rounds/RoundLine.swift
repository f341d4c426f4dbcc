import Foundation
import Knowledge
public import Questionnaires
public import Text
public import Understanding

/// A line of a round: what somebody who never saw the rules wrote to a questionnaire, and what a person would understand by it.
public struct RoundLine: Sendable, Decodable {
    /// What a line tries.
    public enum Kind: String, Sendable, Decodable, CaseIterable {
        /// An answer to an open question.
        case answer
        /// A name or a description, which is to be kept as it is.
        case name
        /// Something else than an answer, while a question is open.
        case command
        /// A turn of a conversation.
        case turn
    }

    /// What should become of a text.
    public indirect enum Expectation: Sendable, Hashable {
        /// This is kept as the answer.
        case value(AnswerValue)
        /// This is kept as the answer to another question than the open one: an earlier answer is corrected.
        case correction(of: String, AnswerValue)
        /// The text is kept as it is, or at least what stands here of it.
        case text(containing: String?)
        /// Nothing is kept and the questionnaire goes on: there is none, not now, not said, not known.
        case passed
        /// Nothing is kept and the question stays: a person would ask back.
        case asked
        /// It is a request, of this intent, and nothing is kept.
        case intent(Intent)
        /// Each of these would be right.
        case any([Expectation])
    }

    /// The number of the line in its file, from 1.
    public internal(set) var number = 0
    public var kind: Kind
    public var language: Language
    /// The id of the question that is open before the text; `nil` if none is.
    public var question: String?
    /// Whether the questionnaire is paused before the text.
    public var isPaused: Bool
    /// The number of the conversation that a turn belongs to.
    public var conversation: Int
    /// Whether the line is known not to go as it should yet.
    public var isMissed: Bool
    public var text: String
    public var expectation: Expectation

    private enum CodingKeys: String, CodingKey {
        case kind, language, question, open, conversation, text, expect, missed
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        kind = try container.decode(Kind.self, forKey: .kind)
        language = try container.decode(Language.self, forKey: .language)
        let open =
            try container.decodeIfPresent(String.self, forKey: .question)
            ?? container.decodeIfPresent(String.self, forKey: .open)
        isPaused = open == "paused"
        question = isPaused ? nil : open
        conversation = try container.decodeIfPresent(Int.self, forKey: .conversation) ?? 0
        isMissed = try container.decodeIfPresent(Bool.self, forKey: .missed) ?? false
        text = try container.decode(String.self, forKey: .text)
        switch kind {
        case .name where (try? container.decode(String.self, forKey: .expect)) != nil:
            expectation = .text(containing: try container.decode(String.self, forKey: .expect))
        case .command where (try? container.decode(Intent.self, forKey: .expect)) != nil:
            expectation = .intent(try container.decode(Intent.self, forKey: .expect))
        case .answer, .name, .command, .turn:
            expectation = try container.decode(Expectation.self, forKey: .expect)
        }
    }

    /// Reads the lines of a round, a JSON object each.
    ///
    /// - Throws: `JSONLines.Unreadable` with every line that is none.
    public static func lines(in lines: some Collection<UInt8>) throws(JSONLines.Unreadable) -> [RoundLine] {
        try JSONLines.values(
            RoundLine.self, in: lines,
            form:
                "Each line is an object with the fields kind, language, text and expect, and with the question it answers."
        ).map { number, value in
            var line = value
            line.number = number
            return line
        }
    }
}

extension RoundLine.Expectation: Decodable {
    private enum CodingKeys: String, CodingKey {
        case choice, choices, flag, number, date, text, evidence, intent, or, question
    }

    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            switch word {
            case "none", "later", "refused", "unknown": self = .passed
            case "ask": self = .asked
            case let name where Intent.contract.contains(Intent(rawValue: name)):
                self = .intent(try decoder.singleValueContainer().decode(Intent.self))
            default:
                throw UnsuitedValue("« \(word) » is none of none, later, refused, unknown, ask")
            }
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        if let choice = try fields.decodeIfPresent(String.self, forKey: .choice) {
            self = .value(.choice(choice))
        } else if let choices = try fields.decodeIfPresent([String].self, forKey: .choices) {
            self = .value(.choices(choices))
        } else if let flag = try fields.decodeIfPresent(Bool.self, forKey: .flag) {
            self = .value(.flag(flag))
        } else if let number = try fields.decodeIfPresent(Double.self, forKey: .number) {
            self = .value(
                number == number.rounded() ? .number(Int(number)) : .decimal(hundredths: Int((number * 100).rounded())))
        } else if let date = try fields.decodeIfPresent(String.self, forKey: .date) {
            self = .value(.date(date))
        } else if let ids = try fields.decodeIfPresent([String].self, forKey: .evidence) {
            self = .value(.evidence(ids.map { .init(kind: $0.hasPrefix("doc-") ? .document : .certification, id: $0) }))
        } else if let intent = try fields.decodeIfPresent(Intent.self, forKey: .intent) {
            self = .intent(intent)
        } else if let others = try fields.decodeIfPresent([Self].self, forKey: .or) {
            self = .any(others)
        } else {
            self = .text(containing: try? fields.decode(String.self, forKey: .text))
        }
        if case .value(let value) = self, let question = try fields.decodeIfPresent(String.self, forKey: .question) {
            self = .correction(of: question, value)
        }
    }
}
