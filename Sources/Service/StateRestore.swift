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

/// Reads the conversations of newly assigned partitions, a little at a time, so that the consumer is polled and the
/// questions of other partitions are answered meanwhile. Each partition is ready by itself.
///
/// A partition is restored when its reader has come up to the end as it was when the partition was already ours: nobody
/// else can then add to it. The end counts open transactions in, and the reader waits for their outcome, so that what
/// an earlier owner committed last is never missed. Whether that end is reached is told by the reader's position, since
/// the last offsets may hold no record: markers of transactions take offsets too, and compaction leaves holes.
///
/// That end is proven, not believed. The earlier owner has left in its ``PartitionMark`` how far it had written. A broker
/// that says the topic ends before that, or begins after it, is not the leader any more, or does not know what it had: it
/// is asked again, with the leader looked up anew, until it agrees. A state that cannot be vouched for answers nobody.
final class StateRestore {
    /// A partition that is restored.
    struct Restored {
        /// The partition of questions.
        let partition: TopicPartition
        let store: ConversationStore
        /// Up to which offset of the conversation topic the store is complete.
        let position: Int64
        /// Where the group stands in the partition; nil if it has never been there.
        let committed: CommittedOffset?
    }

    private let consumer: Consumer
    private let admin: Admin
    private let reader: PartitionReader
    private let logger: Logger
    /// What is being restored, by the partition of questions.
    private var restores: [TopicPartition: PartitionRestore] = [:]
    /// For each partition of conversations that is being read, that of its questions.
    private var readFor: [TopicPartition: TopicPartition] = [:]
    private var marks: PendingCall<[TopicPartition: CommittedOffset]>?
    private var marksAt = ContinuousClock.now
    private var warnsAt = ContinuousClock.now
    private var steppedAt = ContinuousClock.now

    /// How long a broker may take for an answer before it is asked again.
    private static let timeout: Duration = .seconds(1)
    /// How long the reader may bring nothing of a partition before its leader is looked up anew.
    private static let longestSilence: Duration = .seconds(20)
    /// How often it is said what is waited for.
    private static let warningInterval: Duration = .seconds(10)

    init(consumer: Consumer, admin: Admin, reader: PartitionReader, logger: Logger) {
        self.consumer = consumer
        self.admin = admin
        self.reader = reader
        self.logger = logger
    }

    /// Whether nothing is being restored.
    var isEmpty: Bool { restores.isEmpty }

    /// How long to wait for other things at most before the next step.
    private(set) var patience: Duration = .zero

    /// Begins with a partition of questions, whose conversations are in another.
    func begin(_ partition: TopicPartition, conversations: TopicPartition, kept: KeptState?) {
        if restores.isEmpty { warnsAt = .now + Self.warningInterval }
        restores[partition] = PartitionRestore(partition, conversations: conversations, kept: kept)
        // An answer that is under way was asked for before this partition was ours.
        marks = nil
        marksAt = .now
    }

    /// Gives up partitions that go elsewhere.
    func drop(_ partitions: [TopicPartition]) throws(KafkaError) {
        for partition in partitions {
            guard let restore = restores.removeValue(forKey: partition) else { continue }
            try stopReading(restore)
        }
    }

    /// Goes on for a while, as long as there is something to do, and gives back what is restored.
    func step(_ duration: Duration) throws(KafkaError) -> [Restored] {
        guard !restores.isEmpty else { return [] }
        let now = ContinuousClock.now
        askForMarks(now)
        let isBusy = try read(until: now + duration)
        // While the pump did other things nothing was heard because nobody listened.
        if now - steppedAt > .seconds(1) { for restore in restores.values { restore.listenAnew() } }
        steppedAt = now
        for restore in restores.values { try advance(restore, now) }
        warnIfLate(now)
        patience = isBusy ? .zero : readFor.isEmpty ? .milliseconds(20) : .milliseconds(5)
        return finished()
    }

    /// Asks where the group stands in the partitions for which that is not known yet, all at once.
    private func askForMarks(_ now: ContinuousClock.Instant) {
        let unknown = restores.values.filter(\.isUnmarked)
        if let result = marks?.result {
            marks = nil
            switch result {
            case .success(let committed):
                for restore in unknown { restore.takeMark(committed[restore.questions]) }
                return
            case .failure(let error):
                for restore in unknown { restore.difficulty = "\(error)" }
                marksAt = now + .milliseconds(250)
            }
        }
        guard marks == nil, !unknown.isEmpty, now >= marksAt else { return }
        marks = consumer.beginCommitted(unknown.map(\.questions), timeout: Self.timeout)
    }

    private func advance(_ restore: PartitionRestore, _ now: ContinuousClock.Instant) throws(KafkaError) {
        switch restore.phase {
        case .unmarked, .finished:
            break
        case .unasked(let time):
            guard now >= time else { break }
            restore.phase = .asked(
                questions: admin.beginWatermarks(of: restore.questions, timeout: Self.timeout),
                conversations: admin.beginWatermarks(
                    of: restore.conversations, refreshing: restore.difficulty != nil, timeout: Self.timeout))
        case .asked(let questions, let conversations):
            guard let result = conversations.result else { break }
            if case .success(let watermarks) = questions.result { restore.warnOfLostQuestions(watermarks, logger) }
            switch result {
            case .success(let watermarks):
                if let start = restore.plan(watermarks, now) {
                    readFor[restore.conversations] = restore.questions
                    try reader.add([restore.conversations: .offset(start)])
                } else if let difficulty = restore.difficulty, restore.isFirstDifficulty {
                    logger.warning("\(difficulty)", metadata: ["partition": "\(restore.questions)"])
                }
            case .failure(let error):
                if error.disposition == .fatal { throw error }
                restore.askLater("\(error)", now)
            }
        case .reading:
            guard now - restore.heardAt > Self.longestSilence else { break }
            try stopReading(restore)
            restore.askLater("Nothing came of \(restore.conversations) for \(Self.longestSilence)", now)
        }
    }

    /// Takes what the reader brings. True if there is more.
    private func read(until deadline: ContinuousClock.Instant) throws(KafkaError) -> Bool {
        while !readFor.isEmpty {
            guard ContinuousClock.now < deadline else { return true }
            switch reader.poll(timeout: .zero) {
            case .record(let record):
                guard let restore = restoreThatReads(record.topicPartition) else { continue }
                restore.take(record)
                if restore.isFinished { try stopReading(restore) }
            case .end(let partition, let offset):
                guard let restore = restoreThatReads(partition) else { continue }
                restore.reach(offset)
                if restore.isFinished { try stopReading(restore) }
            case .unreadable(let partition, let offset, let error):
                guard let restore = restoreThatReads(partition) else { continue }
                // To pass over it would be to forget conversations without a word to anybody.
                restore.difficulty =
                    "The conversations at \(partition)/\(offset) cannot be read: \(error). Nobody is answered without them."
            case .failure(let error):
                if error.disposition == .fatal { throw error }
                logger.warning("Restoring conversations: \(error)")
            case nil:
                return false
            }
        }
        return false
    }

    private func restoreThatReads(_ conversations: TopicPartition) -> PartitionRestore? {
        readFor[conversations].flatMap { restores[$0] }
    }

    private func stopReading(_ restore: PartitionRestore) throws(KafkaError) {
        guard readFor.removeValue(forKey: restore.conversations) != nil else { return }
        try reader.remove([restore.conversations])
    }

    private func finished() -> [Restored] {
        let finished = restores.values.filter(\.isFinished)
        for restore in finished {
            restores[restore.questions] = nil
            logger.info(
                "Conversations are restored.",
                metadata: [
                    "partition": "\(restore.questions)", "conversations": "\(restore.store.count)",
                    "records": "\(restore.recordCount)", "duration": "\(ContinuousClock.now - restore.beganAt)",
                ]
            )
        }
        return finished.map {
            Restored(partition: $0.questions, store: $0.store, position: $0.end, committed: $0.committed)
        }
    }

    private func warnIfLate(_ now: ContinuousClock.Instant) {
        guard now >= warnsAt else { return }
        warnsAt = now + Self.warningInterval
        for restore in restores.values.sorted(by: { $0.questions.partition < $1.questions.partition }) {
            logger.warning(
                "Conversations are still being restored; their questions wait. \(restore.situation)",
                metadata: [
                    "partition": "\(restore.questions)", "records": "\(restore.recordCount)",
                    "since": "\(now - restore.beganAt)",
                ]
            )
        }
    }
}
