import Knowledge

/// Every word and phrase that means something: concepts, values, names of the knowledge base, polite phrases.
struct Lexicon: Sendable {
    /// What a phrase stands for.
    enum Meaning: Sendable, Hashable {
        case concept(Int)
        case value(EntityType, String)
        case polite
    }

    let lexer: Lexer
    let conceptIDs: [String]
    private let stems: [String: Int32]
    private let stemNames: [String]
    private let automaton: PhraseAutomaton
    private let meanings: [Meaning]
    /// For each stem, by how much its use in the content speaks for French (positive) or English (negative).
    private let languageWeights: [Int32: Int]
    private let isFunctionWord: Set<Int32>
    private let distinguished: [String: Int]
    /// The distinguished values, by number.
    let distinguishedValues: [String]

    init(definitions: IntentDefinitions, names: [EntityName]) {
        let abbreviations = Dictionary(
            definitions.abbreviations.map { (Self.words($0.short).first ?? [], Self.words($0.long)) },
            uniquingKeysWith: { first, _ in first })
        lexer = Lexer(
            abbreviations: abbreviations,
            vocabulary: Self.vocabulary(of: definitions, names: names, abbreviations: abbreviations))
        conceptIDs = definitions.concepts.map(\.id)
        distinguishedValues = definitions.valuesInRules
        distinguished = Dictionary(
            uniqueKeysWithValues: distinguishedValues.enumerated().map { ($0.element, $0.offset) })

        var builder = Builder(lexer: lexer)
        for (index, concept) in definitions.concepts.enumerated() {
            builder.add(concept.phrases, meaning: .concept(index))
        }
        for value in definitions.entityValues { builder.add(value.phrases, meaning: .value(value.type, value.value)) }
        let functionWords = Set(definitions.functionWords.values.joined().map { Self.words($0) })
        for name in names {
            // An abbreviation that is also an everyday word (« DO » and "do") would be found everywhere.
            let telling = name.phrases.filter { !functionWords.contains(Self.words($0)) }
            builder.add(telling, meaning: .value(name.type, name.id))
        }
        builder.add(definitions.polite, meaning: .polite)
        for topic in definitions.topics {
            for language in Language.allCases {
                for example in topic.examples[language] ?? [] { builder.count(example, language: language, times: 1) }
            }
        }
        for language in Language.allCases {
            for word in definitions.functionWords[language] ?? [] {
                builder.count(word, language: language, times: Self.functionWordWeight)
            }
        }
        stems = builder.stems
        stemNames = builder.stems.sorted { $0.value < $1.value }.map(\.key)
        automaton = builder.automaton
        meanings = builder.meanings
        languageWeights = builder.languageWeights()
        isFunctionWord = Set(
            definitions.functionWords.values.joined().flatMap { builder.lexer.tokens(of: $0) }.compactMap {
                builder.stems[$0.stem]
            })
    }

    /// How many uses in examples one listing among the function words is worth, when telling the language.
    private static let functionWordWeight = 40

    /// Reads a text: its tokens, and everything the lexicon knows in it.
    func read(_ text: String) -> Reading {
        let tokens = lexer.tokens(of: text)
        let words = tokens.map { stems[$0.stem] ?? -1 }
        let found = automaton.matches(in: words).map { (meaning: meanings[$0.payload], words: $0.words) }
        return Reading(
            tokens: tokens, words: words, found: found, functionWords: isFunctionWord, distinguished: distinguished)
    }

    /// The stem with an id, for explanations.
    func stem(of id: Int32) -> String { stemNames.indices.contains(Int(id)) ? stemNames[Int(id)] : "?" }

    /// How much the words speak for French rather than English; 0 when nothing tells.
    func leaning(of words: [Int32]) -> Int {
        words.reduce(0) { $0 + (languageWeights[$1] ?? 0) }
    }

    private static func words(_ text: String) -> [[UInt8]] { Tokenizer.pieces(of: text).map(\.word) }

    private static func vocabulary(
        of definitions: IntentDefinitions, names: [EntityName], abbreviations: [[UInt8]: [[UInt8]]]
    ) -> [[UInt8]: Int] {
        var counts: [[UInt8]: Int] = [:]
        func count(_ text: String) { for word in words(text) { counts[word, default: 0] += 1 } }
        for concept in definitions.concepts { concept.phrases.forEach(count) }
        for value in definitions.entityValues { value.phrases.forEach(count) }
        for name in names { name.phrases.forEach(count) }
        for topic in definitions.topics { topic.examples.values.joined().forEach(count) }
        definitions.functionWords.values.joined().forEach(count)
        definitions.polite.forEach(count)
        for expansion in abbreviations.values { for word in expansion { counts[word, default: 0] += 1 } }
        return counts
    }
}

/// Collects phrases and counts while a lexicon is built.
private struct Builder {
    let lexer: Lexer
    var stems: [String: Int32] = [:]
    var automaton = PhraseAutomaton()
    var meanings: [Lexicon.Meaning] = []
    private var meaningIndex: [Lexicon.Meaning: Int] = [:]
    private var uses: [Int32: (fr: Int, en: Int)] = [:]

    init(lexer: Lexer) { self.lexer = lexer }

    mutating func add(_ phrases: [String], meaning: Lexicon.Meaning) {
        let payload = meaningIndex[meaning] ?? meanings.count
        if payload == meanings.count {
            meanings.append(meaning)
            meaningIndex[meaning] = payload
        }
        for phrase in phrases { automaton.insert(ids(phrase), payload: payload) }
    }

    mutating func count(_ text: String, language: Language, times: Int) {
        for id in ids(text) {
            switch language {
            case .fr: uses[id, default: (0, 0)].fr += times
            case .en: uses[id, default: (0, 0)].en += times
            }
        }
    }

    private mutating func ids(_ text: String) -> [Int32] {
        lexer.tokens(of: text).map { token in
            if let id = stems[token.stem] { return id }
            let id = Int32(stems.count)
            stems[token.stem] = id
            return id
        }
    }

    /// The logarithm of how many times more often a stem is used in French than in English, at most 6 bits either way.
    func languageWeights() -> [Int32: Int] {
        uses.mapValues { use in
            let french = FixedPoint.log2(2 * use.fr + 1, over: 2 * use.en + 1)
            let english = FixedPoint.log2(2 * use.en + 1, over: 2 * use.fr + 1)
            return min(max(french - english, -6 * FixedPoint.one), 6 * FixedPoint.one)
        }
    }
}

extension IntentDefinitions {
    /// The ids of schemes that a rule names, in their order.
    fileprivate var valuesInRules: [String] {
        let all = topics.flatMap { topic in topic.rules.flatMap { rule in rule.when.joined() } }
        let values = all.compactMap { condition -> String? in
            if case .value(.certification, let value) = condition { return value }
            return nil
        }
        return Set(values).sorted()
    }
}
