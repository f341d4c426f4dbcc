import Content
import Dialogue
import Knowledge
import Questionnaires
import Text

extension QuestionnaireChecks {
    /// Every question of a form can come, every run of it ends, and what must be answered can be.
    mutating func checkRuns(_ form: String) {
        let questions = questionnaire.questions(ofForm: form)
        let proof = QuestionnaireProof(of: questionnaire, form: form)
        guard proof.isComplete else {
            return report(
                "the conditions of « \(form) » turn out in more ways than can be looked at "
                    + "(\(QuestionnaireProof.mostStates) at once, \(AnswerClasses.most) for one question)",
                remedy: "Take conditions out, or bring questions nearer to those that depend on them.")
        }
        for question in questions { check(question, by: proof) }
        let asked = Set(questions.map(\.id))
        for tag in questionnaire.tags where proof.tagged[tag.id] == nil {
            guard form == questionnaire.id || tag.conditions.allSatisfy({ asked.contains($0.question) }) else {
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
            let why: TranslatableText =
                impossible.isEmpty
                ? "its conditions never hold together: \(question.showIf.map(\.words).joined(separator: "; "))"
                : "this never holds: \(impossible.map(\.words).joined(separator: "; "))"
            return report(
                "no answers to « \(proof.form) » lead to the question « \(question.id) »: \(why)",
                remedy: "Change its conditions, or what the questions that they are on accept.", about: question)
        }
        if let after = proof.deadEnds[question.id] {
            report(
                "a run of « \(proof.form) » cannot end: the question « \(question.id) » must be answered, but what it "
                    + "accepts leaves no answer",
                remedy: "Change its validation or its choices.", about: question, witness: described(after))
        }
        if question.validation.required, let hiding = proof.hidden[question.id] {
            report(
                "the question « \(question.id) » of « \(proof.form) » is required, but can stay hidden",
                remedy: "Take its conditions out, or do not count on its answer.", about: question,
                witness: described(hiding),
                severity: .warning)
        }
    }
}
