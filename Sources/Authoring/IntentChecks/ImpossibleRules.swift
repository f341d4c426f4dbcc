import Content
import Dialogue
import Knowledge
import Text
import Understanding

/// Rules that can never fire, and conditions that no text brings about.
enum ImpossibleRules {
    static func problems(in definitions: IntentDefinitions, _ realisations: Realisations) -> [ContentProblem] {
        var problems: [ContentProblem] = []
        for topic in definitions.topics {
            for rule in topic.rules {
                problems += rule.when.indices.compactMap { impossibility(of: $0, in: rule, realisations) }.prefix(1)
            }
        }
        return problems + idleConditions(in: definitions, realisations)
    }

    /// Why an item of a rule keeps it from ever firing; `nil` if it does not.
    private static func impossibility(
        of index: Int, in rule: IntentDefinitions.Rule, _ realisations: Realisations
    ) -> ContentProblem? {
        let item = rule.when[index]
        let said = realisations[item]
        let isTold = index == 0 || item.allSatisfy(realisations.isNeverOnlyPolite)
        if isTold, item.allSatisfy({ condition in rule.unless.contains { condition.entails($0) } }) {
            return ContentProblem(
                .error, at: rule.place,
                "the rule « \(rule.source) » can never fire: « \(item.name) » is also in its unless",
                remedy: "Take it out of the one or the other.", witness: said.first?.text,
                other: item.first.flatMap(realisations.declaration))
        }
        if said.isEmpty {
            return ContentProblem(
                .error, at: rule.place,
                "the rule « \(rule.source) » can never fire: no text brings « \(item.name) » about",
                remedy: "Give it phrases that are neither empty nor inside the name of a scheme.", witness: nil,
                other: item.first.flatMap(realisations.declaration))
        }
        if index == 0, isOnlyPolite(in: rule, said, realisations) {
            return ContentProblem(
                .error, at: rule.place,
                "the rule « \(rule.source) » can never fire: « \(item.name) » is mere politeness beside the rest",
                remedy: "Put something else first, or take its phrases out of the polite ones.",
                witness: said.first?.text, other: item.first.flatMap(realisations.declaration))
        }
        // A scheme's name or a longer phrase around it may hide what is said too, so that this is no proof.
        guard let first = said.first, said.allSatisfy({ rule.unless.contains(where: $0.presence.beginning.contains) }),
            let hindrance = rule.unless.first(where: first.presence.beginning.contains)
        else { return nil }
        return ContentProblem(
            .warning, at: rule.place,
            "the rule « \(rule.source) » hardly ever fires: every phrase of « \(item.name) » also says what its unless "
                + "excludes, the first « \(hindrance.name) »",
            remedy: "Give it other phrases, or take that out of the unless.", witness: first.text,
            other: realisations.declaration(of: hindrance))
    }

    /// Whether what begins a rule is only ever politeness, which begins none, because the rest of the rule says more.
    private static func isOnlyPolite(
        in rule: IntentDefinitions.Rule, _ said: [Realisations.Realisation], _ realisations: Realisations
    ) -> Bool {
        guard let first = rule.when.first else { return false }
        guard !said.contains(where: { first.contains(where: $0.presence.beginning.contains) }) else { return false }
        return rule.when.dropFirst().contains { item in realisations[item].allSatisfy(\.isTelling) }
    }

    /// Where a condition is used.
    private struct Use {
        var place: ContentPlace
        var count: Int
    }

    /// Conditions that no text brings about and that stand where a rule does not depend on them.
    private static func idleConditions(
        in definitions: IntentDefinitions, _ realisations: Realisations
    ) -> [ContentProblem] {
        var uses: [IntentDefinitions.Condition: Use] = [:]
        func use(_ condition: IntentDefinitions.Condition, at place: ContentPlace) {
            guard realisations[condition].isEmpty else { return }
            uses[condition, default: Use(place: place, count: 0)].count += 1
        }
        for topic in definitions.topics {
            for rule in topic.rules {
                for item in rule.when where !realisations[item].isEmpty { item.forEach { use($0, at: rule.place) } }
                rule.unless.forEach { use($0, at: rule.place) }
            }
            topic.notWhen.forEach { use($0, at: topic.place) }
        }
        return uses.map { condition, use in
            ContentProblem(
                .warning, at: use.place,
                "no text brings « \(condition.name) » about for a rule, and it is named \(use.count) times",
                remedy: "Remove it, or give it phrases.", witness: nil, other: realisations.declaration(of: condition))
        }
    }
}
