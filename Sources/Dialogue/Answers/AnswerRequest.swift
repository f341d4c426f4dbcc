import Knowledge
import Text
import Understanding

/// What is to be answered, and for whom.
struct AnswerRequest: Sendable {
    var intent: Intent
    var entities: [Entity]
    /// What narrows the answer besides entities: ids of concepts.
    var refinements: [String] = []
    var language: Language
    var audience: Actor?
    /// Fields that the dialogue itself adds, such as the options of a menu.
    var extra: [String: TemplateValue] = [:]

    func values(of type: EntityType) -> [String] { entities.filter { $0.type == type }.map(\.value) }
    func value(of type: EntityType) -> String? { entities.first { $0.type == type }?.value }

    var dimensions: [Dimension] { values(of: .dimension).compactMap(Dimension.init) }
    var groups: [OwnerGroup] { values(of: .group).compactMap(OwnerGroup.init) }
    var approach: Approach? { value(of: .approach).flatMap(Approach.init) }
    var assurance: Assurance? { value(of: .assurance).flatMap(Assurance.init) }
    var kind: SchemeKind? { value(of: .kind).flatMap(SchemeKind.init) }
    var stage: Stage? { value(of: .stage).flatMap(Stage.init) }
    var horizon: Horizon? { value(of: .horizon).flatMap(Horizon.init) }
    var priority: Priority? { value(of: .priority).flatMap(Int.init).flatMap(Priority.init) }
}
