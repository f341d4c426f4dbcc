public import Knowledge
public import Text

/// One person's way through a questionnaire: a state machine without clock or input, small enough to keep in a record.
///
/// Every operation takes the questionnaire that the run is pinned to, and returns what is to be said next. Whatever an
/// operation does, answers to hidden questions are gone after it, and the current question is one that is shown.
public struct QuestionnaireRun: Sendable, Hashable {
    /// Where a run stands.
    public enum State: String, Sendable, Hashable, Codable {
        case asking, paused, completed, cancelled
    }

    /// Something that is done only after a yes, because answers would be lost.
    public enum Confirmation: Sendable, Hashable {
        case cancel
        case restart
        /// Another answer to a question, or none any more for a reason; `hides` are the questions, in order, whose answers
        /// it would take away because they would not be shown any more.
        case change(question: String, value: AnswerValue?, reason: SkipReason = .unsaid, hides: [String])
        /// Whether a text is this answer to the current question; a no carries out a command in its place, which the text may
        /// be as well.
        case answer(AnswerValue, instead: String)
    }

    /// Why an operation did nothing.
    public enum Refusal: String, Sendable, Hashable, Codable, CaseIterable {
        /// The question cannot be passed.
        case required
        /// Only one answer lets the questionnaire be completed. The answer is kept, the question stays open.
        case mustBe = "must-be"
        /// The answer is of another kind than the question.
        case wrongKind = "wrong-kind"
        /// No such choice, or no such document.
        case unknownChoice = "unknown-choice"
        /// The answer says nothing where something is needed.
        case empty
        /// The run is paused.
        case paused
        /// The run is completed or cancelled.
        case over
        /// There is no earlier question.
        case nothingBefore = "nothing-before"
        /// The question must be answered or passed before going on.
        case unanswered
        /// The form has no such question.
        case unknownQuestion = "unknown-question"
        /// The answers so far leave the question out.
        case hidden
        /// The answers written so far leave no room for this one: see ``QuestionnaireRun/mostWritten``.
        case tooMuch = "too-much"
        /// Nothing waits for a yes or a no.
        case nothingToConfirm = "nothing-to-confirm"
    }

    /// What an operation leads to.
    public enum Effect: Sendable, Hashable {
        case ask(Question)
        case paused, completed, cancelled
        case needsConfirmation(Confirmation)
        case refused(Refusal)
    }

    /// The most bytes, in JSON, of all that a person writes in answers: texts, and evidence that is none of the documents and
    /// schemes known. Longer than what any answer of the questionnaire may be, in characters of the usual sort.
    public static let mostWritten = 8 * 1024

    /// What names this run among all.
    public let id: String
    /// The id of the questionnaire.
    public internal(set) var questionnaire: String
    /// The id of the form: the questionnaire's own, or that of its short form.
    public internal(set) var form: String
    /// The version of the questionnaire that the run is pinned to.
    public internal(set) var version: String
    /// The language at the start.
    public let language: Language
    /// When it began.
    public let startedAt: RecordTime
    /// When it was completed; nothing before, and for one that was completed when this was not kept yet.
    public package(set) var completedAt: RecordTime?
    public internal(set) var state: State
    public internal(set) var sheet: AnswerSheet
    /// The id of the question being asked; none before the start and after the end.
    public internal(set) var current: String?
    /// The questions that were asked, each once, in the order of the first time; the current one is among them.
    public internal(set) var history: [String]
    /// How many answers to the current question were not accepted.
    public internal(set) var attempts: Int
    /// The question that was answered last, whose answer was shown back: « non » mends it.
    public internal(set) var answeredLast: String?
    /// What waits for a yes or a no.
    public package(set) var pending: Confirmation?
    /// How realistic the person finds questions, by the id of the question.
    public internal(set) var rated: [String: RealismLevel]
    /// The declaration that this one corrects, if it does.
    public internal(set) var replaced: Replaced?

    /// Creates a run that ``start(in:)`` begins.
    ///
    /// - Parameters:
    ///   - id: What names the run among all.
    ///   - questionnaire: The questionnaire.
    ///   - form: The id of the form: `supplier-common`, say, or `supplier-short`.
    ///   - version: The version of the questionnaire.
    ///   - language: The language of the conversation.
    ///   - startedAt: When it begins.
    public init(
        id: String, questionnaire: Questionnaire, form: String, version: String, language: Language,
        startedAt: RecordTime
    ) {
        self.id = id
        self.questionnaire = questionnaire.id
        self.form = form
        self.version = version
        self.language = language
        self.startedAt = startedAt
        state = .asking
        sheet = AnswerSheet()
        history = []
        attempts = 0
        rated = [:]
    }
}
