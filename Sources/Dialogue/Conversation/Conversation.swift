public import Knowledge
public import Questionnaires
public import Text
public import Understanding

/// All that the service keeps of a conversation. Bounded: its size does not grow with the number of questions.
public struct Conversation: Sendable, Hashable {
    /// What was answered last, so that « et le coût? », « suite » and « répète » mean something.
    public struct LastAnswer: Sendable, Hashable {
        public var intent: Intent
        public var entities: [Entity]
        /// What narrows the answer besides entities: ids of concepts, such as `free`.
        public var refinements: [String]
        /// The entries shown, in order, at most ``mostShown``: what « la deuxième » counts.
        public var shown: [Entity]
        /// Which page of the answer was shown, from 0.
        public var page: Int
        /// When.
        public var time: RecordTime
        /// The ids of what was suggested, in order.
        public var offered: [String]
        /// The ids of what else the question might have meant, best first, at most three: for « ce n'est pas ce que je voulais ».
        public var runnersUp: [String]
        /// Whether the answer ended with the question who asks.
        public var asksWho: Bool
        /// The schemes spoken of in this answer and those before it, newest first, at most ``mostSpokenOf``: « les deux ».
        public var spokenOf: [Entity]

        /// How many of the entries shown are kept.
        public static let mostShown = 8
        /// How many of the schemes spoken of are kept.
        static let mostSpokenOf = 4
        /// How many of what narrows an answer are kept.
        static let mostRefinements = 8
        /// How many suggestions are kept: those of a reply, and the answer to a menu that is none of it.
        static let mostOffered = 8
        /// How many of what else may have been meant are kept.
        static let mostRunnersUp = 3

        public init(
            intent: Intent, entities: [Entity], refinements: [String] = [], shown: [Entity] = [], page: Int,
            time: RecordTime, offered: [String], runnersUp: [String] = [], asksWho: Bool = false,
            spokenOf: [Entity] = []
        ) {
            self.intent = intent
            self.entities = Array(entities.prefix(Entity.most))
            self.refinements = Array(refinements.prefix(Self.mostRefinements))
            self.shown = Array(shown.prefix(Self.mostShown))
            self.page = Counter.bounded(page)
            self.time = time
            self.offered = Array(offered.prefix(Self.mostOffered))
            self.runnersUp = Array(runnersUp.prefix(Self.mostRunnersUp))
            self.asksWho = asksWho
            self.spokenOf = Array(spokenOf.prefix(Self.mostSpokenOf))
        }
    }

    /// The number of replies so far, from 0 to ``mostReplies``.
    public var sequence: Int
    public var language: Language?
    /// Who asks: ``Actor/sme`` or ``Actor/buyer``, once known.
    public var audience: Actor?
    /// Whether the person was asked who they are: never twice.
    public var wasAskedWho: Bool
    /// Since when a person has the conversation; `nil` when nobody has.
    public var handedOverAt: RecordTime?
    public var last: LastAnswer?
    /// The questionnaire that is being filled in, was paused, or was finished last.
    public var run: QuestionnaireRun?
    /// How many questions in a row were not understood; a ``Counter``.
    public var misses: Int
    /// The warning, given since the last question, that the conversation will be erased.
    public var expiryWarning: ConversationExpiry.Warning?
    /// The fingerprints of the questions answered last, newest last, at most ``rememberedQuestions``.
    public var answered: [UInt64]

    /// How many questions back a duplicate is recognised.
    public static let rememberedQuestions = 64

    public init(
        sequence: Int = 0, language: Language? = nil, audience: Actor? = nil, wasAskedWho: Bool = false,
        handedOverAt: RecordTime? = nil, last: LastAnswer? = nil,
        run: QuestionnaireRun? = nil, misses: Int = 0, expiryWarning: ConversationExpiry.Warning? = nil,
        answered: [UInt64] = []
    ) {
        self.sequence = sequence
        self.language = language
        self.audience = audience
        self.wasAskedWho = wasAskedWho
        self.handedOverAt = handedOverAt
        self.last = last
        self.run = run
        self.misses = Counter.bounded(misses)
        self.expiryWarning = expiryWarning
        self.answered = answered.suffix(Self.rememberedQuestions)
    }

    /// The greatest number of replies: the greatest whole number that every reader of JSON has (2^53 − 1).
    public static let mostReplies = 9_007_199_254_740_991

    mutating func remember(_ fingerprint: UInt64) {
        answered.append(fingerprint)
        if answered.count > Self.rememberedQuestions { answered.removeFirst(answered.count - Self.rememberedQuestions) }
    }
}
