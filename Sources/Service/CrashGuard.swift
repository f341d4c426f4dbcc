import Kafka

/// Questions that may have ended an earlier process, so that one of them does not end every process after it.
///
/// An owner that ends in the middle leaves its name in the ``PartitionMark``. Who comes next answers the questions that
/// can have been in its last transaction one by one, and says so in the mark before each: a question that ends its process
/// again and again is found by that, and becomes a dead letter. As long as nobody ends in the middle this costs one
/// commit when a partition's first question comes.
struct CrashGuard {
    /// How many processes a question may end, alone in its transaction, before it is set aside.
    static let mostAttempts = 3

    /// What is to be done with a question.
    enum Verdict: Equatable {
        /// Nothing is known against it.
        case innocent
        /// The one before may have ended a process: it gets a transaction of its own, announced by a mark.
        case suspected(attempts: Int)
        /// It has ended as many processes as one may.
        case exhausted(attempts: Int)
    }

    private struct Aftermath {
        /// How many have begun with the question at the committed offset, and ended.
        let attempts: Int
        /// How many questions more can have been in the last transaction of the one before.
        var remaining: Int
    }

    /// The name of this process in marks.
    let process: String
    private let batchSize: Int
    private var aftermaths: [TopicPartition: Aftermath] = [:]

    /// - Parameters:
    ///   - process: a name that no other process has had.
    ///   - batchSize: how many questions a transaction has at most.
    init(process: String, batchSize: Int) {
        self.process = process
        self.batchSize = batchSize
    }

    /// A partition is taken over as its last owner left it. Gives back whether that one ended in the middle.
    mutating func takeOver(_ partition: TopicPartition, _ committed: CommittedOffset?) -> Bool {
        let mark = committed.map { PartitionMark(metadata: $0.metadata) }
        // What this process has announced and outlived counts for nothing; what was before stays.
        if mark?.owner == process { return false }
        aftermaths[partition] = nil
        guard let mark, mark.owner != nil else { return false }
        aftermaths[partition] = Aftermath(attempts: mark.attempts, remaining: batchSize)
        return true
    }

    /// What is to be done with the next question of a partition.
    func verdict(_ partition: TopicPartition) -> Verdict {
        guard let aftermath = aftermaths[partition] else { return .innocent }
        let attempts = aftermath.remaining == batchSize ? aftermath.attempts : 0
        return attempts >= Self.mostAttempts ? .exhausted(attempts: attempts) : .suspected(attempts: attempts)
    }

    /// Questions of these partitions, so many in each, are done with.
    mutating func settle(_ counts: [TopicPartition: Int]) {
        for (partition, count) in counts {
            guard var aftermath = aftermaths[partition] else { continue }
            aftermath.remaining -= count
            aftermaths[partition] = aftermath.remaining > 0 ? aftermath : nil
        }
    }
}
