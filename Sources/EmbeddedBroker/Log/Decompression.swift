import CCompression
import NIOCore

/// How the records of a batch are compressed: the lowest three bits of its attributes.
enum CompressionCodec: Int16 {
    case none = 0
    case gzip = 1
    case snappy = 2
    case lz4 = 3
    case zstd = 4
}

/// Why compressed records cannot be had.
enum DecompressionError: Error {
    /// They are not what their codec makes.
    case corrupt
    /// They would take more than they may.
    case tooLarge
}

/// Unfolds compressed records piece by piece, so that a few bytes that stand for a great many are found out before these are
/// made.
enum Decompression {
    /// - Parameter limit: How many bytes may come out.
    static func decompress(
        _ bytes: ByteBuffer, _ codec: CompressionCodec, limit: Int
    ) throws(DecompressionError) -> ByteBuffer {
        switch codec {
        case .none: bytes
        case .gzip: try gzip(bytes, limit)
        case .snappy: try snappy(bytes, limit)
        case .lz4: try lz4(bytes, limit)
        case .zstd: try zstd(bytes, limit)
        }
    }

    /// What one step of a streaming decoder took and gave, and whether the stream is over.
    private struct Step {
        var taken: Int
        var given: Int
        var isOver: Bool
    }

    private static let pieceSize = 64 << 10

    /// Feeds a decoder until its stream is over, which must be where the input is.
    private static func stream(
        _ bytes: ByteBuffer, _ limit: Int,
        _ step: (_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> Step?
    ) throws(DecompressionError) -> ByteBuffer {
        var rest = bytes
        var result = ByteBuffer()
        while true {
            var last: Step?
            result.writeWithUnsafeMutableBytes(minimumWritableBytes: pieceSize) { output in
                last = rest.withUnsafeReadableBytes { step($0, output) }
                return last?.given ?? 0
            }
            guard let last else { throw .corrupt }
            rest.moveReaderIndex(forwardBy: last.taken)
            guard result.readableBytes <= limit else { throw .tooLarge }
            if last.isOver {
                guard rest.readableBytes == 0 else { throw .corrupt }
                return result
            }
            // A decoder that neither takes nor gives waits for input that will not come.
            guard last.taken > 0 || last.given > 0 else { throw .corrupt }
        }
    }

    private static func gzip(_ bytes: ByteBuffer, _ limit: Int) throws(DecompressionError) -> ByteBuffer {
        var state = z_stream()
        // The greatest window, in the gzip format.
        guard
            inflateInit2_(&state, MAX_WBITS + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .corrupt }
        defer { inflateEnd(&state) }
        return try stream(bytes, limit) { input, output in
            state.next_in = UnsafeMutablePointer(mutating: input.bindMemory(to: UInt8.self).baseAddress)
            state.avail_in = UInt32(clamping: input.count)
            state.next_out = output.bindMemory(to: UInt8.self).baseAddress
            state.avail_out = UInt32(clamping: output.count)
            let (before, room) = (state.avail_in, state.avail_out)
            let status = inflate(&state, Z_NO_FLUSH)
            guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { return nil }
            return Step(
                taken: Int(before - state.avail_in), given: Int(room - state.avail_out),
                isOver: status == Z_STREAM_END)
        }
    }

    private static func lz4(_ bytes: ByteBuffer, _ limit: Int) throws(DecompressionError) -> ByteBuffer {
        var context: OpaquePointer?
        guard LZ4F_isError(LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION))) == 0 else {
            throw .corrupt
        }
        defer { LZ4F_freeDecompressionContext(context) }
        return try stream(bytes, limit) { input, output in
            var (given, taken) = (output.count, input.count)
            let hint = LZ4F_decompress(context, output.baseAddress, &given, input.baseAddress, &taken, nil)
            guard LZ4F_isError(hint) == 0 else { return nil }
            return Step(taken: taken, given: given, isOver: hint == 0)
        }
    }

    private static func zstd(_ bytes: ByteBuffer, _ limit: Int) throws(DecompressionError) -> ByteBuffer {
        guard let context = ZSTD_createDCtx() else { throw .corrupt }
        defer { ZSTD_freeDCtx(context) }
        // The window is memory that a header asks for: 32 MiB is more than any client's compressor takes.
        ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 25)
        return try stream(bytes, limit) { input, output in
            var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
            var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
            let hint = ZSTD_decompressStream(context, &target, &source)
            guard ZSTD_isError(hint) == 0 else { return nil }
            return Step(taken: source.pos, given: target.pos, isOver: hint == 0)
        }
    }

    /// Magic and versions that Java clients put before their blocks (xerial/snappy-java, `SnappyCodec`).
    private static let snappyMagic: [UInt8] = [0x82, 0x53, 0x4E, 0x41, 0x50, 0x50, 0x59, 0x00]

    /// One block, as librdkafka makes it, or a row of blocks with their lengths, as Java clients do.
    private static func snappy(_ bytes: ByteBuffer, _ limit: Int) throws(DecompressionError) -> ByteBuffer {
        var rest = bytes
        var result = ByteBuffer()
        guard rest.readableBytesView.starts(with: snappyMagic) else {
            try snappyBlock(rest, limit, &result)
            return result
        }
        rest.moveReaderIndex(forwardBy: snappyMagic.count)
        guard rest.readSlice(length: 8) != nil else { throw .corrupt }
        while rest.readableBytes > 0 {
            guard let length = rest.readInteger(as: Int32.self), length >= 0,
                let block = rest.readSlice(length: Int(length))
            else { throw .corrupt }
            try snappyBlock(block, limit, &result)
        }
        return result
    }

    private static func snappyBlock(
        _ block: ByteBuffer, _ limit: Int, _ result: inout ByteBuffer
    ) throws(DecompressionError) {
        let size = block.withUnsafeReadableBytes { input in
            var size = 0
            return snappy_uncompressed_length(input.bindMemory(to: CChar.self).baseAddress, input.count, &size)
                == SNAPPY_OK ? size : nil
        }
        guard let size else { throw .corrupt }
        guard size <= limit - result.readableBytes else { throw .tooLarge }
        var isSound = false
        result.writeWithUnsafeMutableBytes(minimumWritableBytes: max(size, 1)) { output in
            block.withUnsafeReadableBytes { input in
                var written = output.count
                isSound =
                    snappy_uncompress(
                        input.bindMemory(to: CChar.self).baseAddress, input.count,
                        output.bindMemory(to: CChar.self).baseAddress, &written) == SNAPPY_OK
                return isSound ? written : 0
            }
        }
        guard isSound else { throw .corrupt }
    }
}
