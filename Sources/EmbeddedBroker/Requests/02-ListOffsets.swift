/// Tells the first and next offset of partitions, or the first at or after a time.
///
/// Versions 1 to 5. For readers of committed records the next offset is the last stable one.
enum ListOffsets: RequestHandler {
    static let key: Int16 = 2
    static let versions: ClosedRange<Int16> = 1...5

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        _ = try request.reader.int32()
        let isCommittedOnly = version >= 2 ? try request.reader.int8() == 1 : false
        let topics = try request.reader.array { (reader) throws(MalformedFrame) in
            let topic = try reader.string()
            let partitions = try reader.array { (reader) throws(MalformedFrame) in
                let partition = try reader.int32()
                if version >= 4 { _ = try reader.int32() }
                return (partition, try reader.int64())
            }
            return (topic, partitions.unique { $0.0 })
        }
        var writer = request.writer()
        if version >= 2 { writer.int32(0) }
        writer.array(topics.unique { $0.0 }) { writer, topic in
            writer.string(topic.0)
            writer.array(topic.1) { writer, query in
                let name = PartitionName(topic: topic.0, partition: query.0)
                let stale = core.staleLeader.next(name)
                let found = core.partition(name).map { log -> (offset: Int64, timestamp: Int64) in
                    if case .offsets(let low, let high) = stale { return (query.1 == -2 ? low : high, Int64(-1)) }
                    return offset(at: query.1, in: log, isCommittedOnly)
                }
                writer.int32(query.0)
                if case .notLeader = stale {
                    writer.error(.notLeaderOrFollower)
                } else {
                    writer.error(found == nil ? .unknownTopicOrPartition : .none)
                }
                writer.int64(found?.timestamp ?? -1)
                writer.int64(found?.offset ?? -1)
                if version >= 4 { writer.int32(0) }
            }
        }
        request.reply(writer)
    }

    private static func offset(
        at timestamp: Int64, in log: PartitionLog, _ isCommittedOnly: Bool
    ) -> (offset: Int64, timestamp: Int64) {
        switch timestamp {
        case -1: (isCommittedOnly ? log.lastStableOffset : log.endOffset, -1)
        case -2: (log.startOffset, -1)
        default: log.offset(atOrAfter: timestamp) ?? (-1, -1)
        }
    }
}
