import Understanding

/// How well second questions of one text were found: those that the file lists under `also`.
public struct SecondQuestionScore: Sendable, Hashable {
    private var expectedCount = 0
    private var foundCount = 0
    private var offeredCount = 0
    private var unexpectedCount = 0

    /// Of the second questions that the file lists, those found as such.
    public var found: Evaluation.Rate { Evaluation.Rate(count: foundCount, of: expectedCount) }

    /// Of the second questions that were answered too, those that the text does not ask at all.
    public var unexpected: Evaluation.Rate { Evaluation.Rate(count: unexpectedCount, of: offeredCount) }

    mutating func add(_ outcome: Evaluation.Outcome) {
        let expected = Set(outcome.question.also)
        let offered = Set(outcome.interpretation.further.map(\.intent))
        expectedCount += expected.count
        foundCount += expected.intersection(offered).count
        offeredCount += offered.count
        unexpectedCount += offered.subtracting(expected).subtracting([outcome.question.intent]).count
    }
}

extension SecondQuestionScore: Encodable {
    private enum CodingKeys: CodingKey {
        case found, unexpected
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(found, forKey: .found)
        try container.encode(unexpected, forKey: .unexpected)
    }
}
