import Knowledge
import Text

/// What a person says that backs the answers: documents that are described, and schemes that are claimed. Nobody has seen
/// any of it, so that no level of ``EvidenceLevel`` beyond ``EvidenceLevel/ofSelfDeclarations`` follows from it.
struct GivenEvidence: Sendable {
    private var documents: Set<String> = []
    /// Schemes one of which is claimed, and is in force as far as the person says.
    private var claims: [Set<String>] = []

    /// - Parameter day: The day on which a claim must not have expired.
    init(
        _ answers: AnswerSheet, _ questionnaire: Questionnaire, _ form: String, _ knowledge: KnowledgeBase,
        on day: CivilDate
    ) {
        var named: [String] = []
        var inForce: [Set<String>] = []
        for question in questionnaire.questions(ofForm: form) {
            guard let answer = answers[question.id] else { continue }
            if case .evidence(let items) = answer {
                documents.formUnion(items.filter { $0.kind == .document }.map(\.id))
                named += items.filter { $0.kind == .certification }.map(\.id)
            }
            guard Self.isInForce(question, answers, questionnaire, form, on: day) else { continue }
            inForce += answer.chosen.compactMap(question.choice).map { Set($0.certifications) }
        }
        // To name a scheme makes a claim more precise. It makes none: nothing says until when it would hold.
        let precise = named.filter { scheme in inForce.contains { $0.contains(scheme) } }.map { Set([$0]) }
        claims = (inForce + precise).filter { Self.areCertifications($0, questionnaire, knowledge) }
    }

    /// Whether what is claimed at a question has not expired: the question is followed by one for the next expiry, which is
    /// answered with the day or a later one. Where several schemes are claimed nobody can tell which of them it is that
    /// expires, and where no date is known nobody can tell anything: then none of them counts.
    private static func isInForce(
        _ question: Question, _ answers: AnswerSheet, _ questionnaire: Questionnaire, _ form: String,
        on day: CivilDate
    ) -> Bool {
        let expiries = questionnaire.questions(ofForm: form).filter { other in
            other.type == .date && other.showIf.contains { $0.question == question.id }
        }
        return !expiries.isEmpty
            && expiries.allSatisfy { expiry in
                guard case .date(let text) = answers[expiry.id], let last = CivilDate(text) else { return false }
                return last >= day
            }
    }

    /// Whether each of some schemes still runs and rests on the word of a third party: as it is not known which of them is
    /// held, they are worth what the least of them is worth.
    private static func areCertifications(
        _ ids: Set<String>, _ questionnaire: Questionnaire, _ knowledge: KnowledgeBase
    ) -> Bool {
        let schemes = ids.compactMap(knowledge.certification).filter { $0.status != .ended }
        return !schemes.isEmpty
            && schemes.allSatisfy { questionnaire.scoring.levelOfAssurance[$0.assurance] ?? .declared >= .certified }
    }

    /// How far the answer to a question is backed.
    func level(for question: Question) -> EvidenceLevel {
        if !documents.isDisjoint(with: question.documents) { return .documented }
        return claims.contains { $0.isSubset(of: question.certifications) } ? .claimed : .declared
    }
}
