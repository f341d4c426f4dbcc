public import Knowledge

extension QuestionnaireRun {
    /// Answers the current question, or answers it anew.
    ///
    /// Only the kind, the choices and the room for all answers are checked here; lengths and limits are checked where a text is
    /// read. An answer that would hide answered questions waits for ``confirm(_:in:)``.
    public mutating func answer(_ value: AnswerValue, in questionnaire: Questionnaire) -> Effect {
        if let refusal { return .refused(refusal) }
        pending = nil
        // The question may be gone since it was asked: then the answer is to nothing.
        guard let question = currentQuestion(in: questionnaire) else { return goOn(in: questionnaire) }
        if let refusal = question.refusal(of: value, in: questionnaire) {
            attempts = Counter.bounded(attempts + 1)
            return .refused(refusal)
        }
        let value = question.ordered(value)
        let hides = answersHidden(by: value, to: question, in: questionnaire)
        // One that waits is kept beside the one that it would take the place of.
        let replaced = hides.isEmpty ? sheet[question.id]?.writtenSize ?? 0 : 0
        if value.writtenSize > 0, sheet.writtenSize - replaced + value.writtenSize > Self.mostWritten {
            return .refused(.tooMuch)
        }
        if hides.isEmpty { return apply(value, to: question, in: questionnaire) }
        return ask(for: .change(question: question.id, value: value, hides: hides))
    }

    /// Passes the current question, for the reason that the person gave. Passing one that has an answer would lose the answer and waits for
    /// ``confirm(_:in:)``; to leave the answer as it is, ``forward(in:)``.
    public mutating func skip(in questionnaire: Questionnaire, reason: SkipReason = .unsaid) -> Effect {
        if let refusal { return .refused(refusal) }
        pending = nil
        guard let question = currentQuestion(in: questionnaire) else { return goOn(in: questionnaire) }
        guard !question.validation.required else { return .refused(.required) }
        guard sheet[question.id] != nil else { return apply(nil, reason, to: question, in: questionnaire) }
        let hides = answersHidden(by: nil, to: question, in: questionnaire)
        return ask(for: .change(question: question.id, value: nil, reason: reason, hides: hides))
    }

    /// Counts an answer that could not be read as one to the current question.
    public mutating func misread() {
        if state == .asking, current != nil { attempts = Counter.bounded(attempts + 1) }
    }

    /// Says yes or no to what waits for it. A no leaves everything as it was.
    public mutating func confirm(_ isConfirmed: Bool, in questionnaire: Questionnaire) -> Effect {
        guard let confirmation = pending else { return .refused(.nothingToConfirm) }
        pending = nil
        if case .answer(let value, _) = confirmation, isConfirmed { return answer(value, in: questionnaire) }
        guard isConfirmed else { return standing(in: questionnaire) }
        switch confirmation {
        case .cancel:
            end(as: .cancelled)
            sheet = AnswerSheet()
            return .cancelled
        case .restart:
            state = .asking
            sheet = AnswerSheet()
            history = []
            current = nil
            attempts = 0
            return goOn(in: questionnaire)
        case .change(let id, let value, let reason, _):
            guard let question = currentQuestion(in: questionnaire), question.id == id else {
                return standing(in: questionnaire)
            }
            return apply(value, reason, to: question, in: questionnaire)
        case .answer:
            return standing(in: questionnaire)
        }
    }

    /// Asks whether a text is an answer, or a command.
    package mutating func ask(whether value: AnswerValue, or command: String) -> Effect {
        if let refusal { return .refused(refusal) }
        guard sheet.writtenSize + value.writtenSize <= Self.mostWritten else { return .refused(.tooMuch) }
        return ask(for: .answer(value, instead: command))
    }

    /// Notes how realistic the person finds a question.
    ///
    /// - Returns: Whether the form has the question.
    @discardableResult
    public mutating func rate(_ question: String, _ level: RealismLevel, in questionnaire: Questionnaire) -> Bool {
        guard questionnaire.questions(ofForm: form).contains(where: { $0.id == question }) else { return false }
        rated[question] = level
        return true
    }

    mutating func ask(for confirmation: Confirmation) -> Effect {
        pending = confirmation
        return .needsConfirmation(confirmation)
    }

    private mutating func apply(
        _ value: AnswerValue?, _ reason: SkipReason = .unsaid, to question: Question,
        in questionnaire: Questionnaire
    ) -> Effect {
        if let value { sheet.answer(question.id, value) } else { sheet.skip(question.id, reason: reason) }
        answeredLast = question.id
        guard value != nil, isOpen(question) else { return goOn(in: questionnaire) }
        tidy(in: questionnaire)
        attempts = Counter.bounded(attempts + 1)
        return .refused(.mustBe)
    }

    /// The questions whose answers another answer would take away, in order.
    private func answersHidden(
        by value: AnswerValue?, to question: Question, in questionnaire: Questionnaire
    ) -> [String] {
        var changed = sheet
        if let value { changed.answer(question.id, value) } else { changed.skip(question.id) }
        let left = Set(questionnaire.shown(form, changed).map(\.id))
        return questionnaire.questions(ofForm: form).map(\.id).filter { sheet[$0] != nil && !left.contains($0) }
    }
}
