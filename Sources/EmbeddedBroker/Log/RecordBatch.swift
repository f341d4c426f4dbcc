import NIOCore

/// A record batch of format 2 (kafka.apache.org/documentation, "Record Batch"), kept byte for byte as it came but for its
/// first offset. Its checksum does not cover that field, so it stays valid.
struct RecordBatch {
    static let headerSize = 61

    private(set) var bytes: ByteBuffer
    private(set) var baseOffset: Int64
    let attributes: Int16
    let lastOffsetDelta: Int32
    let baseTimestamp: Int64
    let maxTimestamp: Int64
    let producerID: Int64
    let producerEpoch: Int16
    let baseSequence: Int32
    let recordCount: Int32
    /// When the broker took it, in milliseconds since 1970.
    var appendTime: Int64 = 0

    /// The attributes that a client may set: compression, the kind of time, transactional.
    static let clientAttributes: Int16 = 0x1F
    static let logAppendTime: Int16 = 0x08
    /// The greatest offset that a batch may begin at: those within it, and the next, are then numbers too.
    private static let greatestOffset = Int64.max - Int64(UInt32.max)

    var isTransactional: Bool { attributes & 0x10 != 0 }
    var isControl: Bool { attributes & 0x20 != 0 }
    /// How its records are compressed; `nil` if nobody knows.
    var codec: CompressionCodec? { CompressionCodec(rawValue: attributes & 0x07) }
    /// Its records, compressed as they are.
    var records: ByteBuffer {
        bytes.getSlice(at: bytes.readerIndex + Self.headerSize, length: bytes.readableBytes - Self.headerSize)
            ?? ByteBuffer()
    }

    var lastOffset: Int64 { baseOffset + Int64(lastOffsetDelta) }
    var nextOffset: Int64 { lastOffset + 1 }
    var lastSequence: Int32 { RecordBatch.sequence(baseSequence, plus: lastOffsetDelta) }

    /// Sequence numbers go round after the greatest 32-bit integer.
    static func sequence(_ sequence: Int32, plus delta: Int32) -> Int32 {
        let sum = Int64(sequence) + Int64(delta)
        return Int32(sum > Int64(Int32.max) ? sum - Int64(Int32.max) - 1 : sum)
    }

    /// Reads the batches of a produce request or of a file.
    ///
    /// - Returns: The batches, and how many bytes they take: what is behind them is no whole, sound batch.
    static func batches(in buffer: ByteBuffer) -> (batches: [RecordBatch], size: Int) {
        var batches: [RecordBatch] = []
        var rest = buffer
        while let batch = RecordBatch(reading: &rest) { batches.append(batch) }
        return (batches, buffer.readableBytes - rest.readableBytes)
    }

    /// Takes one batch off the front of `buffer`; takes nothing if there is no whole batch with a right checksum.
    init?(reading buffer: inout ByteBuffer) {
        let start = buffer.readerIndex
        guard buffer.readableBytes >= Self.headerSize,
            let length = buffer.getInteger(at: start + 8, as: Int32.self), length >= Int32(Self.headerSize - 12),
            let magic = buffer.getInteger(at: start + 16, as: Int8.self), magic == 2,
            buffer.readableBytes >= Int(length) + 12,
            let checksum = buffer.getInteger(at: start + 17, as: UInt32.self)
        else { return nil }
        let size = Int(length) + 12
        let actual = buffer.withUnsafeReadableBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[21..<size])) }
        guard actual == checksum,
            let baseOffset = buffer.getInteger(at: start, as: Int64.self),
            (0...Self.greatestOffset).contains(baseOffset),
            let attributes = buffer.getInteger(at: start + 21, as: Int16.self),
            let lastOffsetDelta = buffer.getInteger(at: start + 23, as: Int32.self), lastOffsetDelta >= 0,
            let baseTimestamp = buffer.getInteger(at: start + 27, as: Int64.self),
            let maxTimestamp = buffer.getInteger(at: start + 35, as: Int64.self),
            let producerID = buffer.getInteger(at: start + 43, as: Int64.self),
            let producerEpoch = buffer.getInteger(at: start + 51, as: Int16.self),
            let baseSequence = buffer.getInteger(at: start + 53, as: Int32.self),
            let recordCount = buffer.getInteger(at: start + 57, as: Int32.self), recordCount >= 0,
            let slice = buffer.readSlice(length: size)
        else { return nil }
        bytes = slice
        self.baseOffset = baseOffset
        self.attributes = attributes
        self.lastOffsetDelta = lastOffsetDelta
        self.baseTimestamp = baseTimestamp
        self.maxTimestamp = maxTimestamp
        self.producerID = producerID
        self.producerEpoch = producerEpoch
        self.baseSequence = baseSequence
        self.recordCount = recordCount
    }

    /// The batch at its place in the log.
    func placed(at offset: Int64) -> RecordBatch {
        var batch = self
        // A copy of its own: the frame it came in must not be kept alive by a small part of it.
        var copy = ByteBuffer()
        var source = bytes
        copy.writeBuffer(&source)
        copy.setInteger(offset, at: copy.readerIndex)
        copy.setInteger(Int32(0), at: copy.readerIndex + 12)
        batch.bytes = copy
        batch.baseOffset = offset
        return batch
    }

    /// The batch with its records as they are without compression.
    func uncompressed(holding records: ByteBuffer) -> RecordBatch {
        guard var header = bytes.getSlice(at: bytes.readerIndex, length: Self.headerSize) else { return self }
        header.writeImmutableBuffer(records)
        header.setInteger(Int32(clamping: header.readableBytes - 12), at: header.readerIndex + 8)
        header.setInteger(attributes & ~0x07, at: header.readerIndex + 21)
        let checksum = header.withUnsafeReadableBytes { CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[21...])) }
        header.setInteger(checksum, at: header.readerIndex + 17)
        return RecordBatch(reading: &header) ?? self
    }

    /// The marker that ends a transaction of a producer in a partition.
    static func marker(commits: Bool, producerID: Int64, epoch: Int16, timestamp: Int64) -> RecordBatch {
        var record = ByteBuffer()
        record.writeInteger(UInt8(0))  // attributes
        record.writeInteger(UInt8(0))  // timestamp delta
        record.writeInteger(UInt8(0))  // offset delta
        record.writeInteger(UInt8(8))  // key length 4, zigzag
        record.writeInteger(Int16(0))  // key: version
        record.writeInteger(Int16(commits ? 1 : 0))  // key: type
        record.writeInteger(UInt8(12))  // value length 6, zigzag
        record.writeInteger(Int16(0))  // value: version
        record.writeInteger(Int32(0))  // value: coordinator epoch
        record.writeInteger(UInt8(0))  // headers
        var body = ByteBuffer()
        body.writeInteger(Int16(0x30))
        body.writeInteger(Int32(0))
        body.writeInteger(timestamp)
        body.writeInteger(timestamp)
        body.writeInteger(producerID)
        body.writeInteger(epoch)
        body.writeInteger(Int32(-1))
        body.writeInteger(Int32(1))
        body.writeInteger(UInt8(record.readableBytes << 1))
        body.writeBuffer(&record)
        let checksum = body.withUnsafeReadableBytes { CRC32C.checksum($0) }
        var bytes = ByteBuffer()
        bytes.writeInteger(Int64(0))
        bytes.writeInteger(Int32(body.readableBytes + 9))
        bytes.writeInteger(Int32(0))
        bytes.writeInteger(Int8(2))
        bytes.writeInteger(checksum)
        bytes.writeBuffer(&body)
        guard let batch = RecordBatch(reading: &bytes) else { preconditionFailure("a marker that is no batch") }
        return batch
    }

    /// Whether a marker commits; meaningless for other batches.
    var commits: Bool {
        bytes.getInteger(at: bytes.readerIndex + Self.headerSize + 1 + 4 + 2, as: Int16.self) == 1
    }
}
