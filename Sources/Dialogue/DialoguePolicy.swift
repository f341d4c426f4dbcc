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

    public init(
        contextLifetime: Int64 = 30 * 60 * 1000, handoffLifetime: Int64 = 12 * 60 * 60 * 1000, longestReply: Int = 2000,
        expiry: ConversationExpiry = ConversationExpiry(days: 400)
    ) {
        self.contextLifetime = contextLifetime
        self.handoffLifetime = handoffLifetime
        self.longestReply = longestReply
        self.expiry = expiry
    }

    /// What ``longestReply`` can be: less does not hold a menu, and more not be kept within a message of 64 KiB.
    public static let lengths = 600...8000
}
