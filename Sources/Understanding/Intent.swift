/// What a person wants done. The raw values are public interface: replies carry them and integrations switch on them.
public enum Intent: String, CaseIterable, Sendable, Hashable, Codable {
    case accessOverview = "access.overview"
    case accessOpportunities = "access.opportunities"
    case accessRegister = "access.register"
    case accessBid = "access.bid"
    case barrierList = "barrier.list"
    case barrierSolve = "barrier.solve"
    case solutionList = "solution.list"

    case certificationFind = "certification.find"
    case certificationDescribe = "certification.describe"
    case certificationObtain = "certification.obtain"
    case certificationCost = "certification.cost"
    case certificationVerify = "certification.verify"
    case certificationCompare = "certification.compare"
    case supplierFind = "supplier.find"
    case evidenceAccepted = "evidence.accepted"
    case assuranceSelfDeclaration = "assurance.self-declaration"
    case approachExplain = "approach.explain"
    case innovationSupport = "innovation.support"

    case actionFind = "action.find"
    case actionPlan = "action.plan"
    case criteriaRealism = "criteria.realism"

    case questionnaireAbout = "questionnaire.about"
    case questionnaireCrosswalk = "questionnaire.crosswalk"
    case questionnaireStart = "questionnaire.start"
    case questionnaireResume = "questionnaire.resume"
    case questionnairePause = "questionnaire.pause"
    case questionnaireCancel = "questionnaire.cancel"
    case questionnaireRestart = "questionnaire.restart"
    case questionnaireBack = "questionnaire.back"
    case questionnaireSkip = "questionnaire.skip"
    case questionnaireWhy = "questionnaire.why"
    case questionnaireProgress = "questionnaire.progress"
    case questionnaireReview = "questionnaire.review"
    case questionnaireEdit = "questionnaire.edit"
    case questionnaireReport = "questionnaire.report"
    case questionnaireAnswer = "questionnaire.answer"
    case indicatorExplain = "indicator.explain"
    case indicatorImprove = "indicator.improve"

    case glossaryDefine = "glossary.define"
    case ecparAbout = "ecpar.about"
    case chantierAbout = "chantier.about"
    case chantierMeetings = "chantier.meetings"
    case toolAssessment = "tool.assessment"

    case greet
    case thanks
    case goodbye
    case help
    case botAbout = "bot.about"
    case languageSwitch = "language.switch"
    case `repeat`
    case more
    case affirm
    case deny
    case humanHandoff = "human.handoff"
    case feedbackPositive = "feedback.positive"
    case feedbackNegative = "feedback.negative"
    case privacyAbout = "privacy.about"
    case privacyForget = "privacy.forget"

    case outOfScope = "fallback.out-of-scope"
    case ambiguous = "fallback.ambiguous"

    /// Whether people's texts are recognised as this intent by examples and rules. An answer to an open question is
    /// recognised by the question that is open, and ambiguity by the scores of the others.
    public var isRecognisedFromText: Bool { self != .questionnaireAnswer && self != .ambiguous }
}
