import Knowledge
import Text

/// What templates can say of each entry of the knowledge base, in one language. Built once.
struct EntryScopes: Sendable {
    let language: Language
    let knowledge: KnowledgeBase
    private let phrases: Phrases
    private let certifications: [String: TemplateScope]
    private let solutions: [String: TemplateScope]
    private let barriers: [String: TemplateScope]
    private let actions: [String: TemplateScope]
    private let terms: [String: TemplateScope]
    private let guides: [String: TemplateScope]

    /// Words a phrase in the language of the scopes.
    typealias Phrases = @Sendable (Phrase) -> String

    init(knowledge: KnowledgeBase, language: Language, phrases: @escaping Phrases) {
        self.knowledge = knowledge
        self.language = language
        self.phrases = phrases
        var builder = EntryScopeBuilder(knowledge: knowledge, language: language, phrases: phrases)
        builder.certifications = Dictionary(
            uniqueKeysWithValues: knowledge.certifications.map { [builder] in ($0.id, builder.scope(of: $0)) })
        builder.solutions = Dictionary(
            uniqueKeysWithValues: knowledge.solutions.map { [builder] in ($0.id, builder.scope(of: $0)) })
        certifications = builder.certifications
        solutions = builder.solutions
        barriers = Dictionary(uniqueKeysWithValues: knowledge.barriers.map { ($0.id, builder.scope(of: $0)) })
        actions = Dictionary(
            uniqueKeysWithValues: knowledge.actions.map { ($0.id, builder.scope(of: $0)) })
        terms = Dictionary(uniqueKeysWithValues: knowledge.terms.map { ($0.id, builder.scope(of: $0)) })
        guides = Dictionary(uniqueKeysWithValues: knowledge.guides.map { ($0.id, builder.scope(of: $0)) })
    }

    func certification(_ id: String) -> TemplateScope? { certifications[id] }
    func solution(_ id: String) -> TemplateScope? { solutions[id] }
    func action(_ id: String) -> TemplateScope? { actions[id] }
    func term(_ id: String) -> TemplateScope? { terms[id] }
    func guide(_ id: String) -> TemplateScope? { guides[id] }

    /// A barrier with the solutions best for who asks: theirs, or others' when there are none; at most three. Who tells of a
    /// difficulty without saying who they are most often lives it: an SME.
    func barrier(_ id: String, for audience: Actor?) -> TemplateScope? {
        guard let scope = barriers[id] else { return nil }
        let all = knowledge.solutions(to: id)
        let theirs = all.filter { $0.actors.contains(audience ?? .sme) }
        let best = (theirs.isEmpty ? all : theirs).prefix(3).compactMap { solutions[$0.id] }
        return TemplateScope(scope, adding: ["solutions": .list(Array(best))])
    }

    /// A scope for a value of the vocabulary, with its id and its words.
    func value<Value: VocabularyValue>(_ value: Value) -> TemplateScope {
        let words = knowledge.vocabulary.words(for: value)
        return TemplateScope([
            "id": .text(value.vocabularyKey),
            "title": .text(words.title[language]),
            "suppliers": .text((words.suppliers ?? words.title)[language]),
            "businesses": .text((words.businesses ?? words.title)[language]),
            "explained": .text(words.explained?[language]),
        ])
    }

    func title<Value: VocabularyValue>(of value: Value) -> String { knowledge.vocabulary.title(of: value)[language] }
    func phrase(_ phrase: Phrase) -> String { phrases(phrase) }
}
