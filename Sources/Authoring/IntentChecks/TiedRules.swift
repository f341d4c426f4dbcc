import Content
import Dialogue
import Knowledge
import Text
import Understanding

/// Rules of two intents that fire on the very same texts and give the same: neither decides anything between the two.
enum TiedRules {
    static func problems(in definitions: IntentDefinitions, _ realisations: Realisations) -> [ContentProblem] {
        struct Key: Hashable {
            var when: Set<Set<IntentDefinitions.Condition>>
            var unless: Set<IntentDefinitions.Condition>
            var strength: IntentDefinitions.Strength
        }
        var first: [Key: (intent: Intent, rule: IntentDefinitions.Rule)] = [:]
        var problems: [ContentProblem] = []
        for topic in definitions.topics {
            for rule in topic.rules {
                let key = Key(
                    when: Set(rule.when.map { Set($0) }), unless: Set(rule.unless), strength: rule.strength)
                guard let other = first[key] else {
                    first[key] = (topic.intent, rule)
                    continue
                }
                guard other.intent != topic.intent else { continue }
                problems.append(
                    ContentProblem(
                        .warning, at: rule.place,
                        "the rule « \(rule.source) » of \(topic.intent.rawValue) and one of \(other.intent.rawValue) ask for "
                            + "the same and give the same: they decide nothing between the two",
                        remedy: "Say in one of them what tells the two apart, or give it another strength.",
                        witness: realisations.sentence(firing: [rule, other.rule]), other: other.rule.place))
            }
        }
        return problems
    }
}
