import Kafka
import Logging

extension Session {
    /// Begins to restore the conversations of partitions that the group assigns. They are taken over when that is done.
    func beginRestore(of partitions: [TopicPartition]) throws {
        let wanted = (restore?.partitions ?? []) + partitions
        guard !wanted.isEmpty else { return try consumer.assign([]) }
        kept = kept.filter { $0.value.isUsable }
        restore = StateRestore(
            wanted,
            conversations: wanted.reduce(into: [:]) { $0[$1] = router.conversations(of: $1) },
            kept: kept,
            admin: admin,
            reader: reader,
            logger: logger
        )
    }

    /// Restores for a moment, if there is something to restore, and takes the partitions over when all is there.
    func restoreSome() throws {
        guard let restore, let restored = try restore.step(.milliseconds(50)) else { return }
        self.restore = nil
        warnOfLostQuestions(in: restore.partitions)
        for (partition, state) in restored {
            stores[partition] = state.store
            positions[partition] = state.position
            kept[partition] = nil
        }
        try consumer.assign(restore.partitions)
        logger.info(
            "Answering questions.",
            metadata: ["partitions": "\(restore.partitions.map(\.description).sorted().joined(separator: ", "))"]
        )
    }

    /// Commits, or drops what is not ours any more, and gives partitions back.
    func giveUp(_ partitions: [TopicPartition], isLost: Bool) throws {
        restore = nil
        let leaving = Set(partitions)
        if isLost || consumer.isAssignmentLost {
            logger.warning("Partitions were lost: other members of the group did not hear from this one in time.")
            try abort(because: nil, leaving: leaving)
        } else {
            try commit(within: .seconds(5), leaving: leaving)
        }
        for partition in partitions {
            if let store = stores.removeValue(forKey: partition), let position = positions[partition] {
                kept[partition] = KeptState(store: store, position: position, since: .now)
            }
            positions[partition] = nil
            awaited[partition] = nil
        }
        try consumer.unassign(partitions)
    }

    /// Questions that were deleted by age before anybody answered them are nothing to pass over in silence.
    private func warnOfLostQuestions(in partitions: [TopicPartition]) {
        do throws(KafkaError) {
            for (partition, offset) in try consumer.committed(partitions, timeout: .seconds(2)) {
                let low = try admin.watermarks(of: partition, timeout: .seconds(2)).low
                guard low > offset else { continue }
                logger.error(
                    """
                    Questions were deleted before they were answered. Give the topic a longer retention.ms than the \
                    service is ever away.
                    """,
                    metadata: ["partition": "\(partition)", "from": "\(offset)", "before": "\(low)"]
                )
            }
        } catch {
            logger.debug("Whether questions were deleted unanswered could not be checked. \(error)")
        }
    }

    /// Where a record lies, for log lines.
    func place(_ record: KafkaRecord) -> Logger.Metadata {
        ["topic": "\(record.topic)", "partition": "\(record.partition)", "offset": "\(record.offset)"]
    }
}
