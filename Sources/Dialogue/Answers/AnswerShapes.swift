import Knowledge
import Understanding

/// The fields that the template of each intent may use.
enum AnswerShapes {
    /// The fields of an intent's answer.
    static func fields(for intent: IntentDescription?) -> [String: FieldSchema] {
        var fields = common
        if intent?.guide != nil { fields["guide"] = .scope(guide) }
        return intent.map { fields.merging(own($0.handler)) { _, own in own } } ?? fields
    }

    private static func leaves(_ names: String...) -> [String: FieldSchema] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, .leaf) })
    }

    private static func with(_ fields: [String: FieldSchema], _ more: [String: FieldSchema]) -> [String: FieldSchema] {
        fields.merging(more) { _, more in more }
    }

    private static let provenance = EntryField.shape(of: EntryFields.provenance(\Provenance.self))

    private static let common: [String: FieldSchema] = {
        let value: FieldSchema = .scope(leaves("id", "title", "suppliers", "businesses", "explained"))
        var fields = leaves("sme", "buyer", "language")
        for name in ["dimension", "group", "approach", "assurance", "kind", "stage", "actor", "horizon", "priority"] {
            fields[name] = value
        }
        return fields
    }()

    private static let certification = EntryField.shape(of: EntryFields.certification)

    /// A certification that was looked for, with why it was chosen.
    private static let found = with(certification, leaves("why"))

    private static let solution = EntryField.shape(of: EntryFields.solution)

    private static let barrier = with(
        EntryField.shape(of: EntryFields.barrier), ["solutions": .list(solution)])

    private static let criterion = EntryField.shape(of: EntryFields.criterion)

    private static let action = EntryField.shape(of: EntryFields.action)

    private static let term = EntryField.shape(of: EntryFields.term)

    private static let guide = EntryField.shape(of: EntryFields.guide)

    private static let questionnaire = with(
        provenance,
        with(
            leaves("id", "title", "question-count", "section-count", "required-count", "short-count", "standing"),
            ["sections": .list(leaves("title", "count"))]))

    private static let meeting = with(
        provenance,
        with(leaves("id", "title", "date", "out-of-sequence"), ["objectives": .lines, "synthesis": .lines]))

    private static func own(_ intent: Intent) -> [String: FieldSchema] {
        switch intent {
        case .accessOverview, .accessBid:
            ["guide": .scope(guide)]
        case .accessOpportunities:
            ["guide": .scope(guide), "platforms": .list(certification)]
        case .accessRegister, .certificationObtain:
            ["guide": .scope(guide), "certification": .scope(certification)]
        case .certificationVerify:
            [
                "guide": .scope(guide), "certification": .scope(certification), "registries": .list(certification),
            ]
        case .barrierList:
            with(leaves("count"), ["barriers": .list(barrier)])
        case .barrierSolve:
            ["barrier": .scope(barrier), "barriers": .list(barrier)]
        case .solutionList:
            with(leaves("count"), ["solutions": .list(solution)])
        case .certificationFind, .supplierFind:
            with(leaves("count", "ladder", "none"), ["results": .list(found), "others": .list(found)])
        case .certificationDescribe, .certificationCost:
            ["certification": .scope(certification)]
        case .certificationCompare:
            ["certifications": .list(certification)]
        case .evidenceAccepted:
            [
                "certification": .scope(certification),
                "claims": .list(with(leaves("title"), ["documents": .lines, "certifications": .list(certification)])),
            ]
        case .assuranceSelfDeclaration, .approachExplain, .innovationSupport:
            ["guide": .scope(guide)]
        case .criteriaRealism:
            ["guide": .scope(guide), "criteria": .list(criterion)]
        case .actionFind:
            with(leaves("count"), ["action": .scope(action), "actions": .list(action)])
        case .actionPlan:
            with(leaves("count"), ["phases": .list(with(leaves("title"), ["actions": .list(action)]))])
        case .questionnaireAbout, .questionnaireStart, .questionnaireResume, .questionnairePause, .questionnaireCancel,
            .questionnaireRestart, .questionnaireBack, .questionnaireSkip, .questionnaireWhy, .questionnaireProgress,
            .questionnaireReview, .questionnaireEdit, .questionnaireReport, .questionnaireAnswer:
            ["questionnaire": .scope(questionnaire)]
        case .questionnaireCrosswalk:
            with(
                leaves("count"),
                [
                    "framework": .scope(leaves("id", "title")), "matches": .list(leaves("label", "reference")),
                    "questionnaire": .scope(questionnaire),
                    "frameworks": .list(leaves("title", "count")),
                ])
        case .indicatorExplain:
            with(
                leaves("minimum-percent", "always-say"),
                ["parts": .list(leaves("title", "percent")), "questionnaire": .scope(questionnaire)])
        case .indicatorImprove:
            ["levers": .list(leaves("label", "part", "evidence"))]
        case .glossaryDefine:
            with(leaves("several"), ["term": .scope(term), "terms": .list(term)])
        case .ecparAbout:
            ["ecpar": .scope(with(provenance, with(leaves("name", "long-name"), ["facts": .lines])))]
        case .chantierAbout:
            [
                "chantier": .scope(
                    with(
                        provenance,
                        with(
                            leaves("name", "period", "what", "spirit", "participants"),
                            ["objectives": .lines, "achievements": .lines, "findings": .lines, "unknowns": .lines])))
            ]
        case .chantierMeetings:
            with(leaves("date-oddity", "count-note"), ["meetings": .list(meeting), "meeting": .scope(meeting)])
        case .toolAssessment:
            with(leaves("from-chantier", "complement"), ["certification": .scope(certification)])
        case .greet, .help:
            ["topics": .list(leaves("title"))]
        case .ambiguous:
            ["options": .list(leaves("number", "title"))]
        case .outOfScope:
            with(leaves("not-understood", "second-time", "third-time"), ["topics": .list(leaves("title"))])
        case .more:
            leaves("nothing-said")
        case .languageSwitch:
            leaves("again")
        default:
            [:]
        }
    }
}
