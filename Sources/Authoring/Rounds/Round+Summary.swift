public import Text

extension Round {
    /// How many lines of each kind went as they should.
    public func text(in language: Language) -> String {
        let lines = RoundLine.Kind.allCases.compactMap { kind -> String? in
            let outcomes = outcomes(of: kind)
            guard !outcomes.isEmpty else { return nil }
            let right = Evaluation.Rate(count: outcomes.count(where: \.isRight), of: outcomes.count)
            let opposite = outcomes.count(where: \.isOpposite)
            let share = "\(right.count)/\(right.of) (\(right.percentage(in: language)) %)"
            let tail = opposite > 0 ? language.say(", \(opposite) kept as the opposite") : ""
            return language.typeset("\(kind.rawValue): \(share)\(tail)")
        }
        return lines.joined(separator: "\n")
    }
}
