import NIOCore

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
        let problem = core.groups.mayCommit(group: id, member: member, instance: instance, generation: generation)
        let results = topics.flatMap { topic in
            topic.1.map { item in
                let name = PartitionName(topic: topic.0, partition: item.0)
                return (name: name, offset: item.1, error: problem == .none ? check(item.1, of: name, core) : problem)
            }
        }
        let accepted = results.filter { $0.error == .none }
        var failure: ErrorCode?
        if !accepted.isEmpty {
            do throws(StorageError) {
                try core.keep(
                    .offsets(
                        group: id,
                        accepted.map {
                            StateEntry.Offset(
                                topic: $0.name.topic, partition: $0.name.partition, offset: $0.offset.offset,
                                metadata: $0.offset.metadata)
                        }))
                let group = core.groups.group(id)
                group.lastUse = .now()
                for item in accepted { group.offsets[item.name] = item.offset }
            } catch {
                failure = .coordinatorNotAvailable
            }
        }
        var rest = results[...]
        var writer = request.writer()
        if version >= 3 { writer.int32(0) }
        writer.array(topics) { writer, topic in
            writer.string(topic.0)
            writer.array(rest.prefix(topic.1.count)) { writer, item in
                writer.int32(item.name.partition)
                writer.error(item.error == .none ? failure ?? .none : item.error)
            }
            rest = rest.dropFirst(topic.1.count)
        }
        request.reply(writer)
    }

    /// Whether an offset can be kept, be it at once or when a transaction commits.
    static func check(_ offset: Group.Offset, of name: PartitionName, _ core: BrokerCore) -> ErrorCode {
        guard core.partition(name) != nil else { return .unknownTopicOrPartition }
        let size = offset.metadata?.utf8.count ?? 0
        return size <= core.configuration.limits.groups.offsetMetadata ? .none : .offsetMetadataTooLarge
    }
}
