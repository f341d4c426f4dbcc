import Knowledge
import Text
import Understanding

/// Chooses what an answer says: for each intent, the entries of the knowledge base that it needs, best first.
///
/// How it is said is the templates' business.
struct AnswerComposer: Sendable {
    let knowledge: KnowledgeBase
    private let french: EntryScopes
    private let english: EntryScopes
    private let catalog: AnswerCatalog
    private let interpreter: Interpreter

    init(knowledge: KnowledgeBase, catalog: AnswerCatalog, interpreter: Interpreter) {
        self.knowledge = knowledge
        self.catalog = catalog
        self.interpreter = interpreter
        french = EntryScopes(knowledge: knowledge, language: .fr) { catalog.phrase($0, in: .fr) }
        english = EntryScopes(knowledge: knowledge, language: .en) { catalog.phrase($0, in: .en) }
    }

    func scopes(in language: Language) -> EntryScopes { language == .fr ? french : english }

    func phrase(_ phrase: Phrase, in language: Language, _ fields: [String: String] = [:]) -> String {
        catalog.phrase(phrase, in: language, fields)
    }

    /// Everything the template of an answer may use.
    func scope(for request: AnswerRequest) -> TemplateScope {
        var fields = common(request)
        fields.merge(own(request)) { _, own in own }
        fields.merge(request.extra) { _, extra in extra }
        return TemplateScope(fields)
    }

    private func common(_ request: AnswerRequest) -> [String: TemplateValue] {
        let scopes = scopes(in: request.language)
        var fields: [String: TemplateValue] = [
            "sme": .flag(request.audience == .sme),
            "buyer": .flag(request.audience == .buyer),
            "language": .text(request.language.rawValue),
            "dimension": .scope(request.dimensions.first.map { scopes.value($0) }),
            "group": .scope(request.groups.first.map { scopes.value($0) }),
            "approach": .scope(request.approach.map { scopes.value($0) }),
            "assurance": .scope(request.assurance.map { scopes.value($0) }),
            "kind": .scope(request.kind.map { scopes.value($0) }),
            "stage": .scope(request.stage.map { scopes.value($0) }),
            "actor": .scope(request.value(of: .actor).flatMap(Actor.init).map { scopes.value($0) }),
            "horizon": .scope(request.horizon.map { scopes.value($0) }),
            "priority": .scope(request.priority.map { scopes.value($0) }),
        ]
        if let guide = interpreter.intents[request.intent]?.guide { fields["guide"] = .scope(scopes.guide(guide)) }
        return fields
    }

    private func own(_ request: AnswerRequest) -> [String: TemplateValue] {
        var request = request
        request.intent = interpreter.intents[request.intent]?.handler ?? request.intent
        return switch request.intent {
        case .accessOverview, .accessOpportunities, .accessRegister, .accessBid, .barrierList, .barrierSolve,
            .solutionList:
            market(request)
        case .certificationFind, .certificationDescribe, .certificationObtain, .certificationCost, .certificationVerify,
            .certificationCompare, .supplierFind, .evidenceAccepted, .assuranceSelfDeclaration, .approachExplain,
            .innovationSupport:
            certifications(request)
        case .actionFind, .actionPlan, .criteriaRealism:
            actions(request)
        case .questionnaireAbout, .questionnaireStart, .questionnaireResume, .questionnairePause, .questionnaireCancel,
            .questionnaireRestart, .questionnaireBack, .questionnaireSkip, .questionnaireWhy, .questionnaireProgress,
            .questionnaireReview, .questionnaireEdit, .questionnaireReport, .questionnaireAnswer,
            .questionnaireCrosswalk, .indicatorExplain, .indicatorImprove:
            questionnaires(request)
        case .glossaryDefine, .ecparAbout, .chantierAbout, .chantierMeetings, .toolAssessment:
            about(request)
        case .greet, .help, .outOfScope:
            ["topics": topics(in: request.language)]
        default:
            [:]
        }
    }

    /// What one can ask about, shown in a greeting and when nothing was understood.
    private static let topics: [Intent] = [
        .accessOverview, .barrierSolve, .certificationFind, .evidenceAccepted, .actionFind, .questionnaireAbout,
    ]

    private func topics(in language: Language) -> TemplateValue {
        .list(
            Self.topics.map {
                TemplateScope(["title": .text(interpreter.title(of: $0, about: nil, in: language))])
            })
    }
}
