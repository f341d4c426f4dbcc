public import Contract

extension SubmissionMessage {
    /// The newest submission of each conversation: the one that was completed last of those that no other takes the place of.
    ///
    /// - Parameter submissions: In the order in which they were written.
    public static func newest(of submissions: [SubmissionMessage]) -> [SubmissionMessage] {
        let replaced = Set(submissions.compactMap { each in each.replaces.map { Filling(each.conversation, $0) } })
        var newest: [String: SubmissionMessage] = [:]
        for submission in submissions where !replaced.contains(Filling(submission.conversation, submission.run)) {
            if let other = newest[submission.conversation], other.time > submission.time { continue }
            newest[submission.conversation] = submission
        }
        return Array(newest.values)
    }

    /// What names a filling-in among those of all conversations.
    struct Filling: Hashable {
        let conversation: String
        let run: String

        init(_ conversation: String, _ run: String) {
            self.conversation = conversation
            self.run = run
        }
    }

    private var time: Int64 { Timestamp.milliseconds(of: completedAt) ?? .min }
}
