import Text
import Understanding

/// What weights know a text by: its words without their inflexion, two in a row, and the runs of four letters in each; each once.
struct AnswerFeatures {
    /// What the kinds of features of answers are worth: words tell more than two in a row, and these more than letters.
    static let worth = FittedWeights.Worth(word: 8, pair: 6, letters: 5)

    private(set) var all: [Feature] = []
    /// What each is called for people.
    private var names: [Feature: String] = [:]

    /// - Parameter marksQuestions: Whether a question mark counts as a word.
    init(of tokens: [AnswerToken], _ vocabulary: AnswerVocabulary, marksQuestions: Bool = false) {
        var tokens = tokens
        var previous: String?
        switch vocabulary.takeOpening(from: &tokens) {
        case .yes: previous = "yes,"
        case .no: previous = "no,"
        case .both, .neither: break
        }
        if let previous { add(.word, previous) }
        for token in tokens where token.kind != .mark || marksQuestions && token.isMark("?") {
            let stem = vocabulary.compared(token.text)
            add(.word, stem)
            if let previous { add(.pair, "\(previous) \(stem)") }
            previous = stem
            let letters = Array("_\(token.text)_".utf8)
            guard letters.count > 5 else { continue }
            for start in 0...(letters.count - 4) {
                add(.letters, String(decoding: letters[start..<(start + 4)], as: UTF8.self))
            }
        }
    }

    private mutating func add(_ kind: Feature.Kind, _ name: String) {
        let feature = Feature(kind, Self.hash(name))
        if names.updateValue(name, forKey: feature) == nil { all.append(feature) }
    }

    /// What each says for one thing rather than another, by some weights, in units of 1/1024.
    func contributions(
        to weights: FittedWeights, for place: Int, over other: Int
    ) -> [(name: String, points: Int)] {
        weights.contributions(of: all, for: place, over: other).map { (names[$0.feature] ?? "", $0.points) }
    }

    /// Folded to the 60 bits of a feature.
    private static func hash(_ text: String) -> UInt64 {
        var hash = FNV1a()
        hash.add(text.utf8)
        return (hash.value >> 60 ^ hash.value) & 0x0FFF_FFFF_FFFF_FFFF
    }
}
