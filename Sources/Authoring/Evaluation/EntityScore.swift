import Understanding

/// How well what questions name was found, over pairs of a type and a value: each pair counts once a question, and
/// every pair alike; of what was found, what the reply would show: the types that the intent concerns (micro-averaged; Manning, Raghavan, Schütze, *Introduction to Information Retrieval*, 13.6).
public struct EntityScore: Sendable, Hashable {
    /// The pairs that the questions name.
    public private(set) var expected = 0
    /// The pairs that were found.
    public private(set) var found = 0
    /// The pairs that were found and are named.
    public private(set) var right = 0

    /// Of the pairs found, those that the questions name.
    public var precision: Evaluation.Rate { Evaluation.Rate(count: right, of: found) }
    /// Of the pairs that the questions name, those found.
    public var recall: Evaluation.Rate { Evaluation.Rate(count: right, of: expected) }

    private struct Pair: Hashable {
        var type: EntityType
        var value: String
    }

    /// Counts the pairs of one question, of all types or of one.
    mutating func add(_ outcome: Evaluation.Outcome, of intents: IntentCatalogue, only type: EntityType? = nil) {
        func isCounted(_ pair: Pair) -> Bool { type == nil || pair.type == type }
        let named = Set(
            outcome.question.entities.flatMap { type, values in values.map { Pair(type: type, value: $0) } }
        ).filter(isCounted)
        let shown = outcome.interpretation.entities.filter { intents.takes($0.type, outcome.first) }
        let seen = Set(shown.map { Pair(type: $0.type, value: $0.value) }).filter(isCounted)
        expected += named.count
        found += seen.count
        right += named.intersection(seen).count
    }
}

extension EntityScore: Encodable {
    private enum CodingKeys: CodingKey {
        case precision, recall
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(precision, forKey: .precision)
        try container.encode(recall, forKey: .recall)
    }
}
