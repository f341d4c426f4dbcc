import Knowledge
import Understanding

/// What rules can ask for that a text holds.
struct Presence {
    /// What may begin or stop a rule: everything but what words of politeness alone say.
    var beginning: Set<IntentDefinitions.Condition> = []
    var all: Set<IntentDefinitions.Condition> = []

    init(_ reading: LexicalReading, lexicon: Lexicon) {
        for concept in reading.concepts { beginning.insert(.concept(lexicon.conceptIDs[concept])) }
        for entity in reading.entities {
            beginning.insert(.entity(entity.type))
            beginning.insert(.value(entity.type, entity.value))
        }
        all = beginning
        for concept in reading.politeConcepts { all.insert(.concept(lexicon.conceptIDs[concept])) }
    }
}

extension IntentDefinitions.Rule {
    /// Whether the rule fires, as ``RuleBook`` has it.
    func fires(in presence: Presence) -> Bool {
        guard let first = when.first, first.contains(where: presence.beginning.contains) else { return false }
        return when.dropFirst().allSatisfy { $0.contains(where: presence.all.contains) }
            && !unless.contains(where: presence.beginning.contains)
    }
}

extension IntentDefinitions.Condition {
    /// The condition as it is written in a rule.
    var name: String {
        switch self {
        case .concept(let id): id
        case .entity(let type): "@\(type.rawValue)"
        case .value(let type, let value): "@\(type.rawValue)=\(value)"
        }
    }

    /// Whether all that brings this about brings the other about too.
    func entails(_ other: IntentDefinitions.Condition) -> Bool {
        if self == other { return true }
        if case .value(let type, _) = self, case .entity(type) = other { return true }
        return false
    }
}

extension [IntentDefinitions.Condition] {
    /// An item of a rule as it is written.
    var name: String { map(\.name).joined(separator: " | ") }
}
