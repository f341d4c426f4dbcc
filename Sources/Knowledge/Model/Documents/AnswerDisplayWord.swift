/// What answers to questions are shown as, beside the texts of their questionnaire: in replies, reports and comparisons alike.
package enum AnswerDisplayWord: String, DocumentWord {
    case yes, no
    case noChoice = "no-choice"
    case noEvidence = "no-evidence"
    case further

    package static let document = "answers"

    package var fields: [String] {
        switch self {
        case .further: ["count", "choices"]
        case .yes, .no, .noChoice, .noEvidence: []
        }
    }
}
