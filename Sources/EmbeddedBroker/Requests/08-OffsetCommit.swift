/// Keeps how far a group has read.
///
/// Versions 2 to 7. From version 7 on a static member is recognised by its instance.
enum OffsetCommit: RequestHandler {
    static let key: Int16 = 8
    static let versions: ClosedRange<Int16> = 2...7

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        let id = try request.reader.string()
        let generation = try request.reader.int32()
        let member = try request.reader.string()
        let instance = version >= 7 ? try request.reader.nullableString() : nil
        if version <= 4 { _ = try request.reader.int64() }
        let topics = try request.reader.array { (reader) throws(MalformedFrame) in
            let topic = try reader.string()
            let partitions = try reader.array { (reader) throws(MalformedFrame) in
                let partition = try reader.int32()
                let offset = try reader.int64()
                if version >= 6 { _ = try reader.int32() }
                return (partition, Group.Offset(offset: offset, metadata: try reader.nullableString()))
            }
            return (topic, partitions)
        }
        var problem = core.groups.mayCommit(group: id, member: member, instance: instance, generation: generation)
        let group = core.groups.group(id)
        if problem == .none {
            let offsets = topics.flatMap { topic in
                topic.1.map {
                    StateEntry.Offset(topic: topic.0, partition: $0.0, offset: $0.1.offset, metadata: $0.1.metadata)
                }
            }
            do throws(StorageError) { try core.keep(.offsets(group: id, offsets)) } catch {
                problem = .coordinatorNotAvailable
            }
        }
        var writer = request.writer()
        if version >= 3 { writer.int32(0) }
        writer.array(topics) { writer, topic in
            writer.string(topic.0)
            writer.array(topic.1) { writer, item in
                let name = PartitionName(topic: topic.0, partition: item.0)
                let isKnown = core.partition(name) != nil
                if problem == .none, isKnown { group.offsets[name] = item.1 }
                writer.int32(item.0)
                writer.error(problem == .none && !isKnown ? .unknownTopicOrPartition : problem)
            }
        }
        request.reply(writer)
    }
}
