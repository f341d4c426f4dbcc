import Knowledge
import Text

/// Finds the title that somebody means by some of its words.
struct TitleMatcher {
    enum Match: Hashable {
        case one(Int)
        /// More than one would do as well.
        case several([Int])
        case none
    }

    /// What the words of a title must share with an answer, in either language.
    private struct Wording {
        var stems: [String]
        var isNegative: Bool
    }

    private let wordings: [[Wording]]
    /// The forms in which a title is itself: whole, without brackets, without the « oui » it begins with.
    private let forms: [Set<[String]>]
    private let vocabulary: AnswerVocabulary

    init(_ titles: [LocalizedText], _ vocabulary: AnswerVocabulary) {
        self.vocabulary = vocabulary
        wordings = titles.map { title in
            Language.allCases.map { language in
                let words = vocabulary.words(of: title[language])
                return Wording(
                    stems: vocabulary.titleStems(of: words),
                    isNegative: words.contains(where: vocabulary[.negations].contains))
            }
        }
        forms = titles.map { title in
            var forms: Set<[String]> = []
            for language in Language.allCases {
                for text in [title[language], title[language].withoutBrackets] {
                    let stems = vocabulary.titleStems(of: vocabulary.words(of: text))
                    forms.insert(stems)
                    if let first = stems.first, vocabulary[.clearYes].contains(first) {
                        forms.insert(Array(stems.dropFirst()))
                    }
                }
            }
            return forms.filter { !$0.isEmpty }
        }
    }

    /// The titles that the words are.
    func exact(_ words: [String]) -> [Int] {
        let stems = vocabulary.titleStems(of: words)
        return forms.indices.filter { forms[$0].contains(stems) }
    }

    /// The title that shares the most words, when it is alone in this, shares two thirds of them at least, and does not
    /// say what the answer denies. Words that begin one of the title count when no whole word does: « coop ».
    func match(_ words: [String]) -> Match {
        let same = exact(words)
        if same.count == 1 { return .one(same[0]) }
        if same.count > 1 { return .several(same) }
        let stems = vocabulary.titleStems(of: words)
        let isNegative = words.contains(where: vocabulary[.negations].contains)
        let strong = stems.filter { !vocabulary.weakTitleStems.contains($0) }
        guard !strong.isEmpty else { return .none }
        let open = wordings.map { $0.filter { isNegative == $0.isNegative }.map(\.stems) }
        var shared = open.map { $0.map { self.shared(stems, $0, by: ==) }.max() ?? 0 }
        if shared.allSatisfy({ $0 == 0 }) {
            shared = open.map { $0.map { self.shared(stems, $0, by: Self.begins) }.max() ?? 0 }
        }
        guard let best = shared.max(), best > 0, best * 3 >= strong.count * 2 else { return .none }
        let winners = shared.indices.filter { shared[$0] == best }
        if winners.count == 1 { return .one(winners[0]) }
        return winners.count <= Self.mostNamed ? .several(winners) : .none
    }

    /// Whether words share more with a title than one word of many: « contrat » alone does not tell which contract.
    func isTelling(_ words: [String], of title: Int) -> Bool {
        let stems = vocabulary.titleStems(of: words)
        return wordings[title].contains { wording in
            let count = shared(stems, wording.stems, by: ==)
            return count >= 2 || count * 2 >= wording.stems.count && count > 0
        }
    }

    /// How many stems are shared; none when only words like « oui » and « pas » are.
    private func shared(_ stems: [String], _ title: [String], by isSame: (String, String) -> Bool) -> Int {
        let common = stems.filter { stem in title.contains { isSame(stem, $0) } }
        return common.contains { !vocabulary.weakTitleStems.contains($0) } ? common.count : 0
    }

    private static func begins(_ stem: String, _ word: String) -> Bool {
        stem.utf8.count >= 4 && word.hasPrefix(stem)
    }

    private static let mostNamed = 4

    /// A word of a title, or of an answer that is compared with one, without its inflexion.
    static func stem(_ word: String) -> String {
        var stem = word
        guard stem.utf8.count > 3, stem.utf8.allSatisfy({ $0 > 0x39 }) else { return stem }
        if let last = stem.last, last == "s" || last == "x", !stem.hasSuffix("ss") { stem.removeLast() }
        while stem.utf8.count > 3, stem.last == "e" { stem.removeLast() }
        if stem.utf8.count > 3, stem.last == "y" { stem = stem.dropLast() + "i" }
        return stem
    }
}

extension AnswerVocabulary {
    /// The words that say what a text is about, without their inflexion.
    func titleStems(of words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { !self[.fillers].contains($0) }.map(TitleMatcher.stem).filter { seen.insert($0).inserted }
    }
}

extension String {
    /// Without what stands in round brackets.
    var withoutBrackets: String {
        var depth = 0
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == "(" { depth += 1 }
            if depth == 0 { kept.append(scalar) }
            if scalar == ")", depth > 0 { depth -= 1 }
        }
        return String(kept)
    }
}
