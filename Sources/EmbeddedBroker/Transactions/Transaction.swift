import NIOCore

/// A transactional producer, and how its transaction stands.
struct Transaction {
    /// Where a transaction stands (Apache Kafka's `TransactionState`).
    enum State: Equatable {
        /// None is open. How the last one ended is known for a client that asks again after a lost answer.
        case idle(lastCommitted: Bool?)
        case ongoing
        /// It is decided, and will end so; not everything that this means is done yet.
        case decided(commits: Bool)
    }

    var producerID: Int64
    var epoch: ProducerEpoch
    var timeout: TimeAmount
    /// When the producer was last heard of here, in milliseconds since 1970.
    var lastUse: Int64
    var state = State.idle(lastCommitted: nil)
    var partitions: Set<PartitionName> = []
    var groups: Set<String> = []
    /// What a decided transaction commits in groups.
    var offsets: [String: [StateEntry.Offset]] = [:]
    /// Where the last decided transaction began in the partitions whose marker may not be on the disk itself yet: the
    /// decision must be remembered until it is.
    var unsynced: [PartitionName: Int64] = [:]
    /// Where records lie of a transaction after the decided one: that it began was lost with the power. It is aborted next.
    var strays: Set<PartitionName> = []
    /// Ends the transaction when it takes too long, or goes on ending it.
    var timer: Scheduled<Void>?
    /// How often ending it has failed.
    var failures = 0

    var isOngoing: Bool { state == .ongoing }
}

/// How often the same producer id was taken over. The greatest number is given to nobody: who is fenced for good has it.
struct ProducerEpoch: Equatable {
    let number: Int16

    static let first = ProducerEpoch(number: 0)

    init(number: Int16) { self.number = max(0, number) }

    /// The epoch that fences this one.
    var next: ProducerEpoch { ProducerEpoch(number: number == .max ? .max : number + 1) }

    /// Whether a producer cannot be given the next one.
    var isLast: Bool { number >= Int16.max - 1 }

    /// Whether a producer that says this number speaks for the epoch.
    func isHeld(by number: Int16) -> Bool { number == self.number && number != .max }
}
