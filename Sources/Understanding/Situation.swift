/// What a person has before them when they write, as far as it makes some intents likelier than others.
public enum Situation: Sendable, Hashable {
    case nothingOpen
    /// A question of a questionnaire waits for its answer.
    case questionAsked
    /// A questionnaire waits to be gone on with.
    case questionnairePaused

    /// What the situation gives or takes, in units of 1/1024.
    func points(for intent: Intent) -> Int {
        switch self {
        case .nothingOpen: intent == .questionnaireWhy ? Self.unlikely : 0
        case .questionAsked: intent.isAboutWhatIsAsked ? Self.likely : intent.isFarFromQuestions ? Self.unlikely : 0
        case .questionnairePaused:
            intent == .questionnaireResume ? Self.likely : intent == .outOfScope ? Self.unlikely : 0
        }
    }

    private static let likely = FixedPoint.one * 15 / 100
    private static let unlikely = -FixedPoint.one * 15 / 100
}

extension Intent {
    /// Whether it is asked of a questionnaire, of its question, or of the assistant that asks.
    fileprivate var isAboutWhatIsAsked: Bool {
        switch self {
        case .questionnairePause, .questionnaireCancel, .questionnaireRestart, .questionnaireBack, .questionnaireSkip,
            .questionnaireWhy, .questionnaireProgress, .questionnaireReview, .questionnaireEdit, .languageSwitch,
            .humanHandoff, .privacyForget, .privacyAbout, .help, .repeat:
            true
        default: false
        }
    }

    /// Whether few people turn to it in the middle of a question.
    fileprivate var isFarFromQuestions: Bool {
        switch self {
        case .outOfScope, .questionnaireStart, .questionnaireResume, .botAbout, .affirm, .deny: true
        default: rawValue.hasPrefix("chantier.")
        }
    }
}
