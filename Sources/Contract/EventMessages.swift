import Dialogue
public import Knowledge
public import Text
import Understanding

/// A request for a person, as it stands in JSON on the topic of handoffs.
public struct HandoffMessage: Sendable, Hashable, Codable {
    /// The id of the conversation.
    public var conversation: String
    public var language: Language
    /// Who asks, where that is known.
    public var audience: Actor?
    /// What the person wrote.
    public var message: String
    /// The id of the intent that was spoken of before.
    public var lastIntent: String?
    /// What was spoken of, in words.
    public var summary: String

    init(_ handoff: Event.Handoff, conversation: String) {
        self.conversation = conversation
        language = handoff.language
        audience = handoff.audience
        message = handoff.message
        lastIntent = handoff.lastIntent?.rawValue
        summary = handoff.summary
    }
}

/// What was asked and what came of it, as it stands in JSON on the topic of insights: nothing in it identifies anyone.
public struct InsightMessage: Sendable, Hashable, Codable {
    /// How realistic a question is to somebody.
    public struct Rating: Sendable, Hashable, Codable {
        /// The id of the question.
        public var question: String
        /// 1 hardly, 3 with effort, 5 realistic.
        public var realistic: Int
        /// Who rates.
        public var audience: Actor
    }

    /// The id of the intent.
    public var intent: String
    /// How sure that is, from 0 to 1.
    public var confidence: Double
    public var language: Language
    /// What kind of reply there was.
    public var outcome: String
    /// Who asks, where that is known.
    public var audience: Actor?
    /// The name that the client gave itself.
    public var channel: String?
    public var rating: Rating?
    /// What names the knowledge base and the rules.
    public var knowledgeVersion: String

    init(_ insight: Event.Insight, knowledgeVersion: String) {
        intent = insight.intent.rawValue
        confidence = ReplyMessage.fraction(insight.confidence)
        language = insight.language
        outcome = insight.outcome.rawValue
        audience = insight.audience
        channel = insight.channel
        rating = insight.rating.map { rating in
            let realistic =
                switch rating.level {
                case .high: 5
                case .medium: 3
                case .low: 1
                }
            return Rating(question: rating.question, realistic: realistic, audience: insight.audience ?? .sme)
        }
        self.knowledgeVersion = knowledgeVersion
    }
}
