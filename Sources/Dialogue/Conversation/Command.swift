import Knowledge
import Text
package import Understanding

/// An exact request, as integrations write it after a slash and as suggestions carry it in their id:
/// `certification.cost certification=b-corp`.
package struct Command: Hashable {
    var intent: Intent
    var entities: [Entity]

    /// Why a command cannot be taken.
    enum Problem: Error, Hashable {
        /// No intent has that id; the nearest known one.
        case unknownIntent(String, nearest: String?)
        /// No such entity type or value; the nearest known one.
        case unknownValue(String, nearest: String?)
    }

    package init(intent: Intent, entities: [Entity]) {
        self.intent = intent
        self.entities = entities
    }

    /// Reads a command without its slash. Each thing is named once, and no more of them than ``Entity/most``.
    init(_ text: String, of intents: IntentCatalogue, knowledge: KnowledgeBase) throws(Problem) {
        let parts = text.split(separator: " ").map(String.init)
        let name = parts.first ?? ""
        guard let intent = intents.intent(name), intent.isRecognisedFromText else {
            throw .unknownIntent(name, nearest: NearestName.of(name, among: intents.all.map(\.intent.rawValue)))
        }
        var entities: [Entity] = []
        for part in parts.dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2, let type = EntityType(rawValue: halves[0]) else {
                throw .unknownValue(
                    part, nearest: NearestName.of(halves.first ?? "", among: EntityType.allCases.map(\.rawValue)))
            }
            let known = knowledge.values(of: type)
            guard known.isEmpty || known.contains(halves[1]) else {
                throw .unknownValue(halves[1], nearest: NearestName.of(halves[1], among: known))
            }
            let entity = Entity(type, halves[1])
            if entities.count < Entity.most, !entities.contains(entity) { entities.append(entity) }
        }
        self.init(intent: intent, entities: entities)
    }

    /// The command without its slash.
    package var id: String {
        ([intent.rawValue] + entities.map { "\($0.type.rawValue)=\($0.value)" }).joined(separator: " ")
    }
}

extension KnowledgeBase {
    /// All values that entities of a type can have; empty for numbers, dates and the like.
    func values(of type: EntityType) -> [String] {
        switch type {
        case .certification: certifications.map(\.id)
        case .barrier: barriers.map(\.id)
        case .solution: solutions.map(\.id)
        case .action: actions.map(\.id)
        case .term: terms.map(\.id)
        case .question: questionnaires.flatMap { $0.questions.map(\.id) }
        case .questionnaire: questionnaires.flatMap(\.forms)
        default: type.allowedValues
        }
    }

    /// The name of an entry for people.
    func name(of entity: Entity, in language: Language) -> String? {
        switch entity.type {
        case .certification: certification(entity.value).map { $0.acronym?[language] ?? $0.name[language] }
        case .barrier: barrier(entity.value)?.title[language]
        case .solution: solution(entity.value)?.title[language]
        case .action: action(entity.value)?.title[language]
        case .term: term(entity.value)?.term[language]
        case .question: question(entity.value)?.label[language]
        case .questionnaire: questionnaire(entity.value)?.title[language]
        case .dimension: Dimension(rawValue: entity.value).map { vocabulary.title(of: $0)[language] }
        case .group: OwnerGroup(rawValue: entity.value).map { vocabulary.title(of: $0)[language] }
        case .stage: Stage(rawValue: entity.value).map { vocabulary.title(of: $0)[language] }
        case .horizon: Horizon(rawValue: entity.value).map { vocabulary.title(of: $0)[language] }
        case .assurance: Assurance(rawValue: entity.value).map { vocabulary.title(of: $0)[language] }
        case .approach: Approach(rawValue: entity.value).map { vocabulary.title(of: $0)[language] }
        case .kind: SchemeKind(rawValue: entity.value).map { vocabulary.title(of: $0)[language] }
        case .actor: Actor(rawValue: entity.value).map { vocabulary.title(of: $0)[language] }
        case .priority, .language, .number, .date, .percentage, .email: nil
        }
    }
}
