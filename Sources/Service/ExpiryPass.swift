import Kafka

/// Goes through the conversations now and then, for those in which nobody asks anything any more.
struct ExpiryPass {
    /// A few conversations of one partition.
    struct Slice {
        let partition: TopicPartition
        let conversations: [(key: [UInt8], kept: ConversationStore.Kept)]
    }

    /// How long after a pass the next one begins.
    private static let interval: Duration = .seconds(6 * 3600)

    /// How old a state is that is of interest, in milliseconds.
    private let age: Int64
    /// The conversations that a pass in progress has yet to look at.
    private var keys: [TopicPartition: ArraySlice<[UInt8]>] = [:]
    private var beginsAt: [TopicPartition: ContinuousClock.Instant] = [:]

    /// - Parameter age: how long a state has been there before anything can be due for its conversation, in milliseconds.
    init(age: Int64) {
        self.age = max(0, age)
    }

    /// Whether a pass is in progress, so that the next slice need not wait.
    var isInProgress: Bool { !keys.isEmpty }

    /// The next conversations to look at, if it is time to.
    ///
    /// - Parameters:
    ///   - stores: the partitions that are served.
    ///   - now: milliseconds since 1970.
    ///   - most: how many conversations at most.
    mutating func next(_ stores: [TopicPartition: ConversationStore], now: Int64, most: Int) -> Slice? {
        for (partition, store) in stores where beginsAt[partition].map({ $0 <= .now }) ?? true {
            beginsAt[partition] = .now + Self.interval
            let horizon = now - age
            let old = store.conversations.filter { $0.value.time <= horizon && $0.value.keptUntil <= now }
            if !old.isEmpty { keys[partition] = Array(old.keys)[...] }
        }
        guard let partition = keys.keys.first, let slice = keys[partition]?.prefix(most) else { return nil }
        let rest = keys[partition]?.dropFirst(most) ?? []
        keys[partition] = rest.isEmpty ? nil : rest
        guard let store = stores[partition] else { return nil }
        return Slice(
            partition: partition, conversations: slice.compactMap { key in store[kept: key].map { (key, $0) } })
    }

    /// Partitions are served elsewhere.
    mutating func drop(_ partitions: [TopicPartition]) {
        for partition in partitions {
            keys[partition] = nil
            beginsAt[partition] = nil
        }
    }
}
