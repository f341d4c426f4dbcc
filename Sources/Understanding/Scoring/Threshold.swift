/// When a score is enough to answer, and when a lead over the next is.
enum Threshold {
    private static let middling = FixedPoint.one * 50 / 100
    private static let enough = FixedPoint.one * 40 / 100
    /// The lead that is enough where counting and fitted weights agree on the first: two kinds of evidence that err apart.
    private static let leadInAgreement = FixedPoint.one * 12 / 100
    /// The lead that is enough where they do not, and a rule speaks for the first.
    fileprivate static let leadOfRule = FixedPoint.one * 28 / 100
    /// The lead that is enough where they do not, and none does; or where the text is a word or two.
    private static let leadInDoubt = FixedPoint.one * 40 / 100

    /// The fewest words of which two readings can agree: of « appels d'offres » alone, all speak alike.
    private static let fewestAgreeing = 3

    /// - Parameters:
    ///   - agrees: Whether what counting and what the fitted weights put first is the same.
    ///   - words: How many words the text has.
    static func decide(_ candidates: [Interpretation.Candidate], agrees: Bool, words: Int) -> Interpretation.Decision {
        guard let first = candidates.first, first.score >= enough else { return .notUnderstood }
        // Nobody picks « hors du sujet » from a menu: what is that first is answered so, and it is never offered.
        guard first.intent != .outOfScope else { return .answer(.outOfScope) }
        let lead = lead(of: first, agrees: agrees, words: words)
        let near = candidates.dropFirst().prefix(2).filter { first.score - $0.score < lead && $0.score >= enough }
        guard !near.isEmpty else { return .answer(first.intent) }
        let others = candidates.dropFirst().filter { $0.intent != .outOfScope && $0.score >= enough }
        let offered =
            near.contains { $0.intent == .outOfScope } ? others : others.filter { first.score - $0.score < lead }
        return .clarify([first.intent] + offered.prefix(2).map(\.intent))
    }

    /// The lead that the first candidate needs.
    private static func lead(of first: Interpretation.Candidate, agrees: Bool, words: Int) -> Int {
        if words < fewestAgreeing { return leadInDoubt }
        if agrees { return leadInAgreement }
        return first.rule == nil ? leadInDoubt : leadOfRule
    }

    /// Whether a candidate would be understood on its own.
    static func isUnderstood(_ candidate: Interpretation.Candidate) -> Bool { candidate.score >= enough }

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
        return count == 2 || self[0].score - self[2].score >= Threshold.leadOfRule
    }
}
