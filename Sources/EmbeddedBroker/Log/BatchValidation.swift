import NIOCore

/// Why a batch that a client produced is not taken.
struct BatchRefusal: Error, Equatable {
    var code: ErrorCode
    /// For people: what is wrong with it.
    var detail: String

    static func invalid(_ detail: String) -> BatchRefusal { BatchRefusal(code: .invalidRecord, detail: detail) }
}

/// What a batch from a client is checked for before anything of it is kept, so that every reader can read it: what Apache
/// Kafka's `LogValidator` and `DefaultRecordBatch` check, and that compressed records unfold within a bound.
struct BatchValidation {
    /// How large a batch may be, in bytes (`max.message.bytes`).
    var maximumSize: Int64
    /// How large its records may be when they are unfolded.
    var maximumDecompressedSize: Int
    /// Whether every record needs a key, as where records are compacted.
    var requiresKeys: Bool
    /// Whether zstd is understood: clients before version 7 of the request cannot mean it (KIP-110).
    var allowsZstandard: Bool
    /// Whether records are kept as they are unfolded, whatever way they came in (`compression.type=uncompressed`).
    var unfolds: Bool

    /// Takes the one batch that a request brings for a partition.
    func batch(in records: ByteBuffer) throws(BatchRefusal) -> RecordBatch {
        if let magic = records.getInteger(at: records.readerIndex + 16, as: Int8.self), magic == 0 || magic == 1 {
            throw BatchRefusal(code: .unsupportedForMessageFormat, detail: "records of format \(magic) are not taken")
        }
        guard Int64(records.readableBytes) <= maximumSize else {
            throw BatchRefusal(
                code: .messageTooLarge,
                detail: "the batch has \(records.readableBytes) bytes, and max.message.bytes is \(maximumSize)")
        }
        var rest = records
        guard let batch = RecordBatch(reading: &rest) else {
            throw BatchRefusal(code: .corruptMessage, detail: "this is no whole record batch with a right checksum")
        }
        guard rest.readableBytes == 0 else {
            throw .invalid("a request holds one batch for each partition, and nothing behind it")
        }
        try checkHeader(of: batch)
        let contents = try checkRecords(of: batch)
        guard unfolds, batch.codec != CompressionCodec.none else { return batch }
        guard Int64(contents.readableBytes + RecordBatch.headerSize) <= maximumSize else { throw tooLargeUnfolded }
        return batch.uncompressed(holding: contents)
    }

    private var tooLargeUnfolded: BatchRefusal {
        let limit = unfolds ? min(Int64(maximumDecompressedSize), maximumSize) : Int64(maximumDecompressedSize)
        return BatchRefusal(
            code: .messageTooLarge, detail: "its records take more than \(limit) bytes when they are unfolded")
    }

    private func checkHeader(of batch: RecordBatch) throws(BatchRefusal) {
        guard batch.baseOffset == 0 else { throw .invalid("a batch from a client begins at offset 0") }
        guard batch.recordCount > 0, Int64(batch.recordCount) == Int64(batch.lastOffsetDelta) + 1 else {
            throw .invalid("the batch says \(batch.recordCount) records, the last at \(batch.lastOffsetDelta)")
        }
        guard !batch.isControl else { throw .invalid("control batches are the broker's own") }
        guard batch.attributes & ~RecordBatch.clientAttributes == 0 else {
            throw .invalid("its attributes have bits that are not a client's")
        }
        guard batch.attributes & RecordBatch.logAppendTime == 0 else {
            throw BatchRefusal(code: .invalidTimestamp, detail: "a client does not set the time of the log")
        }
        guard batch.baseTimestamp >= -1, batch.maxTimestamp >= -1 else {
            throw BatchRefusal(code: .invalidTimestamp, detail: "a time is negative")
        }
        let isIdempotent = batch.producerID >= 0
        guard isIdempotent ? batch.producerEpoch >= 0 && batch.baseSequence >= 0 : batch.producerID == -1 else {
            throw .invalid("the producer's id, epoch and sequence do not go together")
        }
        guard isIdempotent || !batch.isTransactional else { throw .invalid("a transaction needs a producer's id") }
    }

    /// - Returns: The records, unfolded.
    private func checkRecords(of batch: RecordBatch) throws(BatchRefusal) -> ByteBuffer {
        guard let codec = batch.codec, codec != .zstd || allowsZstandard else {
            throw BatchRefusal(
                code: .unsupportedCompressionType, detail: "compression \(batch.attributes & 7) is not understood")
        }
        let records: ByteBuffer
        do throws(DecompressionError) {
            records = try Decompression.decompress(batch.records, codec, limit: maximumDecompressedSize)
        } catch {
            switch error {
            case .corrupt: throw .invalid("its records are not \(codec)")
            case .tooLarge: throw tooLargeUnfolded
            }
        }
        let problem = records.withUnsafeReadableBytes { bytes -> BatchRefusal? in
            var cursor = RecordCursor(bytes: bytes, baseTimestamp: batch.baseTimestamp, limit: batch.maxTimestamp)
            for number in 0..<Int64(batch.recordCount) {
                guard let hasKey = cursor.passRecord(number) else {
                    return .invalid("its record \(number) is not as the format has it")
                }
                if requiresKeys, !hasKey { return .invalid("a compacted topic takes no record without a key") }
            }
            return cursor.isAtEnd ? nil : .invalid("there is more in it than its \(batch.recordCount) records")
        }
        if let problem { throw problem }
        return records
    }
}

/// Goes over records (kafka.apache.org/documentation, "Record") without making anything of them.
private struct RecordCursor {
    let bytes: UnsafeRawBufferPointer
    let baseTimestamp: Int64
    /// The greatest time that the batch claims.
    let limit: Int64
    private var index = 0

    init(bytes: UnsafeRawBufferPointer, baseTimestamp: Int64, limit: Int64) {
        self.bytes = bytes
        self.baseTimestamp = baseTimestamp
        self.limit = limit
    }

    var isAtEnd: Bool { index == bytes.count }

    /// Passes one record.
    ///
    /// - Returns: Whether it has a key; `nil` if it is not as it must be.
    mutating func passRecord(_ number: Int64) -> Bool? {
        guard let length = varint(), length > 0, length <= Int64(bytes.count - index) else { return nil }
        let end = index + Int(length)
        index += 1
        guard let delta = varint(), isTime(delta), varint() == number, let key = passBytes(), passBytes() != nil,
            let headers = varint(), headers >= 0, headers <= Int64(bytes.count - index)
        else { return nil }
        for _ in 0..<headers { guard passBytes() == true, passBytes() != nil else { return nil } }
        return index == end ? key : nil
    }

    private func isTime(_ delta: Int64) -> Bool {
        let (time, overflows) = baseTimestamp.addingReportingOverflow(delta)
        return !overflows && time >= -1 && time <= limit
    }

    /// Passes a length and as many bytes.
    ///
    /// - Returns: Whether there are any, rather than null; `nil` if they do not fit.
    private mutating func passBytes() -> Bool? {
        guard let length = varint(), length >= -1, length <= Int64(bytes.count - index) else { return nil }
        guard length >= 0 else { return false }
        index += Int(length)
        return true
    }

    /// A variable-length number with its sign in the lowest bit.
    private mutating func varint() -> Int64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.count, shift < 64 {
            let byte = bytes[index]
            index += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
            shift += 7
        }
        return nil
    }
}
