/// A question or a reply as it lies on its topic.
public struct ReplayRecord: Sendable, Hashable {
    /// Which of a route's topics the record is from.
    public enum Kind: Sendable, Hashable {
        case question, reply
    }

    /// Which of a route's topics the record is from.
    public var kind: Kind
    /// The topic's name: a bare question has its id and source from it.
    public var topic: String
    /// Where in the topic it lies.
    public var partition: Int32
    /// Where in the partition it lies.
    public var offset: Int64
    /// In milliseconds since 1970; 0 or less where none is known.
    public var timestamp: Int64
    /// The conversation's id; a reply says it in its value too, where it is read.
    public var key: [UInt8]?
    /// The message.
    public var value: [UInt8]?
    /// The attributes of the event, if it is one in binary mode. Those of a reply are not read.
    public var headers: [RecordHeader]

    /// Makes a record from what a topic or a file holds.
    public init(
        kind: Kind, topic: String, partition: Int32, offset: Int64, timestamp: Int64, key: [UInt8]?, value: [UInt8]?,
        headers: [RecordHeader] = []
    ) {
        self.kind = kind
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.timestamp = timestamp
        self.key = key
        self.value = value
        self.headers = headers
    }

    init(_ record: IncomingRecord, kind: Kind) {
        self.init(
            kind: kind, topic: record.topic, partition: record.partition, offset: record.offset,
            timestamp: record.timestamp, key: record.key, value: record.value, headers: record.headers)
    }

    /// The record as the service reads it.
    var incoming: IncomingRecord {
        IncomingRecord(
            topic: topic, partition: partition, offset: offset, timestamp: timestamp, key: key, value: value,
            headers: headers)
    }
}
