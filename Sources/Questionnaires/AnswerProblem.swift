public import Knowledge
public import Text

/// Why an answer was not accepted, with what it takes to say so. The words are those of `knowledge/answers/`: who replies has
/// them.
public enum AnswerProblem: Sendable, Hashable, Error {
    /// Neither yes nor no.
    case notYesNo
    /// Both yes and no.
    case yesAndNo
    /// More than a plain yes or no, to a question where yes means that there is nothing to report.
    case plainYesOrNo
    /// Only a yes lets the questionnaire be submitted.
    case mustBeYes
    /// Only a no lets the questionnaire be submitted.
    case mustBeNo

    /// No choice of the question. `said` is what was read as none; empty where it is the whole answer.
    case notAChoice(_ said: String, of: Question)
    /// Any of several things. `said` is what may mean each; empty where it is the whole answer.
    case ambiguous(_ options: [LocalizedText], said: String = "")
    /// Several choices where one is possible.
    case severalChoices(_ choices: [Choice])
    /// A choice that goes with no other, with others.
    indirect case exclusiveChoice(_ choice: Choice)
    /// Fewer choices or items than needed.
    case tooFew(_ least: Int)
    /// More choices or items than allowed.
    case tooMany(_ count: Int, most: Int)

    /// No number, or no percentage where the question asks for one.
    case notANumber(_ question: Question)
    /// A limit, not a number.
    case notExact
    /// A number between `below` and the next whole one.
    case notWhole(_ below: Int)
    /// A number in another unit than that of the question.
    case wrongUnit(_ unit: LocalizedText)
    /// A number that is too small or too large.
    indirect case outOfRange(_ validation: Validation)

    /// A text of too few characters.
    case tooShort(_ length: Int, shortest: Int)
    /// A text of too many characters.
    case tooLong(_ length: Int, longest: Int)
    /// A number of too few or too many digits.
    indirect case wrongDigits(_ validation: Validation)

    /// No day.
    case notADate
    /// Any of several days, each `yyyy-mm-dd`.
    case ambiguousDay(_ days: [String])
    /// A day before the first one allowed, `yyyy-mm-dd`.
    case dateOutOfRange(earliest: String)
    /// Nothing that names or describes evidence.
    case notEvidence

    /// What kind of problem it is, for programs; stable.
    public var code: String {
        switch self {
        case .notYesNo: "not-yes-no"
        case .yesAndNo, .plainYesOrNo, .ambiguous, .ambiguousDay: "ambiguous"
        case .mustBeYes: "must-be-yes"
        case .mustBeNo: "must-be-no"
        case .notAChoice: "not-a-choice"
        case .severalChoices: "several-choices"
        case .exclusiveChoice: "exclusive-choice"
        case .tooFew: "too-few"
        case .tooMany: "too-many"
        case .notANumber: "not-a-number"
        case .notExact: "not-exact"
        case .notWhole: "not-whole"
        case .wrongUnit: "wrong-unit"
        case .outOfRange: "out-of-range"
        case .tooShort: "too-short"
        case .tooLong: "too-long"
        case .wrongDigits: "wrong-digits"
        case .notADate: "not-a-date"
        case .dateOutOfRange: "date-out-of-range"
        case .notEvidence: "not-evidence"
        }
    }

    /// Whether the text is nothing of the kind that is asked for, so that a typing error may be why.
    var isAboutForm: Bool { ["not-yes-no", "not-a-choice", "not-a-number", "not-a-date"].contains(code) }
}
