import Knowledge
import Questionnaires
import Text
import Understanding

extension DialogueEngine {
    /// What is being filled in, with the questionnaire that it fills in.
    struct QuestionnaireInHand {
        var run: QuestionnaireRun
        var questionnaire: Questionnaire

        /// The question being asked, if one is.
        var question: Question? {
            run.state == .asking ? run.current.flatMap { questionnaire.question($0) } : nil
        }
    }

    func open(_ draft: ReplyDraft) -> QuestionnaireInHand? {
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
    func takeAsAnswer(_ question: UserMessage, _ draft: inout ReplyDraft) -> Bool {
        guard var open = open(draft) else { return false }
        if let choice = question.choice, choice.hasPrefix(Self.ratingPrefix) { return rate(choice, open, &draft) }
        if let pending = open.run.pending {
            if let isConfirmed = confirmation(in: question, of: pending) {
                if case .answer(_, let instead) = pending, !isConfirmed { return carryOut(instead, open, &draft) }
                let effect = open.run.confirm(isConfirmed, in: open.questionnaire)
                return say(effect, open, .questionnaireAnswer, nil, &draft)
            }
            // What waits for a yes waits no longer than it is in sight.
            open.run.pending = nil
            draft.conversation.run = open.run
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
        if let answer = question.answer {
            return take(
                reader.hear(answer, interpreter.tokens(of: answer)).reading, open, &draft)
        }
        guard let text = question.text, text.first != "/" else { return false }
        let interpretation = interpreter.interpret(text, prior: draft.prior, in: .questionAsked)
        guard !interpretation.tokens.isEmpty || asked.type == .text || reader.saysAnything(text) else {
            return false
        }
        draft.interpretation = interpretation
        let heard = reader.hear(text, interpretation.tokens)
        let weighing = AnswerWeighing(text, interpretation, heard, reader, interpreter, speechAct)
        let readers = answerReaders[open.questionnaire.id] ?? [:]
        let before = open.run.answeredLast.flatMap { readers[$0] }
        let answered = open.run.sheet.values.keys.sorted().compactMap { readers[$0] }
        switch weighing.verdict(before: before, answered: answered) {
        case .answer(let heard): return take(heard.reading, open, &draft)
        case .request(let intent):
            draft.request = intent
            return false
        case .mending(let value): return mend(open.run.answeredLast, value, open, &draft)
        case .correction(let value, let id): return mend(id, value, open, &draft)
        case .either(let value, let intent):
            let command = Command(intent: intent, entities: [])
            let effect = open.run.ask(whether: value, or: command.id)
            return say(effect, open, .questionnaireAnswer, nil, &draft)
        }
    }

    /// Takes what an answer was read as.
    private func take(_ reading: AnswerReading, _ open: QuestionnaireInHand, _ draft: inout ReplyDraft) -> Bool {
        var open = open
        switch reading {
        case .understood(let value): return accept(value, open, &draft)
        case .passed(let reason):
            let effect = open.run.skip(in: open.questionnaire, reason: reason)
            let noted = composer.phrase(reason.noted, in: draft.language)
            return say(effect, open, .questionnaireSkip, noted, &draft)
        case .notUnderstood: return repeatQuestion(reading, open, &draft)
        }
    }

    /// Goes back to what was answered; with what was meant, it is noted in its place.
    private func mend(
        _ question: String?, _ value: AnswerValue?, _ open: QuestionnaireInHand, _ draft: inout ReplyDraft
    ) -> Bool {
        var open = open
        guard let last = question else { return false }
        let current = open.run.current
        var effect = open.run.edit(last, in: open.questionnaire)
        guard let value else { return say(effect, open, .questionnaireEdit, nil, &draft) }
        let asked = open.question
        effect = open.run.answer(value, in: open.questionnaire)
        let shown = open.questionnaire.shown(open.run.form, open.run.sheet)
        if case .ask = effect, let current, open.run.current != current, shown.contains(where: { $0.id == current }) {
            effect = open.run.edit(current, in: open.questionnaire)
        }
        return say(effect, open, .questionnaireEdit, understood(value, to: asked, open, draft.language), &draft)
    }

    /// Does what was asked for in place of an answer.
    private func carryOut(_ command: String, _ open: QuestionnaireInHand, _ draft: inout ReplyDraft) -> Bool {
        var open = open
        open.run.pending = nil
        draft.conversation.run = open.run
        guard let command = try? Command(command, of: interpreter.intents, knowledge: knowledge) else { return false }
        answer([Wanted(intent: command.intent, entities: command.entities)], &draft)
        return true
    }

    /// Whether what was sent is a yes or a no to what waits for one. What would lose something waits for a clear yes.
    func confirmation(in question: UserMessage, of pending: QuestionnaireRun.Confirmation) -> Bool? {
        if let choice = question.choice { return choice == "yes" ? true : choice == "no" ? false : nil }
        guard let text = question.answer ?? question.text else { return nil }
        return consent(in: text)
    }

    /// Whether a text is a clear yes or a clear no.
    func consent(in text: String) -> Bool? {
        phrases.clearConsent(in: text)
    }

    func accept(_ value: AnswerValue, _ open: QuestionnaireInHand, _ draft: inout ReplyDraft) -> Bool {
        var open = open
        let asked = open.question
        let effect = open.run.answer(value, in: open.questionnaire)
        return say(effect, open, .questionnaireAnswer, understood(value, to: asked, open, draft.language), &draft)
    }

    /// What is said of an answer that was understood.
    private func understood(
        _ value: AnswerValue, to question: Question?, _ open: QuestionnaireInHand, _ language: Language
    ) -> String {
        composer.phrase(.understood, in: language, ["answer": shown(value, to: question, open, language)])
    }

    func repeatQuestion(_ reading: AnswerReading, _ open: QuestionnaireInHand, _ draft: inout ReplyDraft) -> Bool {
        var open = open
        guard case .notUnderstood(let problem) = reading, let asked = open.question else { return false }
        open.run.misread()
        let words = words(of: problem, in: draft.language)
        draft.problem = (problem.code, words.text)
        var text = words.markdown
        if open.run.attempts > 2 { text += " " + composer.phrase(.chooseByNumber, in: draft.language) }
        return say(.ask(asked), open, .questionnaireAnswer, text, &draft)
    }
}

extension Question {
    /// Whether an id is one of the question's own choices.
    fileprivate func offers(_ id: String) -> Bool {
        type == .yesNo ? id == "yes" || id == "no" : choice(id) != nil
    }
}

extension Interpretation {
    /// The command of questionnaires that a text likely is while one is in hand: of those between which it did not decide, the
    /// first of all, or the first that a rule speaks for.
    func likelyCommand(of catalogue: IntentCatalogue) -> Intent? {
        guard case .clarify(let intents) = decision else { return nil }
        return intents.first { intent in
            catalogue.has(.movesAbout, intent)
                && (intent == intents[0] || candidates.contains { $0.intent == intent && $0.rule != nil })
        }
    }

    /// The first of several acts of talk between which nothing is decided: none of them misleads, and a menu would.
    ///
    /// Who takes leave, or thanks, and asks nothing, does that whatever is said around it: « merci beaucoup, ça m'avance ».
    func actOfTalk(of catalogue: IntentCatalogue, in text: String) -> Intent? {
        let intents: [Intent]
        switch decision {
        case .answer(let intent): intents = [intent]
        case .clarify(let offered): intents = offered
        case .notUnderstood: return nil
        }
        if entities.isEmpty, !text.contains("?"), intents.contains(where: { catalogue.has(.talk, $0) }) {
            if !places(of: .goodbyeWord).isEmpty { return .goodbye }
            if !places(of: .thanksWord).isEmpty, intents.count > 1 || intents == [.feedbackPositive] { return .thanks }
        }
        if onlyThanks, !text.contains("?"), !intents.contains(where: { catalogue.has(.talk, $0) }) { return .thanks }
        return intents.count > 1 && intents.allSatisfy { catalogue.has(.talk, $0) } ? intents[0] : nil
    }

    /// Whether a text thanks, in few words of which none asks for something: "thanks, that'll do".
    private var onlyThanks: Bool {
        tokens.count <= Self.longestThanks && entities.isEmpty && candidates.first?.rule == nil
            && !conceptSpans.isEmpty && conceptSpans.allSatisfy { $0.concept == KnownConcept.thanksWord.rawValue }
    }

    private static let longestThanks = 6
}

extension SkipReason {
    /// What is said of a question that is passed for the reason.
    fileprivate var noted: Phrase {
        switch self {
        case .unsaid: .notedUnsaid
        case .none: .notedNone
        case .later: .notedLater
        case .refused: .notedRefused
        case .unknown: .notedUnknown
        }
    }
}
