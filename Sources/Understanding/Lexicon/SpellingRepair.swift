import Knowledge
import Text

/// Repairs a typing error in a word that nothing knows, by the nearest word of the content's own vocabulary.
///
/// Symmetric deletion (W. Garbe, SymSpell, 2012): every vocabulary word is filed under what remains of it when one or
/// two of its letters are dropped; an unknown word is looked up under what remains of it, and the candidates are then
/// compared by their true distance (insertion, deletion, substitution, transposition of neighbours).
struct SpellingRepair: Sendable {
    /// The shortest word that is repaired.
    static let shortest = 4
    /// The length from which two errors are repaired rather than one.
    static let longEnoughForTwo = 8

    private let vocabulary: Vocabulary
    /// What is left of words when letters are dropped, by its hash; a collision costs a comparison, never an error.
    private var remains = IntegerTable()
    /// For each remain, the last of its ``links``.
    private var heads: [Int32] = []
    /// Words filed under a remain, each with the one filed before it or -1.
    private var links: [(word: Int32, before: Int32)] = []

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        for id in 0..<Int32(vocabulary.count) {
            let word = vocabulary[id]
            guard word.count >= Self.shortest, Self.isAlphabetic(word) else { continue }
            Self.forEachDeletion(of: word, upTo: word.count >= Self.longEnoughForTwo - 1 ? 2 : 1) { key in
                let number = Int(remains.insert(key, Int32(heads.count)))
                if number == heads.count { heads.append(-1) }
                links.append((id, heads[number]))
                heads[number] = Int32(links.count - 1)
            }
        }
    }

    /// The number of the vocabulary word meant by `word`, or `nil` if none is near enough.
    func repair(_ word: ArraySlice<UInt8>) -> Int32? {
        guard word.count >= Self.shortest, word.count <= FoldedText.longestWord / 2, Self.isAlphabetic(word)
        else { return nil }
        let allowed = word.count >= Self.longEnoughForTwo ? 2 : 1
        var best: (distance: Int, frequency: Int32, id: Int32)?
        Self.forEachDeletion(of: word, upTo: allowed) { key in
            let number = remains[key]
            guard number >= 0 else { return }
            var next = heads[Int(number)]
            while next >= 0 {
                let (id, before) = links[Int(next)]
                next = before
                guard id != best?.id else { continue }
                let candidate = vocabulary[id]
                guard abs(candidate.count - word.count) <= allowed,
                    candidate.first == word.first || allowed == 1
                else { continue }
                let distance = EditDistance.alignment(word, candidate)
                guard distance <= allowed else { continue }
                let frequency = vocabulary.frequencies[Int(id)]
                if let best, (best.distance, -best.frequency, best.id) < (distance, -frequency, id) { continue }
                best = (distance, frequency, id)
            }
        }
        return best?.id
    }

    private static func isAlphabetic(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy { (0x61...0x7A).contains($0) }
    }

    /// Calls `body` with the hash of a word and of all that is left of it when up to `count` letters are dropped.
    private static func forEachDeletion(of word: ArraySlice<UInt8>, upTo count: Int, _ body: (UInt64) -> Void) {
        body(hash(word, without: -1, -1))
        for first in word.indices {
            body(hash(word, without: first, -1))
            guard count > 1 else { continue }
            for second in (first + 1)..<max(first + 1, word.endIndex) { body(hash(word, without: first, second)) }
        }
    }

    private static func hash(_ word: ArraySlice<UInt8>, without first: Int, _ second: Int) -> UInt64 {
        var hash = FNV1a()
        for index in word.indices where index != first && index != second {
            hash.add(word[index])
        }
        return hash.value
    }
}
