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
        /// By how much it leads before the next, in units of 1/1024: the phrases themselves are fitted to 2,048.
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
    init(
        _ examples: [(says: [Int], text: String)], passing: [String], count: Int, _ vocabulary: AnswerVocabulary
    ) {
        self.count = count
        self.vocabulary = vocabulary
        weights = FittedWeights(
            classCount: count + 1,
            examples: (examples + passing.map { (says: [count], text: $0) }).map {
                .init(
                    $0.says, AnswerFeatures(of: vocabulary.tokens(of: $0.text), vocabulary).all, text: $0.text
                )
            },
            worth: AnswerFeatures.worth)
    }

    /// What an answer says most; `nil` if there is nothing to choose between.
    func heard(in tokens: [AnswerToken]) -> Heard? {
        let all = weights.scores(of: AnswerFeatures(of: tokens, vocabulary).all)
        let scores = all.prefix(count)
        let ranked = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        guard ranked.count > 1 else { return nil }
        return Heard(
            place: ranked[0], lead: Int(scores[ranked[0]] - scores[ranked[1]]), next: ranked[1],
            leadOverPassing: Int(scores[ranked[0]] - all[count]))
    }

    /// For each thing of which an answer may say several, by how much it is said rather than not, in units of 1/1024.
    func leads(in tokens: [AnswerToken]) -> [Int] {
        let scores = weights.scores(of: AnswerFeatures(of: tokens, vocabulary).all)
        return scores.prefix(count).map { Int($0) }
    }

    /// What each feature of an answer says for one thing rather than another, in units of 1/1024.
    func grounds(in tokens: [AnswerToken], for place: Int, over other: Int) -> [(name: String, points: Int)] {
        AnswerFeatures(of: tokens, vocabulary).contributions(to: weights, for: place, over: other)
    }
}
