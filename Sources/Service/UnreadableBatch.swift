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

    /// How long a batch may bring neither a record nor an error before it counts as unreadable.
    private static let patience: Duration = .seconds(3)

    private enum Found {
        case readable
        /// The batch that begins at this offset cannot be read.
        case unreadable(Int64)
        case nothing
    }

    /// The first offset behind the batch; nil if the batch can be read after all, or if it is not certain that it is the
    /// batch that is to blame.
    ///
    /// A batch that librdkafka names as damaged is told apart from the next by its first offset. One that it passes over
    /// in silence is believed to be damaged only if what is behind it can be read, and it still cannot.
    func next() throws(KafkaError) -> Int64? {
        let first = try look(at: offset)
        if case .readable = first { return nil }
        var low = offset
        var high = offset
        repeat {
            if isOver() { return nil }
            low = high
            high = min(end, high + max(1, high - offset))
            if high < end, try !isSame(first, look(at: high)) { break }
        } while high < end
        while high - low > 1 {
            if isOver() { return nil }
            let middle = low + (high - low) / 2
            if try isSame(first, look(at: middle)) { low = middle } else { high = middle }
        }
        if case .nothing = first {
            guard case .readable = try look(at: high), case .nothing = try look(at: offset) else { return nil }
        }
        return high
    }

    private func isSame(_ first: Found, _ other: Found) -> Bool {
        switch (first, other) {
        case (.nothing, .nothing): true
        case (.unreadable(let begin), .unreadable(let other)): begin == other
        default: false
        }
    }

    private func look(at offset: Int64) throws(KafkaError) -> Found {
        try reader.assign([partition: .offset(offset)])
        let limit = ContinuousClock.now + Self.patience
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
