extension Intent {
    /// Whether entities of a type change the answer, and so are worth showing with it.
    public func concerns(_ type: EntityType) -> Bool {
        switch type {
        case .term: self == .glossaryDefine
        case .barrier: self == .barrierSolve || self == .solutionList
        case .solution: self == .solutionList
        case .action: self == .actionFind
        case .question: self == .questionnaireEdit || self == .questionnaireWhy
        case .questionnaire: rawValue.hasPrefix("questionnaire.") || rawValue.hasPrefix("indicator.")
        case .language: self == .languageSwitch || self == .questionnaireStart
        case .kind: self == .certificationFind || self == .supplierFind
        case .approach: self == .certificationFind || self == .supplierFind || self == .approachExplain
        case .certification:
            rawValue.hasPrefix("certification.") || self == .evidenceAccepted || self == .accessRegister
                || self == .questionnaireCrosswalk || self == .supplierFind || self == .toolAssessment
        case .priority: self == .actionFind || self == .actionPlan
        case .horizon: self == .actionFind || self == .actionPlan || self == .solutionList
        case .assurance: self == .certificationFind || self == .supplierFind || self == .assuranceSelfDeclaration
        case .stage: self == .actionFind || self == .actionPlan || self == .barrierList || self == .solutionList
        case .dimension: dependsOnDimension
        case .group, .actor, .number, .date, .percentage, .email: true
        }
    }

    /// Whether what firms are good at changes the answer: not what one scheme is, nor the way to the market, terms, or talk.
    private var dependsOnDimension: Bool {
        switch self {
        case .certificationDescribe, .certificationObtain, .certificationCost, .certificationCompare, .accessOverview,
            .accessOpportunities, .accessRegister, .accessBid, .glossaryDefine, .toolAssessment:
            false
        default: rawValue.contains(".") && !rawValue.hasPrefix("questionnaire.") && !rawValue.hasPrefix("chantier.")
        }
    }
}
