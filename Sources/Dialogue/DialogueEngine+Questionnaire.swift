import Knowledge
import Understanding

extension DialogueEngine {
    /// What is being filled in, with the questionnaire that it fills in.
    struct QuestionnaireInHand {
        var run: QuestionnaireRun
        var questionnaire: Questionnaire

        /// The question being asked, if one is.
        var question: Knowledge.Question? {
            run.state == .asking ? run.current.flatMap { questionnaire.question($0) } : nil
        }
    }

    func open(_ draft: Draft) -> QuestionnaireInHand? {
        guard var run = draft.conversation.run, let questionnaire = knowledge.questionnaire(run.questionnaire) else {
            return nil
        }
        let signature = signatures[questionnaire.id] ?? ""
        if run.version != signature { _ = run.migrate(to: questionnaire, version: signature) }
        return QuestionnaireInHand(run: run, questionnaire: questionnaire)
    }

    /// Takes what was sent as an answer to the open question, if it is one.
    ///
    /// - Returns: Whether it was taken; what is not is answered as anywhere, and the open question comes back.
    func takeAsAnswer(_ question: Question, _ draft: inout Draft) -> Bool {
        guard var open = open(draft) else { return false }
        if let choice = question.choice, choice.hasPrefix(Self.ratingPrefix) { return rate(choice, open, &draft) }
        if open.run.pending != nil, let isConfirmed = confirmation(in: question) {
            let effect = open.run.confirm(isConfirmed, in: open.questionnaire)
            return say(effect, open, .questionnaireAnswer, nil, &draft)
        }
        guard let asked = open.question, let reader = answerReaders[open.questionnaire.id]?[asked.id] else {
            return false
        }
        if let picked = question.choices ?? question.choice.map({ [$0] }) {
            guard case .understood(let value) = reader.read(choices: picked) else {
                // A choice that is none of this question's is something else that was offered.
                guard question.choices != nil || asked.offers(picked[0]) else { return false }
                return repeatQuestion(reader.read(choices: picked), open, &draft)
            }
            return accept(value, open, &draft)
        }
        guard let text = question.text, text.first != "/" else { return false }
        let interpretation = interpreter.interpret(text, prior: draft.prior)
        guard !interpretation.tokens.isEmpty || asked.type == .text else { return false }
        let reading = reader.read(text, words: interpreter.words(of: text), language: draft.language)
        // A bare value is for the open question alone.
        let isBare = !text.contains(where: \.isLetter)
        if !isBare, isCommand(interpretation, text, beside: reading, to: asked) { return false }
        switch reading {
        case .understood(let value):
            return accept(value, open, &draft)
        case .dontKnow:
            let effect = open.run.skip(in: open.questionnaire)
            return say(effect, open, .questionnaireSkip, QuestionnaireWords.passed[draft.language], &draft)
        case .notUnderstood:
            if isBare { return repeatQuestion(reading, open, &draft) }
            // What is clearly a question, or about something else, is a digression.
            if let intent = interpretation.likely, intent != .outOfScope, intent.rawValue.contains(".") { return false }
            if text.contains("?") { return false }
            return repeatQuestion(reading, open, &draft)
        }
    }

    func confirmation(in question: Question) -> Bool? {
        if let choice = question.choice { return choice == "yes" ? true : choice == "no" ? false : nil }
        guard let text = question.text else { return nil }
        let words = interpreter.words(of: text)
        if words.count <= 4, !Self.yes.isDisjoint(with: words), Self.no.isDisjoint(with: words) { return true }
        if words.count <= 4, !Self.no.isDisjoint(with: words) { return false }
        return nil
    }

    private static let yes: Set<String> = ["oui", "ouais", "yes", "yep", "ok", "okay", "sure", "certain"]
    private static let no: Set<String> = ["non", "nan", "no", "nope", "pas", "not", "dont"]

    /// Whether a text asks something of the questionnaire, or asks something else, rather than answering.
    func isCommand(
        _ interpretation: Interpretation, _ text: String, beside reading: AnswerReader.Reading,
        to asked: Knowledge.Question
    ) -> Bool {
        let isAnswer = if case .notUnderstood = reading { false } else { true }
        guard let intent = interpretation.likely else { return false }
        let commands: Set<Intent> = [
            .questionnairePause, .questionnaireCancel, .questionnaireRestart, .questionnaireBack, .questionnaireSkip,
            .questionnaireWhy, .questionnaireProgress, .questionnaireReview, .questionnaireEdit, .questionnaireResume,
            .questionnaireReport,
            .humanHandoff, .help, .privacyForget, .privacyAbout, .languageSwitch, .indicatorExplain, .repeat,
        ]
        if commands.contains(intent) { return !isAnswer || (asked.type == .text && interpretation.tokens.count <= 6) }
        guard text.contains("?"), intent != .outOfScope else { return false }
        // A whole question that happens to hold a value is still a question: « dans les 30 jours? ».
        return !isAnswer || asked.type == .text
            || (intent.rawValue.contains(".") && interpretation.tokens.count > Self.longestDoubt)
    }

    /// The most words of an answer that is given as if it were asked: « une vingtaine? ».
    private static let longestDoubt = 4

    func accept(_ value: AnswerValue, _ open: QuestionnaireInHand, _ draft: inout Draft) -> Bool {
        var open = open
        let asked = open.question
        let shown = open.questionnaire.markdown(value, to: asked, in: draft.language)
        if value == .evidence([]) {
            // Nothing to show is no answer to keep, and no reason to ask again.
            let effect = open.run.skip(in: open.questionnaire)
            return say(effect, open, .questionnaireSkip, QuestionnaireWords.passed[draft.language], &draft)
        }
        let effect = open.run.answer(value, in: open.questionnaire)
        let heard = asked?.type == .text ? nil : "\(QuestionnaireWords.understood[draft.language]) \(shown)"
        return say(effect, open, .questionnaireAnswer, heard, &draft)
    }

    func repeatQuestion(_ reading: AnswerReader.Reading, _ open: QuestionnaireInHand, _ draft: inout Draft) -> Bool {
        var open = open
        guard case .notUnderstood(let problem) = reading, let asked = open.question else { return false }
        open.run.misread()
        draft.problem = (problem.code, problem.message[draft.language])
        var text = problem.markdown[draft.language]
        if open.run.attempts > 2 { text += " " + QuestionnaireWords.thirdTime[draft.language] }
        return say(.ask(asked), open, .questionnaireAnswer, text, &draft)
    }
}

extension Knowledge.Question {
    /// Whether an id is one of the question's own choices.
    fileprivate func offers(_ id: String) -> Bool {
        type == .yesNo ? id == "yes" || id == "no" : choice(id) != nil
    }
}

extension Interpretation {
    /// The intent that a text likely has while a questionnaire is in hand: of those between which it did not decide, the
    /// first that is a command of questionnaires.
    var likely: Intent? {
        switch decision {
        case .answer(let intent): intent
        case .clarify(let intents): intents.first { $0.isQuestionnaireCommand }
        case .notUnderstood: nil
        }
    }
}

extension Intent {
    /// Whether the intent moves about in a questionnaire.
    var isQuestionnaireCommand: Bool {
        switch self {
        case .questionnaireResume, .questionnairePause, .questionnaireCancel, .questionnaireRestart, .questionnaireBack,
            .questionnaireSkip, .questionnaireWhy, .questionnaireProgress, .questionnaireReview, .questionnaireEdit,
            .questionnaireReport:
            true
        default: false
        }
    }
}
