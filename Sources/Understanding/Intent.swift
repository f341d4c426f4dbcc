/// What a person wants done. The ids are public interface: replies carry them and integrations switch on them.
///
/// What there is stands in the content: an editor adds one. Those named here are the contract's, which the program knows itself.
public struct Intent: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
    /// The id.
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    public static let accessOverview = Intent(rawValue: "access.overview")
    public static let accessOpportunities = Intent(rawValue: "access.opportunities")
    public static let accessRegister = Intent(rawValue: "access.register")
    public static let accessBid = Intent(rawValue: "access.bid")
    public static let barrierList = Intent(rawValue: "barrier.list")
    public static let barrierSolve = Intent(rawValue: "barrier.solve")
    public static let solutionList = Intent(rawValue: "solution.list")

    public static let certificationFind = Intent(rawValue: "certification.find")
    public static let certificationDescribe = Intent(rawValue: "certification.describe")
    public static let certificationObtain = Intent(rawValue: "certification.obtain")
    public static let certificationCost = Intent(rawValue: "certification.cost")
    public static let certificationVerify = Intent(rawValue: "certification.verify")
    public static let certificationCompare = Intent(rawValue: "certification.compare")
    public static let supplierFind = Intent(rawValue: "supplier.find")
    public static let evidenceAccepted = Intent(rawValue: "evidence.accepted")
    public static let assuranceSelfDeclaration = Intent(rawValue: "assurance.self-declaration")
    public static let approachExplain = Intent(rawValue: "approach.explain")
    public static let innovationSupport = Intent(rawValue: "innovation.support")

    public static let actionFind = Intent(rawValue: "action.find")
    public static let actionPlan = Intent(rawValue: "action.plan")
    public static let criteriaRealism = Intent(rawValue: "criteria.realism")

    public static let questionnaireAbout = Intent(rawValue: "questionnaire.about")
    public static let questionnaireCrosswalk = Intent(rawValue: "questionnaire.crosswalk")
    public static let questionnaireStart = Intent(rawValue: "questionnaire.start")
    public static let questionnaireResume = Intent(rawValue: "questionnaire.resume")
    public static let questionnairePause = Intent(rawValue: "questionnaire.pause")
    public static let questionnaireCancel = Intent(rawValue: "questionnaire.cancel")
    public static let questionnaireRestart = Intent(rawValue: "questionnaire.restart")
    public static let questionnaireBack = Intent(rawValue: "questionnaire.back")
    public static let questionnaireSkip = Intent(rawValue: "questionnaire.skip")
    public static let questionnaireWhy = Intent(rawValue: "questionnaire.why")
    public static let questionnaireProgress = Intent(rawValue: "questionnaire.progress")
    public static let questionnaireReview = Intent(rawValue: "questionnaire.review")
    public static let questionnaireEdit = Intent(rawValue: "questionnaire.edit")
    public static let questionnaireReport = Intent(rawValue: "questionnaire.report")
    public static let questionnaireAnswer = Intent(rawValue: "questionnaire.answer")
    public static let indicatorExplain = Intent(rawValue: "indicator.explain")
    public static let indicatorImprove = Intent(rawValue: "indicator.improve")

    public static let glossaryDefine = Intent(rawValue: "glossary.define")
    public static let ecparAbout = Intent(rawValue: "ecpar.about")
    public static let chantierAbout = Intent(rawValue: "chantier.about")
    public static let chantierMeetings = Intent(rawValue: "chantier.meetings")
    public static let toolAssessment = Intent(rawValue: "tool.assessment")

    public static let greet = Intent(rawValue: "greet")
    public static let thanks = Intent(rawValue: "thanks")
    public static let goodbye = Intent(rawValue: "goodbye")
    public static let help = Intent(rawValue: "help")
    public static let botAbout = Intent(rawValue: "bot.about")
    public static let languageSwitch = Intent(rawValue: "language.switch")
    public static let `repeat` = Intent(rawValue: "repeat")
    public static let more = Intent(rawValue: "more")
    public static let affirm = Intent(rawValue: "affirm")
    public static let deny = Intent(rawValue: "deny")
    public static let humanHandoff = Intent(rawValue: "human.handoff")
    public static let feedbackPositive = Intent(rawValue: "feedback.positive")
    public static let feedbackNegative = Intent(rawValue: "feedback.negative")
    public static let privacyAbout = Intent(rawValue: "privacy.about")
    public static let privacyForget = Intent(rawValue: "privacy.forget")

    public static let outOfScope = Intent(rawValue: "fallback.out-of-scope")
    public static let ambiguous = Intent(rawValue: "fallback.ambiguous")

    /// All that the contract names, in the order in which ties are broken.
    public static let contract: [Intent] = [
        .accessOverview, .accessOpportunities, .accessRegister, .accessBid, .barrierList, .barrierSolve, .solutionList,
        .certificationFind, .certificationDescribe, .certificationObtain, .certificationCost, .certificationVerify,
        .certificationCompare, .supplierFind, .evidenceAccepted, .assuranceSelfDeclaration, .approachExplain,
        .innovationSupport, .actionFind, .actionPlan, .criteriaRealism, .questionnaireAbout, .questionnaireCrosswalk,
        .questionnaireStart, .questionnaireResume, .questionnairePause, .questionnaireCancel, .questionnaireRestart,
        .questionnaireBack, .questionnaireSkip, .questionnaireWhy, .questionnaireProgress, .questionnaireReview,
        .questionnaireEdit, .questionnaireReport, .questionnaireAnswer, .indicatorExplain, .indicatorImprove,
        .glossaryDefine, .ecparAbout, .chantierAbout, .chantierMeetings, .toolAssessment, .greet, .thanks, .goodbye,
        .help, .botAbout, .languageSwitch, .`repeat`, .more, .affirm, .deny, .humanHandoff, .feedbackPositive,
        .feedbackNegative, .privacyAbout, .privacyForget, .outOfScope, .ambiguous,
    ]

    private static let places = Dictionary(uniqueKeysWithValues: contract.enumerated().map { ($1, $0) })

    /// What ties are broken by: the contract's first, in its order, then others by their ids.
    package var order: (Int, String) { (Self.places[self] ?? .max, rawValue) }

    /// Whether people's texts are recognised as this intent by examples and rules. An answer to an open question is
    /// recognised by the question that is open, and ambiguity by the scores of the others.
    public var isRecognisedFromText: Bool { self != .questionnaireAnswer && self != .ambiguous }
}
