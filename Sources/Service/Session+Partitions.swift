import Kafka
import Logging

extension Session {
    /// Takes over partitions that the group assigns. Questions of each come once its conversations are restored.
    func takeOver(_ partitions: [TopicPartition]) throws {
        try consumer.assign(partitions)
        guard !partitions.isEmpty else { return }
        try consumer.pause(partitions)
        kept = kept.filter { $0.value.isUsable }
        for partition in partitions {
            guard let conversations = router.conversations(of: partition) else { continue }
            restore.begin(partition, conversations: conversations, kept: kept.removeValue(forKey: partition))
        }
    }

    /// Restores for a moment, if there is something to restore, and begins to answer where all is there.
    func restoreSome() throws {
        let restored = try restore.step(.milliseconds(stores.isEmpty ? 50 : 2))
        guard !restored.isEmpty else { return }
        for state in restored {
            stores[state.partition] = state.store
            positions[state.partition] = state.position
            places[state.partition] = state.committed?.offset ?? 0
            marks[state.partition] = state.committed.map { PartitionMark(metadata: $0.metadata) }
            if crashGuard.takeOver(state.partition, state.committed) {
                logger.warning(
                    """
                    Whoever answered this partition before ended in the middle. Its next questions are answered one by \
                    one, in case one of them is the reason.
                    """, metadata: ["partition": "\(state.partition)"])
            }
        }
        try consumer.resume(restored.map(\.partition))
        logger.info(
            "Answering questions.",
            metadata: ["partitions": "\(restored.map(\.partition.description).sorted().joined(separator: ", "))"]
        )
    }

    /// Commits, or drops what is not ours any more, and gives partitions back.
    func giveUp(_ partitions: [TopicPartition], isLost: Bool) throws {
        try restore.drop(partitions)
        expiry?.drop(partitions)
        stalls.drop(partitions)
        let leaving = Set(partitions)
        if isLost || consumer.isAssignmentLost {
            logger.warning("Partitions were lost: other members of the group did not hear from this one in time.")
            try abort(because: nil, leaving: leaving)
        } else {
            try commit(within: .seconds(5), leaving: leaving)
            try release(partitions)
        }
        for partition in partitions {
            if let store = stores.removeValue(forKey: partition), let position = positions[partition] {
                kept[partition] = KeptState(store: store, position: position, since: .now)
            }
            positions[partition] = nil
            awaited[partition] = nil
            places[partition] = nil
            marks[partition] = nil
            opened[partition] = nil
        }
        try consumer.unassign(partitions)
    }

    /// Where a record lies, for log lines.
    func place(_ record: KafkaRecord) -> Logger.Metadata {
        ["topic": "\(record.topic)", "partition": "\(record.partition)", "offset": "\(record.offset)"]
    }
}
