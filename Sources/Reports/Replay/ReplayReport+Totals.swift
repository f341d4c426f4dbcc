extension ReplayReport {
    /// How many questions there are of each sort. Duplicates are not among them.
    public struct Totals: Sendable, Hashable, Encodable {
        /// All that were compared.
        public var questions: Int
        /// How many conversations these are of.
        public var conversations: Int
        /// Replied to then and now, alike in all that is compared.
        public var same: Int
        /// Replied to then and now, not alike.
        public var changed: Int
        /// Replied to now only.
        public var missingThen: Int
        /// Replied to then only.
        public var missingNow: Int
        /// Replied to neither then nor now, those included that cannot be read.
        public var withoutReply: Int
        /// That cannot be read.
        public var unreadable: Int
        /// Questions that had been answered before, and were ignored.
        public var duplicates: Int
        /// Conversations of which earlier questions were not there to be asked again.
        public var conversationsWithoutBeginning: Int
        /// Replies of then, among all that were read, to questions that are not there.
        public var repliesWithoutQuestion: Int
        /// Replies of then, among all that were read, beyond the one that a question gets.
        public var repeatedReplies: Int
        /// Records among the replies that are none.
        public var unreadableReplies: Int

        init(_ comparison: ReplayComparison, unreadableReplies: Int) {
            let pairs = comparison.pairs
            questions = pairs.count
            conversations = Set(pairs.map(\.turn.conversation)).count
            same = pairs.count { $0.then != nil && $0.turn.now != nil && !$0.isDifferent }
            changed = pairs.count { !$0.changed.isEmpty }
            missingThen = pairs.count { $0.then == nil && $0.turn.now != nil }
            missingNow = pairs.count { $0.then != nil && $0.turn.now == nil }
            withoutReply = pairs.count { $0.then == nil && $0.turn.now == nil }
            unreadable = pairs.count(where: \.turn.isUnreadable)
            duplicates = comparison.duplicates
            conversationsWithoutBeginning = Set(pairs.filter(\.lacksBeginning).map(\.turn.conversation)).count
            repliesWithoutQuestion = comparison.repliesWithoutQuestion
            repeatedReplies = comparison.repeatedReplies
            self.unreadableReplies = unreadableReplies
        }
    }
}
