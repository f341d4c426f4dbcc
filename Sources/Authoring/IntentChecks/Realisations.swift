import Content
import Knowledge
import Text
import Understanding

/// The phrases that bring about what rules ask for, and sentences made of them.
struct Realisations {
    /// A phrase that brings a condition about.
    struct Realisation {
        var text: String
        /// `nil` for names of the knowledge base, which are said in both languages.
        var language: Language?
        /// What it says when something else is said with it.
        var presence: Presence
        /// Whether it says more than politeness and function words.
        var isTelling: Bool
    }

    private let lexicon: Lexicon
    private var phrases: [IntentDefinitions.Condition: [Realisation]] = [:]
    private let declarations: [String: ContentPlace]
    private let politeStems: Set<Int32>

    init(definitions: IntentDefinitions, knowledge: KnowledgeBase, lexicon: Lexicon) {
        self.lexicon = lexicon
        declarations = Dictionary(
            definitions.concepts.map { ($0.id, $0.place) }, uniquingKeysWith: { first, _ in first })
        politeStems = Set(definitions.polite.flatMap { lexicon.read($0).tokens.map(\.stem) })
        let polite = definitions.polite.lazy.map { lexicon.read($0).tokens }.first { !$0.isEmpty } ?? []
        for concept in definitions.concepts {
            let languages = concept.origins.map(\.language)
            add(concept.phrases, languages, to: [.concept(concept.id)], polite)
        }
        for value in definitions.entityValues {
            let languages = value.origins.map(\.language)
            add(value.phrases, languages, to: [.value(value.type, value.value), .entity(value.type)], polite)
        }
        for name in EntityName.all(in: knowledge) {
            add(name.phrases, [], to: [.value(name.type, name.id), .entity(name.type)], polite)
        }
        for condition in phrases.keys {
            phrases[condition]?.sort { ($0.text.utf8.count, $0.text) < ($1.text.utf8.count, $1.text) }
        }
    }

    /// - Parameter polite: words of politeness, which tell whether a phrase says anything beside which they are left out.
    private mutating func add(
        _ texts: [String], _ languages: [Language], to conditions: [IntentDefinitions.Condition], _ polite: [Token]
    ) {
        /// A word that nothing knows: with it, something remains beside politeness.
        let something = Token(word: "", range: 0..<0, stem: -1)
        for (index, text) in texts.enumerated() {
            let tokens = lexicon.read(text).tokens
            let presence = Presence(lexicon.read(tokens + [something]), lexicon: lexicon)
            let found = conditions.filter { presence.all.contains($0) }
            guard !found.isEmpty else { continue }
            let isTelling = polite.isEmpty || lexicon.read(tokens + polite).isPolite.last == true
            let realisation = Realisation(
                text: text, language: languages.indices.contains(index) ? languages[index] : nil, presence: presence,
                isTelling: isTelling)
            for condition in found { phrases[condition, default: []].append(realisation) }
        }
    }

    /// The phrases that bring a condition about, the shortest first; none if no text can.
    subscript(condition: IntentDefinitions.Condition) -> [Realisation] { phrases[condition] ?? [] }

    /// The phrases that bring one of some conditions about.
    subscript(item: [IntentDefinitions.Condition]) -> [Realisation] { item.flatMap { self[$0] } }

    /// Where a condition's phrases are declared; `nil` for what is no concept.
    func declaration(of condition: IntentDefinitions.Condition) -> ContentPlace? {
        if case .concept(let id) = condition { return declarations[id] }
        return nil
    }

    /// Whether a condition is never brought about by politeness alone, whatever stands beside it.
    func isNeverOnlyPolite(_ condition: IntentDefinitions.Condition) -> Bool {
        guard case .concept = condition else { return true }
        return self[condition].allSatisfy { realisation in
            lexicon.read(realisation.text).tokens.contains { !politeStems.contains($0.stem) }
        }
    }

    /// What a text holds.
    func presence(in text: String) -> Presence { Presence(lexicon.read(text), lexicon: lexicon) }

    /// A sentence in which every one of some rules fires, made of the shortest phrases of what the first asks for, if possible
    /// all in one language; `nil` if a few hundred attempts find none.
    func sentence(firing rules: [IntentDefinitions.Rule]) -> String? {
        guard let rule = rules.first else { return nil }
        for language in Language.allCases.map(Optional.some) + [nil] {
            let choices = rule.when.map { item in
                self[item].filter { realisation in
                    (language == nil || realisation.language == nil || realisation.language == language)
                        && !rule.unless.contains(where: realisation.presence.beginning.contains)
                }.sorted { ($0.text.utf8.count, $0.text) < ($1.text.utf8.count, $1.text) }
            }
            let sentence = Self.combinations(of: choices.map { Array($0.prefix(Self.mostChoices)) }).lazy
                .map { $0.map(\.text).joined(separator: " ") }
                .first { text in
                    let presence = self.presence(in: text)
                    return rules.allSatisfy { $0.fires(in: presence) }
                }
            if let sentence { return sentence }
        }
        return nil
    }

    private static let mostChoices = 6
    private static let mostCombinations = 300

    /// One of each list, the first ones first.
    private static func combinations(of lists: [[Realisation]]) -> [[Realisation]] {
        guard !lists.contains(where: \.isEmpty) else { return [] }
        var places: [[Int]] = [[]]
        for list in lists {
            places = places.flatMap { start in list.indices.map { start + [$0] } }
            places.sort { $0.reduce(0, +) < $1.reduce(0, +) }
            places.removeLast(max(0, places.count - mostCombinations))
        }
        return places.map { zip($0, lists).map { $1[$0] } }
    }
}
