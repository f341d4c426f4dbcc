import Knowledge
import Rendering
import Text
import Understanding

/// A turn while it is being made.
struct ReplyDraft {
    let now: RecordTime
    let prior: Language?
    var conversation: Conversation
    var outcome = Reply.Outcome.answered
    /// Everything the question names, or takes from the one before.
    var mentions: [Entity] = []
    /// What narrows the answer besides entities.
    var refinements: [String] = []
    /// What was nearly as likely meant as what is answered.
    var sibling: Command?
    var alternatives: [Reply.Alternative] = []
    /// What else the question asks, and the reply answers too.
    var also: [Intent] = []
    /// What else the question may have meant, as commands.
    var runnersUp: [String] = []
    /// Why the last answer to a questionnaire was not accepted.
    var problem: (code: String, message: String)?
    /// How realistic the person finds a question.
    var rating: Event.Rating?
    /// Where the questionnaire stands.
    var questionnaire: Reply.QuestionnaireStatus?
    /// What a rule tells that a text asks for, where it was weighed as an answer first.
    var request: Intent?
    /// Whether what is done was picked, or written as a command, rather than said in words.
    var isPicked = false
    /// What is said before the answer.
    var preface: String?
    var rejection: Reply.Rejection?
    var explanation: Explanation?
    /// What the text was understood to be, where it was weighed as an answer first.
    var interpretation: Interpretation?
    var misses = 0
    private(set) var suggestions: [Reply.Suggestion] = []
    private let question: UserMessage
    private var confidence = 1000
    private var reply: Reply?
    private var events: [Event] = []

    init(question: UserMessage, conversation: Conversation, now: RecordTime) {
        self.question = question
        self.now = now
        self.conversation = conversation
        prior = question.language ?? conversation.language
        if let language = question.language { self.conversation.language = language }
        if let audience = question.audience { self.conversation.audience = audience }
        misses = conversation.misses
        self.conversation.misses = 0
        self.conversation.expiryWarning = nil
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
        let whole = [preface, markdown].compactMap(\.self).joined(separator: "\n\n")
        let said = said(whole)
        self.suggestions = suggestions.map(set)
        if outcome == .fallback { conversation.misses = misses }
        conversation.sequence = min(conversation.sequence, Conversation.mostReplies - 1) + 1
        reply = Reply(
            sequence: conversation.sequence, language: language, outcome: outcome, intent: intent,
            confidence: outcome == .rejected ? 0 : confidence, alternatives: alternatives, also: also,
            entities: entities,
            text: said.text, markdown: said.markdown, references: references,
            suggestions: self.suggestions, questionnaire: questionnaire, rejected: rejection,
            explanation: explanation)
    }

    /// A text as it leaves, in CommonMark and plain: with the typography of the language, and clean. Everything that a reply
    /// says goes through here.
    private func said(_ whole: String) -> (markdown: String, text: String) {
        let markdown = CleanText.lines(typeset(whole))
        return (markdown, PlainText.of(markdown: markdown))
    }

    private func typeset(_ text: String) -> String { language.typeset(text) }

    /// A suggestion as it leaves.
    private func set(_ suggestion: Reply.Suggestion) -> Reply.Suggestion {
        Reply.Suggestion(id: suggestion.id, title: CleanText.line(typeset(suggestion.title)))
    }

    /// Adds a suggestion to what was said, in the place of the last if there are six.
    mutating func addSuggestion(_ suggestion: Reply.Suggestion) {
        suggestions = Array(suggestions.prefix(DialogueEngine.mostSuggestions - 1)) + [set(suggestion)]
        reply?.suggestions = suggestions
    }

    /// A menu that was shown before is out of sight: its numbers mean nothing any more.
    mutating func forgetMenu() {
        if conversation.last?.offersMenu == true { conversation.last?.offered = [] }
    }

    /// What names a questionnaire begun by this question among all of its conversation.
    var runID: String { "run-\(conversation.sequence + 1)" }

    /// Adds the first of several texts that fits behind what was said, with suggestions that go first.
    mutating func append(firstFitting texts: [String], limit: Int, suggestions more: [Reply.Suggestion]) {
        guard var reply else { return }
        for text in texts {
            let whole = said("\(reply.markdown)\n\n\(text)")
            guard whole.markdown.count <= limit else { continue }
            (reply.markdown, reply.text) = (whole.markdown, whole.text)
            break
        }
        reply.questionnaire = questionnaire
        suggestions = Array((more.map(set) + suggestions).prefix(DialogueEngine.mostSuggestions))
        reply.suggestions = suggestions
        self.reply = reply
    }

    /// A questionnaire is finished.
    mutating func submit(_ submission: Event.Submission) { events.append(.submission(submission)) }

    /// Asks for a person to take over.
    mutating func callPerson(summary: String) {
        events.append(
            .handoff(
                .init(
                    language: language, audience: conversation.audience,
                    message: MarkdownText.quiet(CleanText.line(question.text ?? "", limit: 500)),
                    lastIntent: conversation.last?.intent,
                    summary: summary)))
    }

    /// The finished turn; `nil` if nothing was said.
    func turn() -> Turn? {
        guard let reply else { return nil }
        let insight = insight(reply.intent, reply.confidence, reply.outcome)
        return Turn(conversation: outcome == .forgotten ? nil : remembered, reply: reply, events: events + [insight])
    }

    /// A turn in which nothing is said, since a person has the conversation.
    func silentTurn() -> Turn {
        Turn(conversation: remembered, reply: nil, events: [insight(.humanHandoff, 0, .handoff)])
    }

    /// The conversation, with the question among those that were answered.
    private var remembered: Conversation {
        var conversation = conversation
        conversation.remember(question.fingerprint)
        return conversation
    }

    private func insight(_ intent: Intent, _ confidence: Int, _ outcome: Reply.Outcome) -> Event {
        .insight(
            .init(
                intent: intent, confidence: confidence, language: language, outcome: outcome,
                audience: conversation.audience, channel: question.channel.map { CleanText.line($0, limit: 40) },
                rating: rating))
    }
}
