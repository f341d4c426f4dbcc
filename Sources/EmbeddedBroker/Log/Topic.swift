/// A topic: its partitions and settings.
final class Topic {
    let name: String
    let partitions: [PartitionLog]
    var settings: [String: String]

    /// - Parameter makeLog: Makes the log of each partition.
    init(
        name: String, partitionCount: Int, settings: [String: String], makeLog: () -> PartitionLog = { PartitionLog() }
    ) {
        self.name = name
        partitions = (0..<partitionCount).map { _ in makeLog() }
        self.settings = settings
    }

    /// The settings of a topic with the values that hold when nothing else is set.
    static let defaults: [String: String] = [
        "cleanup.policy": "delete", "compression.type": "producer", "retention.ms": "604800000",
        "retention.bytes": "-1",
        "max.message.bytes": "1048588",
        "min.compaction.lag.ms": "0", "max.compaction.lag.ms": "9223372036854775807", "delete.retention.ms": "86400000",
        "segment.bytes": "1073741824", "message.timestamp.type": "CreateTime",
    ]

    func setting(_ name: String) -> String { settings[name] ?? Self.defaults[name] ?? "" }
    /// A number that negative ones lift.
    func limit(_ name: String) -> Int64? {
        let number = number(name)
        return number < 0 ? nil : number
    }
    func number(_ name: String) -> Int64 { Int64(setting(name)) ?? -1 }
    var isCompacted: Bool { setting("cleanup.policy").contains("compact") }
    var isTrimmed: Bool { setting("cleanup.policy").contains("delete") }

    /// Whether a name can be a topic's (Kafka's own rule).
    static func isName(_ name: String) -> Bool {
        (1...249).contains(name.utf8.count) && name != "." && name != ".."
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

/// A partition by name and number.
struct PartitionName: Hashable, Comparable {
    var topic: String
    var partition: Int32

    static func < (one: PartitionName, other: PartitionName) -> Bool {
        (one.topic, one.partition) < (other.topic, other.partition)
    }
}
