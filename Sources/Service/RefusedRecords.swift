import Kafka

/// Questions whose outputs the brokers have refused, so that one of them does not hold up all others for ever.
///
/// A refused record aborts the transaction with everything in it. The questions of that transaction are then answered
/// one by one; the one that is refused alone becomes a dead letter.
struct RefusedRecords {
    /// What is to be done with a question.
    enum Verdict: Equatable {
        /// Nothing is known against it.
        case innocent
        /// It gets a transaction of its own.
        case suspected
        /// Its outputs were refused; its record may be kept as a dead letter.
        case refused
        /// Even its dead letter was refused.
        case refusedAsDeadLetter

        /// The verdict together with a suspicion of another kind.
        func orSuspected(_ isSuspected: Bool) -> Verdict {
            self == .innocent && isSuspected ? .suspected : self
        }
    }

    /// Whether the brokers have refused the records that expiry causes, which is left alone then.
    private(set) var refusesExpiry = false
    private var suspectedBefore: [TopicPartition: Int64] = [:]
    private var refusals: [TopicPartition: (offset: Int64, count: Int)] = [:]

    /// A transaction of these questions was refused: for each partition the first, and the one behind the last.
    mutating func refuse(first: [TopicPartition: Int64], next: [TopicPartition: Int64], count: Int) {
        if count == 0 { refusesExpiry = true }
        suspectedBefore.merge(next) { max($0, $1) }
        guard count == 1, let (partition, offset) = first.first else { return }
        let known = refusals[partition]
        refusals[partition] = (offset, known.map { $0.offset == offset ? $0.count + 1 : 1 } ?? 1)
    }

    /// What is to be done with the question at this offset.
    func verdict(_ partition: TopicPartition, _ offset: Int64) -> Verdict {
        if let refusal = refusals[partition], refusal.offset == offset {
            return refusal.count > 1 ? .refusedAsDeadLetter : .refused
        }
        return offset < suspectedBefore[partition, default: 0] ? .suspected : .innocent
    }

    /// The questions before these offsets are done with.
    mutating func settle(_ next: [TopicPartition: Int64]) {
        for (partition, offset) in next {
            if let refusal = refusals[partition], refusal.offset < offset { refusals[partition] = nil }
            if let end = suspectedBefore[partition], end <= offset { suspectedBefore[partition] = nil }
        }
    }

    /// Whether an error is about a record's content, so that trying again with the same records is of no use.
    static func areNamed(by error: KafkaError) -> Bool {
        error.code == .recordTooLarge || error.code == .invalidRecord
    }
}
