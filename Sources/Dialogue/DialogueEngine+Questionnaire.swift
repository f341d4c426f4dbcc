import Knowledge
import Understanding

extension DialogueEngine {
    /// What is being filled in, with the questionnaire that it fills in.
    private struct Open {
        var run: QuestionnaireRun
        var questionnaire: Questionnaire

        /// The question being asked, if one is.
        var question: Knowledge.Question? {
            run.state == .asking ? run.current.flatMap { questionnaire.question($0) } : nil
        }
    }

    private func open(_ draft: Draft) -> Open? {
        guard var run = draft.conversation.run, let questionnaire = knowledge.questionnaire(run.questionnaire) else {
            return nil
        }
        if run.version != questionnaire.signature {
            _ = run.migrate(to: questionnaire, version: questionnaire.signature)
        }
        return Open(run: run, questionnaire: questionnaire)
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
        guard let asked = open.question else { return false }
        let reader = AnswerReader(question: asked, questionnaire: open.questionnaire, knowledge: knowledge)
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

    /// What begins the id of a choice that says how realistic a question is: `rate.q-ghg-inventory.low`.
    private static let ratingPrefix = "rate."

    /// Notes that the person found a question hard, for insights without identity.
    private func rate(_ choice: String, _ open: Open, _ draft: inout Draft) -> Bool {
        var open = open
        let parts = choice.split(separator: ".").map(String.init)
        guard parts.count == 3, let level = RealismLevel(rawValue: parts[2]),
            open.run.rate(parts[1], level, in: open.questionnaire)
        else { return false }
        draft.rating = .init(question: parts[1], level: level)
        draft.conversation.run = open.run
        return finish(
            QuestionnaireWords.rated[draft.language], open, .questionnaireReview, ratings(open, draft.language), &draft)
    }

    /// The answered questions that are hardest by the facts' own appraisal, at most three, to be rated.
    private func ratings(_ open: Open, _ language: Language) -> [Reply.Suggestion] {
        open.questionnaire.shown(open.run.form, open.run.sheet)
            .filter { $0.scoring.mode != .none && open.run.rated[$0.id] == nil && $0.realism.sme != .high }
            .stablySorted { $0.realism.sme == .low ? 0 : 1 }.prefix(max(0, 3 - open.run.rated.count))
            .map { question in
                .init(
                    id: "\(Self.ratingPrefix)\(question.id).low",
                    title: QuestionnaireWords.wasHard[language] + " " + question.label[language])
            }
    }

    private func confirmation(in question: Question) -> Bool? {
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
    private func isCommand(
        _ interpretation: Interpretation, _ text: String, beside reading: AnswerReader.Reading,
        to asked: Knowledge.Question
    ) -> Bool {
        let isAnswer = if case .notUnderstood = reading { false } else { true }
        guard let intent = interpretation.likely else { return false }
        let commands: Set<Intent> = [
            .questionnairePause, .questionnaireCancel, .questionnaireRestart, .questionnaireBack, .questionnaireSkip,
            .questionnaireWhy, .questionnaireProgress, .questionnaireReview, .questionnaireEdit, .questionnaireResume,
            .humanHandoff, .help, .privacyForget, .privacyAbout, .languageSwitch, .indicatorExplain, .repeat,
        ]
        if commands.contains(intent) { return !isAnswer || (asked.type == .text && interpretation.tokens.count <= 6) }
        return text.contains("?") && intent != .outOfScope && (!isAnswer || asked.type == .text)
    }

    private func accept(_ value: AnswerValue, _ open: Open, _ draft: inout Draft) -> Bool {
        var open = open
        let asked = open.question
        let shown = open.questionnaire.display(value, to: asked, in: draft.language)
        let effect = open.run.answer(value, in: open.questionnaire)
        let heard = asked?.type == .text ? nil : "\(QuestionnaireWords.understood[draft.language]) \(shown)"
        return say(effect, open, .questionnaireAnswer, heard, &draft)
    }

    private func repeatQuestion(_ reading: AnswerReader.Reading, _ open: Open, _ draft: inout Draft) -> Bool {
        var open = open
        guard case .notUnderstood(let problem) = reading, let asked = open.question else { return false }
        open.run.misread()
        draft.problem = (problem.code, problem.message[draft.language])
        var text = problem.message[draft.language]
        if open.run.attempts > 2 { text += " " + QuestionnaireWords.thirdTime[draft.language] }
        return say(.ask(asked), open, .questionnaireAnswer, text, &draft)
    }

    /// Answers a command of the questionnaire.
    ///
    /// - Returns: Whether it was one that concerns a questionnaire in hand; else it is answered as anywhere.
    func takeQuestionnaireCommand(_ wanted: Wanted, _ draft: inout Draft) -> Bool {
        if wanted.intent == .questionnaireStart { return start(wanted, &draft) }
        guard var open = open(draft) else { return false }
        let questionnaire = open.questionnaire
        let language = draft.language
        switch wanted.intent {
        case .indicatorExplain where open.run.progress(in: questionnaire).answered > 0:
            return tell(explanation(of: score(open), language), open, wanted.intent, &draft)
        case .indicatorImprove where open.run.progress(in: questionnaire).answered > 0:
            return tell(improvements(of: score(open), language), open, wanted.intent, &draft)
        case .questionnaireReview where open.run.state != .cancelled:
            return tell(review(open, language), open, wanted.intent, &draft)
        default: break
        }
        guard open.run.state == .asking || open.run.state == .paused else { return false }
        switch wanted.intent {
        case .questionnaireResume:
            let note = open.run.state == .paused ? QuestionnaireWords.resumed : QuestionnaireWords.alreadyOpen
            let effect = open.run.resume(in: questionnaire)
            return say(effect, open, wanted.intent, note[language], &draft)
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
            return say(effect, open, wanted.intent, isAnswered ? nil : QuestionnaireWords.passed[language], &draft)
        case .questionnaireEdit:
            guard let id = editedQuestion(wanted, open) else {
                return tell(QuestionnaireWords.cannotEdit[language], open, wanted.intent, &draft)
            }
            let effect = open.run.edit(id, in: questionnaire)
            return say(effect, open, wanted.intent, nil, &draft)
        case .questionnaireProgress:
            let progress = QuestionnaireWords.progress(open.run.progress(in: questionnaire))[language]
            return tell(progress, open, wanted.intent, &draft)
        case .questionnaireWhy:
            let named = wanted.entities.first { $0.type == .question }.flatMap { questionnaire.question($0.value) }
            guard let asked = open.question ?? named else { return false }
            return tell(asked.why[language], open, wanted.intent, &draft)
        default:
            return false
        }
    }

    private func editedQuestion(_ wanted: Wanted, _ open: Open) -> String? {
        let numbers = wanted.entities.filter { $0.type == .number }.compactMap { Int($0.value) }
        let byNumber = numbers.lazy.compactMap { number in
            open.questionnaire.questions(ofForm: open.run.form).first { $0.number == number }?.id
        }.first
        return byNumber ?? wanted.entities.first { $0.type == .question }?.value
    }

    private func start(_ wanted: Wanted, _ draft: inout Draft) -> Bool {
        let language = draft.language
        if var open = open(draft), open.run.state == .asking || open.run.state == .paused {
            let effect = open.run.resume(in: open.questionnaire)
            return say(effect, open, .questionnaireStart, QuestionnaireWords.alreadyOpen[language], &draft)
        }
        let form = wanted.entities.first { $0.type == .questionnaire }?.value
        let questionnaire =
            knowledge.questionnaires.first { $0.id == form || $0.shortForm?.id == form }
            ?? knowledge.questionnaires.first
        guard let questionnaire else { return false }
        var run = QuestionnaireRun(
            id: draft.runID, questionnaire: questionnaire, form: form ?? questionnaire.id,
            version: questionnaire.signature, language: language, startedAt: draft.now)
        let effect = run.start(in: questionnaire)
        return say(
            effect, Open(run: run, questionnaire: questionnaire), .questionnaireStart,
            QuestionnaireWords.started[language], &draft)
    }

    /// Says what an operation led to.
    private func say(
        _ effect: QuestionnaireRun.Effect, _ open: Open, _ intent: Intent, _ note: String?, _ draft: inout Draft
    ) -> Bool {
        let language = draft.language
        draft.conversation.run = open.run
        switch effect {
        case .ask(let question):
            return tell(note, question, open, intent, &draft)
        case .paused:
            let resume = suggestion(Command(intent: .questionnaireResume, entities: []), language)
            return finish(note ?? QuestionnaireWords.paused[language], open, intent, [resume], &draft)
        case .cancelled:
            draft.conversation.run = nil
            return finish(QuestionnaireWords.cancelled[language], open, intent, [], &draft)
        case .completed:
            return complete(open, intent, &draft)
        case .needsConfirmation(let confirmation):
            return finish(
                text(of: confirmation, open, language), open, intent,
                [
                    .init(id: "yes", title: QuestionnaireWords.yes[language]),
                    .init(id: "no", title: QuestionnaireWords.no[language]),
                ],
                &draft)
        case .refused(let refusal):
            let words: LocalizedText =
                switch refusal {
                case .required, .mustBe: QuestionnaireWords.required
                case .paused: QuestionnaireWords.isPaused
                case .nothingBefore: QuestionnaireWords.nothingBefore
                case .wrongKind, .unknownChoice, .empty: QuestionnaireWords.thirdTime
                case .over, .unanswered, .unknownQuestion, .hidden, .nothingToConfirm: QuestionnaireWords.cannotEdit
                }
            draft.problem = (refusal.rawValue, words[language])
            return tell(words[language], open, intent, &draft)
        }
    }

    private func text(of confirmation: QuestionnaireRun.Confirmation, _ open: Open, _ language: Language) -> String {
        switch confirmation {
        case .cancel: return QuestionnaireWords.confirmCancel[language]
        case .restart: return QuestionnaireWords.confirmRestart[language]
        case .change(_, _, let hides):
            let labels = hides.compactMap { open.questionnaire.question($0) }.map {
                "- \($0.number). \($0.label[language])"
            }
            return
                ([QuestionnaireWords.confirmChange[language], ""] + labels + ["", QuestionnaireWords.goAhead[language]])
                .joined(separator: "\n")
        }
    }

    /// Says something, and the open question again.
    private func tell(_ text: String?, _ open: Open, _ intent: Intent, _ draft: inout Draft) -> Bool {
        draft.conversation.run = open.run
        guard let question = open.question else { return finish(text ?? "", open, intent, [], &draft) }
        return tell(text, question, open, intent, &draft)
    }

    private func tell(
        _ text: String?, _ question: Knowledge.Question, _ open: Open, _ intent: Intent, _ draft: inout Draft
    ) -> Bool {
        let asked = self.asked(question, open, draft.language)
        let room = policy.longestReply - asked.count - 2
        let note = text.map { $0.count > room ? String($0.prefix(max(0, room - 1))) + "…" : $0 }
        return finish(
            [note, asked].compactMap(\.self).joined(separator: "\n\n"), open, intent,
            choices(of: question, draft.language), &draft)
    }

    private func reference(to questionnaire: Questionnaire, _ language: Language) -> Reference {
        EntryScopeBuilder(knowledge: knowledge, language: language) { self.composer.scopes(in: language).phrase($0) }
            .reference("questionnaire", questionnaire.id, questionnaire.title[language], questionnaire.provenance)
    }

    private func finish(
        _ markdown: String, _ open: Open, _ intent: Intent, _ suggestions: [Reply.Suggestion], _ draft: inout Draft
    ) -> Bool {
        draft.outcome = .questionnaire
        draft.questionnaire = status(open, draft)
        draft.say(
            intent, [], markdown: markdown, references: [reference(to: open.questionnaire, draft.language)],
            suggestions: suggestions)
        draft.conversation.last?.offered = suggestions.map(\.id)
        return true
    }

    /// The question as it is asked.
    private func asked(_ question: Knowledge.Question, _ open: Open, _ language: Language) -> String {
        let section = open.questionnaire.section(question.section)?.title[language] ?? ""
        let progress = open.run.progress(in: open.questionnaire)
        var lines = [
            "**\(question.number). \(section)** (\(progress.answered + 1)/\(progress.total))", "",
            question.text[language],
        ]
        if !question.choices.isEmpty {
            lines.append("")
            lines += question.choices.enumerated().map { "\($0.offset + 1). \($0.element.text[language])" }
        }
        var hints: [String] = []
        switch question.type {
        case .yesNo: hints.append(QuestionnaireWords.yesOrNo[language])
        case .singleChoice: hints.append(QuestionnaireWords.one[language])
        case .multiChoice: hints.append(QuestionnaireWords.several[language])
        default: if let hint = question.validation.hint { hints.append("_\(hint[language])_") }
        }
        if !question.validation.required { hints.append(QuestionnaireWords.optional[language]) }
        return (lines + ["", hints.joined(separator: " ")]).joined(separator: "\n")
    }

    private func choices(of question: Knowledge.Question, _ language: Language) -> [Reply.Suggestion] {
        var choices: [Reply.Suggestion] = []
        switch question.type {
        case .yesNo:
            choices = [
                .init(id: "yes", title: QuestionnaireWords.yes[language]),
                .init(id: "no", title: QuestionnaireWords.no[language]),
            ]
        case .singleChoice where question.choices.count < Self.mostSuggestions:
            choices = question.choices.map { .init(id: $0.id, title: $0.text[language]) }
        default: break
        }
        if !question.validation.required {
            choices.append(.init(id: Intent.questionnaireSkip.rawValue, title: QuestionnaireWords.skipTitle[language]))
        }
        return Array(choices.prefix(Self.mostSuggestions))
    }

    /// Brings the open question back behind the answer to something else.
    func bringBackQuestion(_ draft: inout Draft) {
        guard let open = open(draft), let question = open.question, open.run.pending == nil else { return }
        draft.questionnaire = status(open, draft)
        draft.append(
            QuestionnaireWords.back[draft.language] + "\n\n" + asked(question, open, draft.language),
            limit: policy.longestReply, suggestions: choices(of: question, draft.language))
    }

    private func score(_ open: Open) -> IndicatorScore {
        IndicatorScore(
            questionnaire: open.questionnaire, form: open.run.form, sheet: open.run.sheet, knowledge: knowledge)
    }

    private func status(_ open: Open, _ draft: Draft) -> Reply.QuestionnaireStatus {
        let isOver = open.run.state == .completed
        return Reply.QuestionnaireStatus(
            id: open.run.form, run: open.run.id, state: open.run.state, question: open.question,
            problem: draft.problem.map { .init(code: $0.code, message: $0.message) },
            progress: open.run.progress(in: open.questionnaire), score: isOver ? score(open) : nil)
    }

    private func complete(_ open: Open, _ intent: Intent, _ draft: inout Draft) -> Bool {
        let language = draft.language
        let score = score(open)
        let consent = open.run.sheet["q-sharing-consent"]?.chosen.first
        let leaves = consent.map { $0 != "private" } ?? false
        if leaves {
            draft.submit(
                .init(
                    run: open.run, questionnaire: open.questionnaire, score: score, consent: consent,
                    completedAt: draft.now))
        }
        let text = [
            QuestionnaireWords.done[language], result(of: score, open.questionnaire, language),
            leaves ? QuestionnaireWords.shared[language] : QuestionnaireWords.kept[language],
            "_\(open.questionnaire.scoring.alwaysSay[language])_",
        ]
        let next = [Intent.indicatorImprove, .indicatorExplain, .questionnaireReview].map {
            suggestion(Command(intent: $0, entities: []), language)
        }
        return finish(
            (text + [QuestionnaireWords.askHard[language]]).joined(separator: "\n\n"), open, intent,
            next + ratings(open, language), &draft)
    }

    /// The indicator with its parts and assurance.
    private func result(of score: IndicatorScore, _ questionnaire: Questionnaire, _ language: Language) -> String {
        guard let overall = score.overall else {
            return
                "\(QuestionnaireWords.tooLittle[language]) \(questionnaire.scoring.minimumCompleteness) % (\(score.completeness) %)."
        }
        let colon = QuestionnaireWords.colon[language]
        var lines = ["**\(QuestionnaireWords.indicator[language])\(colon) \(overall)/100**", ""]
        for part in score.parts {
            guard let title = questionnaire.scoring.titles[part.id], let value = part.score else { continue }
            lines.append("- \(title[language])\(colon) \(value)")
        }
        if let level = questionnaire.scoring.levels[score.assurance] {
            lines += ["", "\(QuestionnaireWords.assurance[language])\(colon) \(level[language])"]
        }
        return lines.joined(separator: "\n")
    }

    private func explanation(of score: IndicatorScore, _ language: Language) -> String {
        let questionnaire = knowledge.questionnaires.first { $0.scoring.titles.isEmpty == false }
        guard let questionnaire else { return "" }
        let strongest = score.contributions
            .stablySorted {
                -abs($0.inOverall.gives.rounded(toParts: 10)) - abs($0.inOverall.takes.rounded(toParts: 10))
            }
            .prefix(6)
        let lines = strongest.map { contribution in
            let gives = Self.tenths(contribution.inOverall.gives.rounded(toParts: 10), language)
            let takes = Self.tenths(contribution.inOverall.takes.rounded(toParts: 10), language)
            return
                "- \(contribution.question.label[language])\(QuestionnaireWords.colon[language]) +\(gives) / −\(takes)"
        }
        return
            ([result(of: score, questionnaire, language), "", QuestionnaireWords.whatCounts[language], ""] + lines
            + ["", "_\(questionnaire.scoring.alwaysSay[language])_"]).joined(separator: "\n")
    }

    private func improvements(of score: IndicatorScore, _ language: Language) -> String {
        let found = score.improvements(limit: 4)
        guard !found.isEmpty else { return QuestionnaireWords.nothingToImprove[language] }
        let lines = found.map { improvement -> String in
            let gain = Self.tenths(improvement.gainInTenths, language)
            let helps = improvement.certifications.prefix(2).map {
                knowledge.name(of: Entity(.certification, $0.id), in: language) ?? $0.id
            }
            let tail = helps.isEmpty ? "" : " (\(helps.joined(separator: ", ")))"
            return
                "- **\(improvement.question.label[language])**\(QuestionnaireWords.colon[language]) \(improvement.change.text(in: language))\(tail), +\(gain) \(QuestionnaireWords.points[language])"
        }
        return ([QuestionnaireWords.wouldRaise[language], ""] + lines).joined(separator: "\n")
    }

    private func review(_ open: Open, _ language: Language) -> String {
        let sections = open.run.review(in: open.questionnaire)
        guard !sections.isEmpty else { return QuestionnaireWords.nothingAnswered[language] }
        return sections.map { section in
            let items = section.items.map { item in
                let value = item.value.map { open.questionnaire.display($0, to: item.question, in: language) }
                return
                    "- \(item.question.number). \(item.question.label[language])\(QuestionnaireWords.colon[language]) \(value ?? QuestionnaireWords.passed[language])"
            }
            return "**\(section.section.title[language])**\n\n" + items.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private static func tenths(_ tenths: Int, _ language: Language) -> String {
        "\(tenths / 10)\(language == .fr ? "," : ".")\(abs(tenths % 10))"
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
            .questionnaireSkip, .questionnaireWhy, .questionnaireProgress, .questionnaireReview, .questionnaireEdit:
            true
        default: false
        }
    }
}
