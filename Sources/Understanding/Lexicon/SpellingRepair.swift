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

    /// Vocabulary words by the hash of what is left of them; a collision costs a comparison, never an error.
    private var candidates: [UInt64: [Int32]] = [:]
    private var words: [[UInt8]] = []
    private var frequencies: [Int32] = []

    /// - Parameter vocabulary: folded words with the number of times the content uses them.
    init(vocabulary: [[UInt8]: Int]) {
        for (word, frequency) in vocabulary.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard word.count >= Self.shortest, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { continue }
            let index = Int32(words.count)
            words.append(word)
            frequencies.append(Int32(clamping: frequency))
            for key in Self.deletions(of: word, upTo: word.count >= Self.longEnoughForTwo - 1 ? 2 : 1) {
                candidates[key, default: []].append(index)
            }
        }
    }

    /// The vocabulary word meant by `word`, or `nil` if none is near enough or two are equally near and frequent.
    func repair(_ word: [UInt8]) -> [UInt8]? {
        guard word.count >= Self.shortest, word.count <= Tokenizer.longestWord / 2,
            word.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return nil }
        let allowed = word.count >= Self.longEnoughForTwo ? 2 : 1
        var best: (distance: Int, frequency: Int32, index: Int32)?
        var seen: Set<Int32> = []
        for key in Self.deletions(of: word, upTo: allowed) {
            for index in candidates[key] ?? [] where seen.insert(index).inserted {
                let candidate = words[Int(index)]
                guard abs(candidate.count - word.count) <= allowed, candidate[0] == word[0] || allowed == 1 else {
                    continue
                }
                let distance = Self.distance(word, candidate)
                guard distance <= allowed else { continue }
                let rank = (distance: distance, frequency: frequencies[Int(index)], index: index)
                guard let current = best else {
                    best = rank
                    continue
                }
                if (rank.distance, -rank.frequency, rank.index) < (current.distance, -current.frequency, current.index)
                {
                    best = rank
                }
            }
        }
        return best.map { words[Int($0.index)] }
    }

    /// The hashes of a word and of all that is left of it when up to `count` letters are dropped.
    private static func deletions(of word: [UInt8], upTo count: Int) -> Set<UInt64> {
        var all: Set<UInt64> = [hash(word, without: -1, -1)]
        for first in word.indices {
            all.insert(hash(word, without: first, -1))
            guard count > 1 else { continue }
            for second in word.indices.dropFirst(first + 1) { all.insert(hash(word, without: first, second)) }
        }
        return all
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ word: [UInt8], without first: Int, _ second: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in word.indices where index != first && index != second {
            hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01b3
        }
        return hash
    }

    /// The optimal string alignment distance.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        var current = previous
        for i in 1...a.count {
            current[0] = i
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                var value = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    value = min(value, beforePrevious[j - 2] + 1)
                }
                current[j] = value
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[b.count]
    }
}
