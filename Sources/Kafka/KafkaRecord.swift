/// A partition of a topic.
public struct TopicPartition: Sendable, Hashable, CustomStringConvertible {
    /// The topic's name.
    public var topic: String
    /// The partition's number, from 0.
    public var partition: Int32

    /// Names partition `partition` of `topic`.
    public init(_ topic: String, _ partition: Int32) {
        self.topic = topic
        self.partition = partition
    }

    /// The usual short form, `topic/partition`.
    public var description: String { "\(topic)/\(partition)" }
}

/// A header of a record. Names may repeat, and the order is kept.
public struct KafkaHeader: Sendable, Hashable {
    /// The header's name.
    public var name: String
    /// The header's bytes; nil is null, which is not the same as empty.
    public var value: [UInt8]?

    /// Makes a header of bytes.
    public init(name: String, value: [UInt8]?) {
        self.name = name
        self.value = value
    }

    /// Makes a header of text in UTF-8.
    public init(name: String, text: String) {
        self.init(name: name, value: Array(text.utf8))
    }
}

/// A record as it was read from a topic.
public struct KafkaRecord: Sendable, Hashable {
    /// The topic it was read from.
    public var topic: String
    /// The partition it was read from.
    public var partition: Int32
    /// Its place in the partition.
    public var offset: Int64
    /// Milliseconds since 1970; -1 where the broker has none.
    public var timestamp: Int64
    /// The key; nil is null.
    public var key: [UInt8]?
    /// The value; nil is null, on a compacted topic a tombstone.
    public var value: [UInt8]?
    /// The headers, in order.
    public var headers: [KafkaHeader]

    /// Makes a record, for instance in a test.
    public init(
        topic: String,
        partition: Int32,
        offset: Int64,
        timestamp: Int64,
        key: [UInt8]?,
        value: [UInt8]?,
        headers: [KafkaHeader] = []
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.timestamp = timestamp
        self.key = key
        self.value = value
        self.headers = headers
    }

    /// The partition it was read from, with its topic.
    public var topicPartition: TopicPartition { TopicPartition(topic, partition) }
}

/// A record to be written.
public struct NewKafkaRecord: Sendable, Hashable {
    /// The topic to write to.
    public var topic: String
    /// The partition to write to; nil lets the key decide, as Java clients do (murmur2).
    public var partition: Int32?
    /// The key; nil is null.
    public var key: [UInt8]?
    /// The value; nil is null, on a compacted topic a tombstone.
    public var value: [UInt8]?
    /// The headers, in order.
    public var headers: [KafkaHeader]

    /// Makes a record to be written.
    public init(
        topic: String,
        partition: Int32? = nil,
        key: [UInt8]?,
        value: [UInt8]?,
        headers: [KafkaHeader] = []
    ) {
        self.topic = topic
        self.partition = partition
        self.key = key
        self.value = value
        self.headers = headers
    }

    /// An upper bound of the bytes this record takes in a request: what a broker compares with its own limit.
    public var wireSize: Int {
        // A batch header takes 61 bytes, a record's own fields at most 36, a header's two lengths at most 10.
        var size = 61 + 36 + (key?.count ?? 0) + (value?.count ?? 0)
        for header in headers { size += 10 + header.name.utf8.count + (header.value?.count ?? 0) }
        return size
    }
}

/// The offsets between which a partition holds records.
public struct Watermarks: Sendable, Hashable {
    /// The offset of the oldest record still there.
    public var low: Int64
    /// The offset that the next record will get.
    public var high: Int64

    /// Makes a pair of watermarks.
    public init(low: Int64, high: Int64) {
        self.low = low
        self.high = high
    }
}
