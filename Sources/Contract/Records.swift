public import Text

/// A header of a record: a name and bytes.
public struct RecordHeader: Sendable, Hashable {
    public var name: String
    public var value: [UInt8]?

    public init(name: String, value: [UInt8]?) {
        self.name = name
        self.value = value
    }

    init(_ name: String, _ value: String) {
        self.init(name: name, value: Array(value.utf8))
    }
}

/// A record as it was read from a topic.
public struct IncomingRecord: Sendable {
    public var topic: String
    public var partition: Int32
    public var offset: Int64
    /// When it was written, as the record says: within the bounds of ``RecordTime`` whatever it says.
    public var time: RecordTime
    public var key: [UInt8]?
    public var value: [UInt8]?
    public var headers: [RecordHeader]

    /// - Parameter timestamp: In milliseconds since 1970, as the record has it: −1 and every other number are taken.
    public init(
        topic: String, partition: Int32, offset: Int64, timestamp: Int64, key: [UInt8]?, value: [UInt8]?,
        headers: [RecordHeader]
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        time = RecordTime(milliseconds: timestamp)
        self.key = key
        self.value = value
        self.headers = headers
    }

    /// `topic/partition/offset`: the id of a question that brings none.
    var position: String { "\(topic)/\(partition)/\(offset)" }
}

/// What a record that is written is; a route gives each its topic.
public enum OutgoingChannel: Sendable, Hashable, CaseIterable {
    case replies, conversations, submissions, handoffs, insights, deadLetters
}

/// A record to be written.
public struct OutgoingRecord: Sendable {
    public var channel: OutgoingChannel
    public var key: [UInt8]?
    public var value: [UInt8]?
    public var headers: [RecordHeader]
}

/// What becomes of the state that is kept of a conversation.
public enum StateChange: Sendable, Hashable {
    case unchanged
    case replaced([UInt8])
    case removed

    /// Makes the change of a state, `nil` where there is none.
    public func apply(to state: inout [UInt8]?) {
        switch self {
        case .unchanged: break
        case .replaced(let bytes): state = bytes
        case .removed: state = nil
        }
    }
}

/// What a question record led to.
public struct ProcessedTurn: Sendable {
    public var state: StateChange
    /// Everything to write but the conversation's new state.
    public var records: [OutgoingRecord]
}
