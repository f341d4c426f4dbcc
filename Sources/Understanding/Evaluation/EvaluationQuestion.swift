import Foundation
public import Knowledge

/// A question of an evaluation set, with what it should be understood to be.
public struct EvaluationQuestion: Sendable, Decodable {
    public var id: String
    public var text: String
    public var language: Language
    public var intent: Intent
    /// Further intents of the same text.
    public var also: [Intent]
    /// What the text names, by type.
    public var entities: [String: [String]]
    /// How it is written: `full`, `spoken`, `keywords`, `typo` …
    public var style: String

    private enum CodingKeys: CodingKey {
        case id, text, language, intent, also, entities, style
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        text = try container.decode(String.self, forKey: .text)
        language = try container.decode(Language.self, forKey: .language)
        intent = try container.decode(Intent.self, forKey: .intent)
        also = try container.decodeIfPresent([Intent].self, forKey: .also) ?? []
        entities = try container.decodeIfPresent([String: [String]].self, forKey: .entities) ?? [:]
        style = try container.decodeIfPresent(String.self, forKey: .style) ?? "full"
    }

    /// A line that is no question of an evaluation set.
    public struct Unreadable: Error, Sendable, CustomStringConvertible {
        public let line: Int
        public let detail: String

        public var description: String { "line \(line): \(detail)" }
    }

    /// Reads JSON Lines.
    public static func questions(in text: String) throws(Unreadable) -> [EvaluationQuestion] {
        var questions: [EvaluationQuestion] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy(\.isWhitespace) { continue }
            do {
                questions.append(try JSONDecoder().decode(EvaluationQuestion.self, from: Data(line.utf8)))
            } catch {
                throw Unreadable(line: number + 1, detail: "\(error)")
            }
        }
        return questions
    }
}
