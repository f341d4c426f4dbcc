/// Puts a group's offsets into a producer's transaction: they count when it commits.
///
/// Versions 0 to 3; 3 has compact fields and says which member commits, so that a fenced one cannot (KIP-447).
enum CommitTransactionOffsets: RequestHandler {
    static let key: Int16 = 28
    static let versions: ClosedRange<Int16> = 0...3
    static let firstFlexible: Int16 = 3

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        let id = try request.reader.string()
        let groupID = try request.reader.string()
        let producerID = try request.reader.int64()
        let epoch = try request.reader.int16()
        var generation: Int32 = -1
        var member = ""
        var instance: String?
        if version >= 3 {
            generation = try request.reader.int32()
            member = try request.reader.string()
            instance = try request.reader.nullableString()
        }
        let topics = try request.reader.array { (reader) throws(MalformedFrame) in
            let topic = try reader.string()
            let partitions = try reader.array { (reader) throws(MalformedFrame) in
                let partition = try reader.int32()
                let offset = try reader.int64()
                if version >= 2 { _ = try reader.int32() }
                let metadata = try reader.nullableString()
                try reader.tags()
                return (partition, Group.Offset(offset: offset, metadata: metadata))
            }
            try reader.tags()
            return (topic, partitions)
        }
        var problem = core.transactions.mayCommitOffsets(
            id, group: groupID, producerID: producerID, epoch: epoch, fenced: .invalidProducerEpoch)
        if problem == .none, version >= 3 {
            problem = core.groups.mayCommit(
                group: groupID, member: member, instance: instance, generation: generation, inTransaction: true)
        }
        var writer = request.writer()
        writer.int32(0)
        writer.array(topics) { writer, topic in
            writer.string(topic.0)
            writer.array(topic.1) { writer, item in
                let name = PartitionName(topic: topic.0, partition: item.0)
                let result = problem == .none ? OffsetCommit.check(item.1, of: name, core) : problem
                if result == .none { core.groups.group(groupID).pending[producerID, default: [:]][name] = item.1 }
                writer.int32(item.0)
                writer.error(result)
                writer.tags()
            }
            writer.tags()
        }
        writer.tags()
        request.reply(writer)
    }
}
