package import Text

/// One figure of an evaluation, and how it is shown.
package enum EvaluationMeasure: CaseIterable, Sendable {
    case rightFirst, rightInThree, directPrecision, menus, outOfScopeCaught, wronglyRefused, languageRight
    case entityPrecision, entityRecall, secondFound, secondUnexpected

    /// Its name.
    package var title: TranslatableText {
        switch self {
        case .rightFirst: "right first"
        case .rightInThree: "right in three"
        case .directPrecision: "direct answers right"
        case .menus: "menus"
        case .outOfScopeCaught: "out of scope caught"
        case .wronglyRefused: "wrongly refused"
        case .languageRight: "language right"
        case .entityPrecision: "entity precision"
        case .entityRecall: "entity recall"
        case .secondFound: "second question found"
        case .secondUnexpected: "second question not asked"
        }
    }

    /// Its name at the head of a narrow column.
    var column: TranslatableText {
        switch self {
        case .rightFirst: "first"
        case .rightInThree: "in three"
        case .directPrecision: "direct"
        case .menus: "menus"
        case .outOfScopeCaught: "caught"
        case .wronglyRefused: "refused"
        case .languageRight: "language"
        case .entityPrecision: "ent.prec"
        case .entityRecall: "ent.rec"
        case .secondFound: "second"
        case .secondUnexpected: "not asked"
        }
    }

    /// What is counted, of what.
    package var meaning: TranslatableText {
        switch self {
        case .rightFirst: "Of the questions in scope, those whose best candidate is right."
        case .rightInThree: "Of the questions in scope, those with the right one among the first three."
        case .directPrecision: "Of all that were answered at once, those answered rightly."
        case .menus: "Of the questions in scope, those answered with a menu. Fewer is better."
        case .outOfScopeCaught: "Of the questions out of scope, those refused."
        case .wronglyRefused: "Of the questions in scope, those refused. Fewer is better."
        case .languageRight: "Of all questions, those recognised as in their language."
        case .entityPrecision: "Of what was found to be named in questions in scope, what they do name."
        case .entityRecall: "Of what questions in scope name, what was found."
        case .secondFound: "Of the second questions of one text, those found."
        case .secondUnexpected: "Of the second questions answered, those that nobody asked. Fewer is better."
        }
    }

    /// Its value.
    package func rate(in part: EvaluationSummary.Part) -> Evaluation.Rate {
        switch self {
        case .rightFirst: part.rightFirst
        case .rightInThree: part.rightInThree
        case .directPrecision: part.directPrecision
        case .menus: part.menus
        case .outOfScopeCaught: part.outOfScopeCaught
        case .wronglyRefused: part.wronglyRefused
        case .languageRight: part.languageRight
        case .entityPrecision: part.entities.precision
        case .entityRecall: part.entities.recall
        case .secondFound: part.secondQuestions.found
        case .secondUnexpected: part.secondQuestions.unexpected
        }
    }
}
