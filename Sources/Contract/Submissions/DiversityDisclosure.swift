import Dialogue
import Knowledge
import Questionnaires

/// What of a finished questionnaire tells who owns the business or works in it, and whether that may leave.
struct DiversityDisclosure {
    private let isAllowed: Bool
    private let questionnaire: Questionnaire
    private let knowledge: KnowledgeBase
    /// The sections that hold the questions of the part on diversity.
    private let sections: Set<String>

    init(isAllowed: Bool, _ questionnaire: Questionnaire, _ knowledge: KnowledgeBase) {
        self.isAllowed = isAllowed
        self.questionnaire = questionnaire
        self.knowledge = knowledge
        sections = Set(questionnaire.questions.filter { $0.scoring.indicator == .diversity }.map(\.section))
    }

    /// Whether the answer to a question may leave.
    func admits(_ question: Knowledge.Question) -> Bool {
        isAllowed || !(question.validation.sensitive || sections.contains(question.section))
    }

    /// Whether a mark may leave: it tells what the answers that set it tell.
    func admits(_ tag: Questionnaire.Tag) -> Bool {
        tag.conditions.allSatisfy { questionnaire.question($0.question).map(admits) ?? true }
    }

    /// Whether a scheme may be named: one of diversity tells the group that owns the business.
    func admits(_ scheme: Certification) -> Bool { isAllowed || !scheme.dimensions.contains(.diversity) }

    /// An answer without what may not leave.
    func shared(_ value: AnswerValue, for question: Knowledge.Question) -> AnswerValue {
        switch value {
        case .choices(let ids):
            .choices(
                ids.filter { id in
                    (question.choice(id)?.certifications ?? []).compactMap(knowledge.certification).allSatisfy(admits)
                })
        case .evidence(let items):
            .evidence(
                items.filter { $0.kind == .document || knowledge.certification($0.id).map(admits) ?? true })
        default: value
        }
    }
}
