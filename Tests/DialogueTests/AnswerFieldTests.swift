import Knowledge
import TestContent
import Testing
import Text
import Understanding

@testable import Dialogue

/// What templates may use is what they are given: every field of a shape is made for somebody, and none besides. (Whether an entry has
/// something to say in a field is the content's business.)
@Suite struct AnswerFieldTests {
    /// What the dialogue itself adds to an answer, where the conversation gives cause.
    private static let ofTheDialogue: Set<String> = [
        "options", "options.number", "options.title", "again", "not-understood", "second-time", "third-time",
        "nothing-said",
    ]

    @Test func everyFieldIsFilledAndNoOther() throws {
        let engine = try RealContent.engine
        for description in engine.interpreter.intents.all {
            let declared = Self.paths(of: AnswerShapes.fields(for: description))
            var given: Set<String> = []
            for request in Self.requests(for: description, engine.knowledge) {
                Self.note(engine.composer.scope(for: request), at: "", &given)
            }
            let id = description.intent.rawValue
            #expect(given.subtracting(declared).isEmpty, "\(id) is given what no template may use")
            #expect(
                declared.subtracting(given).subtracting(Self.ofTheDialogue).isEmpty,
                "\(id): a template may use it, and is never given it")
        }
    }

    private static func paths(of fields: [String: FieldSchema], within path: String = "") -> Set<String> {
        fields.reduce(into: []) { paths, field in
            paths.insert(path + field.key)
            switch field.value {
            case .leaf: break
            case .scope(let inner), .list(let inner):
                paths.formUnion(Self.paths(of: inner, within: path + field.key + "."))
            }
        }
    }

    private static func note(_ scope: TemplateScope, at path: String, _ given: inout Set<String>) {
        for name in scope.names {
            given.insert(path + name)
            switch scope[name] {
            case .scope(let inner): note(inner, at: path + name + ".", &given)
            case .list(let items): for item in items { note(item, at: path + name + ".", &given) }
            default: break
            }
        }
    }

    /// An intent asked by everybody, about nothing, about each thing of the knowledge base, and with each refinement.
    private static func requests(for description: IntentDescription, _ knowledge: KnowledgeBase) -> [AnswerRequest] {
        let refinements = [[]] + description.narrowedBy.map { [$0] }
        let named: [[Entity]] = [[]] + entities(knowledge).map { [$0] }
        let several = [knowledge.certifications.prefix(3).map { entity(.certification, $0.id) }]
        return [(Language.fr, Actor?.none), (.en, .sme), (.en, .buyer)].flatMap { language, audience in
            (named + several).flatMap { entities in
                refinements.map {
                    AnswerRequest(
                        intent: description.intent, entities: entities, refinements: $0, language: language,
                        audience: audience)
                }
            }
        }
    }

    private static func entities(_ knowledge: KnowledgeBase) -> [Entity] {
        let entries: [(EntityType, [String])] = [
            (.certification, knowledge.certifications.map(\.id)), (.barrier, knowledge.barriers.map(\.id)),
            (.solution, knowledge.solutions.map(\.id)), (.action, knowledge.actions.map(\.id)),
            (.term, knowledge.terms.map(\.id)), (.date, knowledge.chantier.meetings.map(\.date)),
        ]
        let values = EntityType.allCases.filter { !$0.isEntry }.map { ($0, $0.allowedValues) }
        return (entries + values).flatMap { type, ids in ids.map { entity(type, $0) } }
    }

    private static func entity(_ type: EntityType, _ value: String) -> Entity { Entity(type, value) }
}
