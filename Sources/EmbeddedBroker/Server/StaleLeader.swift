import NIOCore
import NIOPosix

/// What a leader says of a partition that it does not lead any more: tests put it into the broker's mouth.
package struct StaleLeader: Sendable {
    /// An answer to one question for an offset.
    package enum Answer: Sendable {
        /// It says that it is the leader no longer.
        case notLeader
        /// It tells the offsets between which it believes that the partition lies.
        case offsets(low: Int64, high: Int64)
    }

    /// The answers that are left, the next one first.
    private var answers: [PartitionName: ArraySlice<Answer>] = [:]

    /// Has the next questions for the offsets of a partition answered so, one after the other.
    mutating func answer(_ partition: PartitionName, with answers: [Answer]) {
        self.answers[partition] = answers[...]
    }

    /// The answer to the next question; `nil` when there is none left.
    mutating func next(_ partition: PartitionName) -> Answer? {
        answers[partition]?.popFirst()
    }
}

extension EmbeddedBroker {
    /// Has the next questions for the offsets of a partition answered as by a leader that is none any more.
    package func answerOffsets(of topic: String, partition: Int32, with answers: [StaleLeader.Answer]) async throws {
        let core = core
        try await group.next().submit {
            core.value.staleLeader.answer(PartitionName(topic: topic, partition: partition), with: answers)
        }.get()
    }
}
