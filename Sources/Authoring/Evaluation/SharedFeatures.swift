import Understanding

/// What the examples of two intents have in common.
public struct SharedFeatures: Sendable, Hashable, Encodable {
    /// A word (by its stem), `#concept` or `@entity` that examples of both have.
    public struct Feature: Sendable, Hashable, Encodable {
        public var name: String
        /// The lesser of what it gives to either intent: its rarity, in thousandths of a bit, as far as the intent's
        /// examples use it.
        public var weight: Int
    }

    /// How alike the two are, in thousandths: the sum of the lesser weights over that of the greater (Ružička's
    /// similarity, the weighted form of Jaccard's). 0 for two that share nothing.
    public var likeness = 0
    /// The heaviest, at most eight.
    public var heaviest: [Feature] = []

    static let most = 8
}

extension Interpreter {
    /// The words, concepts and kinds of thing named that the examples of two intents share most weight in, as
    /// ``ExampleIndex`` weighs them.
    func sharedFeatures(of one: Intent, and other: Intent) -> SharedFeatures {
        guard let first = topics.firstIndex(where: { $0.intent == one }),
            let second = topics.firstIndex(where: { $0.intent == other })
        else { return SharedFeatures() }
        let examples = [first, second].flatMap { topics[$0].examples.values.joined() }
        let features = Set(examples.flatMap { extractor.features(of: lexicon.read($0)).list }).filter { feature in
            switch feature.kind {
            case .word, .concept, .entity: true
            case .pair, .letters: false
            }
        }
        var weights: [Feature: (one: Int, other: Int)] = [:]
        _ = index.scores(of: FeatureExtractor.Features(list: Array(features))) { owner, feature, weight in
            if owner == first { weights[feature, default: (0, 0)].one = weight }
            if owner == second { weights[feature, default: (0, 0)].other = weight }
        }
        let least = weights.values.reduce(0) { $0 + min($1.one, $1.other) }
        let most = weights.values.reduce(0) { $0 + max($1.one, $1.other) }
        let shared = weights.compactMap { feature, weight -> SharedFeatures.Feature? in
            let lesser = min(weight.one, weight.other)
            guard lesser > 0 else { return nil }
            return SharedFeatures.Feature(name: name(of: feature), weight: lesser * 1000 / FixedPoint.one)
        }
        return SharedFeatures(
            likeness: least * 1000 / max(1, most),
            heaviest: Array(shared.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }.prefix(SharedFeatures.most)))
    }
}
