import Questionnaires

/// A short text that the program itself needs, worded under `phrases` in a file of `knowledge/answers/`.
enum Phrase: String, CaseIterable {
    case moreHint = "more-hint"
    case toCheckMark = "to-check-mark"
    case noneOfThese = "none-of-these"
    case questionEmpty = "question-empty"
    case questionTooLong = "question-too-long"
    case unknownChoice = "unknown-choice"
    case unknownCommand = "unknown-command"
    case answersTooLong = "answers-too-long"
    case isThisYourAnswer = "is-this-your-answer"
    case isAnswer = "is-answer"
    case isRequest = "is-request"
    case notedUnsaid = "noted-unsaid"
    case notedNone = "noted-none"
    case notedLater = "noted-later"
    case notedRefused = "noted-refused"
    case notedUnknown = "noted-unknown"
    case confirmForget = "confirm-forget"
    case forgetYes = "forget-yes"
    case forgetNo = "forget-no"
    case keptAll = "kept-all"
    case unknownCommandNearest = "unknown-command-nearest"
    case unknownValueNearest = "unknown-value-nearest"
    case whoAsks = "who-asks"
    case iAmSME = "i-am-sme"
    case iAmBuyer = "i-am-buyer"
    case handoffOver = "handoff-over"
    case handoffReturned = "handoff-returned"
    case handoffReturnTitle = "handoff-return-title"
    case handoffSummary = "handoff-summary"
    case expiryWarning = "expiry-warning"
    case declarationShared = "declaration-shared"
    case declarationReplaces = "declaration-replaces"
    case declarationStays = "declaration-stays"
    case declarationPrivate = "declaration-private"
    case declarationWithdrawn = "declaration-withdrawn"
    case reportNotYet = "report-not-yet"
    case reportInFiles = "report-in-files"
    case reportByCommand = "report-by-command"
    case reportNowhere = "report-nowhere"
    case correctionOpened = "correction-opened"
    case confirmCancel = "confirm-cancel"
    case confirmRestart = "confirm-restart"
    case cancelled
    case nothingToCancel = "nothing-to-cancel"
    case costFree = "cost-free"
    case costLow = "cost-low"
    case costPaid = "cost-paid"
    case costUnknown = "cost-unknown"
    case effortLow = "effort-low"
    case effortMedium = "effort-medium"
    case effortHigh = "effort-high"
    case whyDimension = "why-dimension"
    case whyGroup = "why-group"
    case whyAssurance = "why-assurance"
    case whyApproach = "why-approach"
    case whyKind = "why-kind"
    case whyFree = "why-free"
    case phaseShort = "phase-short"
    case phaseMedium = "phase-medium"
    case phaseLong = "phase-long"
    case confidenceHigh = "confidence-high"
    case confidenceMedium = "confidence-medium"
    case confidenceLow = "confidence-low"
    case chatWelcome = "chat-welcome"
    case chatPrompt = "chat-prompt"
    case chatBye = "chat-bye"
    case chatSources = "chat-sources"
    case chatSuggestions = "chat-suggestions"
    case chatDeclaration = "chat-declaration"
    case chatDeclarationUnwritten = "chat-declaration-unwritten"
    case chatReportCommand = "chat-report-command"
    case chatFilesStay = "chat-files-stay"
    case chatInterrupted = "chat-interrupted"
    case chatInterruptedUnkept = "chat-interrupted-unkept"
    case chatContinue = "chat-continue"
    case chatContinued = "chat-continued"
    case chatLeftOpen = "chat-left-open"
    case chatUnknownConversation = "chat-unknown-conversation"
    case questionnairePaused = "questionnaire-paused"
    case questionnaireIsPaused = "questionnaire-is-paused"
    case earlierAnswer = "earlier-answer"
    case skippedUnsaid = "skipped-unsaid"
    case skippedNone = "skipped-none"
    case skippedLater = "skipped-later"
    case skippedRefused = "skipped-refused"
    case skippedUnknown = "skipped-unknown"
    case sectionGoesOn = "section-goes-on"
    case resumingWords = "resuming-words"
    case resumingFillers = "resuming-fillers"
    case questionnaireStarted = "questionnaire-started"
    case questionnaireAlreadyOpen = "questionnaire-already-open"
    case questionnaireResumed = "questionnaire-resumed"
    case questionnaireProgress = "questionnaire-progress"
    case questionnaireDone = "questionnaire-done"
    case backToQuestionnaire = "back-to-questionnaire"
    case hintYesOrNo = "hint-yes-or-no"
    case hintOne = "hint-one"
    case hintSeveral = "hint-several"
    case hintOptional = "hint-optional"
    case chooseByNumber = "choose-by-number"
    case skipTitle = "skip-title"
    case understood
    case answerRequired = "answer-required"
    case nothingBefore = "nothing-before"
    case cannotEdit = "cannot-edit"
    case confirmChange = "confirm-change"
    case goAhead = "go-ahead"
    case nothingAnswered = "nothing-answered"
    case reviewedAnswer = "reviewed-answer"
    case indicatorOverall = "indicator-overall"
    case indicatorPart = "indicator-part"
    case indicatorAssurance = "indicator-assurance"
    case indicatorTooLittle = "indicator-too-little"
    case whatCounts = "what-counts"
    case indicatorContribution = "indicator-contribution"
    case wouldRaise = "would-raise"
    case improvement
    case nothingToImprove = "nothing-to-improve"
    case askHard = "ask-hard"
    case wasHard = "was-hard"
    case rated
    case quoted
    case listOr = "list-or"
    case notYesNo = "problem-not-yes-no"
    case yesAndNo = "problem-yes-and-no"
    case plainYesOrNo = "problem-plain-yes-or-no"
    case mustBeYes = "problem-must-be-yes"
    case mustBeNo = "problem-must-be-no"
    case notAChoice = "problem-not-a-choice"
    case ambiguousAnswer = "problem-ambiguous"
    case severalChoices = "problem-several-choices"
    case exclusiveChoice = "problem-exclusive-choice"
    case tooFew = "problem-too-few"
    case tooMany = "problem-too-many"
    case notANumber = "problem-not-a-number"
    case notAPercentage = "problem-not-a-percentage"
    case notExact = "problem-not-exact"
    case notWhole = "problem-not-whole"
    case wrongUnit = "problem-wrong-unit"
    case outOfRange = "problem-out-of-range"
    case tooShort = "problem-too-short"
    case tooLong = "problem-too-long"
    case wrongDigits = "problem-wrong-digits"
    case notADate = "problem-not-a-date"
    case dateOutOfRange = "problem-date-out-of-range"
    case notEvidence = "problem-not-evidence"

    /// The fields that the phrase may use.
    var fields: [String] {
        switch self {
        case .whyDimension, .whyGroup, .whyAssurance, .whyApproach, .whyKind: ["title"]
        case .unknownChoice: ["choice"]
        case .unknownCommandNearest: ["nearest"]
        case .unknownValueNearest: ["value", "nearest"]
        case .handoffSummary: ["audience", "topic", "replies", "misses"]
        case .expiryWarning, .declarationReplaces, .declarationWithdrawn, .correctionOpened: ["date"]
        case .reportNotYet: ["one", "many"]
        case .confirmCancel, .confirmRestart, .cancelled, .nothingToCancel: ["one", "many", "shared", "date"]
        case .chatDeclaration: ["file", "page"]
        case .chatDeclarationUnwritten, .chatFilesStay: ["folder"]
        case .chatReportCommand: ["command"]
        case .isRequest: ["request"]
        case .isAnswer, .earlierAnswer, .understood: ["answer"]
        case .sectionGoesOn: ["section"]
        case .questionnaireProgress: ["answered", "total", "remaining"]
        case .reviewedAnswer: ["question", "answer"]
        case .indicatorOverall: ["overall"]
        case .indicatorPart: ["part", "score"]
        case .indicatorAssurance: ["level"]
        case .indicatorTooLittle: ["least", "share"]
        case .indicatorContribution: ["question", "gives", "takes"]
        case .improvement: ["question", "change", "helps", "gain"]
        case .wasHard: ["question"]
        case .quoted: ["text"]
        case .notAChoice: ["said", "count", "several", "example"]
        case .ambiguousAnswer: ["said", "options"]
        case .severalChoices: ["options"]
        case .exclusiveChoice: ["choice"]
        case .tooFew: ["least", "one"]
        case .tooMany: ["count", "most"]
        case .notWhole: ["below", "above"]
        case .wrongUnit: ["unit"]
        case .outOfRange: ["least", "most", "example"]
        case .tooShort: ["length", "shortest"]
        case .tooLong: ["length", "longest"]
        case .wrongDigits: ["hint", "counts", "example"]
        case .dateOutOfRange: ["day"]
        default: []
        }
    }
}

extension Phrase {
    /// How a question shows that was passed for a reason.
    static func skipped(_ reason: SkipReason) -> Phrase {
        switch reason {
        case .unsaid: .skippedUnsaid
        case .none: .skippedNone
        case .later: .skippedLater
        case .refused: .skippedRefused
        case .unknown: .skippedUnknown
        }
    }
}
