import Dialogue
import Foundation
public import Knowledge
public import Text
import Understanding

/// A question as a client of the topics writes it.
public struct ClientQuestion: Sendable, Hashable, Encodable {
    /// What the person wrote.
    public var text: String?
    /// The id of the suggestion or choice that they picked.
    public var choice: String?
    /// The ids of all that they picked, for a question with several choices.
    public var choices: [String]?
    /// The language to answer in; recognised if left out.
    public var language: Language?
    /// Who asks; recognised if left out.
    public var audience: Actor?
    /// The client's name, for insights.
    public var channel: String?

    public init(
        text: String? = nil, choice: String? = nil, choices: [String]? = nil, language: Language? = nil,
        audience: Actor? = nil, channel: String? = nil
    ) {
        self.text = text
        self.choice = choice
        self.choices = choices
        self.language = language
        self.audience = audience
        self.channel = channel
    }

    /// The bytes of the record's value.
    public var value: [UInt8] { MessageText.json(self) }

    /// The headers that make the record a CloudEvent with this id and source.
    public static func headers(id: String, source: String) -> [RecordHeader] {
        [
            RecordHeader("ce_specversion", "1.0"), RecordHeader("ce_id", id), RecordHeader("ce_source", source),
            RecordHeader("ce_type", MessageType.question.rawValue), RecordHeader("content-type", "application/json"),
        ]
    }
}

/// A reply as a client of the topics reads it: what it shows of it, and the whole as it came.
public struct ClientReply: Sendable, Decodable {
    /// Which question it answers.
    public struct QuestionID: Sendable, Hashable, Decodable {
        public var id: String
        public var source: String
    }

    /// Something to ask next.
    public struct Suggestion: Sendable, Hashable, Decodable {
        public var id: String
        public var title: String
    }

    /// What the reply rests on.
    public struct Reference: Sendable, Hashable, Decodable {
        public var kind: String
        public var id: String
        public var title: String
        public var url: String?
    }

    /// What the question was taken to ask.
    public struct Intent: Sendable, Hashable, Decodable {
        public var id: String
    }

    /// Where the questionnaire stands.
    public struct Questionnaire: Sendable, Hashable, Decodable {
        /// The open question.
        public struct Question: Sendable, Hashable, Decodable {
            public var id: String
            /// What answers it; none where the answer is written.
            public var choices: [Suggestion]?
        }

        public var run: String
        /// `asking`, `paused`, `completed` or `cancelled`.
        public var state: String
        public var question: Question?
    }

    public var conversation: String
    public var question: QuestionID
    public var sequence: Int
    public var language: Language
    public var outcome: String
    public var text: String
    public var markdown: String
    public var references: [Reference]
    public var suggestions: [Suggestion]
    public var intent: Intent
    public var questionnaire: Questionnaire?
    /// The bytes that it was read from.
    public private(set) var value: [UInt8] = []

    private enum CodingKeys: CodingKey {
        case conversation, question, sequence, language, text, markdown, references, suggestions, intent, outcome,
            questionnaire
    }

    /// Reads a reply from the value of its record; `nil` if it is none.
    public init?(_ value: [UInt8]) {
        guard let reply = try? JSONDecoder().decode(ClientReply.self, from: Data(value)) else { return nil }
        self = reply
        self.value = value
    }
}
