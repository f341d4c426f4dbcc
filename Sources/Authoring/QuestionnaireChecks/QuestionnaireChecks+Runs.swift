import Content
import Dialogue
import Knowledge
import Questionnaires

extension QuestionnaireChecks {
    /// Every question of a form can come, every run of it ends, and what must be answered can be.
    mutating func checkRuns(_ form: String) {
        let questions = questionnaire.questions(ofForm: form)
        let places = places(questions)
        let isOrdered = questions.enumerated().allSatisfy { place, question in
            question.showIf.allSatisfy { places[$0.question].map { $0 < place } ?? true }
        }
        guard isOrdered else { return checkRounds(form) }
        let proof = QuestionnaireProof(of: questionnaire, form: form)
        guard proof.isComplete else {
            return report(
                "the conditions of « \(form) » turn out in more ways than can be looked at "
                    + "(\(QuestionnaireProof.mostStates) at once, \(AnswerClasses.most) for one question)",
                remedy: "Take conditions out, or bring questions nearer to those that depend on them.")
        }
        for question in questions { check(question, by: proof) }
        for tag in questionnaire.tags where proof.tagged[tag.id] == nil {
            guard form == questionnaire.id || tag.conditions.allSatisfy({ places[$0.question] != nil }) else {
                continue
            }
            report(
                "no answers to « \(form) » set the tag « \(tag.id) »",
                remedy: "Change its conditions: \(tag.conditions.map(\.words).joined(separator: "; ")).")
        }
    }

    private mutating func check(_ question: Question, by proof: QuestionnaireProof) {
        guard proof.shown[question.id] != nil else {
            let impossible = question.showIf.filter { proof.possible[question.id]?.contains($0) != true }
            let why =
                impossible.isEmpty
                ? "its conditions never hold together: \(question.showIf.map(\.words).joined(separator: "; "))"
                : "this never holds: \(impossible.map(\.words).joined(separator: "; "))"
            return report(
                "no answers to « \(proof.form) » lead to the question « \(question.id) »: \(why)",
                remedy: "Change its conditions, or what the questions that they are on accept.")
        }
        if let after = proof.deadEnds[question.id] {
            report(
                "a run of « \(proof.form) » cannot end: the question « \(question.id) » must be answered, but what it "
                    + "accepts leaves no answer",
                remedy: "Change its validation or its choices.", witness: described(after))
        }
        if question.validation.required, let hiding = proof.hidden[question.id] {
            report(
                "the question « \(question.id) » of « \(proof.form) » is required, but can stay hidden",
                remedy: "Take its conditions out, or do not count on its answer.", witness: described(hiding),
                severity: .warning)
        }
    }

    /// Looks for runs that go round in circles, where the order of the questions does not rule them out.
    private mutating func checkRounds(_ form: String) {
        let run = EndlessRun(of: questionnaire, form: form)
        if let start = run.start {
            report(
                "a run of « \(form) » never ends: it asks \(run.round.joined(separator: ", ")) over and over",
                remedy: "Let questions depend on earlier ones only.", witness: described(start))
        } else if !run.isComplete {
            report(
                "whether every run of « \(form) » ends cannot be proven: the answers lead to more states than "
                    + "can be looked at (\(EndlessRun.mostStates), \(AnswerClasses.most) for one question)",
                remedy: "Let questions depend on earlier ones only.")
        }
    }
}
