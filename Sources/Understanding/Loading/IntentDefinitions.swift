public import Content
import Knowledge
public import Text

/// How questions are understood, as a person wrote it: the content of `intents/`, checked but not yet compiled.
public struct IntentDefinitions: Sendable {
    /// Where a phrase comes from.
    public struct Origin: Sendable, Hashable {
        public var language: Language
        /// `file:line:column`.
        public var place: ContentPlace

        public init(language: Language, place: ContentPlace) {
            self.language = language
            self.place = place
        }
    }

    /// Words and phrases that mean the same thing to a rule.
    public struct Concept: Sendable {
        public var id: String
        public var phrases: [String]
        /// Where the concept is declared, `file:line:column`.
        public var place: ContentPlace
        /// The origin of each phrase, in the order of ``phrases``; empty for what no file holds.
        public var origins: [Origin]

        public init(id: String, phrases: [String], place: ContentPlace, origins: [Origin] = []) {
            self.id = id
            self.phrases = phrases
            self.place = place
            self.origins = origins
        }
    }

    /// Words that name a value of an enumeration, such as the group `women`.
    public struct EntityValue: Sendable {
        public var type: EntityType
        public var value: String
        public var phrases: [String]
        /// Where the value is declared, `file:line:column`.
        public var place = ContentPlace.intents
        /// The origin of each phrase, in the order of ``phrases``; empty for what no file holds.
        public var origins: [Origin] = []
    }

    /// One thing that a rule asks for: a concept, an entity type, or one value of it.
    public enum Condition: Sendable, Hashable {
        case concept(String)
        case entity(EntityType)
        case value(EntityType, String)
    }

    /// How much a rule gives to its intent when it fires.
    public enum Strength: String, CaseIterable, Sendable {
        case strong, normal, weak
    }

    /// A rule: fires when every item of `when` is present in one of its forms and nothing of `unless` is.
    public struct Rule: Sendable {
        public var when: [[Condition]]
        public var unless: [Condition]
        public var strength: Strength
        /// The rule as written, for explanations.
        public var source: String
        /// Where the rule stands, `file:line:column`; empty for what no file holds.
        public var place: ContentPlace

        public init(
            when: [[Condition]], unless: [Condition], strength: Strength, source: String, place: ContentPlace = .intents
        ) {
            self.when = when
            self.unless = unless
            self.strength = strength
            self.source = source
            self.place = place
        }
    }

    /// One intent: its titles, rules and examples.
    public struct Topic: Sendable {
        public var intent: Intent
        /// What it is besides how it is recognised.
        public var description: IntentDescription
        /// The title when the thing asked about is known, with that entity's type in braces, and the type.
        public var titleAbout: (text: LocalizedText, type: EntityType)?
        public var rules: [Rule]
        public var notWhen: [Condition]
        public var examples: [Language: [String]]
        /// Where the intent is described, `file:line:column`.
        public var place = ContentPlace.intents
        /// Where each example stands, in the order of ``examples``; shorter for those that no file holds.
        public var examplePlaces: [Language: [ContentPlace]] = [:]
    }

    /// Two words of different meaning that nothing tells apart, declared to be right as they are, with a reason in the file.
    public struct KnownClash: Sendable {
        /// Why two words are taken for one another.
        public enum Kind: String, CaseIterable, Sendable {
            /// They have one stem: to say the one is to say the other.
            case sameStem = "same-stem"
            /// One typing error makes the one of the other.
            case oneError = "one-error"
        }

        public var kind: Kind
        /// The two words, folded.
        public var words: Set<String>
        /// Where the pair is declared, `file:line:column`.
        public var place: ContentPlace
    }

    /// Questions that people asked, whole, of one intent in one language.
    public struct Questions: Sendable {
        public var intent: Intent
        public var language: Language
        public var texts: [String]
    }

    /// The words of a question that leaves something out, because it was just spoken of; each folded.
    public struct FollowUpWords: Sendable, Hashable {
        /// What one goes on with: « et », "what about".
        public var goesOn: Set<String> = []
        /// The same as the second word: "what about".
        public var goesOnBehind: Set<String> = []
        /// What stands for a name: « ça », "it".
        public var pointsBack: Set<String> = []
        /// The verbs before which the French `l'` stands for a name: « l'obtenir ».
        public var afterElision: Set<String> = []
        /// The other of two.
        public var theOther: Set<String> = []

        public init() {}
    }

    public var followUp = FollowUpWords()
    public var concepts: [Concept] = []
    public var entityValues: [EntityValue] = []
    public var topics: [Topic] = []
    /// Questions as people asked them, which the weights that tell intents apart are fitted to beside the examples. They bring no
    /// words: whoever asks makes typing errors, and speaks of all sorts of things.
    public var questions: [Questions] = []
    /// All intents, with what each is.
    public var catalogue: IntentCatalogue { IntentCatalogue(topics.map(\.description)) }
    /// Function words, by language.
    public var functionWords: [Language: [String]] = [:]
    /// What stands for longer words in chats.
    public var abbreviations: [(short: String, long: String)] = []
    /// Phrases that change nothing before or after a question.
    public var polite: [String] = []
    /// Words that join one question to another: *et*, *pis*, "and".
    public var questionJoiners: [String] = []
    /// Words that open a question: *combien*, *comment*, "how".
    public var questionOpenings: [String] = []
    /// Everyday words of French and English, folded, that are no typing errors though the content does not use them.
    public var everydayWords: [String] = []
    /// Clashes of words that are right as they are.
    public var knownClashes: [KnownClash] = []
}
