/// Requests as clients write them.
enum Requests {
    /// What reads a recovered topic `t` and its groups, and writes to it: Metadata, ListOffsets, Fetch, OffsetFetch,
    /// ListGroups, InitProducerId, and Produce of a batch of one record.
    static var afterRecovery: [[UInt8]] {
        [
            request(3, 1, int32(1) + string("t")),
            request(2, 1, int32(-1) + int32(1) + string("t") + int32(1) + int32(0) + int64(-1)),
            request(
                1, 4,
                int32(-1) + int32(0) + int32(0) + int32(1 << 20) + [1] + int32(1) + string("t") + int32(1) + int32(0)
                    + int64(0) + int32(1 << 20)),
            request(9, 1, string("g") + int32(1) + string("t") + int32(1) + int32(0)),
            request(16, 0, []),
            request(22, 0, string("p") + int32(1000)),
            request(
                0, 3,
                int16(-1) + int16(-1) + int32(1000) + int32(1) + string("t") + int32(1) + int32(0)
                    + int32(Int32(batch.count)) + batch),
        ]
    }

    private static func request(_ key: Int16, _ version: Int16, _ body: [UInt8]) -> [UInt8] {
        int16(key) + int16(version) + int32(7) + string("a") + body
    }

    /// A batch of one record with the value « a ». Its checksum is mended when it is sent.
    private static let batch: [UInt8] =
        int64(0) + int32(57) + int32(0) + [2] + int32(0) + int16(0) + int32(0) + int64(0) + int64(0) + int64(-1)
        + int16(-1) + int32(-1) + int32(1) + [14, 0, 0, 0, 1, 2, 97, 0]

    private static func int16(_ value: Int16) -> [UInt8] { bytes(value) }
    private static func int32(_ value: Int32) -> [UInt8] { bytes(value) }
    private static func int64(_ value: Int64) -> [UInt8] { bytes(value) }
    private static func string(_ text: String) -> [UInt8] { bytes(Int16(text.utf8.count)) + text.utf8 }

    private static func bytes<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian, Array.init)
    }
}
