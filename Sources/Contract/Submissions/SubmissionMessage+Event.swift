import Dialogue
import Knowledge
import Questionnaires
import Text
import Understanding

extension SubmissionMessage {
    /// The message of a finished questionnaire: what was shown and answered, as far as the person agreed to share it; all of
    /// it for the person.
    ///
    /// One that is shared with nobody holds no answers: it takes back what an earlier one shared.
    /// Without consent to share what is said of diversity, neither the answers to its questions leave nor the schemes that
    /// other answers name and that tell who owns the business; nor does the overall score, from which the part on diversity
    /// could be worked back.
    init(
        _ submission: Event.Submission, conversation: String, knowledge: KnowledgeBase, knowledgeVersion: String,
        forThePerson isOwn: Bool = false
    ) {
        let (run, questionnaire) = (submission.run, submission.questionnaire)
        let sheet = questionnaire.effective(run.form, run.sheet)
        let consent = submission.consent.flatMap(SharingConsent.init(rawValue:)) ?? .nobody
        let tellsDiversity = isOwn || consent.includesDiversity
        let disclosure = DiversityDisclosure(isAllowed: tellsDiversity, questionnaire, knowledge)
        let isShared = isOwn || consent != .nobody
        let shared = isShared ? questionnaire.shown(run.form, sheet).filter(disclosure.admits) : []
        let values = shared.compactMap { question in
            sheet[question.id].map { (question, disclosure.shared($0.clean, for: question)) }
        }
        let evidence = values.flatMap { _, value -> [AnswerValue.Evidence] in
            if case .evidence(let items) = value { items } else { [] }
        }
        var score =
            isShared
            ? Score(submission.score)
            : Score(overall: nil, completeness: 0, parts: [], assurance: Backing(level: .declared, percent: nil))
        if !tellsDiversity {
            score.overall = nil
            score.parts.removeAll { $0.id == .diversity }
        }
        self.init(
            conversation: conversation, run: run.id, questionnaire: questionnaire.id,
            questionnaireVersion: run.version, form: run.form, language: run.language, startedAt: run.startedAt,
            completedAt: submission.completedAt, completedOn: submission.score.day,
            answers: values.map { question, value in
                Answer(
                    question: question.id, value: SubmissionValue(value),
                    evidence: question.type == .evidence
                        ? evidence
                        : evidence.filter {
                            question.documents.contains($0.id) || question.certifications.contains($0.id)
                        })
            },
            indicator: score, tags: isShared ? submission.score.tags.filter(disclosure.admits).map(\.id) : [],
            sharing: submission.consent, replaces: run.replaced?.run, knowledgeVersion: knowledgeVersion)
    }
}

extension AnswerValue {
    /// The answer with what the person wrote made fit to be shown.
    fileprivate var clean: AnswerValue {
        switch self {
        case .text(let text): .text(CleanText.lines(text))
        case .evidence(let items):
            .evidence(
                items.map { item in
                    Evidence(kind: item.kind, id: CleanText.line(item.id), note: item.note.map { CleanText.line($0) })
                })
        case .flag, .choice, .choices, .number, .decimal, .date: self
        }
    }
}
