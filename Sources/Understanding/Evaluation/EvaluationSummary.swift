import Knowledge

/// The figures of an evaluation, ready to be written as JSON.
public struct EvaluationSummary: Sendable, Encodable {
    /// How many of how many, and in percent to one decimal.
    public struct Figure: Sendable, Encodable {
        public var count: Int
        public var of: Int
        public var percent: Double

        init(_ rate: Evaluation.Rate) {
            count = rate.count
            of = rate.of
            percent = (rate.percent * 10).rounded() / 10
        }
    }

    /// The figures of some of the questions.
    public struct Part: Sendable, Encodable {
        public var questions: Int
        public var rightFirst: Figure
        public var rightInThree: Figure
        public var directPrecision: Figure
        public var menus: Figure
        public var outOfScopeCaught: Figure
        public var wronglyRefused: Figure
        public var languageRight: Figure

        init(_ evaluation: Evaluation) {
            questions = evaluation.outcomes.count
            rightFirst = Figure(evaluation.rightFirst)
            rightInThree = Figure(evaluation.rightInThree)
            directPrecision = Figure(evaluation.directPrecision)
            menus = Figure(evaluation.menus)
            outOfScopeCaught = Figure(evaluation.outOfScopeCaught)
            wronglyRefused = Figure(evaluation.wronglyRefused)
            languageRight = Figure(evaluation.languageRight)
        }
    }

    /// A question in scope whose first candidate is wrong.
    public struct Confusion: Sendable, Encodable, Hashable {
        public var expected: Intent
        public var got: Intent
        public var count: Int
    }

    /// What a required lead of the first candidate over the second would give.
    public struct RiskPoint: Sendable, Encodable, Hashable {
        /// The lead required, in hundredths of a score of 1.
        public var lead: Int
        /// How many would be answered at once.
        public var direct: Int
        /// How many of them rightly.
        public var right: Int
    }

    public var all: Part
    public var byLanguage: [String: Part]
    public var byStyle: [String: Part]
    /// What is taken for what, the most frequent first.
    public var confusions: [Confusion]
    /// For leads from 0 to 0.40.
    public var riskCoverage: [RiskPoint]

    public init(_ evaluation: Evaluation) {
        all = Part(evaluation)
        byLanguage = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language.rawValue, Part(evaluation.restricted { $0.language == language }))
            })
        let styles = Set(evaluation.outcomes.map(\.question.style))
        byStyle = Dictionary(
            uniqueKeysWithValues: styles.map { style in (style, Part(evaluation.restricted { $0.style == style })) })
        riskCoverage = stride(from: 0, through: 40, by: 2).map { lead in
            let direct = evaluation.outcomes.filter { $0.hasLead(of: lead) }
            return RiskPoint(lead: lead, direct: direct.count, right: direct.count(where: \.isRightFirst))
        }
        let wrong = evaluation.outcomes.filter { !$0.isRightFirst }
        confusions = Dictionary(grouping: wrong) { [$0.question.intent, $0.first] }
            .map { Confusion(expected: $0.key[0], got: $0.key[1], count: $0.value.count) }
            .sorted {
                ($1.count, $0.expected.rawValue, $0.got.rawValue) < ($0.count, $1.expected.rawValue, $1.got.rawValue)
            }
    }
}
