public import Knowledge
public import Questionnaires
public import Text
public import Understanding

/// What the assistant says.
public struct Reply: Sendable, Hashable {
    /// What kind of reply it is. The raw values are public interface.
    public enum Outcome: String, Sendable, Hashable, Codable {
        case answered, clarify, fallback, questionnaire, handoff, forgotten, rejected
        /// No answer: the conversation will be erased with its open questionnaire, if nobody asks anything any more.
        case expiryWarning = "expiry-warning"
    }

    /// An intent that was offered, with how sure it was.
    public struct Alternative: Sendable, Hashable {
        public var intent: Intent
        /// In thousandths.
        public var confidence: Int
        public var entities: [Entity]
    }

    /// Something to ask next.
    public struct Suggestion: Sendable, Hashable {
        /// What to send back as `choice`.
        public var id: String
        public var title: String
    }

    /// Why a question was not taken.
    public struct Rejection: Sendable, Hashable {
        /// The codes are public interface.
        public enum Code: String, Sendable, Hashable {
            case textTooLong = "text-too-long"
            case emptyQuestion = "empty-question"
            case unknownChoice = "unknown-choice"
            case unknownCommand = "unknown-command"
            case unknownValue = "unknown-value"
        }

        public var code: Code
        /// In plain text.
        public var message: String
    }

    /// Where a questionnaire stands.
    public struct QuestionnaireStatus: Sendable, Hashable {
        /// Why the last answer was not accepted.
        public struct Problem: Sendable, Hashable {
            public var code: String
            public var message: String
        }

        /// The id of the form that is filled in.
        public var id: String
        public var run: String
        public var state: QuestionnaireRun.State
        /// The open question, if one is.
        public var question: Question?
        /// What the open question lists to choose from, in order; yes and no of a question of that type.
        public var choices: [Suggestion]
        /// The number of the open question in this run.
        public var number: Int?
        public var problem: Problem?
        public var progress: QuestionnaireRun.Progress
        /// The indicator, once the questionnaire is finished.
        public var score: IndicatorScore?
    }

    /// The number of the reply in its conversation, from 1.
    public var sequence: Int
    public var language: Language
    public var outcome: Outcome
    public var intent: Intent
    /// In thousandths.
    public var confidence: Int
    public var alternatives: [Alternative] = []
    public var also: [Intent] = []
    public var entities: [Entity] = []
    /// Plain text, complete without the rest.
    public var text: String
    /// The same in CommonMark.
    public var markdown: String
    public var references: [Reference] = []
    /// At most six.
    public var suggestions: [Suggestion] = []
    /// Where the questionnaire stands, when one is open or was just ended.
    public var questionnaire: QuestionnaireStatus?
    public var rejected: Rejection?
    /// Why the text was understood as it was, when the question asked for it.
    public var explanation: Explanation?
}

/// Something that others than the person should hear of.
public enum Event: Sendable, Hashable {
    /// A person is asked for.
    case handoff(Handoff)
    /// A questionnaire is finished, and the person agreed to share it.
    case submission(Submission)
    /// One per question: what was asked and what came of it, without anything that identifies anyone.
    case insight(Insight)

    /// What a person who takes over needs.
    public struct Handoff: Sendable, Hashable {
        public var language: Language
        public var audience: Actor?
        /// What the person wrote, clean and calling nobody, at most 500 Unicode scalars.
        public var message: String
        /// The intent answered before, if any.
        public var lastIntent: Intent?
        /// Who asks, in what language and about what, in a sentence for the person who takes over. Says nothing about the
        /// person that the person did not write.
        public var summary: String
    }

    /// A finished questionnaire.
    public struct Submission: Sendable, Hashable {
        public var run: QuestionnaireRun
        public var questionnaire: Questionnaire
        public var score: IndicatorScore
        /// The choice made of who may see the answers, by id.
        public var consent: String?
        /// When the last question was answered.
        public var completedAt: RecordTime

        package init(
            run: QuestionnaireRun, questionnaire: Questionnaire, score: IndicatorScore, consent: String?,
            completedAt: RecordTime
        ) {
            self.run = run
            self.questionnaire = questionnaire
            self.score = score
            self.consent = consent
            self.completedAt = completedAt
        }
    }

    /// What operators may count.
    public struct Insight: Sendable, Hashable {
        public var intent: Intent
        /// In thousandths.
        public var confidence: Int
        public var language: Language
        public var outcome: Reply.Outcome
        public var audience: Actor?
        public var channel: String?
        /// How realistic the person finds a question of a questionnaire.
        public var rating: Rating?
    }

    /// How realistic a question of a questionnaire is to somebody.
    public struct Rating: Sendable, Hashable {
        /// The id of the question.
        public var question: String
        public var level: RealismLevel
    }
}

/// What became of a question.
public struct Turn: Sendable, Hashable {
    /// The conversation from now on; `nil` when it was forgotten.
    public var conversation: Conversation?
    /// What is said; `nil` while a person has the conversation and the assistant is silent.
    public var reply: Reply?
    public var events: [Event]
}
