/// Finds the entry of the knowledge base that a text is about when it does not name it.
struct EntryFinder: Sendable {
    private let ids: [String]
    private let index: ExampleIndex

    /// - Parameter entries: the id of each entry with phrases people use about it.
    init(entries: [(id: String, phrases: [String])], lexicon: Lexicon, extractor: FeatureExtractor) {
        ids = entries.map(\.id)
        index = ExampleIndex(
            classCount: entries.count,
            examples: entries.enumerated().flatMap { owner, entry in
                entry.phrases.map { (owner, extractor.features(of: lexicon.read($0)).list) }
            })
    }

    /// Below this, what a text shares with an entry is likely chance.
    private static let enough = FixedPoint.one * 22 / 100

    /// The id of the nearest entry, or `nil` if none is near.
    ///
    /// - Parameter features: what the text holds; its words that no entry uses do not count against one.
    func nearest(to features: FeatureExtractor.Features) -> String? {
        var features = features
        features.unknownWords = 0
        let totals = index.scores(of: features).map { $0.words + $0.letters / 4 + $0.nearest / 2 }
        guard let best = totals.indices.max(by: { (totals[$0], $1) < (totals[$1], $0) }), totals[best] >= Self.enough
        else {
            return nil
        }
        return ids[best]
    }
}
