/// When a score is enough to answer, and when a lead over the next is.
enum Threshold {
    private static let middling = FixedPoint.one * 50 / 100
    private static let enough = FixedPoint.one * 40 / 100
    private static let lead = FixedPoint.one * 19 / 100

    static func decide(_ candidates: [Interpretation.Candidate]) -> Interpretation.Decision {
        guard let first = candidates.first, first.score >= enough else { return .notUnderstood }
        // Nobody picks « hors du sujet » from a menu: what is that first is answered so, and it is never offered.
        guard first.intent != .outOfScope else { return .answer(.outOfScope) }
        let near = candidates.dropFirst().prefix(2).filter { first.score - $0.score < lead && $0.score >= enough }
        guard !near.isEmpty else { return .answer(first.intent) }
        let others = candidates.dropFirst().filter { $0.intent != .outOfScope && $0.score >= enough }
        let offered =
            near.contains { $0.intent == .outOfScope } ? others : others.filter { first.score - $0.score < lead }
        return .clarify([first.intent] + offered.prefix(2).map(\.intent))
    }

    /// A score as thousandths between 0 and 1: half at ``middling``, and never quite 1.
    static func confidence(of score: Int) -> Int {
        let score = max(0, score)
        return score * score * 1000 / (score * score + middling * middling)
    }
}
