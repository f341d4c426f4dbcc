import NIOCore

/// Appends record batches to partitions.
///
/// Versions 3 to 8: batches of format 2 only. `acks=0` gets no answer. Idempotent batches are checked for their sequence, a
/// transactional one for its transaction.
enum Produce: RequestHandler {
    static let key: Int16 = 0
    static let versions: ClosedRange<Int16> = 3...8

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let transactionalID = try request.reader.nullableString()
        let acks = try request.reader.int16()
        _ = try request.reader.int32()
        let core = request.core
        let version = request.version
        let results = try request.reader.array { (reader) throws(MalformedFrame) in
            let topic = try reader.string()
            let partitions = try reader.array { (reader) throws(MalformedFrame) in
                let partition = try reader.int32()
                let records = try reader.nullableBytes()
                let name = PartitionName(topic: topic, partition: partition)
                return (partition, append(records ?? ByteBuffer(), to: name, transactionalID, core))
            }
            return (topic, partitions)
        }
        core.grew()
        guard acks != 0 else { return request.reply(nil) }
        var writer = request.writer()
        writer.array(results) { writer, topic in
            writer.string(topic.0)
            writer.array(topic.1) { writer, partition in
                writer.int32(partition.0)
                writer.error(partition.1.error)
                writer.int64(partition.1.offset)
                writer.int64(-1)
                if version >= 5 { writer.int64(partition.1.logStart) }
                if version >= 8 {
                    writer.array([Int]()) { _, _ in }
                    writer.string(nil)
                }
            }
        }
        writer.int32(0)
        request.reply(writer)
    }

    private static func append(
        _ records: ByteBuffer, to name: PartitionName, _ transactionalID: String?, _ core: BrokerCore
    ) -> (error: ErrorCode, offset: Int64, logStart: Int64) {
        guard let log = core.partition(name), let topic = core.topics[name.topic] else {
            return (.unknownTopicOrPartition, -1, -1)
        }
        let (batches, size) = RecordBatch.batches(in: records)
        guard size == records.readableBytes, !batches.isEmpty else { return (.corruptMessage, -1, -1) }
        var first: Int64?
        for batch in batches {
            guard !batch.isControl, batch.recordCount > 0 else { return (.invalidRecord, -1, -1) }
            guard batch.bytes.readableBytes <= topic.number("max.message.bytes") else {
                return (.messageTooLarge, -1, -1)
            }
            if topic.isCompacted, let keys = RecordKey.keys(of: batch), keys.contains(where: { $0.key == nil }) {
                return (.invalidRecord, -1, -1)
            }
            if batch.isTransactional {
                let problem = core.transactions.mayProduce(
                    transactionalID, name, producerID: batch.producerID, epoch: batch.producerEpoch)
                guard problem == .none else { return (problem, -1, -1) }
            }
            switch log.append(batch) {
            case .written(let offset), .duplicate(let offset): first = first ?? offset
            case .refused(let code): return (code, -1, log.startOffset)
            }
        }
        // The records of a transaction are brought to disk when it is decided.
        if !batches.contains(where: \.isTransactional) {
            do throws(StorageError) { try core.sync(name) } catch { return (.storageError, -1, log.startOffset) }
        }
        return (.none, first ?? -1, log.startOffset)
    }
}
