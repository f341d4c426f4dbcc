import Knowledge
import Understanding

/// A turn while it is being made.
struct Draft {
    let now: Int64
    let prior: Language?
    var conversation: Conversation
    var outcome = Reply.Outcome.answered
    /// Everything the question names, or takes from the one before.
    var mentions: [Entity] = []
    /// What narrows the answer besides entities.
    var refinements: [String] = []
    var alternatives: [Reply.Alternative] = []
    var rejection: Reply.Rejection?
    var explanation: Explanation?
    var misses = 0
    private(set) var suggestions: [Reply.Suggestion] = []
    private let question: Question
    private var confidence = 1000
    private var reply: Reply?
    private var events: [Event] = []

    init(question: Question, conversation: Conversation, now: Int64) {
        self.question = question
        self.now = now
        self.conversation = conversation
        prior = question.language ?? conversation.language
        if let language = question.language { self.conversation.language = language }
        if let audience = question.audience { self.conversation.audience = audience }
        misses = conversation.misses
        self.conversation.misses = 0
    }

    /// The language to answer in: that of the question or of the conversation; French until something says otherwise.
    var language: Language { conversation.language ?? .fr }

    /// Takes over what was understood: the language unless the sender fixed it, and who asks when they say so.
    mutating func understood(_ interpretation: Interpretation, askedIn language: Language?) {
        if language == nil { conversation.language = interpretation.language }
        confidence = interpretation.candidates.first?.confidence ?? 0
        if question.audience == nil,
            let actor = interpretation.values(of: .actor).lazy.compactMap(Actor.init).first(where: {
                $0 != .intermediary
            })
        {
            conversation.audience = actor
        }
    }

    mutating func say(
        _ intent: Intent, _ entities: [Entity], markdown: String, references: [Reference],
        suggestions: [Reply.Suggestion]
    ) {
        let markdown = language == .fr ? FrenchTypography.apply(to: markdown) : markdown
        self.suggestions =
            language == .fr
            ? suggestions.map { Reply.Suggestion(id: $0.id, title: FrenchTypography.apply(to: $0.title)) } : suggestions
        if outcome == .fallback { conversation.misses = misses }
        conversation.sequence += 1
        reply = Reply(
            sequence: conversation.sequence, language: language, outcome: outcome, intent: intent,
            confidence: outcome == .rejected ? 0 : confidence, alternatives: alternatives, entities: entities,
            text: PlainText.of(markdown: markdown), markdown: markdown, references: references,
            suggestions: self.suggestions, rejected: rejection,
            explanation: explanation)
    }

    /// Asks for a person to take over.
    mutating func callPerson() {
        events.append(
            .handoff(
                .init(
                    language: language, audience: conversation.audience,
                    message: CleanText.of(question.text ?? "", limit: 500), lastIntent: conversation.last?.intent)))
    }

    /// The finished turn; `nil` if nothing was said.
    func turn() -> Turn? {
        guard let reply else { return nil }
        var conversation = conversation
        conversation.remember(question.fingerprint)
        let insight = Event.Insight(
            intent: reply.intent, confidence: reply.confidence, language: reply.language, outcome: reply.outcome,
            audience: conversation.audience, channel: question.channel.map { CleanText.of($0, limit: 40) })
        return Turn(
            conversation: outcome == .forgotten ? nil : conversation, reply: reply, events: events + [.insight(insight)]
        )
    }
}
