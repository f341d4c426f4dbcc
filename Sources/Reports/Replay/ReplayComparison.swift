/// The questions that were asked again, each beside what was replied then.
struct ReplayComparison {
    struct Pair {
        var turn: ReplayedTurn
        var then: ReplySummary?
        /// Whether questions of the conversation before this one are missing: what it leaves out is then not known.
        var lacksBeginning = false

        /// What differs, if there is a reply of both times.
        var changed: [ReplayAspect] {
            guard let then, let now = turn.now else { return [] }
            return ReplayAspect.allCases.filter { $0.differs(then, now) }
        }

        /// Whether the replies differ, or there is only one.
        var isDifferent: Bool { (then == nil) != (turn.now == nil) || !changed.isEmpty }
    }

    /// In the order in which they are shown, without duplicates.
    private(set) var pairs: [Pair]
    /// How many replies answer a question that was not asked again.
    private(set) var repliesWithoutQuestion = 0
    /// How many replies are beyond the one that a question gets.
    private(set) var repeatedReplies = 0
    private var duplicateTimes: [Int64]

    /// How many questions had been answered before.
    var duplicates: Int { duplicateTimes.count }

    /// - Parameters:
    ///   - turns: The questions, those of a conversation in their order.
    ///   - replies: What was replied then, the replies of a conversation in their order.
    init(_ turns: [ReplayedTurn], replies: [RecordedReply]) {
        let asked = turns.filter { !$0.isDuplicate }
        duplicateTimes = turns.filter(\.isDuplicate).map(\.timestamp)
        let pairing = ReplayPairing(asked, replies)
        pairs = zip(asked, pairing.replies).map { turn, reply in
            Pair(turn: turn, then: reply.map { replies[$0].reply })
        }
        repliesWithoutQuestion = pairing.withoutQuestion
        repeatedReplies = pairing.repeated
        markMissingBeginnings()
        pairs.sort { ReplayedTurn.isBefore($0.turn, $1.turn) }
    }

    /// A conversation whose first reply had a higher number then has questions that were not asked again.
    private mutating func markMissingBeginnings() {
        var lacksBeginning: [String: Bool] = [:]
        for pair in pairs {
            guard let then = pair.then, let now = pair.turn.now else { continue }
            let conversation = pair.turn.conversation
            if lacksBeginning[conversation] == nil { lacksBeginning[conversation] = then.sequence > now.sequence }
        }
        for index in pairs.indices {
            pairs[index].lacksBeginning = lacksBeginning[pairs[index].turn.conversation] ?? false
        }
    }

    /// Leaves only the questions from a time on, and of these the newest so many.
    mutating func restrict(since: Int64?, limit: Int?) {
        if let since {
            pairs.removeAll { $0.turn.timestamp < since }
            duplicateTimes.removeAll { $0 < since }
        }
        if let limit { pairs = pairs.suffix(max(0, limit)) }
    }
}
