import Content
import Knowledge
import Text
import Understanding

/// One example of an intent, with where it stands.
struct PlacedExample {
    var intent: Intent
    var language: Language
    var text: String
    /// `file:line:column`; empty for what no file holds.
    var place: ContentPlace
}

extension IntentDefinitions.Topic {
    /// The examples in the order in which the interpreter numbers them.
    var placedExamples: [PlacedExample] {
        Language.allCases.flatMap { language -> [PlacedExample] in
            let places = examplePlaces[language] ?? []
            return (examples[language] ?? []).enumerated().map { index, text in
                PlacedExample(
                    intent: intent, language: language, text: text,
                    place: places.indices.contains(index) ? places[index] : .intents)
            }
        }
    }
}
