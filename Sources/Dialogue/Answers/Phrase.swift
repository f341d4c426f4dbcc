/// A short text that the program itself needs, worded in `knowledge/answers/phrases.yaml`.
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
    case listAnd = "list-and"
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
    case dateFormat = "date-format"
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
    case month1 = "month-1"
    case month2 = "month-2"
    case month3 = "month-3"
    case month4 = "month-4"
    case month5 = "month-5"
    case month6 = "month-6"
    case month7 = "month-7"
    case month8 = "month-8"
    case month9 = "month-9"
    case month10 = "month-10"
    case month11 = "month-11"
    case month12 = "month-12"

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
        case .isAnswer: ["answer"]
        case .isRequest: ["request"]
        case .dateFormat: ["day", "month", "year"]
        default: []
        }
    }
}
