import Content
import Dialogue
import Knowledge
import Text
import Understanding

/// Intents that know fewer examples in one language than people of that language deserve.
enum LanguageBalance {
    private static let fewest = 20
    private static let leastPercent = 60

    static func problems(in definitions: IntentDefinitions) -> [ContentProblem] {
        definitions.topics.flatMap { topic in
            Language.allCases.compactMap { language -> ContentProblem? in
                let examples = topic.placedExamples.filter { $0.language == language }
                let others = topic.placedExamples.filter { $0.language != language }
                let needed = max(fewest, (others.count * leastPercent + 99) / 100)
                guard examples.count < needed else { return nil }
                let missing = others.dropFirst(examples.count).first
                return ContentProblem(
                    .warning, at: examples.first?.place ?? topic.place,
                    "\(topic.intent.rawValue) has \(examples.count) examples in \(language.name), "
                        + "\(others.count) in \(language.other.name)",
                    remedy: "Write at least \(needed - examples.count) more.", witness: missing?.text,
                    other: missing?.place)
            }
        }
    }
}

extension Language {
    fileprivate var name: TranslatableText { self == .fr ? "French" : "English" }
}
