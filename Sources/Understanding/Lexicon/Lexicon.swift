import Knowledge
import Text

/// Every word and phrase that means something: concepts, values, names of the knowledge base, polite phrases.
package struct Lexicon: Sendable {
    /// What a phrase stands for.
    enum Meaning: Sendable, Hashable {
        case concept(Int)
        case value(EntityType, String)
        case polite
        /// An example that is made of small words only: « encore », "and then?". It says something all the same.
        case telling
    }

    package let conceptIDs: [String]
    /// What phrases stand for, by number.
    let meanings: [Meaning]
    private let vocabulary: Vocabulary
    private let lexer: Lexer
    private let automaton: PhraseTrie
    /// For each stem, by how much its use in the content speaks for French (positive) or English (negative).
    private let languageWeights: [Int]
    /// For each stem, whether it is a function word that asks nothing either.
    private let saysNothing: [Bool]
    let segmenter: Segmenter

    init(definitions: IntentDefinitions, names: [EntityName]) {
        let vocabulary = Vocabulary(definitions: definitions, names: names)
        let lexer = Lexer(vocabulary: vocabulary)
        conceptIDs = definitions.concepts.map(\.id)

        var builder = Builder(lexer: lexer, stemCount: vocabulary.stemCount)
        for (index, concept) in definitions.concepts.enumerated() {
            builder.add(concept.phrases, meaning: .concept(index))
        }
        for value in definitions.entityValues { builder.add(value.phrases, meaning: .value(value.type, value.value)) }
        let functionWords = Set(definitions.functionWords.values.joined().map { FoldedText($0).words })
        for name in names {
            // An abbreviation that is also an everyday word (« DO » and "do") would be found everywhere.
            let telling = name.phrases.filter { !functionWords.contains(FoldedText($0).words) }
            builder.add(telling, meaning: .value(name.type, name.id))
        }
        builder.add(definitions.polite, meaning: .polite)
        let isFunctionWord = Self.flags(definitions.functionWords.values.joined(), lexer, vocabulary)
        let examples = definitions.topics.flatMap { topic in
            Language.allCases.flatMap { language in (topic.examples[language] ?? []).map { (language, $0) } }
        }
        let tokens = Parallel.map(examples.count) { lexer.tokens(of: examples[$0].1) }
        for ((language, example), tokens) in zip(examples, tokens) {
            builder.count(tokens, language: language, times: 1)
            let isSmall = tokens.count <= 4 && tokens.allSatisfy { $0.stem >= 0 && isFunctionWord[Int($0.stem)] }
            if isSmall { builder.add([example], meaning: .telling) }
        }
        for language in Language.allCases {
            for word in definitions.functionWords[language] ?? [] {
                builder.count(lexer.tokens(of: word), language: language, times: Self.functionWordWeight)
            }
        }
        let segmenter = Segmenter(
            isJoiner: Self.flags(definitions.questionJoiners, lexer, vocabulary),
            isOpening: Self.flags(definitions.questionOpenings, lexer, vocabulary))
        saysNothing = zip(isFunctionWord, segmenter.isOpening).map { $0 && !$1 }
        self.vocabulary = vocabulary
        self.lexer = lexer
        self.segmenter = segmenter
        automaton = builder.automaton
        meanings = builder.meanings
        languageWeights = builder.languageWeights
    }

    /// For each stem, whether it is that of one of some words.
    private static func flags(_ words: some Sequence<String>, _ lexer: Lexer, _ vocabulary: Vocabulary) -> [Bool] {
        var flags = [Bool](repeating: false, count: vocabulary.stemCount)
        for word in words {
            for token in lexer.tokens(of: word) where token.stem >= 0 { flags[Int(token.stem)] = true }
        }
        return flags
    }

    /// How many uses in examples one listing among the function words is worth, when telling the language.
    private static let functionWordWeight = 40

    /// Reads a text: its tokens, and everything the lexicon knows in it.
    package func read(_ text: String) -> LexicalReading {
        read(lexer.tokens(of: text))
    }

    /// Reads tokens, which may be part of a text.
    package func read(_ tokens: [Token]) -> LexicalReading {
        var found: [PhraseTrie.Match] = []
        found.reserveCapacity(tokens.count * 2)
        automaton.forEachMatch(in: tokens.map(\.stem)) { found.append($0) }
        return LexicalReading(tokens: tokens, found: found, meanings: meanings, saysNothing: saysNothing)
    }

    /// The number of a meaning, or `nil` if no phrase has it.
    func number(of meaning: Meaning) -> Int? { meanings.firstIndex(of: meaning) }

    /// A stem for explanations.
    package func text(ofStem stem: Int32) -> String { vocabulary.stemText(of: stem) }

    /// Whether a token is a small word that neither asks nor tells.
    func isFunctionWord(_ token: Token) -> Bool { token.stem >= 0 && saysNothing[Int(token.stem)] }

    /// How much the words speak for French rather than English; 0 when nothing tells.
    func leaning(of tokens: [Token]) -> Int {
        tokens.reduce(0) { $1.stem < 0 ? $0 : $0 + languageWeights[Int($1.stem)] }
    }
}

/// Collects phrases and counts while a lexicon is built.
private struct Builder {
    let lexer: Lexer
    var automaton = PhraseTrie()
    var meanings: [Lexicon.Meaning] = []
    private var numbers: [Lexicon.Meaning: Int] = [:]
    private var uses: [(fr: Int, en: Int)]

    init(lexer: Lexer, stemCount: Int) {
        self.lexer = lexer
        uses = Array(repeating: (0, 0), count: stemCount)
    }

    mutating func add(_ phrases: [String], meaning: Lexicon.Meaning) {
        let number = numbers[meaning] ?? meanings.count
        if number == meanings.count {
            meanings.append(meaning)
            numbers[meaning] = number
        }
        for phrase in phrases { automaton.insert(lexer.tokens(of: phrase).map(\.stem), payload: number) }
    }

    mutating func count(_ tokens: [Token], language: Language, times: Int) {
        for token in tokens where token.stem >= 0 {
            switch language {
            case .fr: uses[Int(token.stem)].fr += times
            case .en: uses[Int(token.stem)].en += times
            }
        }
    }

    /// The logarithm of how many times more often a stem is used in French than in English, at most 6 bits either way.
    var languageWeights: [Int] {
        uses.map { use in
            let french = FixedPoint.log2(2 * use.fr + 1, over: 2 * use.en + 1)
            let english = FixedPoint.log2(2 * use.en + 1, over: 2 * use.fr + 1)
            return min(max(french - english, -6 * FixedPoint.one), 6 * FixedPoint.one)
        }
    }
}
