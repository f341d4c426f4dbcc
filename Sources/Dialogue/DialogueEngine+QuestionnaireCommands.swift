import Knowledge
import Questionnaires
import Text
import Understanding

extension DialogueEngine {
    /// Answers a command of the questionnaire.
    ///
    /// - Returns: Whether it was one that concerns a questionnaire in hand; else it is answered as anywhere.
    func takeQuestionnaireCommand(_ wanted: Wanted, _ draft: inout ReplyDraft) -> Bool {
        if wanted.intent == .questionnaireStart { return start(wanted, &draft) }
        guard var open = open(draft) else { return false }
        let questionnaire = open.questionnaire
        let language = draft.language
        switch wanted.intent {
        case .indicatorExplain where open.run.progress(in: questionnaire).answered > 0:
            return tell(explanation(of: score(open, draft.now), language), open, wanted.intent, &draft)
        case .indicatorImprove where open.run.progress(in: questionnaire).answered > 0:
            return tell(improvements(of: score(open, draft.now), language), open, wanted.intent, &draft)
        case .questionnaireReport:
            return tellOfReport(open, &draft)
        case .questionnaireEdit where open.run.state == .completed:
            return correct(open, wanted, &draft)
        case .questionnaireCancel where open.run.state == .completed:
            return tell(erasure(.nothingToCancel, open.run, draft), open, wanted.intent, &draft)
        case .questionnaireReview where open.run.state != .cancelled:
            return tellReview(page: 0, open, &draft)
        case .more:
            guard let last = draft.conversation.last, last.hasMoreOfReview else { return false }
            return tellReview(page: last.page + 1, open, &draft)
        default: break
        }
        guard open.run.state == .asking || open.run.state == .paused else { return false }
        switch wanted.intent {
        // "Back now, what's next?": who goes on while it is paused resumes.
        case .questionnaireSkip where open.run.state == .paused, .questionnaireResume:
            let note = open.run.state == .paused ? Phrase.questionnaireResumed : .questionnaireAlreadyOpen
            let effect = open.run.resume(in: questionnaire)
            return say(effect, open, .questionnaireResume, composer.phrase(note, in: language), &draft)
        case .questionnairePause:
            let effect = open.run.pause()
            return say(effect, open, wanted.intent, nil, &draft)
        case .questionnaireCancel:
            let effect = open.run.cancel()
            return say(effect, open, wanted.intent, nil, &draft)
        case .questionnaireRestart:
            let effect = open.run.restart()
            return say(effect, open, wanted.intent, nil, &draft)
        case .questionnaireBack:
            let effect = open.run.back(in: questionnaire)
            return say(effect, open, wanted.intent, nil, &draft)
        case .questionnaireSkip:
            // An answer given before stays: « suivant » goes on from it.
            let isAnswered = open.run.current.map { open.run.sheet.isSettled($0) } ?? false
            let effect = isAnswered ? open.run.forward(in: questionnaire) : open.run.skip(in: questionnaire)
            let note = isAnswered ? nil : composer.phrase(.notedUnsaid, in: language)
            return say(effect, open, wanted.intent, note, &draft)
        case .questionnaireEdit:
            guard let id = editedQuestion(wanted, open) else {
                return tell(composer.phrase(.cannotEdit, in: language), open, wanted.intent, &draft)
            }
            let effect = open.run.edit(id, in: questionnaire)
            return say(effect, open, wanted.intent, nil, &draft)
        case .questionnaireProgress:
            let progress = open.run.progress(in: questionnaire)
            let told = composer.phrase(
                .questionnaireProgress, in: language,
                [
                    "answered": String(progress.answered), "total": String(progress.total),
                    "remaining": String(progress.remaining),
                ])
            return tell(told, open, wanted.intent, &draft)
        case .questionnaireWhy:
            let named = wanted.entities.first { $0.type == .question }.flatMap { questionnaire.question($0.value) }
            guard let asked = open.question ?? named else { return false }
            return tell(asked.why[language], open, wanted.intent, &draft)
        default:
            return false
        }
    }

    func editedQuestion(_ wanted: Wanted, _ open: QuestionnaireInHand) -> String? {
        let numbers = wanted.entities.filter { $0.type == .number }.compactMap { Int($0.value) }
        let byNumber = numbers.lazy.compactMap { open.run.question(numbered: $0, in: open.questionnaire)?.id }.first
        return byNumber ?? wanted.entities.first { $0.type == .question }?.value
    }

    func start(_ wanted: Wanted, _ draft: inout ReplyDraft) -> Bool {
        let language = draft.language
        if var open = open(draft), open.run.state == .asking || open.run.state == .paused {
            let effect = open.run.resume(in: open.questionnaire)
            return say(
                effect, open, .questionnaireStart, composer.phrase(.questionnaireAlreadyOpen, in: language), &draft)
        }
        let form = wanted.entities.first { $0.type == .questionnaire }?.value
        let questionnaire =
            knowledge.questionnaires.first { $0.id == form || $0.shortForm?.id == form }
            ?? knowledge.questionnaires.first
        guard let questionnaire else { return false }
        var run = QuestionnaireRun(
            id: draft.runID, questionnaire: questionnaire, form: form ?? questionnaire.id,
            version: signatures[questionnaire.id] ?? "", language: language, startedAt: draft.now)
        let effect = run.start(in: questionnaire)
        return say(
            effect, QuestionnaireInHand(run: run, questionnaire: questionnaire), .questionnaireStart,
            composer.phrase(.questionnaireStarted, in: language), &draft)
    }
}
