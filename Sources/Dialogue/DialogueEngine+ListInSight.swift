import Knowledge
import Questionnaires
import Text
import Understanding

extension DialogueEngine {
    /// A number alone, as the choice that it picks from the list in sight: of the menu that was just shown, or of yes and no.
    ///
    /// The choices of other questions are read as answers, since several can be picked at once; and a number that the list in
    /// sight does not have is read as any text.
    func picking(_ question: UserMessage, _ draft: ReplyDraft) -> UserMessage {
        if resumes(question, draft) { return question.picking(Intent.questionnaireResume.rawValue) }
        if goesOnWithReview(question, draft) { return question.picking(Intent.more.rawValue) }
        guard let place = question.text.flatMap(ListPlace.init(figures:)) else { return question }
        let last = draft.conversation.last
        if let last, last.offersMenu {
            return place.index(in: last.offered.count).map { question.picking(last.offered[$0]) } ?? question
        }
        guard let open = open(draft), let index = place.index(in: 2) else { return question }
        // While more of the review is to be read, its numbers are in sight, and they are those of questions.
        guard last?.hasMoreOfReview != true, open.run.pending != nil || open.question?.type == .yesNo else {
            return question
        }
        return question.picking(["yes", "no"][index])
    }

    /// Whether a text asks for the next page of the review, and for nothing else: « suite ».
    private func goesOnWithReview(_ question: UserMessage, _ draft: ReplyDraft) -> Bool {
        guard draft.conversation.last?.hasMoreOfReview == true, let text = question.text else { return false }
        let interpretation = interpreter.interpret(text, prior: draft.prior)
        return interpretation.decision == .answer(.more) && interpretation.tokens.count <= Self.longestBareWord
    }

    /// Whether a text goes on with the questionnaire that is paused, and says nothing else: « reprendre », "resume".
    ///
    /// "Resume" is « résumé » without its accents: only that pause tells them apart.
    private func resumes(_ question: UserMessage, _ draft: ReplyDraft) -> Bool {
        guard let open = open(draft), open.run.state == .paused, open.run.pending == nil, let text = question.text,
            text.first != "/", !text.lowercased().contains("résum")
        else { return false }
        let words = interpreter.words(of: text)
        guard (1...Self.longestResuming).contains(words.count) else { return false }
        func list(_ phrase: Phrase) -> Set<String> {
            Set(Language.allCases.flatMap { interpreter.words(of: composer.phrase(phrase, in: $0)) })
        }
        let core = list(.resumingWords)
        return !core.isDisjoint(with: words) && core.union(list(.resumingFillers)).isSuperset(of: words)
    }

    /// The most words of a text that asks for more and says nothing else.
    private static let longestBareWord = 3
    /// The most words of a text that goes on with a questionnaire and says nothing else.
    private static let longestResuming = 8

    /// Whether what was picked is of the menu that was just shown, rather than of the open question, which may have a choice
    /// of the same name.
    func picksFromMenu(_ question: UserMessage, _ draft: ReplyDraft) -> Bool {
        guard let last = draft.conversation.last, last.offersMenu else { return false }
        return question.choice.map(last.offered.contains) ?? false
    }
}

extension UserMessage {
    fileprivate func picking(_ choice: String) -> UserMessage {
        var question = self
        (question.text, question.choice) = (nil, choice)
        return question
    }
}

extension Conversation.LastAnswer {
    /// Whether the answer is a menu: of what may be meant, and of none of it.
    var offersMenu: Bool { offered.last == DialogueEngine.noneOfThese }

    /// Whether the answer is a page of the review that another follows.
    var hasMoreOfReview: Bool { intent == .questionnaireReview && offered.contains(Intent.more.rawValue) }
}
