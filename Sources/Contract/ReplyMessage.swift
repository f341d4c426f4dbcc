import Dialogue
import Foundation
import Knowledge
import Questionnaires
public import Text
public import Understanding

/// A reply as it stands in JSON on a topic of replies: what the service writes, and what clients and replays read.
///
/// Read are replies of other versions too: what is not needed to show one may be missing, and ids stand as they were written.
public struct ReplyMessage: Sendable, Hashable, Codable {
    /// Which question it answers.
    public struct QuestionID: Sendable, Hashable, Codable {
        public var id: String
        public var source: String
    }

    /// What the question was taken to ask.
    public struct Intent: Sendable, Hashable, Codable {
        public var id: String
        /// How sure that is, from 0 to 1.
        public var confidence: Double?
    }

    /// Something that was named.
    public struct Entity: Sendable, Hashable, Codable {
        public var type: String
        public var value: String
        /// The words that name it, and where they stand, in Unicode scalars; nothing for what an earlier question named.
        public var text: String?
        public var start: Int?
        public var end: Int?
        /// Whether an earlier question named it; left out where not.
        public var inherited: Bool?
    }

    /// What the question may have asked instead.
    public struct Alternative: Sendable, Hashable, Codable {
        public var id: String
        public var confidence: Double?
        public var entities: [Entity]?
    }

    /// What the reply rests on.
    public struct Reference: Sendable, Hashable, Codable {
        public var kind: String
        public var id: String
        public var title: String
        public var url: String?
        public var assurance: String?
        /// The year of what is known.
        public var asOf: String?
        public var confidence: String?
    }

    /// Something to ask next, or a choice that answers.
    public struct Suggestion: Sendable, Hashable, Codable {
        public var id: String
        public var title: String
    }

    /// Where the questionnaire stands.
    public struct Questionnaire: Sendable, Hashable, Codable {
        /// The open question.
        public struct Question: Sendable, Hashable, Codable {
            public var id: String
            public var section: String?
            public var number: Int?
            public var type: String?
            public var text: String?
            public var help: String?
            /// What answers it; nothing where the answer is written.
            public var choices: [Suggestion]?
            public var unit: String?
            public var required: Bool?
        }

        /// How far it is filled in, in questions.
        public struct Progress: Sendable, Hashable, Codable {
            public var answered: Int
            public var remaining: Int
            public var total: Int
        }

        public var id: String?
        /// The id of this filling-in.
        public var run: String
        /// `asking`, `paused`, `completed` or `cancelled`.
        public var state: String
        public var question: Question?
        /// Why the last answer was not taken.
        public var problem: Rejection?
        public var progress: Progress?
        public var indicator: SubmissionMessage.Score?
    }

    /// Why something was not taken.
    public struct Rejection: Sendable, Hashable, Codable {
        public var code: String
        public var message: String
    }

    public var conversation: String
    public var question: QuestionID
    /// The number of the reply in its conversation, from 1.
    public var sequence: Int
    public var language: Language
    /// What kind of reply it is.
    public var outcome: String
    public var intent: Intent
    public var alternatives: [Alternative]?
    /// The ids of the intents of further questions that the reply answers too.
    public var also: [String]?
    public var entities: [Entity]
    public var text: String
    public var markdown: String
    public var references: [Reference]
    public var suggestions: [Suggestion]
    public var questionnaire: Questionnaire?
    public var rejected: Rejection?
    /// What names the knowledge base and the rules.
    public var knowledgeVersion: String
    public var explanation: Explanation?

    /// - Throws: `DecodingError` where something is missing or wrong that a reply cannot be shown without.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        conversation = try fields.decode(String.self, forKey: .conversation)
        question = try fields.decode(QuestionID.self, forKey: .question)
        sequence = try fields.decode(Int.self, forKey: .sequence)
        language = try fields.decode(Language.self, forKey: .language)
        outcome = try fields.decode(String.self, forKey: .outcome)
        intent = try fields.decode(Intent.self, forKey: .intent)
        alternatives = try fields.decodeIfPresent([Alternative].self, forKey: .alternatives)
        also = try fields.decodeIfPresent([String].self, forKey: .also)
        entities = try fields.decodeIfPresent([Entity].self, forKey: .entities) ?? []
        text = try fields.decode(String.self, forKey: .text)
        markdown = try fields.decodeIfPresent(String.self, forKey: .markdown) ?? text
        references = try fields.decodeIfPresent([Reference].self, forKey: .references) ?? []
        suggestions = try fields.decodeIfPresent([Suggestion].self, forKey: .suggestions) ?? []
        questionnaire = try fields.decodeIfPresent(Questionnaire.self, forKey: .questionnaire)
        rejected = try fields.decodeIfPresent(Rejection.self, forKey: .rejected)
        knowledgeVersion = try fields.decodeIfPresent(String.self, forKey: .knowledgeVersion) ?? ""
        // Nobody is shown it, and its form follows how questions are understood.
        explanation = try? fields.decodeIfPresent(Explanation.self, forKey: .explanation)
    }

    /// Reads a reply from the value of its record; `nil` if it is none.
    public init?(_ value: [UInt8]) {
        guard let reply = try? JSONDecoder().decode(ReplyMessage.self, from: Data(value)) else { return nil }
        self = reply
    }

    static func fraction(_ thousandths: Int) -> Double { Double(thousandths) / 1000 }
}
