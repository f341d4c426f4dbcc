import Knowledge
import Questionnaires
public import Text
import Understanding

extension DialogueEngine {
    /// What is due for a conversation in which nothing was asked since a moment; see ``ConversationExpiry``.
    public func due(for conversation: Conversation, idleSince: RecordTime, now: RecordTime) -> ConversationExpiry.Due {
        policy.expiry.due(
            isOpen: unfinished(in: conversation) != nil, warning: conversation.expiryWarning, idleSince: idleSince,
            now: now)
    }

    /// Warns that a conversation will be erased with its open questionnaire.
    ///
    /// - Parameters:
    ///   - erasedFrom: From when on it may be erased.
    ///   - idleSince: Since when nothing was asked.
    /// - Returns: The conversation with the warning noted, which any question takes away again, and what is said; `nil` if no
    ///   questionnaire is open.
    public func warn(
        _ conversation: Conversation, erasedFrom: RecordTime, idleSince: RecordTime, now: RecordTime
    ) -> (conversation: Conversation, reply: Reply)? {
        guard let open = unfinished(in: conversation) else { return nil }
        var draft = ReplyDraft(question: UserMessage(fingerprint: 0), conversation: conversation, now: now)
        let language = draft.language
        draft.outcome = .expiryWarning
        draft.questionnaire = status(open, draft)
        let resume = suggestion(Command(intent: .questionnaireResume, entities: []), language)
        draft.say(
            .questionnaireResume, [],
            markdown: composer.phrase(
                .expiryWarning, in: language,
                ["date": knowledge.vocabulary.longDate(erasedFrom.civilDay(in: policy.zone).description, in: language)]),
            references: [], suggestions: [resume])
        guard let reply = draft.turn()?.reply else { return nil }
        var warned = conversation
        warned.sequence = reply.sequence
        warned.expiryWarning = .init(givenAt: now, idleSince: idleSince)
        return (warned, reply)
    }

    /// The questionnaire that was begun and neither finished nor given up, if the content has it still.
    private func unfinished(in conversation: Conversation) -> QuestionnaireInHand? {
        guard let run = conversation.run, run.state == .asking || run.state == .paused,
            let questionnaire = knowledge.questionnaire(run.questionnaire)
        else { return nil }
        return QuestionnaireInHand(run: run, questionnaire: questionnaire)
    }
}
