import Content
import Dialogue
import Knowledge
import Text
import Understanding

/// Rules that change nothing, since another rule of the same intent fires whenever they do and gives at least as much.
enum ShadowedRules {
    static func problems(in definitions: IntentDefinitions, _ realisations: Realisations) -> [ContentProblem] {
        definitions.topics.flatMap { topic in
            topic.rules.indices.compactMap { index -> ContentProblem? in
                let rule = topic.rules[index]
                let shadow = topic.rules.indices.first { other in
                    guard other != index, shadows(topic.rules[other], rule, realisations) else { return false }
                    // Of two that fire together the first stays.
                    return other < index || !shadows(rule, topic.rules[other], realisations)
                }
                guard let shadow else { return nil }
                let other = topic.rules[shadow]
                return ContentProblem(
                    .warning, at: rule.place,
                    "the rule « \(rule.source) » of \(topic.intent.rawValue) changes nothing: whenever it fires, so does "
                        + "« \(other.source) », which is as strong",
                    remedy: "Remove it, or make it stronger than the other.",
                    witness: realisations.sentence(firing: [rule, other]), other: other.place)
            }
        }
    }

    /// Whether `other` fires whenever `rule` does, and is at least as strong.
    private static func shadows(
        _ other: IntentDefinitions.Rule, _ rule: IntentDefinitions.Rule, _ realisations: Realisations
    ) -> Bool {
        guard other.strength.rank <= rule.strength.rank else { return false }
        let isImplied = other.when.enumerated().allSatisfy { place, item in
            rule.when.enumerated().contains { index, stronger in
                // Politeness begins no rule, and what does not begin this one may be politeness.
                stronger.allSatisfy { condition in item.contains { condition.entails($0) } }
                    && (place > 0 || index == 0 || stronger.allSatisfy(realisations.isNeverOnlyPolite))
            }
        }
        return isImplied
            && other.unless.allSatisfy { hindrance in rule.unless.contains { hindrance.entails($0) } }
    }
}

extension IntentDefinitions.Strength {
    /// 0 for the strongest.
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
