import Knowledge
package import Text
public import Understanding

/// The figures of an evaluation and what was taken for what, ready to be written as JSON, text or a page.
public struct EvaluationSummary: Sendable, Encodable {
    /// The figures of some of the questions.
    public struct Part: Sendable, Encodable {
        public var questions: Int
        public var rightFirst: Evaluation.Rate
        public var rightInThree: Evaluation.Rate
        public var directPrecision: Evaluation.Rate
        public var menus: Evaluation.Rate
        public var outOfScopeCaught: Evaluation.Rate
        public var wronglyRefused: Evaluation.Rate
        public var languageRight: Evaluation.Rate
        public var entities: EntityScore
        public var secondQuestions: SecondQuestionScore

        init(_ evaluation: Evaluation) {
            questions = evaluation.outcomes.count
            rightFirst = evaluation.rightFirst
            rightInThree = evaluation.rightInThree
            directPrecision = evaluation.directPrecision
            menus = evaluation.menus
            outOfScopeCaught = evaluation.outOfScopeCaught
            wronglyRefused = evaluation.wronglyRefused
            languageRight = evaluation.languageRight
            entities = evaluation.entities
            secondQuestions = evaluation.secondQuestions
        }
    }

    /// Questions of one intent that are taken for another, out of scope among them.
    public struct Confusion: Sendable, Encodable, Hashable {
        public var expected: Intent
        public var got: Intent
        public var count: Int
    }

    /// Two intents that are often confused, and what their examples share.
    public struct Pair: Sendable, Encodable, Hashable {
        public var confusion: Confusion
        public var shared: SharedFeatures
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
    /// By the language's code.
    public var byLanguage: [String: Part]
    public var byStyle: [String: Part]
    /// How well each type of entity was found.
    public var byEntityType: [String: EntityScore]
    /// Of the questions of each intent, those whose best candidate is right.
    public var byIntent: [String: Evaluation.Rate]
    /// What is taken for what, the most frequent first.
    public var confusions: [Confusion]
    /// The most frequent confusions, at most ten.
    public var worstPairs: [Pair]
    /// For leads from 0 to 0.40. What is answered at once today is `directPrecision` of ``all``.
    public var riskCoverage: [RiskPoint]
    /// The questions whose best candidate is wrong, in the order of the file.
    public var wrongQuestions: [WrongQuestion]

    /// - Parameter evaluation: The questions and what was made of them. Each wrong one is explained anew.
    public init(_ evaluation: Evaluation) {
        all = Part(evaluation)
        byLanguage = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language.rawValue, Part(evaluation.restricted { $0.language == language }))
            })
        let styles = Set(evaluation.outcomes.map(\.question.style))
        byStyle = Dictionary(
            uniqueKeysWithValues: styles.map { style in (style, Part(evaluation.restricted { $0.style == style })) })
        byEntityType = Dictionary(
            uniqueKeysWithValues: evaluation.entitiesByType.map { ($0.key.rawValue, $0.value) })
        byIntent = Dictionary(grouping: evaluation.outcomes, by: \.question.intent.rawValue).mapValues { outcomes in
            Evaluation.Rate(count: outcomes.count(where: \.isRightFirst), of: outcomes.count)
        }
        riskCoverage = stride(from: 0, through: 40, by: 2).map { lead in
            let direct = evaluation.outcomes.filter { $0.isDirect(withLead: lead) }
            return RiskPoint(lead: lead, direct: direct.count, right: direct.count(where: \.isRightFirst))
        }
        let wrong = evaluation.outcomes.filter { !$0.isRightFirst }
        confusions = Dictionary(grouping: wrong) { [$0.question.intent, $0.first] }
            .map { Confusion(expected: $0.key[0], got: $0.key[1], count: $0.value.count) }
            .sorted {
                ($1.count, $0.expected.rawValue, $0.got.rawValue) < ($0.count, $1.expected.rawValue, $1.got.rawValue)
            }
        worstPairs = confusions.prefix(Self.mostPairs).map { confusion in
            Pair(
                confusion: confusion,
                shared: evaluation.interpreter.sharedFeatures(of: confusion.expected, and: confusion.got))
        }
        wrongQuestions = wrong.map { WrongQuestion($0, explainedBy: evaluation.interpreter) }
    }

    private static let mostPairs = 10

    /// The parts in the order in which they are shown: all, each language, each style.
    package func rows(in language: Language) -> [(name: String, part: Part)] {
        [(language.say("all"), all)]
            + Language.allCases.compactMap { language in
                byLanguage[language.rawValue].map { (language.rawValue, $0) }
            }
            + byStyle.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The types of entity in the order in which they are shown.
    package var entityRows: [(name: String, score: EntityScore)] {
        EntityType.allCases.compactMap { type in byEntityType[type.rawValue].map { (type.rawValue, $0) } }
    }

    /// The wrong questions of a confusion.
    package func questions(of confusion: Confusion) -> [WrongQuestion] {
        wrongQuestions.filter { $0.expected == confusion.expected && $0.got == confusion.got }
    }
}

extension EvaluationSummary.RiskPoint {
    /// Of so many questions, those answered at once.
    package func coverage(of questions: Int) -> Evaluation.Rate { Evaluation.Rate(count: direct, of: questions) }

    /// Of those answered at once, those answered rightly.
    package var precision: Evaluation.Rate { Evaluation.Rate(count: right, of: direct) }
}
