public import Text

/// The words by which answers to a questionnaire are recognised, each set for one part that words have.
///
/// ``AnswerPhrases`` has what a whole answer may mean; these are what it is read with: yes and no, what denies, what joins,
/// numbers, dates.
public struct AnswerWords: Sendable, Hashable {
    /// Words that stand for whole numbers. The keys of the file are these names with hyphens.
    public enum Values: Int, Sendable, Hashable, CaseIterable, AnswerWordsKey {
        /// The place of a choice.
        case ordinals
        /// What the words of a number below a hundred stand for.
        case cardinals
        /// What multiplies the number before it.
        case factors
        /// What multiplies a number in figures alone.
        case figureFactors
        /// A number more or less: « une vingtaine ».
        case collectives
        /// A share of a whole: of how many parts.
        case shares
        /// The months, from 1.
        case months

        /// What the words may stand for.
        var bounds: ClosedRange<Int> {
            switch self {
            case .cardinals: 0...99
            case .ordinals: 1...100
            case .factors, .figureFactors: 2...1_000_000_000
            case .collectives: 1...1000
            case .shares: 2...100
            case .months: 1...12
            }
        }
    }

    /// Words that are read as another. The keys of the file are these names.
    public enum Readings: Int, Sendable, Hashable, CaseIterable, AnswerWordsKey {
        /// Signs that people answer with.
        case signs
        /// What is a small word unless it is written in capitals.
        case capitals
        /// What restricts rather than denies before « qu' ».
        case restricting
        /// Words that are one.
        case joined
    }

    private let sets: [Meaning: LocalizedList]
    private let values: [Values: [String: Int]]
    private let readings: [Readings: [String: String]]

    public init(
        _ sets: [Meaning: LocalizedList] = [:], values: [Values: [String: Int]] = [:],
        readings: [Readings: [String: String]] = [:]
    ) {
        self.sets = sets
        self.values = values
        self.readings = readings
    }

    /// The words and phrases of a set, as written.
    public subscript(meaning: Meaning) -> LocalizedList { sets[meaning] ?? LocalizedList() }

    /// The words of a table in both languages, as written, with what they stand for.
    public subscript(values: Values) -> [String: Int] { self.values[values] ?? [:] }

    /// The words of a table in both languages, as written, with what they are read as.
    public subscript(readings: Readings) -> [String: String] { self.readings[readings] ?? [:] }
}

/// A set or a table of ``AnswerWords``, as the file names it.
protocol AnswerWordsKey: CaseIterable {}

extension AnswerWordsKey {
    /// The name of the case with hyphens: `clear-yes`.
    var key: String {
        "\(self)".reduce(into: "") { key, letter in key += letter.isUppercase ? "-\(letter.lowercased())" : "\(letter)"
        }
    }

    static var keys: [String] { allCases.map(\.key) }
}
