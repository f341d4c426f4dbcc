import Kafka
import Logging

/// State that was given up with its partition, in case the partition comes back.
struct KeptState {
    let store: ConversationStore
    /// All records of the conversation topic before this offset are in `store`.
    let position: Int64
    let since: ContinuousClock.Instant

    /// Tombstones are gone from a topic after a day at the earliest: up to here none can be missed.
    var isUsable: Bool { ContinuousClock.now - since < .seconds(600) }
}

/// Reads the conversations of newly assigned partitions, a little at a time, so that the consumer is polled meanwhile.
///
/// A partition is restored when its reader has come up to the end as it was when the partition was already ours: nobody
/// else can then add to it. The end counts open transactions in, and the reader waits for their outcome, so that what
/// an earlier owner committed last is never missed. Whether that end is reached is told by the reader's position, since
/// the last offsets may hold no record: markers of transactions take offsets too, and compaction leaves holes.
final class StateRestore {
    /// The partitions of questions that are being restored.
    let partitions: [TopicPartition]
    private let conversations: [TopicPartition: TopicPartition]
    private let admin: Admin
    private let reader: PartitionReader
    private let logger: Logger
    private let beganAt = ContinuousClock.now
    private var kept: [TopicPartition: KeptState]
    private var unasked: [TopicPartition]
    private var starts: [TopicPartition: PartitionReader.Start] = [:]
    private var ends: [TopicPartition: Int64] = [:]
    private var pending: Set<TopicPartition> = []
    private var stores: [TopicPartition: ConversationStore] = [:]
    private var recordCount = 0
    private var warnsAt = ContinuousClock.now + .seconds(30)

    /// - Parameters:
    ///   - partitions: partitions of questions.
    ///   - conversations: for each of them, the partition of its conversations.
    ///   - kept: state of earlier, by partition of questions.
    init(
        _ partitions: [TopicPartition],
        conversations: [TopicPartition: TopicPartition],
        kept: [TopicPartition: KeptState],
        admin: Admin,
        reader: PartitionReader,
        logger: Logger
    ) {
        self.partitions = partitions
        self.conversations = conversations
        self.kept = kept
        self.admin = admin
        self.reader = reader
        self.logger = logger
        unasked = Array(conversations.values)
    }

    /// What is restored: for each partition of questions the state, and the offset up to which it is complete.
    typealias Result = [TopicPartition: (store: ConversationStore, position: Int64)]

    /// Reads on for a while. Gives back the result once all of it is there.
    func step(_ duration: Duration) throws(KafkaError) -> Result? {
        let deadline = ContinuousClock.now + duration
        warnIfLate()
        guard try askForEnds() else { return nil }
        while !pending.isEmpty {
            guard ContinuousClock.now < deadline else { return nil }
            switch reader.poll(timeout: .milliseconds(10)) {
            case .record(let record):
                let partition = record.topicPartition
                // Nothing at or behind the end is taken: it would be a later owner's.
                guard let end = ends[partition], record.offset < end else { continue }
                if let key = record.key { stores[partition]?.restore(key, record.value) }
                recordCount += 1
                if record.offset + 1 >= end { pending.remove(partition) }
            case .end(let partition, let offset):
                if let end = ends[partition], offset >= end { pending.remove(partition) }
            case .failure(let error):
                if error.disposition == .fatal { throw error }
                logger.warning("Restoring conversations: \(error)")
            case nil:
                break
            }
        }
        try reader.assign([:])
        logResult()
        return result
    }

    /// Asks for the ends, and begins to read when all are known. False as long as Kafka does not answer.
    private func askForEnds() throws(KafkaError) -> Bool {
        guard !unasked.isEmpty else { return true }
        while let partition = unasked.last {
            do throws(KafkaError) {
                plan(partition, try admin.watermarks(of: partition, timeout: .seconds(1)))
            } catch  where error.disposition == .retriable {
                logger.debug("Restoring conversations: \(error)")
                return false
            }
            unasked.removeLast()
        }
        let starts = starts.filter { pending.contains($0.key) }
        if !starts.isEmpty { try reader.assign(starts) }
        return true
    }

    private func plan(_ partition: TopicPartition, _ watermarks: Watermarks) {
        let questions = conversations.first { $0.value == partition }?.key
        if let questions, let kept = kept[questions], kept.isUsable,
            (watermarks.low...watermarks.high).contains(kept.position)
        {
            stores[partition] = kept.store
            starts[partition] = .offset(kept.position)
            if kept.position < watermarks.high { pending.insert(partition) }
        } else {
            stores[partition] = ConversationStore()
            starts[partition] = .beginning
            if watermarks.low < watermarks.high { pending.insert(partition) }
        }
        ends[partition] = watermarks.high
    }

    private var result: Result {
        var result: Result = [:]
        for (questions, partition) in conversations {
            guard let store = stores[partition], let end = ends[partition] else { continue }
            result[questions] = (store, end)
        }
        return result
    }

    /// A transaction that hangs keeps everything behind it from being read, until the brokers end it.
    private func warnIfLate() {
        guard ContinuousClock.now > warnsAt else { return }
        warnsAt = .now + .seconds(30)
        logger.warning(
            """
            Conversations are still being restored; their questions wait. If this lasts, look for a hanging \
            transaction on the conversation topic.
            """,
            metadata: ["partitions": "\(pending.count + unasked.count)", "records": "\(recordCount)"]
        )
    }

    private func logResult() {
        logger.info(
            "Conversations are restored.",
            metadata: [
                "partitions": "\(partitions.count)",
                "conversations": "\(stores.values.reduce(0) { $0 + $1.count })",
                "records": "\(recordCount)",
                "duration": "\(ContinuousClock.now - beganAt)",
            ]
        )
    }
}
