import Foundation
import Knowledge
public import Text
public import Understanding

/// A question of an evaluation set, with what it should be understood to be.
public struct EvaluationQuestion: Sendable, Decodable {
    public var id: String
    public var text: String
    public var language: Language
    public var intent: Intent
    /// Further intents of the same text.
    public var also: [Intent]
    /// What the text names, by type.
    public var entities: [EntityType: [String]]
    /// How it is written: `full`, `spoken`, `keywords`, `typo` …
    public var style: String

    /// As long as a question to the assistant may be, in Unicode scalars.
    private static let longestText = 4000

    private enum CodingKeys: CodingKey {
        case id, text, language, intent, also, entities, style
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        text = try container.decode(String.self, forKey: .text)
        guard text.unicodeScalars.count <= Self.longestText else {
            throw DecodingError.dataCorruptedError(
                forKey: .text, in: container,
                debugDescription: "The text is longer than \(Self.longestText) characters: nobody can ask that.")
        }
        language = try container.decode(Language.self, forKey: .language)
        intent = try container.decode(Intent.self, forKey: .intent)
        also = try container.decodeIfPresent([Intent].self, forKey: .also) ?? []
        entities = [:]
        for (name, values) in try container.decodeIfPresent([String: [String]].self, forKey: .entities) ?? [:] {
            guard let type = EntityType(rawValue: name) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .entities, in: container, debugDescription: Self.unknownType(name))
            }
            entities[type] = values
        }
        style = try container.decodeIfPresent(String.self, forKey: .style) ?? "full"
    }

    private static func unknownType(_ name: String) -> String {
        let known = EntityType.allCases.map(\.rawValue)
        let nearest = NearestName.of(name, among: known).map { "Did you mean « \($0) »?" }
        return "« \(name) » is no type of entity. \(nearest ?? "The types are \(known.joined(separator: ", ")).")"
    }

    /// A line that is no question of an evaluation set.
    public struct Unreadable: Error, Sendable, CustomStringConvertible {
        /// The line's number, from 1.
        public let line: Int
        /// What is wrong with it.
        public let detail: String

        public var description: String {
            "line \(line): \(detail) Each line is an object with the fields id, text, language and intent, and may "
                + "have also, entities and style."
        }

        init(line: Int, _ error: any Error) {
            self.line = line
            switch error {
            case DecodingError.keyNotFound(let key, _):
                detail = "The field « \(key.stringValue) » is missing."
            case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
                DecodingError.dataCorrupted(let context):
                let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
                detail = (path.isEmpty ? "" : "\(path.joined(separator: ".")): ") + context.debugDescription
            default:
                detail = "\(error)"
            }
        }
    }

    /// Reads JSON Lines.
    public static func questions(in text: String) throws(Unreadable) -> [EvaluationQuestion] {
        var questions: [EvaluationQuestion] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy(\.isWhitespace) { continue }
            do {
                questions.append(try JSONDecoder().decode(EvaluationQuestion.self, from: Data(line.utf8)))
            } catch {
                throw Unreadable(line: number + 1, error)
            }
        }
        return questions
    }
}
