public import Knowledge

extension QuestionnaireRun {
    /// Stops asking until ``resume(in:)``.
    public mutating func pause() -> Effect {
        switch state {
        case .asking, .paused:
            pending = nil
            state = .paused
            return .paused
        case .completed, .cancelled:
            return .refused(.over)
        }
    }

    /// Asks the current question again, or the first open one if it is not shown any more; of a run that was just read
    /// back, too.
    public mutating func resume(in questionnaire: Questionnaire) -> Effect {
        switch state {
        case .asking, .paused:
            pending = nil
            state = .asking
            return standing(in: questionnaire)
        case .completed, .cancelled:
            return .refused(.over)
        }
    }

    /// Asks whether to give up; ``confirm(_:in:)`` does it. However often it is called, answers are lost only after a yes.
    public mutating func cancel() -> Effect {
        refusal == .over ? .refused(.over) : ask(for: .cancel)
    }

    /// Asks whether to begin anew without answers; ``confirm(_:in:)`` does it.
    public mutating func restart() -> Effect {
        refusal == .over ? .refused(.over) : ask(for: .restart)
    }

    /// Drops what waits for a yes or a no: it is not in sight any more, and a later yes must not do it.
    public mutating func withdraw() { pending = nil }
}
