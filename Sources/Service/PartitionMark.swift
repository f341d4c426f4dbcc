import Kafka

/// What the owner of a partition tells the next one, kept beside the committed offset of its questions.
///
/// The metadata of an offset is the one place that is written in the transaction of the questions itself, and read before
/// any of them is taken. It is text, so that the tools of Kafka show it:
/// `conversations-end=34690 owner=9f3ac1 attempts=0`.
struct PartitionMark: Sendable, Hashable {
    /// The offset behind the newest state that is known to be in the conversation topic: who restores the partition reads
    /// at least that far, and believes no broker that says the topic ends before or begins after it. 0: none is known.
    var conversationsEnd: Int64 = 0
    /// The process that answers the partition's questions, nil once it has given the partition back in good order. Who
    /// finds another's name here knows that it ended in the middle.
    var owner: String?
    /// How many processes have begun with the question at the committed offset, and ended.
    var attempts = 0

    /// What a partition cannot hold more records than, so that sums of offsets stay within 64 bits.
    static let greatestEnd: Int64 = 1 << 60
    /// More attempts than these are not told apart.
    static let mostAttempts = 99

    init(conversationsEnd: Int64 = 0, owner: String? = nil, attempts: Int = 0) {
        self.conversationsEnd = min(max(0, conversationsEnd), Self.greatestEnd)
        self.owner = owner
        self.attempts = min(max(0, attempts), Self.mostAttempts)
    }

    /// Reads a mark; what is not there or cannot be read is as if it were unknown, since offsets are also set by hand.
    init(metadata: String) {
        var values: [Substring: Substring] = [:]
        for field in metadata.prefix(1_000).split(separator: " ") {
            guard let equals = field.firstIndex(of: "=") else { continue }
            values[field[..<equals]] = field[field.index(after: equals)...]
        }
        self.init(
            conversationsEnd: values["conversations-end"].flatMap { Int64($0) } ?? 0,
            owner: values["owner"].map { String($0.prefix(64)) },
            attempts: values["attempts"].flatMap { Int($0) } ?? 0
        )
    }

    /// The mark as it is kept.
    var metadata: String {
        var fields = ["conversations-end=\(conversationsEnd)"]
        if let owner { fields.append("owner=\(owner)") }
        if attempts > 0 { fields.append("attempts=\(attempts)") }
        return fields.joined(separator: " ")
    }
}
