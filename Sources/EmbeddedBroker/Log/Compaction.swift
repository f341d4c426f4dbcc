import NIOCore

/// Keeps the newest record of each key, and drops what later ones have replaced.
enum Compaction {
    /// Compacts what is decided of a log: whole batches of one record, as a state store writes them, and batches of more
    /// records when all of them are replaced. Batches that are compressed, or that no reader could do without, stay.
    ///
    /// - Parameter tombstonesLast: How long a tombstone that nothing precedes is kept, in milliseconds.
    static func compact(_ log: PartitionLog, now: Int64, tombstonesLast: Int64) throws(StorageError) {
        let stable = log.lastStableOffset
        let aborted = log.aborted
        var newest: [ByteBuffer: Int64] = [:]
        var keys: [Int: [RecordKey]] = [:]
        for (index, batch) in log.batches.enumerated() where batch.nextOffset <= stable && !batch.isControl {
            if isAborted(batch, aborted) {
                keys[index] = []
                continue
            }
            guard let records = RecordKey.keys(of: batch) else { continue }
            keys[index] = records
            for record in records { if let key = record.key { newest[key] = record.offset } }
        }
        let last = log.batches.count - 1
        let kept = log.batches.enumerated().filter { index, batch in
            guard index != last, let records = keys[index] else { return true }
            return records.contains { record in
                guard let key = record.key, newest[key] == record.offset else { return false }
                return !record.isTombstone || batch.maxTimestamp >= now - tombstonesLast
            }
        }
        if kept.count < log.batches.count { try log.replaceBatches(with: kept.map(\.element)) }
    }

    private static func isAborted(_ batch: RecordBatch, _ aborted: [PartitionLog.AbortedTransaction]) -> Bool {
        batch.isTransactional
            && aborted.contains {
                $0.producerID == batch.producerID && $0.firstOffset <= batch.baseOffset
                    && batch.lastOffset <= $0.lastOffset
            }
    }
}

/// The key of one record in a batch.
struct RecordKey {
    var key: ByteBuffer?
    var offset: Int64
    var isTombstone: Bool

    /// The keys of a batch's records; `nil` if they cannot be read, as when the batch is compressed.
    static func keys(of batch: RecordBatch) -> [RecordKey]? {
        var buffer = batch.bytes
        guard let attributes = buffer.getInteger(at: buffer.readerIndex + 21, as: Int16.self), attributes & 7 == 0
        else {
            return nil
        }
        buffer.moveReaderIndex(forwardBy: RecordBatch.headerSize)
        var keys: [RecordKey] = []
        for _ in 0..<batch.recordCount {
            guard let length = buffer.readZigzag(), length > 0, var record = buffer.readSlice(length: length),
                record.readInteger(as: UInt8.self) != nil, record.readZigzag() != nil, let delta = record.readZigzag(),
                let keyLength = record.readZigzag()
            else { return nil }
            let key = keyLength < 0 ? nil : record.readSlice(length: keyLength)
            guard keyLength < 0 || key != nil, let valueLength = record.readZigzag() else { return nil }
            keys.append(RecordKey(key: key, offset: batch.baseOffset + Int64(delta), isTombstone: valueLength < 0))
        }
        return keys
    }
}

extension ByteBuffer {
    /// Reads a variable-length number with its sign in the lowest bit.
    fileprivate mutating func readZigzag() -> Int? {
        var value: UInt64 = 0
        for shift in stride(from: 0, through: 63, by: 7) {
            guard let byte = readInteger(as: UInt8.self) else { return nil }
            value |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return Int(Int64(bitPattern: (value >> 1)) ^ -Int64(bitPattern: value & 1)) }
        }
        return nil
    }
}
