import Dialogue
import Knowledge
import Text
import Understanding

/// A request for a person, as it stands in JSON.
struct HandoffMessage: Encodable {
    var conversation: String
    var language: String
    var audience: String?
    var message: String
    var lastIntent: Intent?
    var summary: String

    init(_ handoff: Event.Handoff, conversation: String) {
        self.conversation = conversation
        language = handoff.language.rawValue
        audience = handoff.audience?.rawValue
        message = handoff.message
        lastIntent = handoff.lastIntent
        summary = handoff.summary
    }
}

/// What was asked and what came of it, as it stands in JSON: nothing in it identifies anyone.
struct InsightMessage: Encodable {
    /// How realistic a question is to somebody: 1 hardly, 3 with effort, 5 realistic.
    struct RatingField: Encodable {
        var question: String
        var realistic: Int
        var audience: String?
    }

    var intent: Intent
    var confidence: Double
    var language: String
    var outcome: Reply.Outcome
    var audience: String?
    var channel: String?
    var rating: RatingField?
    var knowledgeVersion: String

    init(_ insight: Event.Insight, knowledgeVersion: String) {
        intent = insight.intent
        confidence = ReplyMessage.fraction(insight.confidence)
        language = insight.language.rawValue
        outcome = insight.outcome
        audience = insight.audience?.rawValue
        channel = insight.channel
        rating = insight.rating.map { rating in
            let realistic =
                switch rating.level {
                case .high: 5
                case .medium: 3
                case .low: 1
                }
            return RatingField(
                question: rating.question, realistic: realistic, audience: insight.audience?.rawValue ?? "sme")
        }
        self.knowledgeVersion = knowledgeVersion
    }
}
