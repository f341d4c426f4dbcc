import Knowledge
import Text
import Understanding

extension DialogueEngine {
    /// The choice by which a person, or an integration, gives the conversation back to the assistant.
    public static let handoffReturn = "handoff.return"

    /// Whether a person has the conversation. A person who does not give it back keeps it for ``DialoguePolicy/handoffLifetime``;
    /// erasing what is kept is nobody else's business and always answered.
    func isSilent(_ question: UserMessage, _ draft: inout ReplyDraft) -> Bool {
        guard let since = draft.conversation.handedOverAt, !question.givesBack, !question.asksToForget else {
            return false
        }
        // A moment that is still to come is that of a clock that was wrong: silence is then counted from now. A record without
        // a time of its own tells nothing of the clock.
        let start = draft.now > .earliest ? min(since, draft.now) : since
        draft.conversation.handedOverAt = start
        if draft.now.since(start) < policy.handoffLifetime { return true }
        draft.conversation.handedOverAt = nil
        draft.preface = composer.phrase(.handoffOver, in: draft.language)
        return false
    }

    /// Calls a person, and is silent from then on.
    func handOver(_ entities: [Entity], _ draft: inout ReplyDraft) {
        draft.outcome = .handoff
        draft.callPerson(summary: summary(of: draft))
        draft.conversation.handedOverAt = draft.now
        show(.humanHandoff, entities, page: 0, &draft, keepingLast: true)
        draft.addSuggestion(
            .init(id: Self.handoffReturn, title: composer.phrase(.handoffReturnTitle, in: draft.language)))
    }

    /// The conversation is the assistant's again.
    func takeBack(_ draft: inout ReplyDraft) {
        draft.conversation.handedOverAt = nil
        let scope = composer.scope(for: request(.help, [], draft))
        draft.say(
            .humanHandoff, [], markdown: composer.phrase(.handoffReturned, in: draft.language), references: [],
            suggestions: Array(suggestions(after: .help, scope, draft.language).prefix(Self.mostSuggestions)))
    }

    /// Who asks, and about what, for the person who takes over.
    private func summary(of draft: ReplyDraft) -> String {
        let language = draft.language
        let audience = draft.conversation.audience.map { knowledge.vocabulary.title(of: $0)[language] }
        let topic = draft.conversation.last.map { last in
            suggestion(Command(intent: last.intent, entities: last.entities), language).title
        }
        return composer.phrase(
            .handoffSummary, in: language,
            [
                "audience": audience ?? "", "topic": topic ?? "", "replies": String(draft.conversation.sequence),
                "misses": draft.misses > 0 ? String(draft.misses) : "",
            ])
    }
}

extension UserMessage {
    /// Whether the question gives the conversation back to the assistant.
    var givesBack: Bool { choice == DialogueEngine.handoffReturn || text == "/" + DialogueEngine.handoffReturn }

    /// Whether the question asks exactly for what is kept to be erased.
    fileprivate var asksToForget: Bool {
        choice == Intent.privacyForget.rawValue || text == "/" + Intent.privacyForget.rawValue
    }
}
