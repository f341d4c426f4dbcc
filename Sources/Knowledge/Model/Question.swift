public import Text

/// What kind of answer a question takes.
public enum QuestionType: String, CaseIterable, Sendable, Codable, Hashable {
    /// Yes or no.
    case yesNo = "yes-no"
    /// One of the choices.
    case singleChoice = "single-choice"
    /// Some of the choices.
    case multiChoice = "multi-choice"
    /// A number.
    case number
    /// A share of a hundred.
    case percentage
    /// Free text.
    case text
    /// A day.
    case date
    /// Documents that back other answers.
    case evidence
}

/// One choice of a question.
public struct Choice: Sendable, Hashable, Identifiable {
    /// The id, unique within the question.
    public let id: String
    /// What it says.
    public let text: LocalizedText
    /// What it is worth, in hundredths of a point, where the question scores choices.
    public let points: Int?
    /// Whether choosing it unticks the others.
    public let exclusive: Bool
    /// Whether a question that counts choices counts it.
    public let counted: Bool
    /// Whether choosing it takes the question out of the score.
    public let neutral: Bool
    /// The schemes it stands for, by id.
    public let certifications: [String]
}

/// Whole answers that people gave to a question, all of which say the same.
public struct AnswerExample: Sendable, Hashable {
    /// What they say: ids of choices, or `yes` or `no`; one or more. Nothing where the question has neither.
    public let says: [String]
    /// The answers as they were written.
    public let texts: LocalizedList
}

/// What an answer must be like.
public struct Validation: Sendable, Hashable {
    /// The numbers that an answer can be, and that it can be compared with: all that are written with at most twelve digits.
    public static let numbers = -999_999_999_999...999_999_999_999

    /// Whether the questionnaire cannot be submitted without it.
    public let required: Bool
    /// Whether the answer is personal and must be handled with care.
    public let sensitive: Bool
    /// The shortest text.
    public let minLength: Int?
    /// The longest text.
    public let maxLength: Int?
    /// The numbers of digits allowed, for a text made of digits alone; none means any text.
    public let digits: [Int]
    /// The smallest number.
    public let min: Int?
    /// The largest number.
    public let max: Int?
    /// The least number of choices.
    public let minChoices: Int?
    /// Whether a number may have decimals.
    public let decimals: Bool
    /// The largest number of items.
    public let maxItems: Int?
    /// The longest title of an item.
    public let maxTitleLength: Int?
    /// The first day allowed, `YYYY-MM-DD`.
    public let earliest: String?
    /// The choice that holds until the person chooses.
    public let defaultChoice: String?
    /// The only answer that lets the questionnaire be submitted.
    public let mustBe: Bool?
    /// What to write, for people.
    public let hint: LocalizedText?
}

/// How a condition compares.
public enum ConditionOperator: String, CaseIterable, Sendable, Codable, Hashable {
    /// Greater than.
    case greater = "gt"
    /// Greater than or equal.
    case greaterOrEqual = "gte"
    /// Equal.
    case equal = "eq"
    /// Not equal; true without an answer.
    case notEqual = "neq"
    /// One of.
    case isIn = "in"
    /// None of; true without an answer.
    case isNotIn = "not-in"
    /// At least one chosen.
    case includesAny = "includes-any"
    /// None chosen; true without an answer.
    case excludesAll = "excludes-all"
}

/// Something that must hold of an earlier answer.
public struct Condition: Sendable, Hashable {
    /// What an answer is compared with.
    public enum Value: Sendable, Hashable {
        /// A number.
        case number(Int)
        /// Yes or no.
        case flag(Bool)
        /// Ids of choices.
        case choices([String])
    }

    /// The question whose answer counts, by id.
    public let question: String
    /// How it is compared.
    public let comparison: ConditionOperator
    /// With what.
    public let value: Value

    /// Creates a condition.
    public init(question: String, comparison: ConditionOperator, value: Value) {
        self.question = question
        self.comparison = comparison
        self.value = value
    }
}

/// What a score is about.
public enum Indicator: String, CaseIterable, Sendable, Codable, Hashable {
    /// Care for the environment.
    case environment
    /// People and community.
    case social
    /// How the business is led.
    case governance
    /// Diversity and inclusion.
    case diversity
    /// Innovation, shown apart.
    case innovation
}

/// How a question counts.
public struct QuestionScoring: Sendable, Hashable {
    /// Whether it counts.
    public enum Mode: String, CaseIterable, Sendable, Codable, Hashable {
        /// It counts in both the points and the weight.
        case standard
        /// It adds points only.
        case bonus
        /// It does not count.
        case none
    }

    /// How an answer becomes points.
    public enum Rule: String, CaseIterable, Sendable, Codable, Hashable {
        /// The points of the choice.
        case choice
        /// The number of counted choices over ``QuestionScoring/fullAt``, at most 1.
        case count
        /// Yes is 1, no is 0.
        case yesNo = "yes-no"
    }

    /// Whether it counts.
    public let mode: Mode
    /// How an answer becomes points; nothing when it does not count.
    public let rule: Rule?
    /// How many counted choices make a whole point.
    public let fullAt: Int?
    /// The score it counts in.
    public let indicator: Indicator?
    /// Its weight.
    public let weight: Int
    /// What an answer that does not count is used for.
    public let feeds: LocalizedText?
}

/// One correspondence of a question with another framework.
public struct Crosswalk: Sendable, Hashable {
    /// The framework, by id.
    public let framework: String
    /// Its topics or disclosure numbers.
    public let topics: [String]
}

/// A question of a questionnaire.
///
/// A turn hands questions on some hundred times; so what a question is made of is shared, and a copy costs one count.
public struct Question: Sendable, Hashable, Identifiable {
    /// What a question is made of.
    struct Content: Sendable, Hashable {
        let id: String
        let number: Int
        let section: String
        let label: LocalizedText
        let text: LocalizedText
        let why: LocalizedText
        let type: QuestionType
        let unit: LocalizedText?
        let choices: [Choice]
        let validation: Validation
        let certifications: [String]
        let documents: [String]
        let showIf: [Condition]
        let scoring: QuestionScoring
        let realism: Realism
        let crosswalk: [Crosswalk]
        var says: [String: LocalizedList] = [:]
        var answers: [AnswerExample] = []
    }

    private final class Shared: Sendable {
        let content: Content

        init(_ content: Content) { self.content = content }
    }

    private let shared: Shared

    init(_ content: Content) { shared = Shared(content) }

    /// The id, stable and public.
    public var id: String { shared.content.id }
    /// The place in the questionnaire, from 1, whether or not earlier questions are shown.
    public var number: Int { shared.content.number }
    /// The section, by id.
    public var section: String { shared.content.section }
    /// Two to five words for progress and tables.
    public var label: LocalizedText { shared.content.label }
    /// The question.
    public var text: LocalizedText { shared.content.text }
    /// Why it is asked.
    public var why: LocalizedText { shared.content.why }
    /// What kind of answer it takes.
    public var type: QuestionType { shared.content.type }
    /// The unit of a number.
    public var unit: LocalizedText? { shared.content.unit }
    /// The choices, for a question that has some.
    public var choices: [Choice] { shared.content.choices }
    /// What an answer must be like.
    public var validation: Validation { shared.content.validation }
    /// Schemes that would back an answer, by id.
    public var certifications: [String] { shared.content.certifications }
    /// Documents that would back an answer, by id.
    public var documents: [String] { shared.content.documents }
    /// What must all hold for the question to be shown.
    public var showIf: [Condition] { shared.content.showIf }
    /// How it counts.
    public var scoring: QuestionScoring { shared.content.scoring }
    /// How realistic it is.
    public var realism: Realism { shared.content.realism }
    /// Where other frameworks ask the same.
    public var crosswalk: [Crosswalk] { shared.content.crosswalk }
    /// What people say for each choice, by its id; of a yes-no question by `yes` and `no`.
    public var says: [String: LocalizedList] { shared.content.says }

    /// Whole answers, with what each says.
    public var answers: [AnswerExample] { shared.content.answers }

    /// The ids of what can be said: of the choices, or `yes` and `no`.
    public var sayable: [String] { type == .yesNo ? ["yes", "no"] : choices.map(\.id) }

    /// The choice of an id.
    public func choice(_ id: String) -> Choice? { choices.first { $0.id == id } }

    /// The question with whole answers to it.
    func answered(_ answers: [AnswerExample]) -> Question {
        var content = shared.content
        content.answers = answers
        return Question(content)
    }

    /// The question with what people say for its choices.
    func saying(_ says: [String: LocalizedList]) -> Question {
        var content = shared.content
        content.says = says
        return Question(content)
    }

    public static func == (left: Question, right: Question) -> Bool {
        left.shared === right.shared || left.shared.content == right.shared.content
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
