import Dialogue
import Knowledge

extension SubmissionMessage {
    /// The message of a finished questionnaire: what was shown and answered, as far as the person agreed to share it.
    init(_ submission: Event.Submission, conversation: String, knowledgeVersion: String) {
        let (run, questionnaire) = (submission.run, submission.questionnaire)
        let sheet = questionnaire.effective(run.form, run.sheet)
        let consent = submission.consent.flatMap(SharingConsent.init(rawValue:)) ?? .nobody
        let shared = questionnaire.shown(run.form, sheet).filter { question in
            consent.includesDiversity
                || !(question.validation.sensitive || question.scoring.indicator == .diversity
                    || question.section == "diversity-inclusion")
        }
        let evidence = shared.flatMap { question -> [AnswerValue.Evidence] in
            if case .evidence(let items)? = sheet[question.id] { items } else { [] }
        }
        var score = Score(submission.score)
        if !consent.includesDiversity { score.parts.removeAll { $0.id == .diversity } }
        self.init(
            conversation: conversation, run: run.id, questionnaire: questionnaire.id,
            questionnaireVersion: run.version, form: run.form, language: run.language, startedAt: run.startedAt,
            completedAt: submission.completedAt,
            answers: shared.compactMap { question in
                sheet[question.id].map { value in
                    Answer(
                        question: question.id, value: SubmissionValue(value),
                        evidence: evidence.filter {
                            question.documents.contains($0.id) || question.certifications.contains($0.id)
                        })
                }
            },
            indicator: score,
            tags: submission.score.tags.filter { consent.includesDiversity || !$0.id.contains("divers") }.map(\.id),
            sharing: submission.consent, knowledgeVersion: knowledgeVersion)
    }
}
