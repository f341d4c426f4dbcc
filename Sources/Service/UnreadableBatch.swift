import Kafka

/// Looks behind a batch that cannot be read, which librdkafka neither skips nor tells the end of.
struct UnreadableBatch {
    let partition: TopicPartition
    /// The first offset that cannot be read.
    let offset: Int64
    /// The offset behind the last committed record of the partition.
    let end: Int64
    let reader: PartitionReader
    /// Whether there is no time left.
    let isOver: () -> Bool

    /// What looking behind it came to.
    enum Outcome: Equatable {
        /// It can be read after all.
        case readable
        /// Reading goes on at this offset.
        case goesOn(Int64)
        /// It is not certain that it is the batch that is to blame, or there was no time to find out.
        case unsure
    }

    /// How long a batch may bring neither a record nor an error before it counts as unreadable.
    private static let patience: Duration = .seconds(3)
    /// The same once it is known that what can be read is read in no time.
    private static let shortPatience: Duration = .seconds(1)
    /// How long all of it may take, while other partitions wait.
    private static let longest: Duration = .seconds(45)

    private enum Found {
        case readable
        /// The batch that begins at this offset cannot be read.
        case unreadable(Int64)
        case nothing
    }

    /// Looks for the first offset behind the batch.
    ///
    /// A batch that librdkafka names as damaged is told apart from the next by its first offset. One that it passes over
    /// in silence is believed to be damaged only if what is behind it can be read, and it still cannot.
    func next() throws(KafkaError) -> Outcome {
        let limit = ContinuousClock.now + Self.longest
        let first = try look(at: offset, Self.patience)
        if case .readable = first { return .readable }
        // Where not even the end answers, it is not the batch.
        if case .nothing = first {
            guard case .readable = try look(at: end, Self.patience) else { return .unsure }
        }
        var low = offset
        var high = offset
        repeat {
            if isOver() || .now > limit { return .unsure }
            low = high
            high = min(end, high + max(1, high - offset))
            if high < end, try !isSame(first, look(at: high, Self.shortPatience)) { break }
        } while high < end
        while high - low > 1 {
            if isOver() || .now > limit { return .unsure }
            let middle = low + (high - low) / 2
            if try isSame(first, look(at: middle, Self.shortPatience)) { low = middle } else { high = middle }
        }
        if case .nothing = first {
            guard case .readable = try look(at: high, Self.patience),
                case .nothing = try look(at: offset, Self.patience)
            else { return .unsure }
        }
        return .goesOn(high)
    }

    private func isSame(_ first: Found, _ other: Found) -> Bool {
        switch (first, other) {
        case (.nothing, .nothing): true
        case (.unreadable(let begin), .unreadable(let other)): begin == other
        default: false
        }
    }

    private func look(at offset: Int64, _ patience: Duration) throws(KafkaError) -> Found {
        try reader.assign([partition: .offset(offset)])
        let limit = ContinuousClock.now + patience
        while ContinuousClock.now < limit, !isOver() {
            switch reader.poll(timeout: .milliseconds(50)) {
            case .record, .end: return .readable
            case .unreadable(_, let begin, _): return .unreadable(begin)
            case .failure(let error): if error.disposition == .fatal { throw error }
            case nil: break
            }
        }
        return .nothing
    }
}
