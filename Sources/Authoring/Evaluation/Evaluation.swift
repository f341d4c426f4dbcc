import Knowledge
public import Understanding

/// How well a set of questions was understood.
public struct Evaluation: Sendable {
    /// One question and what was made of it.
    public struct Outcome: Sendable {
        public var question: EvaluationQuestion
        public var interpretation: Interpretation

        /// What is answered, or the best candidate of a menu; out of scope when nothing fits.
        public var first: Intent {
            switch interpretation.decision {
            case .answer(let intent): intent
            case .clarify: interpretation.candidates.first?.intent ?? .outOfScope
            case .notUnderstood: .outOfScope
            }
        }

        /// Whether the best candidate is right.
        public var isRightFirst: Bool { first == question.intent }

        /// Whether one of the first three is.
        public var isRightInThree: Bool {
            isRightFirst || interpretation.candidates.prefix(3).contains { $0.intent == question.intent }
        }

        /// Whether it is answered at once: neither a menu nor a refusal.
        public var isDirect: Bool {
            if case .answer(let intent) = interpretation.decision { return intent != .outOfScope }
            return false
        }

        /// Whether it would be answered at once if the first candidate had to lead by so many hundredths. Like the
        /// decision itself, this asks for no lead over a second that would not be understood on its own.
        func isDirect(withLead hundredths: Int) -> Bool {
            guard !isRefused, let first = interpretation.candidates.first else { return false }
            guard let second = interpretation.candidates.dropFirst().first,
                Threshold.isUnderstood(second)
            else { return true }
            return first.score - second.score >= FixedPoint.one * hundredths / 100
        }

        /// Whether it is refused as out of scope or not understood.
        public var isRefused: Bool { first == .outOfScope }

        /// Whether the best candidates are offered as a menu.
        public var isMenu: Bool {
            if case .clarify = interpretation.decision { return true }
            return false
        }
    }

    public let outcomes: [Outcome]
    /// What understood the questions; it also explains them.
    let interpreter: Interpreter

    /// Has every question understood, each as the first of its conversation.
    public init(of questions: [EvaluationQuestion], by interpreter: Interpreter) {
        self.init(
            outcomes: questions.map { question in
                Outcome(question: question, interpretation: interpreter.interpret(question.text, prior: nil))
            },
            interpreter: interpreter)
    }

    private init(outcomes: [Outcome], interpreter: Interpreter) {
        self.outcomes = outcomes
        self.interpreter = interpreter
    }

    /// The part of the evaluation that some of the questions make.
    public func restricted(to isIncluded: (EvaluationQuestion) -> Bool) -> Evaluation {
        Evaluation(outcomes: outcomes.filter { isIncluded($0.question) }, interpreter: interpreter)
    }

    private var inScope: [Outcome] { outcomes.filter { $0.question.intent != .outOfScope } }
    private var outOfScope: [Outcome] { outcomes.filter { $0.question.intent == .outOfScope } }

    private func rate(_ outcomes: [Outcome], _ holds: (Outcome) -> Bool) -> Rate {
        Rate(count: outcomes.count(where: holds), of: outcomes.count)
    }

    /// Of the questions in scope, those whose best candidate is right.
    public var rightFirst: Rate { rate(inScope, \.isRightFirst) }
    /// Of the questions in scope, those with the right one among the first three.
    public var rightInThree: Rate { rate(inScope, \.isRightInThree) }
    /// Of all that were answered at once, those answered rightly.
    public var directPrecision: Rate { rate(outcomes.filter(\.isDirect), \.isRightFirst) }
    /// Of the questions in scope, those answered with a menu.
    public var menus: Rate { rate(inScope, \.isMenu) }
    /// Of the questions out of scope, those refused.
    public var outOfScopeCaught: Rate { rate(outOfScope, \.isRefused) }
    /// Of the questions in scope, those refused.
    public var wronglyRefused: Rate { rate(inScope, \.isRefused) }
    /// Of all questions, those recognised as in their language.
    public var languageRight: Rate { rate(outcomes) { $0.interpretation.language == $0.question.language } }

    /// How well what the questions in scope name was found.
    public var entities: EntityScore { inScope.reduce(into: EntityScore()) { $0.add($1, of: interpreter.intents) } }

    /// The same by type of entity: each type that a question in scope names, or was found to name.
    public var entitiesByType: [EntityType: EntityScore] {
        var scores: [EntityType: EntityScore] = [:]
        for type in EntityType.allCases {
            let score = inScope.reduce(into: EntityScore()) { $0.add($1, of: interpreter.intents, only: type) }
            if score != EntityScore() { scores[type] = score }
        }
        return scores
    }

    /// How well second questions of one text were found.
    public var secondQuestions: SecondQuestionScore { outcomes.reduce(into: SecondQuestionScore()) { $0.add($1) } }
}
