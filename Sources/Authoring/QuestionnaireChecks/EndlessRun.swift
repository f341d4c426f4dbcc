import Knowledge
import Questionnaires

/// Answers after which a questionnaire asks the same questions over and over, because a later answer hides or shows an
/// earlier question: what a hidden question was answered is forgotten, so that it is asked again when it is shown again.
///
/// Where each condition is on an earlier question there are none, and no need to look.
struct EndlessRun {
    /// No more states of the answers than these are looked at.
    static let mostStates = 20_000

    /// The answers with which the round begins, where there is one.
    private(set) var start: AnswerSheet?
    /// The questions that are asked over and over, by id, in order.
    private(set) var round: [String] = []
    /// Whether all was looked at.
    private(set) var isComplete = true

    private struct Step {
        let sheet: AnswerSheet
        let question: String?
        var next: [AnswerSheet]
    }

    init(of questionnaire: Questionnaire, form: String) {
        let questions = questionnaire.questions(ofForm: form)
        let conditions = questions.flatMap(\.showIf)
        let involved = questions.filter { question in
            !question.showIf.isEmpty || conditions.contains { $0.question == question.id }
        }
        let ids = Set(involved.map(\.id))
        let classes = Dictionary(
            involved.map { question in
                let own = conditions.filter { $0.question == question.id }
                return (question.id, AnswerClasses(of: question, toldApartBy: own))
            }, uniquingKeysWith: { first, _ in first })
        isComplete = classes.values.allSatisfy(\.isComplete)
        func step(from sheet: AnswerSheet) -> Step {
            let open = questionnaire.shown(form, sheet).first { ids.contains($0.id) && !sheet.isSettled($0.id) }
            guard let open else { return Step(sheet: sheet, question: nil, next: []) }
            var next = (classes[open.id]?.values ?? []).map { value in
                var answered = sheet
                answered.answer(open.id, value)
                return questionnaire.effective(form, answered)
            }
            if !open.validation.required {
                var passed = sheet
                passed.skip(open.id)
                next.append(questionnaire.effective(form, passed))
            }
            return Step(sheet: sheet, question: open.id, next: next.reversed())
        }
        var path = [step(from: AnswerSheet())]
        var seen: Set<AnswerSheet> = [AnswerSheet()]
        while let last = path.indices.last {
            guard let sheet = path[last].next.popLast() else {
                path.removeLast()
                continue
            }
            if let first = path.firstIndex(where: { $0.sheet == sheet }) {
                start = sheet
                round = path[first...].compactMap(\.question)
                return
            }
            guard seen.insert(sheet).inserted else { continue }
            guard seen.count <= Self.mostStates else {
                isComplete = false
                return
            }
            path.append(step(from: sheet))
        }
    }
}
