public import Knowledge

extension QuestionnaireRun {
    /// Asks the first question; of a run that has begun, where it stands.
    public mutating func start(in questionnaire: Questionnaire) -> Effect {
        standing(in: questionnaire)
    }

    /// Goes to the question asked before the current one.
    public mutating func back(in questionnaire: Questionnaire) -> Effect {
        if let refusal { return .refused(refusal) }
        pending = nil
        answeredLast = nil
        guard let question = currentQuestion(in: questionnaire) else { return goOn(in: questionnaire) }
        guard let place = history.firstIndex(of: question.id), place > 0 else { return .refused(.nothingBefore) }
        return move(to: history[place - 1], among: tidy(in: questionnaire))
    }

    /// Leaves the answer to the current question as it is and goes to the question asked after it, or else to the first
    /// open one.
    public mutating func forward(in questionnaire: Questionnaire) -> Effect {
        if let refusal { return .refused(refusal) }
        pending = nil
        answeredLast = nil
        guard let question = currentQuestion(in: questionnaire) else { return goOn(in: questionnaire) }
        if let place = history.firstIndex(of: question.id), place + 1 < history.count {
            return move(to: history[place + 1], among: tidy(in: questionnaire))
        }
        return isOpen(question) ? .refused(.unanswered) : goOn(in: questionnaire)
    }

    /// Goes to a question that is shown, answered or not. Answering it leads to the first open question.
    public mutating func edit(_ question: String, in questionnaire: Questionnaire) -> Effect {
        if let refusal { return .refused(refusal) }
        pending = nil
        answeredLast = nil
        let shown = tidy(in: questionnaire)
        guard questionnaire.questions(ofForm: form).contains(where: { $0.id == question }) else {
            return .refused(.unknownQuestion)
        }
        return move(to: question, among: shown)
    }

    /// Whether a question that is shown still keeps the questionnaire from being completed.
    func isOpen(_ question: Question) -> Bool {
        guard let value = sheet[question.id] else {
            return question.validation.required || !sheet.isSettled(question.id)
        }
        return question.validation.mustBe.map { value != .flag($0) } ?? false
    }

    /// Why the current question can be neither answered nor left.
    var refusal: Refusal? {
        switch state {
        case .asking: nil
        case .paused: .paused
        case .completed, .cancelled: .over
        }
    }

    /// What there is to say of the run as it stands.
    mutating func standing(in questionnaire: Questionnaire) -> Effect {
        switch state {
        case .paused: return .paused
        case .completed: return .completed
        case .cancelled: return .cancelled
        case .asking:
            guard let question = currentQuestion(in: questionnaire) else { return goOn(in: questionnaire) }
            return .ask(question)
        }
    }

    /// Goes to the first open question, or completes the run.
    mutating func goOn(in questionnaire: Questionnaire) -> Effect {
        let shown = tidy(in: questionnaire)
        guard let next = shown.first(where: isOpen) else {
            end(as: .completed)
            return .completed
        }
        return move(to: next.id, among: shown)
    }

    mutating func end(as state: State) {
        self.state = state
        current = nil
        history = []
        attempts = 0
        pending = nil
        answeredLast = nil
    }

    /// The question being asked, if it is still there and shown.
    mutating func currentQuestion(in questionnaire: Questionnaire) -> Question? {
        let shown = tidy(in: questionnaire)
        return shown.first { $0.id == current }
    }

    /// Drops all that is about questions that are hidden or do not exist.
    ///
    /// - Returns: The questions that are shown.
    @discardableResult
    mutating func tidy(in questionnaire: Questionnaire) -> [Question] {
        let questions = questionnaire.shown(form, sheet)
        let shown = Set(questions.map(\.id))
        for id in Array(sheet.values.keys) + sheet.skipped.keys where !shown.contains(id) { sheet.clear(id) }
        history.removeAll { !shown.contains($0) }
        guard let current else { return questions }
        if !shown.contains(current) {
            self.current = nil
            attempts = 0
            if case .change = pending { pending = nil }
        } else if !history.contains(current) {
            history.append(current)
        }
        return questions
    }

    private mutating func move(to id: String, among shown: [Question]) -> Effect {
        guard let question = shown.first(where: { $0.id == id }) else { return .refused(.hidden) }
        if current != id { attempts = 0 }
        current = id
        if !history.contains(id) { history.append(id) }
        return .ask(question)
    }
}
