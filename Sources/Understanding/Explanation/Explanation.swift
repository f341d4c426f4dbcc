import Knowledge
public import Text

/// Why a text was understood as it was: everything the decision rests on.
public struct Explanation: Sendable, Hashable, Codable {
    /// A word of the text.
    public struct Word: Sendable, Hashable, Codable {
        /// As it was understood: folded, repaired, written out.
        public var word: String
        public var stem: String
        /// Where it stands in the text, in Unicode scalars.
        public var start: Int
        public var end: Int
        /// What stood there, when it was repaired or written out.
        public var repairedFrom: String?
        /// Whether nothing in the content uses it.
        public var isUnknown: Bool
        /// Whether it was left out as mere politeness.
        public var isPolite: Bool
    }

    /// What one feature of the text gave to an intent.
    public struct Contribution: Sendable, Hashable, Codable {
        /// A word, `#concept`, `@entity`, or `one+two` for a pair.
        public var feature: String
        /// In thousandths of a score of 1.
        public var points: Int
    }

    /// An intent and what spoke for it.
    public struct Candidate: Sendable, Hashable, Codable {
        public var intent: Intent
        /// The sum of what follows, in thousandths.
        public var score: Int
        /// What its words and concepts share with the examples of the intent, together.
        public var words: Int
        /// What its letters, four in a row, share with them.
        public var letters: Int
        /// How near the nearest example is.
        public var nearest: Int
        public var nearestExample: String?
        /// How far its words are from telling most for this intent: 0 or negative.
        public var relevance: Int
        /// What the rules gave or took.
        public var rules: Int
        /// The rule that fired, as written.
        public var rule: String?
        /// What gave or took that a question of a questionnaire is open, or waits to be gone on with.
        public var situation: Int
        /// What the weights fitted to tell intents apart said: 0 for the one for which they say most, else negative.
        public var fitted: Int
        /// The features that spoke most, by those weights, for or against this intent beside its nearest rival: the strongest first, at
        /// most eight.
        public var apart: [Contribution]
        /// The features that gave the most to `words`, the strongest first, at most eight.
        public var contributions: [Contribution]
    }

    /// What would have changed the outcome.
    public struct Counterfactual: Sendable, Hashable, Codable {
        /// Without this word …
        public var without: String
        /// … this intent would have come first.
        public var intent: Intent
    }

    public var language: Language
    /// `answer`, `clarify` or `not-understood`.
    public var decision: String
    /// The first 200.
    public var words: [Word]
    /// The question in a text of several parts, which counts beside the whole.
    public var question: String?
    /// The ids of the concepts present.
    public var concepts: [String]
    public var entities: [Entity]
    /// The first three.
    public var candidates: [Candidate]
    /// How far the first leads, in thousandths.
    public var lead: Int
    public var counterfactuals: [Counterfactual]
}
