import Kafka

/// The questions of the transaction in progress.
struct Batch {
    /// When its first question was taken.
    let beganAt = ContinuousClock.now
    /// How many questions it has.
    private(set) var count = 0
    /// For each partition the offset of its first question: where to go back to if it fails.
    private(set) var first: [TopicPartition: Int64] = [:]
    /// For each partition the offset behind its last question: what is committed.
    private(set) var next: [TopicPartition: Int64] = [:]
    /// Whether it must stay alone.
    var isClosed = false

    /// Takes a question in.
    mutating func add(_ record: KafkaRecord) {
        count += 1
        first[record.topicPartition] = first[record.topicPartition] ?? record.offset
        next[record.topicPartition] = record.offset + 1
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
