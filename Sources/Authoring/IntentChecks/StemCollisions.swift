import Content
import Knowledge
import Text
import Understanding

/// Words of different meaning that have one stem, so that saying the one says the other.
///
/// Words of one stem are a *family* if they are forms of one word (``Inflexion``) or if a concept lists both in one phrase,
/// and whatever is related through a third. A collision is a phrase of one concept that is heard inside a phrase of another
/// through a word of another family.
enum StemCollisions {
    /// The collisions, those that are heard in the most examples first.
    static func clashes(in words: ConceptWords, definitions: IntentDefinitions, lexicon: Lexicon) -> [WordClash] {
        let families = WordFamilies(of: words)
        let phrases = PhraseIndex(words)
        var collisions: [Set<String>: Collision] = [:]
        for (index, owner) in words.owners.enumerated() {
            for said in owner.phrases {
                phrases.forEachHeard(in: said.words, said.stems) { heard, differences in
                    guard heard.owner != index else { return }
                    for (hears, says) in differences where families.areApart(hears, says) {
                        let hearing = Collision.Hearing(
                            heard: hears, by: words.owners[heard.owner].name, at: heard.phrase.place, said: says,
                            of: owner.name, in: said)
                        collisions[families.pair(hears, says), default: Collision(first: hearing)].add(hears, says)
                    }
                }
            }
        }
        for example in definitions.topics.flatMap(\.placedExamples) {
            let tokens = lexicon.read(example.text).tokens
            var pairs: Set<Set<String>> = []
            phrases.forEachHeard(in: tokens.map(\.word), tokens.map(\.stem)) { _, differences in
                for (hears, says) in differences { pairs.insert(families.pair(hears, says)) }
            }
            for pair in pairs { collisions[pair]?.examples += 1 }
        }
        return collisions.values.sorted { $1.rank < $0.rank }.map(\.clash)
    }

    /// Two families of words that collide.
    private struct Collision {
        /// A phrase heard inside a phrase of another concept, through another word.
        struct Hearing {
            var heard: String
            var by: String
            var at: ContentPlace
            var said: String
            var of: String
            var `in`: ConceptWords.Phrase
        }

        var first: Hearing
        /// The words of the two families that are heard in one another.
        var pairs: Set<Set<String>> = []
        /// In how many phrases, and in how many examples.
        var phrases = 0
        var examples = 0

        init(first: Hearing) { self.first = first }

        mutating func add(_ heard: String, _ said: String) {
            pairs.insert([heard, said])
            phrases += 1
        }

        var rank: (Int, Int, String, String) { (examples, phrases, first.said, first.heard) }

        var clash: WordClash {
            WordClash(
                kind: .sameStem, pairs: pairs, shown: (first.heard, first.said), place: first.at,
                message:
                    "« \(first.heard) » of \(first.by) is heard in « \(first.said) » of \(first.of), another word of "
                    + "the same stem: in \(phrases) phrases and \(examples) examples",
                remedy: "write the one as a longer phrase", witness: first.in.text, other: first.in.place)
        }
    }
}

/// The phrases of concepts and values, found by the stems of a text.
private struct PhraseIndex {
    typealias Heard = (owner: Int, phrase: ConceptWords.Phrase)

    private var byStems: [ArraySlice<Int32>: [Heard]] = [:]
    private var longest = 0

    init(_ words: ConceptWords) {
        for (index, owner) in words.owners.enumerated() {
            for phrase in owner.phrases where !phrase.stems.isEmpty {
                byStems[phrase.stems[...], default: []].append((index, phrase))
                longest = max(longest, phrase.stems.count)
            }
        }
    }

    /// Calls `body` with each phrase heard in a text through other words, and with those words: as heard, and as said.
    func forEachHeard(
        in words: [String], _ stems: [Int32], _ body: (Heard, _ differences: [(String, String)]) -> Void
    ) {
        for start in stems.indices {
            for end in start..<min(stems.count, start + longest) {
                for heard in byStems[stems[start...end]] ?? [] {
                    let differences = zip(heard.phrase.words, words[start...end]).filter { $0 != $1 }
                    if !differences.isEmpty { body(heard, differences) }
                }
            }
        }
    }
}

/// Words of one stem that are forms of one word, or that a concept lists as variants of each other.
private struct WordFamilies {
    /// For each word but the first of its family, another one of it.
    private var links: [String: String] = [:]

    init(of words: ConceptWords) {
        var byStem: [Int32: Set<String>] = [:]
        for owner in words.owners {
            var variants: [[Int32]: ConceptWords.Phrase] = [:]
            for phrase in owner.phrases {
                for (word, stem) in zip(phrase.words, phrase.stems) { byStem[stem, default: []].insert(word) }
                if let variant = variants[phrase.stems] {
                    for (one, other) in zip(variant.words, phrase.words) { link(one, other) }
                } else {
                    variants[phrase.stems] = phrase
                }
            }
        }
        for ofOneStem in byStem.values.map({ $0.sorted() }) {
            for (index, one) in ofOneStem.enumerated() {
                for other in ofOneStem[(index + 1)...] where family(of: one) != family(of: other) {
                    let shared = words.languages[one, default: []].intersection(words.languages[other, default: []])
                    if shared.contains(where: { Inflexion.relates(one, other, in: $0) }) { link(one, other) }
                }
            }
        }
    }

    private mutating func link(_ one: String, _ other: String) {
        let (first, second) = (family(of: one), family(of: other))
        if first != second { links[max(first, second)] = min(first, second) }
    }

    /// The word that stands for a word's family.
    private func family(of word: String) -> String {
        var word = word
        while let next = links[word] { word = next }
        return word
    }

    func areApart(_ one: String, _ other: String) -> Bool { family(of: one) != family(of: other) }

    /// What names two families, in whatever order.
    func pair(_ one: String, _ other: String) -> Set<String> { [family(of: one), family(of: other)] }
}
