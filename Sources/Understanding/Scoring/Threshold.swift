/// When a score is enough to answer, and when a lead over the next is.
package enum Threshold {
    private static let middling = FixedPoint.one * 50 / 100
    /// What examples and rules must say for an intent to be understood at all.
    private static let enough = FixedPoint.one * 25 / 100
    /// The lead over the next that is enough.
    fileprivate static let lead = FixedPoint.one * 30 / 100
    /// The lead that is enough where the text is a word or two: of « appels d'offres » alone, all speak alike.
    private static let leadOfFewWords = FixedPoint.one * 120 / 100
    /// The fewest words of a text that tells more.
    private static let fewestTelling = 3

    /// - Parameters:
    ///   - words: How many words the text has.
    static func decide(_ candidates: [Interpretation.Candidate], words: Int) -> Interpretation.Decision {
        guard let first = candidates.first, isUnderstood(first) else { return .notUnderstood }
        // Nobody picks « hors du sujet » from a menu: what is that first is answered so, and it is never offered.
        guard first.intent != .outOfScope else { return .answer(.outOfScope) }
        let lead = words < fewestTelling ? leadOfFewWords : lead
        let near = candidates.dropFirst().prefix(2).filter { first.score - $0.score < lead && isUnderstood($0) }
        guard !near.isEmpty else { return .answer(first.intent) }
        let others = candidates.dropFirst().filter { $0.intent != .outOfScope && isUnderstood($0) }
        let offered =
            near.contains { $0.intent == .outOfScope } ? others : others.filter { first.score - $0.score < lead }
        return .clarify([first.intent] + offered.prefix(2).map(\.intent))
    }

    /// Whether a candidate would be understood on its own.
    package static func isUnderstood(_ candidate: Interpretation.Candidate) -> Bool { isUnderstood(candidate.support) }

    /// Whether what examples and rules say for an intent is enough for it to be understood.
    package static func isUnderstood(_ support: Int) -> Bool { support >= enough }

    /// A score as thousandths between 0 and 1: half at ``middling``, and never quite 1.
    static func confidence(of score: Int) -> Int {
        let score = max(0, score)
        return score * score * 1000 / (score * score + middling * middling)
    }
}

extension [Interpretation.Candidate] {
    /// Whether nothing but being off the subject is near the first.
    package var isOnlyOffTheSubject: Bool {
        guard count > 1, self[0].intent != .outOfScope, self[1].intent == .outOfScope else { return false }
        return count == 2 || self[0].score - self[2].score >= Threshold.lead
    }
}
