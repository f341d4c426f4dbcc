/// The rules of all intents, ready to be held against a reading.
struct RuleBook: Sendable {
    /// What fired for one intent.
    struct Verdict: Sendable {
        /// What the rules give or take, in units of 1/1024.
        var points = 0
        /// The strongest rule that fired, as written.
        var rule: String?
        /// Whether counter-evidence was present.
        var isContradicted = false
    }

    private enum Condition: Sendable {
        case concept(Int)
        case entity(EntityType)
        case value(EntityType, String)
    }

    private struct Rule: Sendable {
        var when: [[Condition]]
        var unless: [Condition]
        var points: Int
        var source: String
    }

    private let rules: [[Rule]]
    private let notWhen: [[Condition]]

    /// - Parameter conceptIDs: the ids of the concepts, in the order of their indices.
    init(topics: [IntentDefinitions.Topic], conceptIDs: [String]) {
        let index = Dictionary(
            conceptIDs.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        func compile(_ condition: IntentDefinitions.Condition) -> Condition? {
            switch condition {
            case .concept(let id): index[id].map { .concept($0) }
            case .entity(let type): .entity(type)
            case .value(let type, let value): .value(type, value)
            }
        }
        rules = topics.map { topic in
            topic.rules.map { rule in
                Rule(
                    when: rule.when.map { $0.compactMap(compile) },
                    unless: rule.unless.compactMap(compile),
                    points: Self.points(for: rule.strength),
                    source: rule.source)
            }
        }
        notWhen = topics.map { $0.notWhen.compactMap(compile) }
    }

    private static func points(for strength: IntentDefinitions.Strength) -> Int {
        switch strength {
        case .strong: FixedPoint.one * 30 / 100
        case .normal: FixedPoint.one * 18 / 100
        case .weak: FixedPoint.one * 8 / 100
        }
    }

    private static let contradiction = FixedPoint.one * 25 / 100

    /// The verdict on each topic, in their order.
    func verdicts(on reading: Reading) -> [Verdict] {
        let concepts = Set(reading.concepts)
        let polite = Set(reading.politeConcepts)
        // Politeness never begins a rule: it only tells praise with thanks from praise without.
        func begins(_ condition: Condition) -> Bool {
            if case .concept(let concept) = condition { concepts.contains(concept) } else { holds(condition) }
        }
        func holds(_ condition: Condition) -> Bool {
            switch condition {
            case .concept(let concept): concepts.contains(concept) || polite.contains(concept)
            case .entity(let type): reading.entities.contains { $0.type == type }
            case .value(let type, let value): reading.entities.contains { $0.type == type && $0.value == value }
            }
        }
        return rules.indices.map { topic in
            var verdict = Verdict()
            for rule in rules[topic] where rule.points > verdict.points {
                guard rule.when[0].contains(where: begins), rule.when.allSatisfy({ $0.contains(where: holds) }),
                    !rule.unless.contains(where: holds)
                else {
                    continue
                }
                verdict.points = rule.points
                verdict.rule = rule.source
            }
            if notWhen[topic].contains(where: holds) {
                verdict.points -= Self.contradiction
                verdict.isContradicted = true
            }
            return verdict
        }
    }
}
