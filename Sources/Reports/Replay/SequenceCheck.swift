/// Follows the numbers of the replies in their conversations: 1, 2, 3 and so on, beginning anew once it was forgotten.
struct SequenceCheck {
    private var expected: [String: Int] = [:]
    private var found: [(gap: ReplayReport.SequenceGap, timestamp: Int64)] = []

    /// Takes the next reply of its conversation. The first may have any number: what was before may be gone by now.
    mutating func note(_ recorded: RecordedReply, timestamp: Int64) {
        let conversation = recorded.question.conversation
        let reply = recorded.reply
        if let expected = expected[conversation], expected != reply.sequence {
            let gap = ReplayReport.SequenceGap(
                conversation: ReplayReport.shortened(conversation), time: ReplayReport.time(timestamp),
                question: .init(recorded.question), expected: expected, got: reply.sequence)
            found.append((gap, timestamp))
        }
        expected[conversation] = reply.outcome == "forgotten" ? 1 : reply.sequence + 1
    }

    /// The gaps from a time on, and those whose time is not known, in the order of the replies.
    func gaps(since: Int64?) -> [ReplayReport.SequenceGap] {
        found.filter { $0.timestamp <= 0 || $0.timestamp >= since ?? .min }.map(\.gap)
    }
}
