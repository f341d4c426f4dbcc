import Logging
import NIOCore

/// Appends record batches to partitions.
///
/// Versions 3 to 8: one batch of format 2 for each partition, checked whole before any of it is kept. `acks=0` gets no answer.
/// Idempotent batches are checked for their sequence, a transactional one for its transaction.
enum Produce: RequestHandler {
    static let key: Int16 = 0
    static let versions: ClosedRange<Int16> = 3...8

    private struct Result {
        var error: ErrorCode
        var offset: Int64 = -1
        var logStart: Int64 = -1
        var detail: String?
    }

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let transactionalID = try request.reader.nullableString()
        let acks = try request.reader.int16()
        _ = try request.reader.int32()
        let version = request.version
        let topics = try request.reader.array { (reader) throws(MalformedFrame) in
            let topic = try reader.string()
            let partitions = try reader.array { (reader) throws(MalformedFrame) in
                (number: try reader.int32(), records: try reader.bytes())
            }
            return (name: topic, partitions: partitions)
        }
        // Only a request that was read to its end is carried out.
        let sent = request
        let results = topics.map { topic in
            topic.partitions.map { partition in
                guard (-1...1).contains(acks) else { return Result(error: .invalidRequiredAcks) }
                let name = PartitionName(topic: topic.name, partition: partition.number)
                return append(partition.records, to: name, transactionalID, sent)
            }
        }
        let named = topics.lazy.flatMap { topic in
            topic.partitions.lazy.map { PartitionName(topic: topic.name, partition: $0.number) }
        }
        request.core.waiting.wake(for: named)
        guard acks != 0 else { return request.reply(nil) }
        var writer = request.writer()
        writer.array(Array(zip(topics, results))) { writer, topic in
            writer.string(topic.0.name)
            writer.array(Array(zip(topic.0.partitions, topic.1))) { writer, partition in
                let result = partition.1
                writer.int32(partition.0.number)
                writer.error(result.error)
                writer.int64(result.offset)
                writer.int64(-1)
                if version >= 5 { writer.int64(result.logStart) }
                if version >= 8 {
                    writer.array([Int]()) { _, _ in }
                    writer.string(result.detail)
                }
            }
        }
        writer.int32(0)
        request.reply(writer)
    }

    private static func append(
        _ records: ByteBuffer, to name: PartitionName, _ transactionalID: String?, _ request: Request
    ) -> Result {
        let core = request.core
        guard let log = core.partition(name), let topic = core.topics[name.topic] else {
            return Result(error: .unknownTopicOrPartition)
        }
        let batch: RecordBatch
        do throws(BatchRefusal) {
            batch = try validation(for: topic, request).batch(in: records)
        } catch {
            core.logger.debug(
                "A batch for \(name.topic) [\(name.partition)] from « \(request.clientID) » is refused: \(error.detail)."
            )
            return Result(error: error.code, detail: error.detail)
        }
        if batch.producerID >= 0, !core.transactions.hasGiven(batch.producerID) {
            return Result(error: .unknownProducerID, detail: "this broker gave nobody the producer id")
        }
        if batch.isTransactional {
            let problem = core.transactions.mayProduce(
                transactionalID, name, producerID: batch.producerID, epoch: batch.producerEpoch)
            guard problem == .none else { return Result(error: problem) }
        }
        switch log.append(batch) {
        case .written(let offset), .duplicate(let offset):
            return Result(error: .none, offset: offset, logStart: log.startOffset)
        case .refused(let code): return Result(error: code, logStart: log.startOffset)
        }
    }

    private static func validation(for topic: Topic, _ request: Request) -> BatchValidation {
        let limits = request.limits
        let size = topic.number("max.message.bytes")
        let (unfolded, overflows) = size.multipliedReportingOverflow(by: Int64(limits.decompressionFactor))
        return BatchValidation(
            maximumSize: size,
            maximumDecompressedSize: overflows
                ? limits.decompressedSize : min(Int(clamping: unfolded), limits.decompressedSize),
            requiresKeys: topic.isCompacted, allowsZstandard: request.version >= 7,
            unfolds: topic.setting("compression.type") == "uncompressed")
    }
}
