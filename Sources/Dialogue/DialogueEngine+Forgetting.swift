import Knowledge
import Understanding

/// Erasing what is kept, which is done on a pick or a clear yes and on nothing less.
extension DialogueEngine {
    /// Asks whether to erase all, when that is asked for in words.
    func askToForget(_ draft: inout ReplyDraft) {
        let language = draft.language
        let choices: [Reply.Suggestion] = [
            .init(id: Intent.privacyForget.rawValue, title: composer.phrase(.forgetYes, in: language)),
            .init(id: Self.noneOfThese, title: composer.phrase(.forgetNo, in: language)),
        ]
        draft.outcome = .clarify
        draft.say(
            .privacyForget, [], markdown: composer.phrase(.confirmForget, in: language), references: [],
            suggestions: choices)
        draft.conversation.last = .init(
            intent: .privacyForget, entities: [], page: 0, time: draft.now, offered: choices.map(\.id))
    }

    /// Takes a yes or a no to the question whether to erase all, while it is in sight.
    ///
    /// - Returns: Whether it was one.
    func confirmForget(_ question: UserMessage, _ draft: inout ReplyDraft) -> Bool {
        guard draft.conversation.last?.asksToForget == true else { return false }
        let isConfirmed =
            switch question.choice {
            case Intent.privacyForget.rawValue: true
            case Self.noneOfThese: false
            case nil: (question.answer ?? question.text).flatMap { consent(in: $0) }
            default: Bool?.none
            }
        draft.conversation.last = nil
        guard let isConfirmed else { return false }
        if isConfirmed {
            draft.outcome = .forgotten
            show(.privacyForget, [], page: 0, &draft)
        } else {
            draft.say(
                .deny, [], markdown: composer.phrase(.keptAll, in: draft.language), references: [], suggestions: [])
            bringBackQuestion(&draft)
        }
        return true
    }
}

extension Conversation.LastAnswer {
    /// Whether the person was just asked whether to erase all.
    var asksToForget: Bool { intent == .privacyForget && offered.first == Intent.privacyForget.rawValue }
}
