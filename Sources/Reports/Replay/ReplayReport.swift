/// What would be replied differently now, ready to be written as text or JSON.
public struct ReplayReport: Sendable, Hashable, Encodable {
    /// Questions that were understood as one intent then and as another now.
    public struct IntentChange: Sendable, Hashable, Encodable {
        /// The intent's id then.
        public var then: String
        /// The intent's id now.
        public var now: String
        /// How many questions.
        public var count: Int
    }

    /// How many replies of then rest on a knowledge base and rules.
    public struct Version: Sendable, Hashable, Encodable {
        /// The digest of their content.
        public var knowledgeVersion: String
        /// How many of the replies compared.
        public var replies: Int
    }

    /// Which knowledge base and rules answer now.
    public var knowledgeVersion: String
    /// Those that answered then, the most frequent first.
    public var knowledgeVersionsThen: [Version]
    /// How many questions there are of each sort.
    public var totals: Totals
    /// In how many questions each part of the reply changed, by its name.
    public var changes: [String: Int]
    /// What was understood differently, the most frequent first.
    public var intentChanges: [IntentChange]
    /// In the order of their times.
    public var differences: [Difference]
    /// In the order of the replies.
    public var sequenceGaps: [SequenceGap]

    /// Whether any question is replied to differently, or only then, or only now. Gaps do not count: what is replied
    /// now has no part in them.
    public var hasDifferences: Bool { !differences.isEmpty }

    init(
        _ comparison: ReplayComparison, knowledgeVersion: String, unreadableReplies: Int, sequenceGaps: [SequenceGap]
    ) {
        let pairs = comparison.pairs
        self.knowledgeVersion = knowledgeVersion
        knowledgeVersionsThen = Self.counts(pairs.compactMap(\.then).map { [$0.knowledgeVersion] })
            .map { Version(knowledgeVersion: $0[0], replies: $1) }
        totals = Totals(comparison, unreadableReplies: unreadableReplies)
        changes = Dictionary(pairs.flatMap(\.changed).map { ($0.rawValue, 1) }, uniquingKeysWith: +)
        intentChanges = Self.counts(
            pairs.compactMap { pair in
                guard pair.changed.contains(.intent), let then = pair.then, let now = pair.turn.now else { return nil }
                return [then.intent, now.intent]
            }
        ).map { IntentChange(then: $0[0], now: $0[1], count: $1) }
        differences = pairs.filter(\.isDifferent).map(Difference.init)
        self.sequenceGaps = sequenceGaps
    }

    /// How often each row is there, the most frequent first, and those that are equally so in their own order.
    private static func counts(_ rows: [[String]]) -> [(row: [String], count: Int)] {
        Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
            .sorted { $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value }
            .map { ($0.key, $0.value) }
    }
}
