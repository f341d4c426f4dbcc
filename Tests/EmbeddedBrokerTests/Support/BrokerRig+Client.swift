import NIOCore

@testable import EmbeddedBroker

/// What a client does on a rig.
extension BrokerRig {
    struct Producer {
        var id: String
        var producerID: Int64
        var epoch: Int16
        var sequences: [PartitionName: Int32] = [:]
    }

    struct Record: Equatable {
        var offset: Int64
        var key: String?
        var value: String?
    }

    private func code(_ reader: inout WireReader) -> ErrorCode? { (try? reader.int16()).flatMap(ErrorCode.init) }

    func create(_ topic: String, partitions: Int32 = 1, _ settings: [String: String] = [:]) -> ErrorCode? {
        var reader = send(19, 1) { writer in
            writer.array([topic]) { writer, name in
                writer.string(name)
                writer.int32(partitions)
                writer.int16(1)
                writer.array([Int]()) { _, _ in }
                writer.array(settings.sorted { $0.key < $1.key }) { writer, setting in
                    writer.string(setting.key)
                    writer.string(setting.value)
                }
            }
            writer.int32(1000)
            writer.bool(false)
        }
        _ = try? reader.int32()
        _ = try? reader.string()
        return code(&reader)
    }

    func delete(_ topic: String) -> ErrorCode? {
        var reader = send(20, 0) { writer in
            writer.array([topic]) { $0.string($1) }
            writer.int32(1000)
        }
        _ = try? reader.int32()
        _ = try? reader.string()
        return code(&reader)
    }

    func initialise(_ id: String?, timeout: Int32 = 60_000) -> (error: ErrorCode?, producer: Producer) {
        var reader = send(22, 1) { writer in
            writer.string(id)
            writer.int32(timeout)
        }
        _ = try? reader.int32()
        let error = code(&reader)
        let producerID = (try? reader.int64()) ?? -1
        let epoch = (try? reader.int16()) ?? -1
        return (error, Producer(id: id ?? "", producerID: producerID, epoch: epoch))
    }

    func add(_ partitions: [PartitionName], to producer: Producer) -> ErrorCode? {
        var reader = send(24, 1) { writer in
            writer.string(producer.id)
            writer.int64(producer.producerID)
            writer.int16(producer.epoch)
            writer.array(partitions) { writer, name in
                writer.string(name.topic)
                writer.array([name.partition]) { $0.int32($1) }
            }
        }
        _ = try? reader.int32()
        _ = try? reader.int32()
        _ = try? reader.string()
        _ = try? reader.int32()
        _ = try? reader.int32()
        return code(&reader)
    }

    /// Writes one batch.
    func produce(
        _ records: [(key: String?, value: String?)], to name: PartitionName, timestamp: Int64? = nil
    ) -> ErrorCode? {
        produce(RigBatch(records: records, timestamp: timestamp ?? now).bytes, to: name, transactionalID: nil)
    }

    /// Writes one batch in a producer's transaction.
    func produce(
        _ records: [(key: String?, value: String?)], to name: PartitionName, by producer: inout Producer
    ) -> ErrorCode? {
        var batch = RigBatch(records: records, timestamp: now)
        batch.producerID = producer.producerID
        batch.epoch = producer.epoch
        batch.sequence = producer.sequences[name] ?? 0
        batch.attributes = 0x10
        let result = produce(batch.bytes, to: name, transactionalID: producer.id)
        if result == ErrorCode.none { producer.sequences[name] = batch.sequence + Int32(records.count) }
        return result
    }

    func produce(_ batch: ByteBuffer, to name: PartitionName, transactionalID: String?) -> ErrorCode? {
        var reader = send(0, 7) { writer in
            writer.string(transactionalID)
            writer.int16(-1)
            writer.int32(1000)
            writer.array([name]) { writer, name in
                writer.string(name.topic)
                writer.array([name.partition]) { writer, partition in
                    writer.int32(partition)
                    writer.bytes(batch)
                }
            }
        }
        _ = try? reader.int32()
        _ = try? reader.string()
        _ = try? reader.int32()
        _ = try? reader.int32()
        return code(&reader)
    }

    /// Puts an offset into a producer's transaction.
    func commit(_ offset: Int64, of name: PartitionName, in group: String, by producer: Producer) -> ErrorCode? {
        var reader = send(25, 1) { writer in
            writer.string(producer.id)
            writer.int64(producer.producerID)
            writer.int16(producer.epoch)
            writer.string(group)
        }
        _ = try? reader.int32()
        if let error = code(&reader), error != .none { return error }
        reader = send(28, 1) { writer in
            writer.string(producer.id)
            writer.string(group)
            writer.int64(producer.producerID)
            writer.int16(producer.epoch)
            writer.array([name]) { writer, name in
                writer.string(name.topic)
                writer.array([name.partition]) { writer, partition in
                    writer.int32(partition)
                    writer.int64(offset)
                    writer.string(nil)
                }
            }
        }
        _ = try? reader.int32()
        _ = try? reader.int32()
        _ = try? reader.string()
        _ = try? reader.int32()
        _ = try? reader.int32()
        return code(&reader)
    }

    /// Commits an offset outside of transactions.
    func commit(_ offset: Int64, of name: PartitionName, in group: String) -> ErrorCode? {
        var reader = send(8, 2) { writer in
            writer.string(group)
            writer.int32(-1)
            writer.string("")
            writer.int64(-1)
            writer.array([name]) { writer, name in
                writer.string(name.topic)
                writer.array([name.partition]) { writer, partition in
                    writer.int32(partition)
                    writer.int64(offset)
                    writer.string("")
                }
            }
        }
        _ = try? reader.int32()
        _ = try? reader.string()
        _ = try? reader.int32()
        _ = try? reader.int32()
        return code(&reader)
    }

    func end(_ producer: Producer, commits: Bool) -> ErrorCode? {
        var reader = send(26, 1) { writer in
            writer.string(producer.id)
            writer.int64(producer.producerID)
            writer.int16(producer.epoch)
            writer.bool(commits)
        }
        _ = try? reader.int32()
        return code(&reader)
    }

    /// What a group has committed; -1: nothing.
    func offset(of name: PartitionName, in group: String) -> Int64 {
        var reader = send(9, 1) { writer in
            writer.string(group)
            writer.array([name]) { writer, name in
                writer.string(name.topic)
                writer.array([name.partition]) { $0.int32($1) }
            }
        }
        _ = try? reader.int32()
        _ = try? reader.string()
        _ = try? reader.int32()
        _ = try? reader.int32()
        return (try? reader.int64()) ?? -2
    }

    struct Fetched {
        var error: ErrorCode?
        var end: Int64 = -1
        var stable: Int64 = -1
        var start: Int64 = -1
        var aborted: [(producerID: Int64, first: Int64)] = []
        var batches: [RecordBatch] = []
    }

    func fetch(_ name: PartitionName, from offset: Int64) -> Fetched {
        var reader = send(1, 7) { writer in
            writer.int32(-1)
            writer.int32(0)
            writer.int32(1)
            writer.int32(1 << 26)
            writer.int8(1)
            writer.int32(0)
            writer.int32(-1)
            writer.array([name]) { writer, name in
                writer.string(name.topic)
                writer.array([name.partition]) { writer, partition in
                    writer.int32(partition)
                    writer.int64(offset)
                    writer.int64(-1)
                    writer.int32(1 << 26)
                }
            }
            writer.array([Int]()) { _, _ in }
        }
        var found = Fetched()
        do {
            _ = (try reader.int32(), try reader.int16(), try reader.int32(), try reader.int32())
            _ = (try reader.string(), try reader.int32(), try reader.int32())
            found.error = code(&reader)
            found.end = try reader.int64()
            found.stable = try reader.int64()
            found.start = try reader.int64()
            found.aborted = try reader.array { (reader) throws(MalformedFrame) in
                (try reader.int64(), try reader.int64())
            }
            found.batches = RecordBatch.batches(in: try reader.bytes()).batches
        } catch {
            log.note("the answer to a fetch is malformed: \(error)")
        }
        return found
    }

    /// All committed records of a partition, as a client sorts them out.
    func read(_ name: PartitionName, from offset: Int64? = nil) -> [Record] {
        var next = offset ?? fetch(name, from: 0).start
        var records: [Record] = []
        var aborting: Set<Int64> = []
        while true {
            let found = fetch(name, from: next)
            guard let last = found.batches.last else { return records }
            next = last.nextOffset
            var aborted = found.aborted.sorted { $0.first < $1.first }[...]
            for batch in found.batches {
                while let first = aborted.first, first.first <= batch.lastOffset {
                    aborting.insert(first.producerID)
                    aborted.removeFirst()
                }
                if batch.isControl {
                    aborting.remove(batch.producerID)
                } else if !batch.isTransactional || !aborting.contains(batch.producerID) {
                    // A batch comes whole: clients pass over what is before the offset they asked for.
                    records += RigBatch.records(of: batch).filter { $0.offset >= offset ?? 0 }
                }
            }
        }
    }
}

/// A record batch as a client makes it, in every detail.
struct RigBatch {
    var baseOffset: Int64 = 0
    var attributes: Int16 = 0
    var lastOffsetDelta: Int32
    var timestamp: Int64
    var producerID: Int64 = -1
    var epoch: Int16 = -1
    var sequence: Int32 = -1
    var records: [(key: String?, value: String?)]
    /// The offsets of the records within the batch; `nil`: 0, 1, 2, …
    var offsetDeltas: [Int64]?

    init(records: [(key: String?, value: String?)], timestamp: Int64) {
        self.records = records
        self.timestamp = timestamp
        lastOffsetDelta = Int32(records.count - 1)
    }

    var bytes: ByteBuffer {
        var body = ByteBuffer()
        body.writeInteger(attributes)
        body.writeInteger(lastOffsetDelta)
        body.writeInteger(timestamp)
        body.writeInteger(timestamp)
        body.writeInteger(producerID)
        body.writeInteger(epoch)
        body.writeInteger(sequence)
        body.writeInteger(Int32(records.count))
        for (index, record) in records.enumerated() {
            var one = ByteBuffer()
            one.writeInteger(UInt8(0))
            one.writeZigzag(0)
            one.writeZigzag(offsetDeltas?[index] ?? Int64(index))
            for text in [record.key, record.value] {
                one.writeZigzag(text.map { Int64($0.utf8.count) } ?? -1)
                one.writeString(text ?? "")
            }
            one.writeZigzag(0)
            body.writeZigzag(Int64(one.readableBytes))
            body.writeBuffer(&one)
        }
        var whole = ByteBuffer()
        whole.writeInteger(baseOffset)
        whole.writeInteger(Int32(body.readableBytes + 9))
        whole.writeInteger(Int32(-1))
        whole.writeInteger(Int8(2))
        whole.writeInteger(body.withUnsafeReadableBytes { CRC32C.checksum($0) })
        whole.writeBuffer(&body)
        return whole
    }

    static func records(of batch: RecordBatch) -> [BrokerRig.Record] {
        var buffer = batch.bytes
        buffer.moveReaderIndex(forwardBy: RecordBatch.headerSize)
        var records: [BrokerRig.Record] = []
        while let length = buffer.readZigzag(), var record = buffer.readSlice(length: Int(length)) {
            _ = (record.readInteger(as: UInt8.self), record.readZigzag())
            let delta = record.readZigzag() ?? 0
            var texts: [String?] = []
            for _ in 0..<2 {
                let size = record.readZigzag() ?? -1
                texts.append(size < 0 ? nil : record.readString(length: Int(size)))
            }
            records.append(.init(offset: batch.baseOffset &+ delta, key: texts[0], value: texts[1]))
        }
        return records
    }
}

extension ByteBuffer {
    fileprivate mutating func writeZigzag(_ value: Int64) {
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while rest >= 0x80 {
            writeInteger(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        writeInteger(UInt8(rest))
    }

    fileprivate mutating func readZigzag() -> Int64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 63, by: 7) {
            guard let byte = readInteger(as: UInt8.self) else { return nil }
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
        }
        return nil
    }
}
