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
            throw UnsuitedValue("the text is longer than \(Self.longestText) characters: nobody can ask that")
        }
        language = try container.decode(Language.self, forKey: .language)
        intent = try container.decode(Intent.self, forKey: .intent)
        also = try container.decodeIfPresent([Intent].self, forKey: .also) ?? []
        entities = [:]
        for (name, values) in try container.decodeIfPresent([String: [String]].self, forKey: .entities) ?? [:] {
            guard let type = EntityType(rawValue: name) else {
                throw UnsuitedValue(Self.unknownType(name))
            }
            entities[type] = values
        }
        style = try container.decodeIfPresent(String.self, forKey: .style) ?? "full"
    }

    private static func unknownType(_ name: String) -> TranslatableText {
        let known = EntityType.allCases.map(\.rawValue)
        return NearestName.of(name, among: known).map { "« \(name) » is no type of entity; did you mean « \($0) »?" }
            ?? "« \(name) » is no type of entity; the types are \(known.joined(separator: ", "))"
    }

    /// Reads the questions of an evaluation set, a JSON object a line.
    ///
    /// - Throws: `JSONLines.Unreadable` with every line that is none.
    public static func questions(in lines: some Collection<UInt8>) throws(JSONLines.Unreadable) -> [EvaluationQuestion]
    {
        try JSONLines.values(
            EvaluationQuestion.self, in: lines,
            form:
                "Each line is an object with the fields id, text, language and intent, and may have also, entities and style."
        ).map(\.value)
    }
}
