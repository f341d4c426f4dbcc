import Knowledge
import Text

/// Every word of the content, with its stem and how often it is used; and the everyday words that are no typing errors.
struct Vocabulary: Sendable {
    private var words = WordTable()
    private var stems = WordTable()
    private var stemOfWord: [Int32] = []
    private var texts: [String] = []
    private(set) var frequencies: [Int32] = []
    private var abbreviations = WordTable()
    private var expansions: [[Int32]] = []
    private var everyday = WordTable()

    /// Examples are written as people write, typing errors included. A rare word of theirs that is no everyday word and can be
    /// repaired into one of the others is such an error, and no word of the vocabulary: else it would be taken as meant.
    ///
    /// - Parameter names: the names of the knowledge base's entries.
    init(definitions: IntentDefinitions, names: [EntityName]) {
        for concept in definitions.concepts { concept.phrases.forEach { count($0) } }
        for value in definitions.entityValues { value.phrases.forEach { count($0) } }
        for name in names { name.phrases.forEach { count($0) } }
        for language in Language.allCases { definitions.functionWords[language]?.forEach { count($0) } }
        definitions.polite.forEach { count($0) }
        definitions.questionJoiners.forEach { count($0) }
        definitions.questionOpenings.forEach { count($0) }
        for (short, long) in definitions.abbreviations {
            guard let short = FoldedText(short).words.first else { continue }
            let id = abbreviations.insert(short[...])
            guard Int(id) == expansions.count else { continue }
            expansions.append(FoldedText(long).words.map { add($0[...]) })
        }
        for word in definitions.everydayWords { _ = everyday.insert(Array(word.utf8)[...]) }
        countExamples(of: definitions.topics)
    }

    /// How often a word of the examples must stand in them to be a word whatever else it is near to.
    private static let certain = 4

    private mutating func countExamples(of topics: [IntentDefinitions.Topic]) {
        var found = WordTable()
        var uses: [Int] = []
        for example in topics.flatMap({ topic in Language.allCases.flatMap { topic.examples[$0] ?? [] } }) {
            let folded = FoldedText(example)
            for piece in folded.pieces {
                let id = Int(found.insert(folded[piece]))
                if id == uses.count { uses.append(0) }
                uses[id] += 1
            }
        }
        func add(_ id: Int, to vocabulary: inout Vocabulary) {
            for _ in 0..<uses[id] { _ = vocabulary.add(found[Int32(id)]) }
        }
        var doubtful: [Int] = []
        for id in uses.indices {
            let word = found[Int32(id)]
            let isCertain = self.id(of: word) >= 0 || isEveryday(word) || uses[id] >= Self.certain
            if isCertain { add(id, to: &self) } else { doubtful.append(id) }
        }
        let repair = SpellingRepair(vocabulary: self)
        for id in doubtful where abbreviations.id(of: found[Int32(id)]) < 0 && repair.repair(found[Int32(id)]) == nil {
            add(id, to: &self)
        }
    }

    private mutating func count(_ text: String) {
        let folded = FoldedText(text)
        for piece in folded.pieces { _ = add(folded[piece]) }
    }

    private mutating func add(_ word: ArraySlice<UInt8>) -> Int32 {
        let id = words.insert(word)
        if Int(id) == frequencies.count {
            frequencies.append(0)
            texts.append(String(decoding: word, as: UTF8.self))
            stemOfWord.append(stems.insert(Stemmer.stem(word)[...]))
        }
        frequencies[Int(id)] += 1
        return id
    }

    /// How many words there are; they are numbered from 0.
    var count: Int { words.count }
    var stemCount: Int { stems.count }

    /// The letters of a word.
    subscript(id: Int32) -> ArraySlice<UInt8> { words[id] }

    /// The number of a word, or -1.
    func id(of word: ArraySlice<UInt8>) -> Int32 { words.id(of: word) }

    /// The number of the word that two parts make together, or -1.
    func id(of first: ArraySlice<UInt8>, followedBy second: ArraySlice<UInt8>) -> Int32 {
        words.id(of: first, followedBy: second)
    }

    func text(of id: Int32) -> String { texts[Int(id)] }
    func stem(of id: Int32) -> Int32 { stemOfWord[Int(id)] }

    /// The number of the stem of any word, or -1 if no word of the content shares it.
    func stem(of word: ArraySlice<UInt8>) -> Int32 { stems.id(of: Stemmer.stem(word)[...]) }

    /// A stem for people.
    func stemText(of stem: Int32) -> String { String(decoding: stems[stem], as: UTF8.self) }

    /// The words that an abbreviation stands for.
    func expansion(of word: ArraySlice<UInt8>) -> [Int32]? {
        let id = abbreviations.id(of: word)
        return id < 0 ? nil : expansions[Int(id)]
    }

    /// Whether a word that the content does not use is a word all the same, and no typing error.
    func isEveryday(_ word: ArraySlice<UInt8>) -> Bool { everyday.id(of: word) >= 0 }
}
