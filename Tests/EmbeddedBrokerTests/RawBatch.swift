import CCompression
import Foundation

/// A record batch made by hand, right unless told otherwise.
struct RawBatch {
    struct Record {
        var key: [UInt8]? = Array("k".utf8)
        var value: [UInt8]? = Array("v".utf8)
        /// The place in the batch that it says it has; `nil`: its own.
        var offsetDelta: Int64?
        var timestampDelta: Int64 = 0
        var headers: [(String, [UInt8]?)] = []
    }

    var records = [Record()]
    /// What stands in the place of the records.
    var payload: [UInt8]?
    var baseOffset: Int64 = 0
    var magic: Int8 = 2
    var attributes: Int16 = 0
    var lastOffsetDelta: Int32?
    var baseTimestamp: Int64 = 1_700_000_000_000
    var maxTimestamp: Int64?
    var producerID: Int64 = -1
    var producerEpoch: Int16 = -1
    var baseSequence: Int32 = -1
    var count: Int32?
    var length: Int32?
    var checksumIsWrong = false

    static func encode(_ records: [Record]) -> [UInt8] {
        WireBytes.make { wire in
            for (number, record) in records.enumerated() {
                let body = WireBytes.make { wire in
                    wire.int8(0)
                    wire.varint(record.timestampDelta)
                    wire.varint(record.offsetDelta ?? Int64(number))
                    for field in [record.key, record.value] {
                        wire.varint(field.map { Int64($0.count) } ?? -1)
                        wire.bytes += field ?? []
                    }
                    wire.varint(Int64(record.headers.count))
                    for (name, value) in record.headers {
                        wire.varint(Int64(name.utf8.count))
                        wire.bytes += Array(name.utf8)
                        wire.varint(value.map { Int64($0.count) } ?? -1)
                        wire.bytes += value ?? []
                    }
                }
                wire.varint(Int64(body.count))
                wire.bytes += body
            }
        }
    }

    var bytes: [UInt8] {
        let tail = WireBytes.make { wire in
            wire.int16(attributes)
            wire.int32(lastOffsetDelta ?? Int32(records.count - 1))
            wire.int64(baseTimestamp)
            wire.int64(maxTimestamp ?? baseTimestamp + (records.map(\.timestampDelta).max() ?? 0))
            wire.int64(producerID)
            wire.int16(producerEpoch)
            wire.int32(baseSequence)
            wire.int32(count ?? Int32(records.count))
            wire.bytes += payload ?? Self.encode(records)
        }
        return WireBytes.make { wire in
            wire.int64(baseOffset)
            wire.int32(length ?? Int32(tail.count + 9))
            wire.int32(0)
            wire.int8(magic)
            wire.int32(Int32(bitPattern: Self.checksum(tail) ^ (checksumIsWrong ? 1 : 0)))
            wire.bytes += tail
        }
    }

    /// A batch with the checksum that it must have.
    static func sealed(_ batch: [UInt8]) -> [UInt8] {
        var sealed = batch
        sealed.replaceSubrange(
            17..<21, with: WireBytes.make { $0.int32(Int32(bitPattern: checksum(Array(batch[21...])))) })
        return sealed
    }

    /// CRC-32C by its definition (RFC 3720, appendix B.4), a byte at a time.
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? (crc >> 1) ^ 0x82F6_3B78 : crc >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.reduce(0xFFFF_FFFF) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) } ^ 0xFFFF_FFFF
    }

    /// Bytes in the gzip format.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var state = z_stream()
        deflateInit2_(
            &state, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            CInt(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&state) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + 1_000)
        let room = output.count
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                (state.next_in, state.avail_in) = (source.baseAddress, UInt32(source.count))
                (state.next_out, state.avail_out) = (target.baseAddress, UInt32(target.count))
                deflate(&state, Z_FINISH)
            }
        }
        return Array(output.prefix(room - Int(state.avail_out)))
    }

    /// Bytes in the zstd format.
    static func zstd(_ bytes: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let size = ZSTD_compress(&output, output.count, bytes, bytes.count, 3)
        return Array(output.prefix(size))
    }

    /// Bytes in the frame format of LZ4.
    static func lz4(_ bytes: [UInt8]) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: LZ4F_compressFrameBound(bytes.count, nil))
        let size = LZ4F_compressFrame(&output, output.count, bytes, bytes.count, nil)
        return Array(output.prefix(size))
    }

    /// Bytes as one block of snappy.
    static func snappy(_ bytes: [UInt8]) -> [UInt8] {
        var size = snappy_max_compressed_length(bytes.count)
        var output = [CChar](repeating: 0, count: size)
        _ = bytes.withUnsafeBytes { input in
            snappy_compress(input.bindMemory(to: CChar.self).baseAddress, input.count, &output, &size)
        }
        return output.prefix(size).map { UInt8(bitPattern: $0) }
    }

    /// Bytes as Java clients compress them with snappy: blocks behind a header.
    static func javaSnappy(_ bytes: [UInt8]) -> [UInt8] {
        WireBytes.make { wire in
            wire.bytes = [0x82] + Array("SNAPPY".utf8) + [0]
            wire.int32(1)
            wire.int32(1)
            for start in stride(from: 0, to: bytes.count, by: 32) {
                wire.data(snappy(Array(bytes[start..<min(start + 32, bytes.count)])))
            }
        }
    }
}
