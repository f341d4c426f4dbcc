import Knowledge
public import Text

/// What a text was understood to be.
public struct Interpretation: Sendable {
    /// What to do about it.
    public enum Decision: Sendable, Hashable {
        /// One intent, clearly.
        case answer(Intent)
        /// Two or three that fit about equally well, best first; one alone where the question may well be about something else.
        case clarify([Intent])
        /// Nothing fits.
        case notUnderstood
    }

    /// An intent with its score.
    public struct Candidate: Sendable, Hashable {
        public var intent: Intent
        /// In units of 1/1024; comparable between candidates and between questions.
        public var score: Int
        /// What its examples, rules and the situation say for it, whatever they say for others, in units of 1/1024.
        public var support: Int
        /// From 0 to 1000: how sure, in thousandths.
        public var confidence: Int
        /// The rule that fired, as written; `nil` if none did.
        public var rule: String?
        /// The example nearest to the text; `nil` if none shares anything with it.
        public var nearestExample: String?
    }

    public var language: Language
    public var decision: Decision
    /// The best candidates, best first, at most five. Never empty unless the text has no words.
    public var candidates: [Candidate]
    /// Everything named, in the order of ``EntityType``.
    public var entities: [Entity]
    public var tokens: [Token]
    /// Whether the text says nothing besides words of politeness.
    public var isOnlyPolite: Bool
    /// Whether the text is the name of a scheme and nothing more.
    public var isOnlyName: Bool
    /// The ids of the concepts present.
    public var concepts: [String]

    /// Where the concepts stand, as ranges of tokens.
    public var conceptSpans: [ConceptSpan] = []

    /// A concept where it stands.
    public struct ConceptSpan: Sendable, Hashable {
        public var concept: String
        /// The tokens that say it.
        public var tokens: Range<Int>
    }

    /// What is easily meant in place of what is answered, where it is nearly as likely: to be suggested beside it.
    public var sibling: Intent?

    /// What further questions of the same text ask for, in their order.
    public var further: [Further]

    /// A further question of the same text.
    public struct Further: Sendable, Hashable {
        public var intent: Intent
        public var entities: [Entity]
        /// The ids of the concepts present in it.
        public var concepts: [String]
    }

    /// By how much the first candidate leads the second, in units of 1/1024; its score where there is no second.
    public var lead: Int { (candidates.first?.score ?? 0) - (candidates.dropFirst().first?.score ?? 0) }

    /// The values named of one type.
    public func values(of type: EntityType) -> [String] { entities.filter { $0.type == type }.map(\.value) }
}
