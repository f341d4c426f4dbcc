import Knowledge

/// What the answer to a question of a questionnaire was read as.
public enum AnswerReading: Sendable, Hashable {
    case understood(AnswerValue)
    /// Nothing is said: there is none, the person does not know, will say later, or would rather not say.
    case passed(SkipReason)
    case notUnderstood(AnswerProblem)
}
