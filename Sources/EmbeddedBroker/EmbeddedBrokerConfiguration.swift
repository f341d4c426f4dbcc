public import NIOCore

/// Where a broker listens, and how much it takes.
public struct EmbeddedBrokerConfiguration: Sendable {
    /// The address to listen on.
    public var host: String
    /// The port to listen on, up to 65535; 0 for any that is free.
    public var port: Int
    /// Where it keeps its data; `nil`: in memory only.
    public var dataDirectory: String?
    /// When data is brought to the disk itself, so that it survives a loss of power and not only of the process.
    public var sync: Sync

    /// When data is brought to the disk itself.
    public enum Sync: String, Sendable, CaseIterable {
        /// Before a transaction, a write outside of one, or a commit of offsets is answered.
        case eachCommit = "each-commit"
        /// When the system does it. A process that dies loses nothing; a machine that does loses the last seconds.
        case never
    }

    /// Whether it may listen beyond this machine. It has no authentication: whoever reaches it reads and writes everything.
    public var allowsInsecureListen: Bool
    /// How many partitions a topic gets when a client names one that does not exist; `nil`: it is not created.
    public var autoCreatedPartitions: Int?
    /// How long the first member of an empty group waits for others.
    public var groupInitialDelay: TimeAmount
    /// How much it takes from the outside.
    public var limits: EmbeddedBrokerLimits

    public init(
        host: String = "127.0.0.1",
        port: Int = 9092,
        dataDirectory: String? = nil,
        sync: Sync = .eachCommit,
        allowsInsecureListen: Bool = false,
        autoCreatedPartitions: Int? = nil,
        groupInitialDelay: TimeAmount = .zero,
        limits: EmbeddedBrokerLimits = EmbeddedBrokerLimits()
    ) {
        self.host = host
        self.port = port
        self.dataDirectory = dataDirectory
        self.sync = sync
        self.allowsInsecureListen = allowsInsecureListen
        self.autoCreatedPartitions = autoCreatedPartitions
        self.groupInitialDelay = groupInitialDelay
        self.limits = limits
    }
}
