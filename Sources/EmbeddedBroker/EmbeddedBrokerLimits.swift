public import NIOCore

/// How much a broker takes from the outside before it refuses, waits, or ends a connection.
public struct EmbeddedBrokerLimits: Sendable {
    /// How large a request may be, in bytes.
    public var requestSize = 16 << 20
    /// How many topics, partitions and the like a request may name.
    public var requestElements = 100_000
    /// How many bytes of records a fetch brings at most, but for a first batch that is larger.
    public var fetchSize = 16 << 20
    /// How many partitions all fetches together wait for at most: another is answered at once, with what there is.
    public var waitingPartitions = 100_000
    /// How large an answer may be, in bytes: a request for more ends its connection.
    public var responseSize = 64 << 20
    /// How many bytes of requests that have yet to be answered, and of answers that have yet to be taken, are held for all
    /// connections together. Beyond them the one that has kept its part for longest is ended.
    public var heldBytes = 256 << 20
    /// How many topics' partitions there are at most, together.
    public var partitions = 10_000
    /// How far a compressed batch may unfold: to this many times its topic's `max.message.bytes`, ...
    public var decompressionFactor = 16
    /// ... and to this many bytes at most.
    public var decompressedSize = 64 << 20
    public var connections = Connections()
    public var groups = Groups()

    public init() {}

    /// Bounds of connections.
    public struct Connections: Sendable {
        /// How many there are. Descriptors permitting: a quarter of what the system allows the process. When one more comes,
        /// the one that has been idle for longest is ended, first among those that never sent a whole request, last among
        /// those that wait for an answer; if all have just begun to wait the newcomer is refused.
        public var count = 256
        /// How long one that waits for an answer is not ended for another.
        public var undisturbedTime = TimeAmount.seconds(10)
        /// How many of them may come from one address that is not this machine.
        public var countPerAddress = 64
        /// How long a connection may ask nothing, as Kafka's `connections.max.idle.ms`.
        public var idleTime = TimeAmount.minutes(10)
        /// How long it may take until its first whole request.
        public var firstRequestTime = TimeAmount.seconds(10)
        /// How long a request may take from its first byte to its last.
        public var requestTime = TimeAmount.seconds(30)
        /// How long it may take none of an answer that is ready.
        public var answerTime = TimeAmount.seconds(30)
    }

    /// Bounds of consumer groups.
    public struct Groups: Sendable {
        /// How many there are.
        public var maximumGroups = 10_000
        /// How long the name of one is, in bytes.
        public var longestID = 1_024
        /// How many members each has, as Kafka's `group.max.size`.
        public var maximumMembers = 250
        /// How many protocols a member may name.
        public var maximumProtocols = 64
        /// How many bytes the metadata of a group's members take together, and its assignments.
        public var maximumMetadata = 4 << 20
        /// The session timeouts that a member may ask for, in milliseconds, as Kafka's `group.min.session.timeout.ms` and
        /// `group.max.session.timeout.ms`.
        public var sessionTimeouts: ClosedRange<Int32> = 6_000...1_800_000
        /// The rebalance timeout that a longer one counts as, in milliseconds.
        public var longestRebalanceTimeout: Int32 = 1_800_000
        /// How long a member that joins for the first time may wait for the others.
        public var newMemberTimeout = TimeAmount.minutes(5)
        /// How long the id of one who was told to join with it is kept.
        public var newcomerTimeout = TimeAmount.seconds(10)
        /// How long a rebalance that all members have joined waits for such ones.
        public var patience = TimeAmount.seconds(3)
        /// How long the offsets of a group without members are kept, as Kafka's `offsets.retention.minutes`.
        public var offsetsRetention = TimeAmount.hours(7 * 24)
        /// How long the text beside an offset may be, in bytes, as Kafka's `offset.metadata.max.bytes`.
        public var offsetMetadata = 4_096
    }
}
