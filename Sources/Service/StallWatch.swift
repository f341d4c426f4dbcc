import Kafka

/// Notices a partition that has questions and brings none: librdkafka passes over a damaged batch without a word.
struct StallWatch {
    private struct Look {
        /// The offset behind the last question that came.
        let position: Int64
        let call: PendingCall<Watermarks>
        /// The end of the partition as it was at the look before, at the same position.
        let earlierEnd: Int64?
    }

    private var looks: [TopicPartition: Look] = [:]
    /// Up to where it is known that a partition holds no further question: markers and aborted records have offsets too.
    private var quietEnds: [TopicPartition: Int64] = [:]
    private var dueAt = ContinuousClock.now + interval

    /// How often the ends of idle partitions are looked at.
    private static let interval: Duration = .seconds(5)

    /// Whether it is time to look.
    var isDue: Bool { ContinuousClock.now >= dueAt }

    /// Gives back the partitions that have stood still in front of something since the last look, with their ends.
    mutating func stalled(
        _ positions: [TopicPartition: Int64],
        askingFor watermarks: (TopicPartition) -> PendingCall<Watermarks>
    ) -> [(partition: TopicPartition, position: Int64, end: Int64)] {
        guard isDue else { return [] }
        dueAt = .now + Self.interval
        var stalled: [(partition: TopicPartition, position: Int64, end: Int64)] = []
        var next: [TopicPartition: Look] = [:]
        for (partition, position) in positions {
            var end: Int64?
            if let look = looks[partition], look.position == position {
                guard let result = look.call.result else {
                    // The answer is still to come: a second question would only wait behind the first.
                    next[partition] = look
                    continue
                }
                if case .success(let found) = result {
                    end = found.high
                    // Something was there at the look before already, and has not come since.
                    if let earlier = look.earlierEnd, earlier > max(position, quietEnds[partition] ?? 0) {
                        stalled.append((partition, position, found.high))
                    }
                }
            }
            next[partition] = Look(position: position, call: watermarks(partition), earlierEnd: end)
        }
        looks = next
        return stalled
    }

    /// Partitions are served elsewhere.
    mutating func drop(_ partitions: [TopicPartition]) {
        for partition in partitions {
            looks[partition] = nil
            quietEnds[partition] = nil
        }
    }

    /// There is no question before this end.
    mutating func noteQuiet(_ partition: TopicPartition, upTo end: Int64) {
        quietEnds[partition] = end
    }
}
