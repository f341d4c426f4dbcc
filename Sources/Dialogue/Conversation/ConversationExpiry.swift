public import Text

/// When conversations in which nobody asks anything any more are erased.
///
/// One without an open questionnaire is erased when nothing was asked for a lifetime. One in which a questionnaire is open is
/// warned ``notice`` before (after half of the lifetime where it is shorter than twice that), and erased no earlier than
/// ``notice`` after the warning, however late that was given. Any question keeps it for another lifetime.
public struct ConversationExpiry: Sendable, Hashable {
    /// A warning that a conversation was given.
    public struct Warning: Sendable, Hashable, Codable {
        /// When it was given.
        public var givenAt: RecordTime
        /// Since when nothing had been asked.
        public var idleSince: RecordTime

        public init(givenAt: RecordTime, idleSince: RecordTime) {
            self.givenAt = givenAt
            self.idleSince = idleSince
        }
    }

    /// What is due for a conversation at a moment.
    public enum Due: Sendable, Hashable {
        /// Nothing before this.
        case nothing(until: RecordTime)
        /// A warning, which says from when on the conversation may be erased.
        case warning(erasedFrom: RecordTime)
        case erasure
    }

    /// How long a conversation is kept after its last question, in milliseconds; for ever if `nil`.
    public var lifetime: Int64?

    /// How long before it is erased an open questionnaire is warned at least, in milliseconds: 30 days.
    public static let notice: Int64 = 30 * day
    /// The lifetimes that can be configured, in days; 0 is for ever.
    public static let days = 0...36_500

    private static let day: Int64 = 86_400_000

    /// - Parameter days: How long a conversation is kept, one of ``days``; 0 for ever.
    public init(days: Int) {
        lifetime = days > 0 ? Int64(min(days, Self.days.upperBound)) * Self.day : nil
    }

    /// How long a conversation is kept, in days; 0 for ever.
    public var days: Int { Int((lifetime ?? 0) / Self.day) }

    /// How long after the last question a warning is given, in milliseconds; never if `nil`.
    var warningAge: Int64? { lifetime.map { max($0 - Self.notice, $0 / 2) } }

    /// How long a state has been there, in milliseconds, before anything can be due for its conversation; never if `nil`. A
    /// state that notes a warning is as old as the warning.
    public var earliest: Int64? { warningAge.map { min($0, Self.notice) } }

    /// What is due for a conversation in which nothing was asked since a moment.
    ///
    /// - Parameters:
    ///   - isOpen: Whether a questionnaire is open in it.
    ///   - warning: The warning that was given since the last question, if one was.
    func due(isOpen: Bool, warning: Warning?, idleSince: RecordTime, now: RecordTime) -> Due {
        guard let lifetime, let warningAge else { return .nothing(until: .latest) }
        // A state that holds a warning is newer than the last question.
        let end = (warning?.idleSince ?? idleSince).advanced(by: lifetime)
        if let warning, isOpen {
            let end = max(end, warning.givenAt.advanced(by: Self.notice))
            return now < end ? .nothing(until: end) : .erasure
        }
        guard isOpen else { return now < end ? .nothing(until: end) : .erasure }
        let start = idleSince.advanced(by: warningAge)
        return now < start
            ? .nothing(until: start) : .warning(erasedFrom: max(end, now.advanced(by: Self.notice)))
    }
}
