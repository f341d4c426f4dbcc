extension Questionnaire {
    /// The most bytes of a conversation's state that the answers to a questionnaire may take, besides what a person writes
    /// in them.
    public static let mostKept = 6 * 1024

    /// How many bytes the answers to all questions take at most when they are kept, without what a person writes: the ids of
    /// questions and of choices, each with what stands around it, and a change that waits to be confirmed.
    static func keptSize(of questions: [Question]) -> Int {
        let values = questions.map { question in
            let ids = question.choices.map { $0.id.utf8.count + 3 }
            return switch question.type {
            case .singleChoice: ids.max() ?? 0
            case .multiChoice: ids.reduce(2, +)
            case .yesNo, .number, .percentage, .text, .date, .evidence: 24
            }
        }
        let entries = zip(questions, values).reduce(0) { $0 + $1.0.id.utf8.count + $1.1 + entry }
        let change = questions.reduce(values.max() ?? 0) { $0 + $1.id.utf8.count + 3 }
        return entries + change
    }

    /// What stands around a question and its answer, and a rating.
    private static let entry = 28
}
