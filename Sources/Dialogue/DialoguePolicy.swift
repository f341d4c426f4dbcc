public import Text

/// How long a conversation and its context are kept, and how long a reply may be.
public struct DialoguePolicy: Sendable, Hashable {
    /// How long the last answer is what a question may refer to, in milliseconds.
    public var contextLifetime: Int64
    /// How long the assistant stays silent after a person was called, in milliseconds, unless it is given the
    /// conversation back before.
    public var handoffLifetime: Int64
    /// The most characters of a reply's text, and of its markdown: what the narrowest channel can show.
    public var longestReply: Int
    /// When conversations in which nobody asks anything any more are erased.
    public var expiry: ConversationExpiry
    /// Where people live: by it go the dates that they are told, and whether evidence is still in force.
    public var zone: CivilZone
    /// Where finished declarations go from here, so that no more is said of them than is true.
    public var deliveries: Deliveries

    /// Where a finished declaration goes.
    public struct Deliveries: OptionSet, Sendable, Hashable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        /// To the topic of submissions, as far as the person agreed to share it.
        public static let topic = Deliveries(rawValue: 1)
        /// To files of the person, whole, with its report.
        public static let files = Deliveries(rawValue: 2)
    }

    public init(
        contextLifetime: Int64 = 30 * 60 * 1000, handoffLifetime: Int64 = 12 * 60 * 60 * 1000, longestReply: Int = 2000,
        expiry: ConversationExpiry = ConversationExpiry(days: 400), deliveries: Deliveries = .topic,
        zone: CivilZone = .quebec
    ) {
        self.contextLifetime = contextLifetime
        self.handoffLifetime = handoffLifetime
        self.longestReply = longestReply
        self.expiry = expiry
        self.deliveries = deliveries
        self.zone = zone
    }

    /// What ``longestReply`` can be: less does not hold a menu, and more not be kept within a message of 64 KiB.
    public static let lengths = 600...8000
}
