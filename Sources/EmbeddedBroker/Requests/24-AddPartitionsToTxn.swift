/// Adds partitions to a producer's transaction, and begins it if need be.
///
/// Versions 0 to 2.
enum AddPartitionsToTransaction: RequestHandler {
    static let key: Int16 = 24
    static let versions: ClosedRange<Int16> = 0...2

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let core = request.core
        let id = try request.reader.string()
        let producerID = try request.reader.int64()
        let epoch = try request.reader.int16()
        let topics = try request.reader.array { (reader) throws(MalformedFrame) in
            (try reader.string(), try reader.array { (reader) throws(MalformedFrame) in try reader.int32() })
        }
        let names = topics.flatMap { topic in topic.1.map { PartitionName(topic: topic.0, partition: $0) } }
        let areKnown = names.allSatisfy { core.partition($0) != nil }
        let fenced: ErrorCode = request.version >= 2 ? .producerFenced : .invalidProducerEpoch
        let result =
            areKnown
            ? core.transactions.add(names, to: id, producerID: producerID, epoch: epoch, fenced: fenced)
            : .unknownTopicOrPartition
        var writer = request.writer()
        writer.int32(0)
        writer.array(topics) { writer, topic in
            writer.string(topic.0)
            writer.array(topic.1) { writer, partition in
                writer.int32(partition)
                writer.error(result)
            }
        }
        request.reply(writer)
    }
}
