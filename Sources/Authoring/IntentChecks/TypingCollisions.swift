import Content
import Knowledge
import Text
import Understanding

/// Words that one typing error turns into a word of another meaning, which the repair of typing errors leaves alone since
/// both are known.
enum TypingCollisions {
    /// In shorter words nearly everything is one error away from something.
    private static let shortest = 5

    /// The collisions, those between the words that are most used in the examples first.
    ///
    /// Both words are phrases by themselves: the error takes the one meaning away and brings the other.
    static func clashes(
        in words: ConceptWords, definitions: IntentDefinitions, lexicon: Lexicon
    ) -> [WordClash] {
        let uses = uses(in: definitions, lexicon: lexicon)
        var collisions: [(uses: Int, right: Candidate, wrong: Candidate)] = []
        for (one, other) in neighbours(among: Candidate.all(in: words)) {
            guard one.stem != other.stem, one.owners.isDisjoint(with: other.owners) else { continue }
            let (ofOne, ofOther) = (uses[one.word, default: 0], uses[other.word, default: 0])
            collisions.append((ofOne + ofOther, ofOne < ofOther ? other : one, ofOne < ofOther ? one : other))
        }
        collisions.sort { ($1.uses, $0.right.word, $0.wrong.word) < ($0.uses, $1.right.word, $1.wrong.word) }
        // Of the forms of one word, the most used one stands for all.
        var pairs: [Set<Int32>: Set<Set<String>>] = [:]
        for (_, right, wrong) in collisions {
            pairs[[right.stem, wrong.stem], default: []].insert([right.word, wrong.word])
        }
        return collisions.compactMap { collision in
            let (right, wrong) = (collision.right, collision.wrong)
            return pairs.removeValue(forKey: [right.stem, wrong.stem]).map { pairs in
                WordClash(
                    kind: .oneError, pairs: pairs, shown: (right.word, wrong.word), place: right.place,
                    message:
                        "one typing error makes « \(wrong.word) » (\(wrong.owner)) of « \(right.word) » (\(right.owner)), "
                        + "and neither is repaired; examples use them \(collision.uses) times",
                    remedy: "write the rarer one as a longer phrase", witness: wrong.text, other: wrong.place)
            }
        }
    }

    /// In how many examples each word is.
    private static func uses(in definitions: IntentDefinitions, lexicon: Lexicon) -> [String: Int] {
        var uses: [String: Int] = [:]
        for example in definitions.topics.flatMap(\.placedExamples) {
            for word in Set(lexicon.read(example.text).tokens.map(\.word)) { uses[word, default: 0] += 1 }
        }
        return uses
    }

    /// A word that is a phrase by itself.
    private struct Candidate {
        var word: String
        var letters: [UInt8]
        var stem: Int32
        /// Every concept and value that has it in a phrase.
        var owners: Set<Int>
        /// The first of those it is a phrase of.
        var owner: String
        /// The phrase as written.
        var text: String
        var place: ContentPlace

        /// Those of the words, in the order of their letters.
        static func all(in words: ConceptWords) -> [Candidate] {
            var owners: [String: Set<Int>] = [:]
            var candidates: [String: Candidate] = [:]
            for (index, owner) in words.owners.enumerated() {
                for phrase in owner.phrases {
                    for word in phrase.words { owners[word, default: []].insert(index) }
                    guard phrase.words.count == 1, let word = phrase.words.first, word.utf8.count >= shortest,
                        candidates[word] == nil
                    else { continue }
                    candidates[word] = Candidate(
                        word: word, letters: Array(word.utf8), stem: phrase.stems[0], owners: [], owner: owner.name,
                        text: phrase.text, place: phrase.place)
                }
            }
            return candidates.values.sorted { $0.word < $1.word }.map { candidate in
                var candidate = candidate
                candidate.owners = owners[candidate.word] ?? []
                return candidate
            }
        }
    }

    /// The pairs of words that are one typing error apart, each once: those share what is left when a letter is dropped.
    private static func neighbours(among candidates: [Candidate]) -> [(Candidate, Candidate)] {
        var remains: [[UInt8]: [Int]] = [:]
        var pairs: [(Candidate, Candidate)] = []
        for (index, candidate) in candidates.enumerated() {
            var keys: Set<[UInt8]> = [candidate.letters]
            for place in candidate.letters.indices {
                var rest = candidate.letters
                rest.remove(at: place)
                keys.insert(rest)
            }
            let near = Set(keys.flatMap { remains[$0] ?? [] }).sorted()
            for other in near where isOneError(candidates[other].letters, candidate.letters) {
                pairs.append((candidates[other], candidate))
            }
            for key in keys { remains[key, default: []].append(index) }
        }
        return pairs
    }

    /// Whether one letter more, one less, one other or two swapped make the one word of the other.
    static func isOneError(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard abs(one.count - other.count) <= 1 else { return false }
        let start = zip(one, other).prefix { $0 == $1 }.count
        let (first, second) = (one[start...], other[start...])
        let end = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
        let (left, right) = (Array(first.dropLast(end)), Array(second.dropLast(end)))
        if max(left.count, right.count) <= 1 { return true }
        return left.count == 2 && left == right.reversed()
    }
}
