/// What a person has before them when they write, as far as it makes some intents likelier than others.
public enum Situation: Sendable, Hashable {
    case nothingOpen
    /// A question of a questionnaire waits for its answer.
    case questionAsked
    /// A questionnaire waits to be gone on with.
    case questionnairePaused

    /// What the situation gives or takes, in units of 1/1024.
    func points(for traits: Set<IntentDescription.Trait>, _ intent: Intent) -> Int {
        switch self {
        case .nothingOpen: traits.contains(.needsQuestion) ? Self.unlikely : 0
        case .questionAsked:
            traits.contains(.nearQuestions) ? Self.likely : traits.contains(.farFromQuestions) ? Self.unlikely : 0
        case .questionnairePaused:
            intent == .questionnaireResume ? Self.likely : intent == .outOfScope ? Self.unlikely : 0
        }
    }

    private static let likely = FixedPoint.one * 15 / 100
    private static let unlikely = -FixedPoint.one * 15 / 100
}
