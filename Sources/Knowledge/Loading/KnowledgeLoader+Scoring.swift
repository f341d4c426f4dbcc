import Content
import Text

extension KnowledgeLoader {
    func readScoringMethod(_ node: ContentNode) -> ScoringMethod? {
        let texts = [
            "answer-points", "sub-score", "bonus", "neutral", "overall", "innovation-display", "rounding",
            "completeness", "assurance", "backed-share", "always-say",
        ]
        guard
            let mapping = node.mapping(
                required: ["titles", "weights", "minimum-completeness", "levels", "level-of-assurance"] + texts)
        else { return nil }
        let titles = readTable(mapping["titles"], by: Indicator.self) { $0.localized() }
        let weights = readTable(mapping["weights"], by: Indicator.self) { $0.integer(in: 0...100) }
        let levels = readTable(mapping["levels"], by: EvidenceLevel.self) { $0.localized() }
        let levelOfAssurance = readTable(mapping["level-of-assurance"], by: Assurance.self) {
            $0.value(EvidenceLevel.self, called: "level")
        }
        let minimum = mapping["minimum-completeness"]?.integer(in: 0...100)
        let sum = weights.values.reduce(0, +)
        if weights.count == Indicator.allCases.count, sum != 100 {
            mapping["weights"]?.report("the weights add up to \(sum)", remedy: "Make them add up to 100.")
        }
        let explained = texts.map { mapping.localized($0) }
        guard let minimum, !explained.contains(nil) else { return nil }
        let said = explained.compactMap { $0 }
        return ScoringMethod(
            titles: titles, weights: weights, minimumCompleteness: minimum, levels: levels,
            levelOfAssurance: levelOfAssurance, answerPoints: said[0], subScore: said[1], bonus: said[2],
            neutral: said[3], overall: said[4], innovationDisplay: said[5], rounding: said[6],
            completeness: said[7], assurance: said[8], backedShare: said[9], alwaysSay: said[10])
    }

    /// A mapping with a value for each case of an enumeration.
    private func readTable<Key: RawRepresentable & CaseIterable & Hashable, Value>(
        _ node: ContentNode?, by type: Key.Type, read: (ContentNode) -> Value?
    ) -> [Key: Value] where Key.RawValue == String {
        guard let mapping = node?.mapping(required: Key.allCases.map(\.rawValue)) else { return [:] }
        var table: [Key: Value] = [:]
        for key in Key.allCases {
            table[key] = mapping[key.rawValue].flatMap(read)
        }
        return table
    }
}
