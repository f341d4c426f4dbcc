import Knowledge
import Text

/// Finds which of several things an answer says, by the phrases that people use for each.
///
/// A phrase is found where its telling words stand in one clause, in order and near each other. What denies speaks only for
/// phrases that deny, and what affirms only for phrases that affirm. Where no phrase is found, single words speak, each for the
/// things that it is used for, the more the fewer they are.
struct SayingMatcher: Sendable {
    /// A phrase that was found.
    struct Found: Hashable {
        /// The place of what it says.
        var place: Int
        /// How much it tells, in thousandths of a word that says one thing alone.
        var strength: Int
        var clause: Int
        /// Where it stands among the words of its clause.
        var words: Range<Int>
        /// The phrase as it was written for what it says.
        var phrase: String

        /// Whether the phrase is a name: every word of length with a capital.
        var isName: Bool {
            phrase.split { !$0.isLetter }.filter { $0.count > 3 }.allSatisfy { $0.first?.isUppercase == true }
        }
    }

    private struct Phrase {
        var text: String
        var place: Int
        var stems: [String]
        var strength: Int
        var isNegative: Bool
        /// All the words of a phrase of which one alone tells something, and which of them that is: « c'est tout » is not « tout ».
        var frame: (words: [String], place: Int)?
    }

    /// For each stem, the phrases that begin with it.
    private let beginning: [String: [Phrase]]
    /// For each stem, how many phrases of each place hold it; of phrases that affirm, and of phrases that deny.
    private let affirming: [String: [Int: Int]]
    private let denying: [String: [Int: Int]]
    private let count: Int
    /// The stems of all phrases that are long enough to be told apart with a typing error in them, by their first letter.
    private let longStems: [UInt8: [String]]

    /// - Parameters:
    ///   - sayings: For each thing, what says it.
    ///   - titles: What it is called: who says that says it more surely than by what else is said of it.
    init(_ sayings: [[String]], titles: [[String]] = [], _ vocabulary: AnswerVocabulary) {
        let named = Set(titles.joined().map { vocabulary.stems(of: $0) })
        count = sayings.count
        var phrases: [(text: String, place: Int, stems: [String], frame: (words: [String], place: Int)?)] = []
        var seen: [[String]: Int] = [:]
        for (place, texts) in sayings.enumerated() {
            for text in texts {
                let stems = vocabulary.stems(of: text)
                let frame = Self.frame(of: text, stems, vocabulary)
                guard !stems.isEmpty, frame != nil || seen[stems] != place else { continue }
                if frame == nil { seen[stems] = place }
                phrases.append((text, place, stems, frame))
            }
        }
        var affirming: [String: [Int: Int]] = [:]
        var denying: [String: [Int: Int]] = [:]
        for phrase in phrases {
            let isNegative = phrase.stems.contains(AnswerClauses.negation)
            for stem in Set(phrase.stems) where stem != AnswerClauses.negation {
                if isNegative {
                    denying[stem, default: [:]][phrase.place, default: 0] += 1
                } else {
                    affirming[stem, default: [:]][phrase.place, default: 0] += 1
                }
            }
        }
        var beginning: [String: [Phrase]] = [:]
        for phrase in phrases {
            let isNegative = phrase.stems.contains(AnswerClauses.negation)
            let owners = isNegative ? denying : affirming
            let strength = phrase.stems.reduce(0) { sum, stem in
                sum
                    + (stem == AnswerClauses.negation
                        ? 300 : Self.weight(of: owners[stem]?.count ?? 1, among: sayings.count))
            }
            beginning[phrase.stems[0], default: []].append(
                Phrase(
                    text: phrase.text, place: phrase.place, stems: phrase.stems,
                    strength: Swift.max(strength, phrase.frame == nil ? 0 : Self.leastFramed)
                        + (named.contains(phrase.stems) ? Self.named : 0),
                    isNegative: isNegative,
                    frame: phrase.frame))
        }
        let stems = Set(affirming.keys).union(denying.keys).filter { $0.utf8.count >= Self.shortestRepaired }
        longStems = Dictionary(grouping: stems.sorted(), by: { $0.utf8.first ?? 0 })
        self.beginning = beginning
        self.affirming = affirming
        self.denying = denying
    }

    /// Whether a phrase has a stem.
    func knows(_ stem: String) -> Bool { affirming[stem] != nil || denying[stem] != nil }

    /// The stem of a phrase that a stem in none of them is but for one typing error; `nil` if none is, or more than one.
    func repaired(_ stem: String) -> String? {
        guard stem.utf8.count >= Self.shortestRepaired - 1, affirming[stem] == nil, denying[stem] == nil,
            let first = stem.utf8.first, let near = longStems[first]
        else { return nil }
        let letters = ArraySlice(stem.utf8)
        var found: String?
        for other in near where abs(other.utf8.count - letters.count) <= 1 {
            guard EditDistance.alignment(letters, ArraySlice(other.utf8)) == 1 else { continue }
            if found != nil { return nil }
            found = other
        }
        return found
    }

    /// The fewest letters of a stem that a word with a typing error is taken for.
    private static let shortestRepaired = 6

    /// What a title tells besides.
    private static let named = 500
    /// What a phrase tells at least that is found only with the small words around its telling one: « c'est elle qui décide ».
    private static let leastFramed = 650

    /// What a word tells that is used for so many things.
    private static func weight(of users: Int, among count: Int) -> Int {
        Swift.max(1000 * (count + 1 - users) / Swift.max(count, 1), 100)
    }

    /// The phrases in the clauses of an answer. Of two that say the same or overlap, the stronger.
    ///
    /// - Parameter overlapping: Whether words of a phrase may say something else too: a « femme noire » is a woman.
    func found(in clauses: AnswerClauses, overlapping: Bool = false) -> [Found] {
        var found: [Found] = []
        for (number, clause) in clauses.clauses.enumerated() {
            var here: [Found] = []
            for start in clause.words.indices {
                guard let phrases = beginning[clause.words[start].stem] else { continue }
                for index in phrases.indices where phrases[index].isNegative == clause.isNegative {
                    guard let end = Self.end(of: phrases[index].stems, in: clause.words, from: start, clauses)
                    else { continue }
                    let phrase = phrases[index]
                    if let frame = phrase.frame,
                        !clauses.stand(frame.words, frame.place, at: clause.words[start].token)
                    {
                        continue
                    }
                    here.append(
                        Found(
                            place: phrase.place, strength: phrase.strength, clause: number, words: start..<end,
                            phrase: phrase.text))
                }
            }
            found += Self.strongest(of: here, overlapping)
        }
        return found
    }

    /// The frame of a phrase of several words of which one alone tells something.
    private static func frame(
        of text: String, _ stems: [String], _ vocabulary: AnswerVocabulary
    ) -> (words: [String], place: Int)? {
        let words = vocabulary.words(of: text)
        guard stems.count == 1, words.count > 1,
            let place = words.firstIndex(where: { vocabulary.stems(of: $0) == stems })
        else { return nil }
        return (words, place)
    }

    /// Where a phrase that begins at a word ends; `nil` if it is not all there.
    private static func end(
        of stems: [String], in words: [AnswerClauses.Word], from start: Int, _ clauses: AnswerClauses
    ) -> Int? {
        var place = start + 1
        for stem in stems.dropFirst() {
            guard let next = words[place...].prefix(mostBetween + 1).firstIndex(where: { $0.stem == stem }) else {
                return nil
            }
            // « site web et lieux accessibles » has no accessible site: words are left out on one side of « et » alone.
            if next > place, clauses.joins(words[place - 1].token, words[next].token) { return nil }
            place = next + 1
        }
        return place
    }

    /// What a phrase tells at least that counts though another has its words.
    private static let alone = 850
    /// How many other words may stand between two of a phrase.
    private static let mostBetween = 2

    private static func strongest(of found: [Found], _ overlapping: Bool) -> [Found] {
        var kept: [Found] = []
        let ordered = found.sorted {
            ($1.strength, $0.words.lowerBound, $0.place) < ($0.strength, $1.words.lowerBound, $1.place)
        }
        for one in ordered {
            let isHidden = kept.contains { other in
                other.words.overlaps(one.words) && !(overlapping && other.place != one.place && one.strength >= alone)
                    && (other.place == one.place || other.strength > one.strength
                        || other.words.count > one.words.count)
            }
            if !isHidden { kept.append(one) }
        }
        return kept
    }

    /// What single words speak for.
    struct Leaning {
        /// How strongly for each place.
        var strengths: [Int]
        /// How many words say anything of any place.
        var told = 0
        /// How many words there are.
        var words = 0

        mutating func add(_ other: Leaning) {
            for (place, strength) in other.strengths.enumerated() { strengths[place] += strength }
            told += other.told
            words += other.words
        }
    }

    /// What the words of a clause speak for.
    ///
    /// - Parameter taken: The words, by their places in the clause, that a phrase has been found in.
    func leaning(of clause: AnswerClauses.Clause, without taken: Set<Int> = []) -> Leaning {
        var leaning = Leaning(strengths: [Int](repeating: 0, count: count))
        let owners = clause.isNegative ? denying : affirming
        for (index, word) in clause.words.enumerated()
        where word.stem != AnswerClauses.negation && !taken.contains(index) {
            leaning.words += 1
            guard let uses = owners[word.stem] else { continue }
            let weight = Self.weight(of: uses.count, among: count)
            let all = uses.values.reduce(0, +)
            for (place, times) in uses { leaning.strengths[place] += weight * times / all }
            leaning.told += 1
        }
        return leaning
    }
}
