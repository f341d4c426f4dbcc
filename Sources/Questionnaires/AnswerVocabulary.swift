package import Knowledge
import Text

/// The words by which answers are recognised, folded as answers are: made once of the content, and handed to all that reads.
package final class AnswerVocabulary: Sendable {
    private let tokenizer: AnswerTokenizer
    /// By the raw values of their meanings.
    private let sets: [WordSet]
    private let localizedSets: [[Language: WordSet]]
    private let tables: [[String: Int]]

    /// What may stand before a yes or a no that opens an answer.
    let beforeOpening: WordSet
    /// What may stand before a yes or a no, and beside it.
    let aroundConsent: WordSet
    /// What may stand before a question or a request.
    let beforeRequest: WordSet
    /// What denies, without what also answers no.
    let plainNegations: WordSet
    /// The word that stands for every denial.
    let denial: String
    /// The last words of what breaks clauses, with what stands before each.
    let breaks: [String: [[String]]]
    /// By its first word, what is read as another word, or as none; the longest first.
    let rereadings: [String: [Rereading]]
    /// The stems of the words of titles that point at no choice.
    let weakTitleStems: Set<String>
    /// The stems of the parts of titles that say nothing of their choice.
    let plainTitleStems: Set<String>
    /// The choices that a count names: no list is longer in words.
    let placeNumbers: [String: Int]
    /// What multiplies a number in figures.
    let factorsOfFigures: [String: Int]
    /// The shares that make a number no whole one.
    let fractions: Set<String>

    /// Words that are read as another, or as none.
    struct Rereading: Sendable {
        var words: [String]
        var word: String?
    }

    package init(_ words: AnswerWords) {
        let tokenizer = AnswerTokenizer(words)
        self.tokenizer = tokenizer
        func folded(_ texts: [String]) -> [[String]] { texts.map { tokenizer.words(of: $0) }.filter { !$0.isEmpty } }
        let localized = AnswerWords.Meaning.allCases.map { meaning in
            Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, WordSet(folded(words[meaning][$0]))) })
        }
        localizedSets = localized
        let sets = localized.map { both in
            Language.allCases.compactMap { both[$0] }.reduce(WordSet([])) { $0.union($1) }
        }
        self.sets = sets
        let tables = AnswerWords.Values.allCases.map { table in
            Dictionary(
                words[table].sorted { $0.key < $1.key }.map {
                    (tokenizer.words(of: $0.key).joined(separator: " "), $0.value)
                },
                uniquingKeysWith: { first, _ in first })
        }
        self.tables = tables
        func set(_ meaning: AnswerWords.Meaning) -> WordSet { sets[meaning.rawValue] }
        func table(_ values: AnswerWords.Values) -> [String: Int] { tables[values.rawValue] }

        beforeOpening = set(.interjections).union(set(.beforeConsent))
        aroundConsent = set(.interjections).union(set(.polite))
        beforeRequest = set(.interjections).union(set(.beforeAsking))
        plainNegations = set(.negations).subtracting(set(.denyingNo))
        denial = set(.denying).phrases.first?.joined() ?? ""
        breaks = Dictionary(grouping: set(.breaks).phrases) { $0[$0.count - 1] }
            .mapValues { $0.map { Array($0.dropLast()) } }
        let harmless = set(.harmless).phrases.map { Rereading(words: $0, word: nil) }
        let joined = words[.joined].sorted { $0.key < $1.key }.map {
            Rereading(words: tokenizer.words(of: $0.key), word: tokenizer.words(of: $0.value).joined())
        }
        rereadings = Dictionary(grouping: (harmless + joined).filter { !$0.words.isEmpty }) { $0.words[0] }
            .mapValues { $0.sorted { $0.words.count > $1.words.count } }
        weakTitleStems = Set(set(.weakTitleWords).phrases.joined().map(TitleMatcher.stem))
        plainTitleStems = Set(set(.plainTitleParts).phrases.joined().map { Stemmer.stem($0) })
        placeNumbers = table(.cardinals).filter { (1...Self.mostPlaces).contains($0.value) }
        factorsOfFigures = table(.factors).merging(table(.figureFactors)) { first, _ in first }
        fractions = Set(table(.shares).filter { $0.value <= Self.smallestFraction }.keys)
    }

    /// The most choices of which a count in words is the place.
    private static let mostPlaces = 12
    /// In how many parts what makes a number no whole one is at most: a fifth may be the fifth.
    private static let smallestFraction = 4

    /// The words of a meaning, in both languages.
    subscript(meaning: AnswerWords.Meaning) -> WordSet { sets[meaning.rawValue] }

    /// The words of a meaning, in one language.
    subscript(meaning: AnswerWords.Meaning, language: Language) -> WordSet {
        localizedSets[meaning.rawValue][language] ?? WordSet([])
    }

    /// What the words of a table stand for.
    subscript(values: AnswerWords.Values) -> [String: Int] { tables[values.rawValue] }

    func tokens(of text: String) -> [AnswerToken] { tokenizer.tokens(of: text) }

    func words(of text: String) -> [String] { tokenizer.words(of: text) }
}
