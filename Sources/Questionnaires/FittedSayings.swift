import Text
import Understanding

/// Which of several things an answer says, by weights fitted to the phrases that people use for each.
///
/// ``SayingMatcher`` finds what somebody wrote down as it stands; this knows what the phrases of one thing have in common that
/// those of the others have not: words, two in a row, runs of letters. So it also hears what nobody wrote down.
struct FittedSayings: Sendable {
    /// What an answer says most, and how surely.
    struct Heard: Hashable {
        /// The place of what it says.
        var place: Int
        /// By how much it leads before the next, in units of 1/1024: 4,096 is the margin that the phrases themselves are fitted to.
        var lead: Int
        /// The place of the next.
        var next: Int
        /// By how much it leads before not knowing, or not now.
        var leadOverPassing: Int
    }

    private let weights: FittedWeights
    /// How many things can be said.
    private let count: Int
    private let vocabulary: AnswerVocabulary

    /// - Parameters:
    ///   - examples: Texts with the places of what they say.
    ///   - count: How many things can be said.
    ///   - isSeveral: Whether an answer may say several.
    init(
        _ examples: [(says: [Int], text: String)], passing: [String], count: Int, isSeveral: Bool,
        _ vocabulary: AnswerVocabulary
    ) {
        self.count = count
        self.vocabulary = vocabulary
        weights = FittedWeights(
            classCount: isSeveral ? count + 2 : count + 1,
            examples: (examples + passing.map { (says: [count], text: $0) }).map {
                .init(
                    $0.says, Self.features(of: vocabulary.tokens(of: $0.text), vocabulary).map(\.feature), text: $0.text
                )
            },
            worth: .init(word: 8, pair: 6, letters: 5), middle: isSeveral ? count + 1 : nil)
    }

    /// What an answer says most; `nil` if there is nothing to choose between.
    func heard(in tokens: [AnswerToken]) -> Heard? {
        let all = weights.scores(of: Self.features(of: tokens, vocabulary).map(\.feature))
        let scores = all.prefix(count)
        let ranked = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        guard ranked.count > 1 else { return nil }
        return Heard(
            place: ranked[0], lead: Int(scores[ranked[0]] - scores[ranked[1]]), next: ranked[1],
            leadOverPassing: Int(scores[ranked[0]] - all[count]))
    }

    /// For each thing of which an answer may say several, by how much it is said rather than not, in units of 1/1024.
    func leads(in tokens: [AnswerToken]) -> [Int] {
        let scores = weights.scores(of: Self.features(of: tokens, vocabulary).map(\.feature))
        return scores.prefix(count).map { Int($0 - scores[count + 1]) }
    }

    /// What each feature of an answer says for one thing rather than another, in units of 1/1024.
    func grounds(in tokens: [AnswerToken], for place: Int, over other: Int) -> [(name: String, points: Int)] {
        let features = Self.features(of: tokens, vocabulary)
        let names = Dictionary(features.map { ($0.feature, $0.name) }, uniquingKeysWith: { first, _ in first })
        return weights.contributions(of: features.map(\.feature), for: place, over: other)
            .map { (name: names[$0.feature] ?? "", points: $0.points) }
    }

    // MARK: - Features

    /// The words of a text without their inflexion, two in a row, and the runs of four letters in each; each once.
    ///
    /// - Parameter marksQuestions: Whether a question mark counts as a word.
    static func features(
        of tokens: [AnswerToken], _ vocabulary: AnswerVocabulary, marksQuestions: Bool = false
    ) -> [(feature: Feature, name: String)] {
        var features: [(feature: Feature, name: String)] = []
        var seen: Set<Feature> = []
        func add(_ kind: Feature.Kind, _ name: String) {
            let feature = Feature(kind, hash(name))
            if seen.insert(feature).inserted { features.append((feature, name)) }
        }
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
        return features
    }

    /// Folded to the 60 bits of a feature.
    private static func hash(_ text: String) -> UInt64 {
        var hash = FNV1a()
        hash.add(text.utf8)
        return (hash.value >> 60 ^ hash.value) & 0x0FFF_FFFF_FFFF_FFFF
    }
}
