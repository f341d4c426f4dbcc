package import Understanding

extension Intent {
    /// Whether it is asked of the questionnaire or of the assistant while a question is open.
    package var isCommand: Bool {
        switch self {
        case .humanHandoff, .help, .privacyForget, .privacyAbout, .languageSwitch, .indicatorExplain, .repeat, .more:
            true
        default: isQuestionnaireCommand
        }
    }

    /// Whether a word or two is too little to do it.
    var needsMoreThanAWord: Bool {
        switch self {
        case .humanHandoff, .privacyForget, .languageSwitch, .questionnaireRestart: true
        default: false
        }
    }

    /// Whether it is done only after a yes.
    package var isConfirmed: Bool {
        self == .privacyForget || self == .questionnaireRestart || self == .questionnaireCancel
    }

    /// Whether it tells something, and is asked for by a question.
    var tells: Bool {
        switch self {
        case .help, .privacyAbout, .indicatorExplain, .questionnaireWhy, .questionnaireProgress: true
        default: false
        }
    }

    /// Whether it does something rather than tells something.
    var movesOn: Bool {
        switch self {
        case .questionnaireBack, .questionnaireEdit: true
        default: leavesQuestionnaire
        }
    }

    /// Whether it leaves the questionnaire.
    var leavesQuestionnaire: Bool {
        switch self {
        case .questionnairePause, .questionnaireCancel: true
        default: needsMoreThanAWord
        }
    }
}

extension Intent {
    /// Whether the intent moves about in a questionnaire.
    package var isQuestionnaireCommand: Bool {
        switch self {
        case .questionnaireResume, .questionnairePause, .questionnaireCancel, .questionnaireRestart, .questionnaireBack,
            .questionnaireSkip, .questionnaireWhy, .questionnaireProgress, .questionnaireReview, .questionnaireEdit,
            .questionnaireReport:
            true
        default: false
        }
    }
}
