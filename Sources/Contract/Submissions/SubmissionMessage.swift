public import Knowledge
public import Questionnaires
public import Text
import Understanding

/// A finished questionnaire with its indicator, as it stands in JSON on the topic of submissions.
public struct SubmissionMessage: Sendable, Hashable, Codable {
    /// One answer.
    public struct Answer: Sendable, Hashable, Codable {
        /// The question, by id.
        public var question: String
        /// What was answered.
        public var value: SubmissionValue
        /// What the person says backs it.
        public var evidence: [AnswerValue.Evidence]

        public init(question: String, value: SubmissionValue, evidence: [AnswerValue.Evidence] = []) {
            self.question = question
            self.value = value
            self.evidence = evidence
        }
    }

    /// The indicator of social responsibility, as it was computed when the questionnaire was finished.
    public struct Score: Sendable, Hashable, Codable {
        /// The whole, 0 to 100; nothing where too little was answered to show it.
        public var overall: Int?
        /// The share of the weight with a real answer, in percent.
        public var completeness: Int
        /// The parts of the score.
        public var parts: [Part]
        /// How far the answers are backed: beside the score, never in it.
        public var assurance: Backing

        public init(overall: Int?, completeness: Int, parts: [Part], assurance: Backing) {
            self.overall = overall
            self.completeness = completeness
            self.parts = parts
            self.assurance = assurance
        }

        /// - Throws: `DecodingError`, also for a share that is not between 0 and 100.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            overall = try fields.decodeIfPresent(within: SubmissionMessage.shares, forKey: .overall)
            completeness = try fields.decode(within: SubmissionMessage.shares, forKey: .completeness)
            parts = try fields.decode([Part].self, forKey: .parts)
            assurance = try fields.decode(Backing.self, forKey: .assurance)
        }

        /// What a message says of a computed indicator.
        public init(_ score: IndicatorScore) {
            overall = score.overall
            completeness = score.completeness
            parts = score.parts.map { Part(id: $0.id, score: $0.score, answered: $0.answered, of: $0.of) }
            assurance = Backing(level: score.backing.level, percent: score.backing.percent)
        }
    }

    /// A part of the score.
    public struct Part: Sendable, Hashable, Codable {
        public var id: Indicator
        /// 0 to 100; nothing where it cannot be computed or is not shown.
        public var score: Int?
        /// How many of its questions were answered.
        public var answered: Int
        /// How many of its questions were shown.
        public var of: Int

        public init(id: Indicator, score: Int?, answered: Int, of: Int) {
            self.id = id
            self.score = score
            self.answered = answered
            self.of = of
        }

        /// - Throws: `DecodingError`, also for a score that is not between 0 and 100, and for more questions than there are.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(Indicator.self, forKey: .id)
            score = try fields.decodeIfPresent(within: SubmissionMessage.shares, forKey: .score)
            of = try fields.decode(within: SubmissionMessage.counts, forKey: .of)
            answered = try fields.decode(within: 0...of, forKey: .answered)
        }
    }

    /// How far the answers are backed.
    public struct Backing: Sendable, Hashable, Codable {
        /// The highest level that at least half of the weight reaches.
        public var level: EvidenceLevel
        /// The share of the weight that any evidence backs, in percent; nothing where no answer is worth points.
        public var percent: Int?

        public init(level: EvidenceLevel, percent: Int?) {
            self.level = level
            self.percent = percent
        }

        /// - Throws: `DecodingError`, also for a share that is not between 0 and 100.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            level = try fields.decode(EvidenceLevel.self, forKey: .level)
            percent = try fields.decodeIfPresent(within: SubmissionMessage.shares, forKey: .percent)
        }
    }

    /// The id of the conversation.
    public var conversation: String
    /// The id of this filling-in.
    public var run: String
    /// The id of the filling-in whose declaration this one corrects and takes the place of.
    public var replaces: String?
    /// The questionnaire, by id.
    public var questionnaire: String
    /// What names the content of the questionnaire.
    public var questionnaireVersion: String
    /// The whole or the short form, by id.
    public var form: String
    public var language: Language
    /// RFC 3339, in UTC.
    public var startedAt: String
    /// RFC 3339, in UTC.
    public var completedAt: String
    /// The day of that for who answered, as `2026-11-29`; in submissions of earlier versions nothing.
    public var completedOn: String?
    /// In the order of the questionnaire.
    public var answers: [Answer]
    public var indicator: Score
    /// The ids of the marks that the answers set.
    public var tags: [String]
    /// The choice made of who may see the answers, by id.
    public var sharing: String?
    /// Who declares: `self`.
    public var declaredBy: String
    /// What names the knowledge base and the rules.
    public var knowledgeVersion: String

    /// - Parameters:
    ///   - startedAt: When the questionnaire was begun.
    ///   - completedAt: When it was finished.
    ///   - completedOn: The day of that for who answered; that in Québec if left out.
    public init(
        conversation: String, run: String, questionnaire: String, questionnaireVersion: String, form: String,
        language: Language, startedAt: RecordTime, completedAt: RecordTime, completedOn: CivilDate? = nil,
        answers: [Answer], indicator: Score,
        tags: [String], sharing: String?, replaces: String? = nil, knowledgeVersion: String
    ) {
        self.conversation = conversation
        self.run = run
        self.replaces = replaces
        self.questionnaire = questionnaire
        self.questionnaireVersion = questionnaireVersion
        self.form = form
        self.language = language
        self.startedAt = Timestamp.text(startedAt)
        self.completedAt = Timestamp.text(completedAt)
        self.completedOn = (completedOn ?? completedAt.civilDay()).description
        self.answers = answers
        self.indicator = indicator
        self.tags = tags
        self.sharing = sharing
        declaredBy = "self"
        self.knowledgeVersion = knowledgeVersion
    }

    /// Without `form` the whole questionnaire is meant, without `tags` none is set.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        conversation = try fields.decode(String.self, forKey: .conversation)
        run = try fields.decode(String.self, forKey: .run)
        replaces = try fields.decodeIfPresent(String.self, forKey: .replaces)
        questionnaire = try fields.decode(String.self, forKey: .questionnaire)
        questionnaireVersion = try fields.decode(String.self, forKey: .questionnaireVersion)
        form = try fields.decodeIfPresent(String.self, forKey: .form) ?? questionnaire
        language = try fields.decode(Language.self, forKey: .language)
        startedAt = try fields.decode(String.self, forKey: .startedAt)
        completedAt = try fields.decode(String.self, forKey: .completedAt)
        completedOn = try fields.decodeIfPresent(String.self, forKey: .completedOn)
        answers = try fields.decode([Answer].self, forKey: .answers)
        indicator = try fields.decode(Score.self, forKey: .indicator)
        tags = try fields.decodeIfPresent([String].self, forKey: .tags) ?? []
        sharing = try fields.decodeIfPresent(String.self, forKey: .sharing)
        declaredBy = try fields.decode(String.self, forKey: .declaredBy)
        knowledgeVersion = try fields.decode(String.self, forKey: .knowledgeVersion)
    }

    /// What a share can be, in percent.
    fileprivate static let shares = 0...100
    /// What a number of questions can be.
    fileprivate static let counts = 0...10_000

    /// The bytes of the record's value.
    public var value: [UInt8] { MessageText.json(self) }

    /// The day on which the questionnaire was finished: that of ``completedOn``, else as it was in Québec.
    public var day: CivilDate {
        completedOn.flatMap(CivilDate.init)
            ?? RecordTime(milliseconds: Timestamp.milliseconds(of: completedAt) ?? 0).civilDay()
    }

    /// Who may see the answers. What is not said, or not understood, is shared with nobody.
    public var consent: SharingConsent { sharing.flatMap(SharingConsent.init(rawValue:)) ?? .nobody }
}
