import Content
import Dialogue
import Knowledge
import Text
import Understanding

/// Examples of two intents that are one sentence to the assistant: the same stems in the same order, politeness aside, and
/// the same rules that fire. Rules may ask for politeness: « Excellente réponse » praises, « Merci, excellente réponse » thanks.
enum SharedSentences {
    static func problems(in definitions: IntentDefinitions, by interpreter: Interpreter) -> [ContentProblem] {
        struct Sentence: Hashable {
            var stems: [Int32]
            var points: [Int]
        }
        var owners: [Sentence: PlacedExample] = [:]
        var problems: [ContentProblem] = []
        for example in definitions.topics.flatMap(\.placedExamples) {
            let reading = interpreter.lexicon.read(example.text)
            let sentence = Sentence(
                stems: zip(reading.tokens, reading.isPolite).compactMap { $1 ? nil : $0.stem },
                points: interpreter.rules.verdicts(on: reading).map(\.points))
            guard let owner = owners[sentence] else {
                owners[sentence] = example
                continue
            }
            guard owner.intent != example.intent else { continue }
            problems.append(
                ContentProblem(
                    .error, at: example.place,
                    "« \(example.text) » is to the assistant the same sentence as an example of \(owner.intent.rawValue)",
                    remedy: "Leave it with the intent it belongs to.", witness: owner.text, other: owner.place))
        }
        return problems
    }
}
