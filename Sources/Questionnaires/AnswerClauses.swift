import Knowledge
import Text

/// An answer parted where one thing ends and another begins, with what is denied told from what is not.
struct AnswerClauses {
    /// A word of a clause that says something.
    struct Word: Hashable {
        var stem: String
        /// Where its token stands in the answer.
        var token: Int
    }

    struct Clause: Hashable {
        var words: [Word]
        /// Whether something in it is denied.
        var isNegative: Bool
        /// Whether it is said in place of what came before.
        var isCorrection: Bool
    }

    private(set) var clauses: [Clause] = []
    /// The words of the whole answer, small ones too, by the places of their tokens; nothing where a mark stands.
    let texts: [String]
    /// Yes or no, where the answer begins with it.
    let opening: Consent
    private let vocabulary: AnswerVocabulary

    /// - Parameters:
    ///   - corrections: The phrases that put something in place of what came before, as folded words.
    ///   - isList: Whether « et » parts too; else it does only where something is denied, which is seldom all that is said.
    init(
        _ tokens: [AnswerToken], _ vocabulary: AnswerVocabulary, corrections: [[String]] = [], isList: Bool = false
    ) {
        self.vocabulary = vocabulary
        texts = tokens.map { $0.kind == .mark ? "" : $0.text }
        let all = tokens.count
        var tokens = tokens
        opening = vocabulary.takeOpening(from: &tokens)
        let offset = all - tokens.count
        var start = 0
        var isCorrection = false
        func add(_ end: Int, _ clauses: inout [Clause]) {
            let whole = vocabulary.tellingWords(of: tokens[start..<end], offset)
            let isParted = isList || whole.contains { $0.stem == Self.negation }
            let parts =
                isParted
                ? tokens[start..<end].split(whereSeparator: vocabulary.joins)
                    .map { vocabulary.tellingWords(of: $0, offset) } : [whole]
            for words in parts.flatMap(Self.denialApart) where !words.isEmpty {
                clauses.append(
                    Clause(
                        words: words, isNegative: words.contains { $0.stem == Self.negation },
                        isCorrection: isCorrection))
            }
        }
        var index = 0
        while index < tokens.count {
            let length = corrections.filter { tokens[index...].begins(with: $0) }.map(\.count).max()
            if let length {
                add(index, &clauses)
                isCorrection = true
                index += length
                start = index
            } else if vocabulary.isBreak(tokens, at: index) {
                add(index, &clauses)
                // A word that begins a clause is part of it: « juste moi ».
                start = tokens[index].kind == .mark ? index + 1 : index
                index += 1
            } else {
                index += 1
            }
        }
        add(tokens.count, &clauses)
        clauses = withDenialsBehind(Array(repeating: nil, count: offset) + tokens.map { $0 })
    }

    /// « Une rampe et une toilette adaptée. Le site web, honnêtement, non. »: what is named by itself, set apart from what came before,
    /// and then denied in a clause of its own, is denied.
    ///
    /// - Parameter tokens: The tokens of the answer; nothing where its opening stood.
    private func withDenialsBehind(_ tokens: [AnswerToken?]) -> [Clause] {
        var joined = clauses
        for place in clauses.indices.dropLast().reversed() where isSetApart(place, tokens) {
            joined[place].words += joined[place + 1].words
            joined[place].isNegative = true
            joined.remove(at: place + 1)
        }
        return joined
    }

    private func isSetApart(_ place: Int, _ tokens: [AnswerToken?]) -> Bool {
        let (named, denial) = (clauses[place], clauses[place + 1])
        guard !named.isNegative, named.words.count <= Self.longestNamed, let first = named.words.first?.token,
            let last = named.words.last?.token,
            let denied = denial.words.first(where: { !vocabulary[.settingApart].contains(texts[$0.token]) }),
            denied.stem == Self.negation, deniesOnly(denial)
        else { return false }
        let isDefinite = first > 0 && vocabulary[.definite].contains(texts[first - 1])
        let between = texts[(last + 1)..<max(last + 1, denied.token)]
        let isContrasted = between.contains { vocabulary[.settingApart].contains($0) }
        let before = isDefinite ? first - 2 : first - 1
        let beginsSentence = tokens.indices.contains(before) && tokens[before]?.isMark(".;!\n") ?? false
        return isContrasted && (isDefinite || beginsSentence) || isDefinite && beginsSentence
    }

    /// Whether a clause says no more than that what was named is not: « honnêtement, non », « on s'est jamais occupé de ça ». « elle est pas
    /// neuve » says something else of it.
    private func deniesOnly(_ clause: Clause) -> Bool {
        let others = clause.words.filter {
            $0.stem != Self.negation && !vocabulary[.settingApart].contains(texts[$0.token])
                && !vocabulary[.standIns].contains(texts[$0.token])
        }
        if others.contains(where: { vocabulary[.denyingElse].contains(texts[$0.token]) }) { return false }
        guard let last = others.last else { return true }
        return others.count == 1
            && texts[(last.token + 1)...].prefix(Self.nearPointer).contains { vocabulary[.pointing].contains($0) }
    }

    /// How many words behind a verb stands what points at the thing.
    private static let nearPointer = 2
    /// The most words that name a thing.
    private static let longestNamed = 3

    /// What is said before something is denied, apart: « une amende pour un harnais pas attaché » has a fine. The word that is
    /// denied may stand before the denial: « on mesure pas ».
    private static func denialApart(_ words: [Word]) -> [[Word]] {
        guard let denial = words.firstIndex(where: { $0.stem == negation }), denial >= shortestBefore else {
            return [words]
        }
        return [Array(words[..<(denial - 1)]), Array(words[(denial - 1)...])]
    }

    /// The fewest words before a denial that stand apart from it.
    private static let shortestBefore = 3

    /// Whether « et » or the like stands between two tokens.
    func joins(_ first: Int, _ second: Int) -> Bool {
        texts[(first + 1)..<second].contains { vocabulary[.and].contains($0) }
    }

    /// Whether words stand around a token as they do in a phrase.
    ///
    /// - Parameters:
    ///   - phrase: The words of the phrase.
    ///   - place: Which of them the token is.
    func stand(_ phrase: [String], _ place: Int, at token: Int) -> Bool {
        func follows(_ words: some Sequence<String>, _ places: some Sequence<Int>) -> Bool {
            var places = places.makeIterator()
            return words.allSatisfy { word in
                while let next = places.next() {
                    if !texts[next].isEmpty {
                        return texts[next] == word || Stemmer.stem(texts[next]) == Stemmer.stem(word)
                    }
                }
                return false
            }
        }
        return follows(phrase[..<place].reversed(), (0..<token).reversed())
            && follows(phrase[(place + 1)...], (token + 1)..<texts.count)
    }

    /// The clauses with the stems of some words as they are repaired.
    ///
    /// - Parameter repaired: The stem of a word, given the word and the stem that it has; `nil` if it stays.
    func repaired(_ repaired: (String, String) -> String?) -> AnswerClauses {
        var copy = self
        for clause in clauses.indices {
            for (place, word) in clauses[clause].words.enumerated() where word.stem != Self.negation {
                if let stem = repaired(texts[word.token], word.stem) { copy.clauses[clause].words[place].stem = stem }
            }
        }
        return copy
    }

    /// Whether nothing is said but that something is not.
    var isOnlyDenial: Bool {
        !clauses.isEmpty && clauses.allSatisfy { $0.words.allSatisfy { $0.stem == Self.negation } }
    }

    /// Whether a clause says nothing but that something is not.
    var hasDenialAlone: Bool { clauses.contains { $0.words.allSatisfy { $0.stem == Self.negation } } }

    /// Whether the first clause says nothing but that something is not, and more is said after it.
    var beginsWithDenialAlone: Bool {
        clauses.count > 1 && clauses[0].words.allSatisfy { $0.stem == Self.negation }
    }

    /// The clauses in which something is denied, as they would be without the denial.
    var affirmingDenied: AnswerClauses {
        var copy = self
        copy.clauses = clauses.filter(\.isNegative).map { clause in
            Clause(
                words: clause.words.filter { $0.stem != Self.negation }, isNegative: false,
                isCorrection: clause.isCorrection)
        }
        return copy
    }

    /// What every word that denies is read as.
    static let negation = "¬"
}
