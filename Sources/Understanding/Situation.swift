/// What a person has before them when they write, as far as it makes some intents likelier than others.
public enum Situation: Sendable, Hashable {
    /// No questionnaire was begun: there is nothing to go back to, to skip or to change.
    case nothingBegun
    /// No question waits; one that is finished can be changed.
    case nothingOpen
    /// A question of a questionnaire waits for its answer.
    case questionAsked
    /// A questionnaire waits to be gone on with.
    case questionnairePaused

    /// What the situation gives or takes, in units of 1/1024.
    func points(for traits: Set<IntentDescription.Trait>, _ intent: Intent) -> Int {
        switch self {
        case .nothingBegun: traits.contains(.movesAbout) || traits.contains(.needsQuestion) ? Self.outOfPlace : 0
        case .nothingOpen: traits.contains(.needsQuestion) ? Self.unlikely : 0
        case .questionAsked:
            traits.contains(.nearQuestions) ? Self.likely : traits.contains(.farFromQuestions) ? Self.unlikely : 0
        case .questionnairePaused:
            intent == .questionnaireResume ? Self.likely : intent == .outOfScope ? Self.unlikely : 0
        }
    }

    private static let likely = FixedPoint.one * 15 / 100
    private static let unlikely = -FixedPoint.one * 15 / 100
    /// As much as weights say against an intent of which a text has nothing.
    private static let outOfPlace = -FixedPoint.one
}
