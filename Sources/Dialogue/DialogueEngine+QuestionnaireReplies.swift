import Knowledge
import Questionnaires
import Text
import Understanding

extension DialogueEngine {
    /// Says what an operation led to.
    func say(
        _ effect: QuestionnaireRun.Effect, _ open: QuestionnaireInHand, _ intent: Intent, _ note: String?,
        _ draft: inout ReplyDraft
    ) -> Bool {
        let language = draft.language
        let before = draft.conversation.run
        draft.conversation.run = open.run
        switch effect {
        case .ask(let question):
            return tell(note, question, open, intent, &draft)
        case .paused:
            let resume = suggestion(Command(intent: .questionnaireResume, entities: []), language)
            return finish(note ?? composer.phrase(.questionnairePaused, in: language), open, intent, [resume], &draft)
        case .cancelled:
            draft.conversation.run = nil
            return finish(erasure(.cancelled, before ?? open.run, draft), open, intent, [], &draft)
        case .completed:
            return complete(open, intent, &draft)
        case .needsConfirmation(.answer(let value, let instead)):
            return askWhich(value, instead, open, intent, &draft)
        case .needsConfirmation(let confirmation):
            let choices = yesOrNo(language)
            let asked = [text(of: confirmation, open, draft), ""] + numberedList(choices.map(\.title))
            return finish(asked.joined(separator: "\n"), open, intent, choices, &draft)
        case .refused(let refusal):
            let words =
                switch refusal {
                case .required, .mustBe: composer.phrase(.answerRequired, in: language)
                case .paused: composer.phrase(.questionnaireIsPaused, in: language)
                case .nothingBefore: composer.phrase(.nothingBefore, in: language)
                case .wrongKind, .unknownChoice, .empty: composer.phrase(.chooseByNumber, in: language)
                case .tooMuch: composer.phrase(.answersTooLong, in: language)
                case .over, .unanswered, .unknownQuestion, .hidden, .nothingToConfirm:
                    composer.phrase(.cannotEdit, in: language)
                }
            draft.problem = (refusal.rawValue, words)
            return tell(words, open, intent, &draft)
        }
    }

    /// Asks whether a text is the answer or a request, with both as choices.
    private func askWhich(
        _ value: AnswerValue, _ instead: String, _ open: QuestionnaireInHand, _ intent: Intent,
        _ draft: inout ReplyDraft
    ) -> Bool {
        let language = draft.language
        let shown = shown(value, to: open.question, open, language)
        let request =
            (try? Command(instead, of: interpreter.intents, knowledge: knowledge)).map {
                suggestion($0, language).title
            } ?? instead
        let choices: [Reply.Suggestion] = [
            .init(id: "yes", title: composer.phrase(.isAnswer, in: language, ["answer": shown])),
            .init(id: instead, title: composer.phrase(.isRequest, in: language, ["request": request])),
        ]
        let list = choices.enumerated().map { "\($0.offset + 1). \($0.element.title)" }
        let text = ([composer.phrase(.isThisYourAnswer, in: language), ""] + list).joined(separator: "\n")
        return finish(text, open, intent, choices, &draft)
    }

    func text(of confirmation: QuestionnaireRun.Confirmation, _ open: QuestionnaireInHand, _ draft: ReplyDraft)
        -> String
    {
        let language = draft.language
        switch confirmation {
        case .answer: return ""
        case .cancel: return erasure(.confirmCancel, open.run, draft)
        case .restart: return erasure(.confirmRestart, open.run, draft)
        case .change(_, _, _, let hides):
            let labels = hides.compactMap { open.questionnaire.question($0) }.map {
                "- \(numbered($0, open)) \($0.label[language])"
            }
            let (warning, asked) = (
                composer.phrase(.confirmChange, in: language), composer.phrase(.goAhead, in: language)
            )
            return ([warning, ""] + labels + ["", asked]).joined(separator: "\n")
        }
    }

    /// Says something, and the open question again.
    func tell(_ text: String?, _ open: QuestionnaireInHand, _ intent: Intent, _ draft: inout ReplyDraft) -> Bool {
        var open = open
        open.run.withdraw()
        draft.conversation.run = open.run
        guard let question = open.question else {
            return finish(fitting(text ?? "", policy.longestReply), open, intent, [], &draft)
        }
        return tell(text, question, open, intent, &draft)
    }

    func tell(
        _ text: String?, _ question: Question, _ open: QuestionnaireInHand, _ intent: Intent,
        _ draft: inout ReplyDraft
    ) -> Bool {
        let asked = self.asked(question, open, draft.language)
        let room = policy.longestReply - asked.count - 2
        return finish(
            [text.map { fitting($0, room) }, asked].compactMap(\.self).joined(separator: "\n\n"), open, intent,
            choices(of: question, draft.language), &draft)
    }

    /// The whole lines of a text that there is room for, with a mark where any are left out.
    private func fitting(_ text: String, _ room: Int) -> String {
        guard text.count > room else { return text }
        var size = 1
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { line in
            size += line.count + 1
            return size <= room
        }
        return lines.joined(separator: "\n") + "\n…"
    }

    func reference(to questionnaire: Questionnaire, _ language: Language) -> Reference {
        EntryScopeBuilder(knowledge: knowledge, language: language) { self.composer.scopes(in: language).phrase($0) }
            .reference("questionnaire", questionnaire.id, questionnaire.title[language], questionnaire.provenance)
    }

    func finish(
        _ markdown: String, _ open: QuestionnaireInHand, _ intent: Intent, _ suggestions: [Reply.Suggestion],
        _ draft: inout ReplyDraft
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
    func asked(_ question: Question, _ open: QuestionnaireInHand, _ language: Language) -> String {
        let section = open.questionnaire.section(question.section)?.title[language] ?? ""
        var lines = ["**\(place(of: question, open))** · \(section)", ""]
        if let said = earlierAnswer(to: question, open, language) { lines += [said, ""] }
        lines.append(question.text[language])
        let choices = listed(question, language).map(\.title)
        if !choices.isEmpty { lines += [""] + numberedList(choices) }
        var hints: [String] = []
        switch question.type {
        case .yesNo: hints.append(composer.phrase(.hintYesOrNo, in: language))
        case .singleChoice: hints.append(composer.phrase(.hintOne, in: language))
        case .multiChoice: hints.append(composer.phrase(.hintSeveral, in: language))
        default: if let hint = question.validation.hint { hints.append("_\(hint[language])_") }
        }
        if !question.validation.required { hints.append(composer.phrase(.hintOptional, in: language)) }
        if !hints.isEmpty { lines += ["", hints.joined(separator: " ")] }
        return lines.joined(separator: "\n")
    }

    /// What was answered before, or that the question was passed; nothing for a question that is new.
    private func earlierAnswer(to question: Question, _ open: QuestionnaireInHand, _ language: Language)
        -> String?
    {
        let sheet = open.run.sheet
        guard sheet.isSettled(question.id) else { return nil }
        let said = sheet[question.id].map { value in
            // A long text is recognised by its beginning; the review has it whole.
            let value: AnswerValue =
                if case .text(let text) = value, text.count > Self.longestEarlierText {
                    .text(text.prefix(Self.longestEarlierText) + "…")
                } else {
                    value
                }
            return shown(value, to: question, open, language)
        }
        let passed = composer.phrase(.skipped(sheet.skipped[question.id] ?? .unsaid), in: language)
        return composer.phrase(.earlierAnswer, in: language, ["answer": said ?? passed])
    }

    /// How much of an earlier text stands above its question, in characters.
    private static let longestEarlierText = 160

    /// The question in a line, without its choices, so that another list can stand above it.
    func askedInShort(_ question: Question, _ open: QuestionnaireInHand, _ language: Language) -> String {
        "**\(place(of: question, open))** · \(question.text[language])"
    }

    /// Where a question stands among those that are shown: « 7/19 ».
    private func place(of question: Question, _ open: QuestionnaireInHand) -> String {
        let total = open.run.progress(in: open.questionnaire).total
        return open.run.number(of: question.id, in: open.questionnaire).map { "\($0)/\(total)" } ?? "?/\(total)"
    }

    /// The number of a question as it stands before its label: « 7. »; a hidden one has none.
    func numbered(_ question: Question, _ open: QuestionnaireInHand) -> String {
        open.run.number(of: question.id, in: open.questionnaire).map { "\($0)." } ?? "–"
    }

    /// What was answered as it is shown back, in CommonMark.
    func shown(
        _ value: AnswerValue, to question: Question?, _ open: QuestionnaireInHand, _ language: Language
    ) -> String {
        open.questionnaire.markdown(value, to: question, in: language, with: knowledge.vocabulary)
    }

    /// The choices that a question lists.
    private func listed(_ question: Question, _ language: Language) -> [Reply.Suggestion] {
        question.type == .yesNo
            ? yesOrNo(language) : question.choices.map { .init(id: $0.id, title: $0.text[language]) }
    }

    private func numberedList(_ items: [String]) -> [String] {
        items.enumerated().map { "\($0.offset + 1). \($0.element)" }
    }

    func choices(of question: Question, _ language: Language) -> [Reply.Suggestion] {
        var choices: [Reply.Suggestion] = []
        switch question.type {
        case .yesNo: choices = listed(question, language)
        case .singleChoice where question.choices.count < Self.mostSuggestions: choices = listed(question, language)
        default: break
        }
        if !question.validation.required {
            choices.append(
                .init(id: Intent.questionnaireSkip.rawValue, title: composer.phrase(.skipTitle, in: language)))
        }
        return Array(choices.prefix(Self.mostSuggestions))
    }

    private func yesOrNo(_ language: Language) -> [Reply.Suggestion] {
        [("yes", AnswerDisplayWord.yes), ("no", .no)].map { id, word in
            .init(id: id, title: knowledge.vocabulary.text(word, in: language))
        }
    }

    /// Brings the open question back behind the answer to something else. Behind a menu it comes without its choices: there
    /// is one list of numbers at a time.
    func bringBackQuestion(_ draft: inout ReplyDraft) {
        guard let open = open(draft), let question = open.question, open.run.pending == nil,
            draft.conversation.last?.asksToForget != true
        else { return }
        draft.questionnaire = status(open, draft)
        let isMenu = draft.outcome == .clarify
        if !isMenu { draft.forgetMenu() }
        let back = composer.phrase(.backToQuestionnaire, in: draft.language)
        let short = askedInShort(question, open, draft.language)
        let texts = isMenu ? [short] : [asked(question, open, draft.language), short]
        draft.append(
            firstFitting: texts.map { back + "\n\n" + $0 } + [back], limit: policy.longestReply,
            suggestions: isMenu ? [] : choices(of: question, draft.language))
    }

    func status(_ open: QuestionnaireInHand, _ draft: ReplyDraft) -> Reply.QuestionnaireStatus {
        let isOver = open.run.state == .completed
        return Reply.QuestionnaireStatus(
            id: open.run.form, run: open.run.id, state: open.run.state, question: open.question,
            choices: open.question.map { listed($0, draft.language) } ?? [],
            number: open.question.flatMap { open.run.number(of: $0.id, in: open.questionnaire) },
            problem: draft.problem.map { .init(code: $0.code, message: $0.message) },
            progress: open.run.progress(in: open.questionnaire), score: isOver ? score(open, draft.now) : nil)
    }
}
