import Knowledge
import Understanding

/// What a question that leaves something out takes from the one before.
///
/// - After « Qu'est-ce que B Corp? », « et combien ça coûte? » is about B Corp: an intent that is about a scheme, and
///   names none, is about the scheme that was spoken of.
/// - After "labels for women-owned companies", « et pour les Autochtones? » asks the same of another group: a text that
///   names a thing and wants nothing clear of it wants what was wanted before.
///
/// Only within ``lifetime``, and only short texts: a long one says what it is about.
enum FollowUp {
    /// How long the last answer is what a question may refer to, in milliseconds.
    static let lifetime: Int64 = 30 * 60 * 1000
    /// The most words of a text that leaves something out.
    private static let longest = 8

    static func complete(
        _ interpretation: Interpretation, after last: Conversation.LastAnswer?, now: Int64
    ) -> (intent: Intent?, entities: [Entity]) {
        let decided: Intent? =
            if case .answer(let intent) = interpretation.decision { intent } else { nil }
        guard let last, now - last.time <= lifetime, interpretation.tokens.count <= longest else {
            return (decided, interpretation.entities)
        }
        let named = interpretation.entities.filter { $0.type != .kind && $0.type != .actor && $0.type != .number }
        if isElliptic(interpretation, decided), let changed = named.first(where: { last.intent.concerns($0.type) }) {
            let kept = last.entities.filter { old in
                !named.contains { $0.type == old.type } && old.type != .kind
                    && !(changed.type == .group && old.type == .dimension)
            }
            return (last.intent, named + kept.map(\.asInherited))
        }
        if let decided, let needed = decided.subject, !interpretation.entities.contains(where: { $0.type == needed }),
            decided != last.intent || interpretation.tokens.count <= 4,
            let inherited = last.entities.first(where: { $0.type == needed })
        {
            return (decided, interpretation.entities + [inherited.asInherited])
        }
        return (decided, interpretation.entities)
    }

    /// Whether a text names a thing without saying what is wanted of it: « et pour les femmes? ».
    private static func isElliptic(_ interpretation: Interpretation, _ decided: Intent?) -> Bool {
        guard decided != nil else { return true }
        guard let first = interpretation.tokens.first?.word, openings.contains(first) else { return false }
        return (interpretation.candidates.first?.rule ?? "").isEmpty || interpretation.tokens.count <= 5
    }

    /// The words with which people go on.
    private static let openings: Set<String> = ["et", "and", "pis", "ou", "or", "what", "how", "pour", "for", "puis"]
}

extension Entity {
    fileprivate var asInherited: Entity { Entity(type, value, isInherited: true) }
}

extension Intent {
    /// The type of entry that an answer is about and that a follow-up may leave out.
    var subject: EntityType? {
        switch self {
        case .certificationDescribe, .certificationObtain, .certificationCost, .certificationVerify: .certification
        default: nil
        }
    }

    /// Whether entities of a type change the answer, and so are worth showing with it.
    func concerns(_ type: EntityType) -> Bool {
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
                || self == .questionnaireCrosswalk || self == .supplierFind
        case .priority, .horizon: self == .actionFind || self == .actionPlan
        case .assurance: self == .certificationFind || self == .supplierFind || self == .assuranceSelfDeclaration
        case .stage: self == .actionFind || self == .actionPlan || self == .barrierList || self == .solutionList
        case .dimension, .group, .actor, .number, .date, .percentage, .email: true
        }
    }
}
