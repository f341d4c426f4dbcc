/// What the drawing of a questionnaire says beside the texts of the questionnaire.
package enum DrawingWord: String, DocumentWord {
    case required, neutral, sensitive, bonus, summary, questions
    case oneQuestion = "one-question"
    case legendRequired = "legend-required"
    case legendConditional = "legend-conditional"
    case legendWeight = "legend-weight"
    case legendBonus = "legend-bonus"
    case legendArrow = "legend-arrow"
    case legendNeutral = "legend-neutral"
    case condition, quoted, yes, no, not
    case or, and, percent
    case moreThan = "more-than"
    case orMore = "or-more"
    case otherThan = "other-than"

    package static let document = "drawing"

    package var fields: [String] {
        switch self {
        case .bonus: ["weight"]
        case .questions: ["count"]
        case .summary: ["count", "required", "conditional", "scored"]
        case .condition: ["number", "answer"]
        case .quoted: ["choice"]
        case .not: ["answer"]
        case .or, .and: ["first", "last"]
        case .percent: ["number"]
        case .moreThan, .orMore: ["amount"]
        case .otherThan: ["choices"]
        case .required, .neutral, .sensitive, .oneQuestion, .legendRequired, .legendConditional, .legendWeight,
            .legendBonus, .legendArrow, .legendNeutral, .yes, .no:
            []
        }
    }
}

extension QuestionType: DocumentWord {
    package static let document = "question-types"
}
