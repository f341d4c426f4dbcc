import Knowledge

/// How well a set of questions was understood.
public struct Evaluation: Sendable {
    /// One question and what was made of it.
    public struct Outcome: Sendable {
        public var question: EvaluationQuestion
        public var interpretation: Interpretation

        /// The intents that would be right.
        var right: Set<Intent> { [question.intent] }

        /// The best candidate; out of scope when nothing fits.
        public var first: Intent {
            interpretation.decision == .notUnderstood
                ? .outOfScope : interpretation.candidates.first?.intent ?? .outOfScope
        }

        /// Whether the best candidate is right.
        public var isRightFirst: Bool { right.contains(first) }

        /// Whether one of the first three is.
        public var isRightInThree: Bool {
            isRightFirst || interpretation.candidates.prefix(3).contains { right.contains($0.intent) }
        }

        /// Whether it is answered at once: neither a menu nor a refusal.
        public var isDirect: Bool {
            if case .answer(let intent) = interpretation.decision { return intent != .outOfScope }
            return false
        }

        /// Whether the first candidate is in scope, understood, and leads the second by so many hundredths.
        func hasLead(of hundredths: Int) -> Bool {
            guard !isRefused, let first = interpretation.candidates.first else { return false }
            let second = interpretation.candidates.dropFirst().first?.score ?? 0
            return (first.score - second) * 100 >= hundredths * FixedPoint.one
        }

        /// Whether it is refused as out of scope or not understood.
        public var isRefused: Bool { first == .outOfScope }

        /// Whether the best candidates are offered as a menu.
        public var isMenu: Bool {
            if case .clarify = interpretation.decision { return true }
            return false
        }
    }

    /// A count of how many of how many.
    public struct Rate: Sendable, Hashable, CustomStringConvertible {
        public var count: Int
        public var of: Int

        /// In percent; 0 of nothing.
        public var percent: Double { of == 0 ? 0 : Double(count) * 100 / Double(of) }

        public var description: String {
            let tenths = of == 0 ? 0 : (count * 1000 + of / 2) / of
            return "\(tenths / 10).\(tenths % 10) % (\(count) of \(of))"
        }
    }

    public let outcomes: [Outcome]

    public init(of questions: [EvaluationQuestion], by interpreter: Interpreter) {
        outcomes = questions.map { Outcome(question: $0, interpretation: interpreter.interpret($0.text, prior: nil)) }
    }

    init(outcomes: [Outcome]) { self.outcomes = outcomes }

    /// The part of the evaluation that some of the questions make.
    public func restricted(to isIncluded: (EvaluationQuestion) -> Bool) -> Evaluation {
        Evaluation(outcomes: outcomes.filter { isIncluded($0.question) })
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
    /// Of the questions whose language is told, those recognised as in it.
    public var languageRight: Rate { rate(outcomes) { $0.interpretation.language == $0.question.language } }
}
