import Content
import Knowledge
import Text
import Understanding

/// The words of the phrases that stand for something in rules: of concepts, and of the values of enumerations.
struct ConceptWords {
    /// A concept or a value.
    struct Owner {
        /// As it is written in a rule.
        var name: String
        var phrases: [Phrase]
    }

    /// A phrase as the assistant reads it.
    struct Phrase {
        var text: String
        /// Folded, and abbreviations written out.
        var words: [String]
        /// The number of the stem of each word.
        var stems: [Int32]
        /// `nil` for what no file holds.
        var language: Language?
        /// `file:line:column`.
        var place: ContentPlace
    }

    let owners: [Owner]
    /// The languages of the phrases that hold a word.
    let languages: [String: Set<Language>]

    init(definitions: IntentDefinitions, lexicon: Lexicon) {
        func phrases(_ texts: [String], _ origins: [IntentDefinitions.Origin], _ place: ContentPlace) -> [Phrase] {
            texts.enumerated().map { index, text in
                let tokens = lexicon.read(text).tokens
                let origin = origins.indices.contains(index) ? origins[index] : nil
                return Phrase(
                    text: text, words: tokens.map(\.word), stems: tokens.map(\.stem), language: origin?.language,
                    place: origin?.place ?? place)
            }
        }
        owners =
            definitions.concepts.map { .init(name: $0.id, phrases: phrases($0.phrases, $0.origins, $0.place)) }
            + definitions.entityValues.map { value in
                .init(
                    name: IntentDefinitions.Condition.value(value.type, value.value).name,
                    phrases: phrases(value.phrases, value.origins, value.place))
            }
        var languages: [String: Set<Language>] = [:]
        for phrase in owners.flatMap(\.phrases) {
            for word in phrase.words {
                languages[word, default: []].formUnion(phrase.language.map { [$0] } ?? Set(Language.allCases))
            }
        }
        self.languages = languages
    }
}
