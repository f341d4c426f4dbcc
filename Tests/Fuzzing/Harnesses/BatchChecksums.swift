/// Makes the checksums of record batches right, wherever in the bytes one may begin: a fuzzer would not find them.
enum BatchChecksums {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
    }

    /// CRC-32C (RFC 3720, appendix B.4).
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 0xFF)] }
    }

    /// The bytes, with the checksum of every batch of format 2 that lies in them whole.
    static func mended(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var start = 0
        while start + 61 <= bytes.count {
            let length = number(in: bytes, at: start + 8)
            guard bytes[start + 16] == 2, length >= 49, start + 12 + length <= bytes.count else {
                start += 1
                continue
            }
            put(checksum(bytes[(start + 21)..<(start + 12 + length)]), in: &bytes, at: start + 17)
            start += 12 + length
        }
        return bytes
    }

    /// The entries of a state log (length, checksum, JSON), with their checksums.
    static func mendedEntries(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var start = 0
        while start + 8 <= bytes.count, case let length = number(in: bytes, at: start),
            start + 8 + length <= bytes.count
        {
            put(checksum(bytes[(start + 8)..<(start + 8 + length)]), in: &bytes, at: start + 4)
            start += 8 + length
        }
        return bytes
    }

    private static func number(in bytes: [UInt8], at place: Int) -> Int {
        bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func put(_ checksum: UInt32, in bytes: inout [UInt8], at place: Int) {
        for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: checksum >> (24 - 8 * index)) }
    }
}
