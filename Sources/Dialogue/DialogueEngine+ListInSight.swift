import Knowledge
import Questionnaires
import Understanding

extension DialogueEngine {
    /// A number alone, as the choice that it picks from the list in sight: of the menu that was just shown, or of yes and no.
    ///
    /// The choices of other questions are read as answers, since several can be picked at once; and a number that the list in
    /// sight does not have is read as any text.
    func picking(_ question: Question, _ draft: Draft) -> Question {
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

    /// Whether what was picked is of the menu that was just shown, rather than of the open question, which may have a choice
    /// of the same name.
    func picksFromMenu(_ question: Question, _ draft: Draft) -> Bool {
        guard let last = draft.conversation.last, last.offersMenu else { return false }
        return question.choice.map(last.offered.contains) ?? false
    }
}

extension Question {
    fileprivate func picking(_ choice: String) -> Question {
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
