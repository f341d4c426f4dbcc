import Kafka

/// The questions of the transaction in progress, or an announcement to who owns their partitions next.
struct Batch {
    /// When its first question was taken.
    let beganAt = ContinuousClock.now
    /// How many questions it has.
    var count: Int { counts.values.reduce(0, +) }
    /// How many questions it has of each partition.
    private(set) var counts: [TopicPartition: Int] = [:]
    /// For each partition the offset of its first question: where to go back to if it fails.
    private(set) var first: [TopicPartition: Int64] = [:]
    /// For each partition the offset behind its last question: what is committed.
    private(set) var next: [TopicPartition: Int64] = [:]
    /// For each partition how many processes have begun with the question at the committed offset.
    private(set) var attempts: [TopicPartition: Int] = [:]
    /// Whether its partitions are to be read again from its beginning if it fails: not if no question began it.
    private(set) var goesBack = true
    /// Whether it only says that a question is begun.
    var isAnnouncement: Bool { counts.isEmpty && goesBack }
    /// Whether its partitions are given back with it.
    private(set) var releases = false
    /// Whether it must stay alone.
    var isClosed = false

    /// Takes a question in.
    mutating func add(_ record: KafkaRecord) {
        counts[record.topicPartition, default: 0] += 1
        first[record.topicPartition] = first[record.topicPartition] ?? record.offset
        next[record.topicPartition] = record.offset + 1
    }

    /// An announcement that a question is begun, which `attempts` processes have begun with by now, in case one ends.
    static func announcing(_ record: KafkaRecord, attempts: Int) -> Batch {
        var batch = Batch()
        batch.first = [record.topicPartition: record.offset]
        batch.next = batch.first
        batch.attempts = [record.topicPartition: attempts]
        return batch
    }

    /// A change that no question causes, of a partition that stands at this offset.
    static func keeping(_ partition: TopicPartition, at offset: Int64) -> Batch {
        var batch = Batch()
        batch.first = [partition: offset]
        batch.next = batch.first
        batch.goesBack = false
        return batch
    }

    /// An announcement that partitions are given back at these offsets.
    static func releasing(_ offsets: [TopicPartition: Int64]) -> Batch {
        var batch = Batch()
        batch.first = offsets
        batch.next = offsets
        batch.releases = true
        batch.goesBack = false
        return batch
    }

    /// A dead letter in the place of all questions from that of `place` up to an offset.
    static func passing(over place: KafkaRecord, upTo offset: Int64) -> Batch {
        var batch = Batch()
        batch.counts = [place.topicPartition: 1]
        batch.first = [place.topicPartition: place.offset]
        batch.next = [place.topicPartition: offset]
        return batch
    }

    /// Whether it is time to commit. `isDrained`: no further question waits.
    func isDue(_ policy: ServiceConfiguration.Commit, isDrained: Bool) -> Bool {
        let age = ContinuousClock.now - beganAt
        return isClosed || count >= policy.records || age >= policy.interval || (isDrained && age >= policy.quiet)
    }

    /// How long to wait for another question at most.
    func patience(_ policy: ServiceConfiguration.Commit) -> Duration {
        max(.zero, min(policy.quiet, policy.interval) - (.now - beganAt))
    }
}
