import Content
import Text

extension KnowledgeLoader {
    /// Which question has which role: each names a question of the questionnaire, of the role's type, with the choices that the
    /// program knows.
    func readRoles(
        _ node: ContentNode, _ questions: [Question], _ shortForm: Questionnaire.ShortForm?
    ) -> [Questionnaire.Role: String] {
        let needed = Questionnaire.Role.allCases.filter(\.isNeeded)
        let others = Questionnaire.Role.allCases.filter { !$0.isNeeded }
        guard let mapping = node.mapping(required: needed.map(\.rawValue), optional: others.map(\.rawValue)) else {
            return [:]
        }
        var roles: [Questionnaire.Role: String] = [:]
        for role in Questionnaire.Role.allCases {
            guard let node = mapping[role.rawValue], let id = node.text() else { continue }
            guard let question = questions.first(where: { $0.id == id }) else {
                // A question that is there but could not be read is reported at its own place.
                if !identifiers.contains(EntryReference(kind: .question, id: id)) {
                    node.reportUnknown("question", id, among: questions.map(\.id))
                }
                continue
            }
            guard question.type == role.type else {
                node.report(
                    "« \(id) » is of type \(question.type.rawValue), and the role « \(role.rawValue) » needs "
                        + "\(role.type.rawValue)",
                    remedy: "Name another question, or give this one that type.")
                continue
            }
            if role.isNeeded, let shortForm, !shortForm.questions.contains(id) {
                node.report(
                    "the short form « \(shortForm.id) » does not ask « \(id) »", remedy: "Add it to the short form.")
            }
            checkChoices(of: question, as: role, node)
            roles[role] = id
        }
        return roles
    }

    /// Reports choices whose ids the program would not know, or would miss.
    private func checkChoices(of question: Question, as role: Questionnaire.Role, _ node: ContentNode) {
        let ids = question.choices.map(\.id)
        switch role {
        case .sharingConsent:
            for id in ids where SharingConsent(rawValue: id) == nil {
                node.reportUnknown("choice of sharing", id, among: SharingConsent.allCases.map(\.rawValue))
            }
        case .ownershipGroups:
            for choice in question.choices where !choice.exclusive && OwnerGroup(rawValue: choice.id) == nil {
                node.reportUnknown("group", choice.id, among: OwnerGroup.allCases.map(\.rawValue))
            }
        case .organizationType:
            for id in [Questionnaire.Role.cooperative, Questionnaire.Role.nonProfit] where !ids.contains(id) {
                node.report(
                    "« \(question.id) » has no choice « \(id) », which tells a firm of social economy",
                    remedy: "Give that choice this id.")
            }
        default: break
        }
    }
}
