/// Tells how far a group has read.
///
/// Versions 1 to 7; from 6 on with compact fields. With `require_stable` (7) offsets that an open transaction is about to
/// change are not told: the client asks again.
enum OffsetFetch: RequestHandler {
    static let key: Int16 = 9
    static let versions: ClosedRange<Int16> = 1...7
    static let firstFlexible: Int16 = 6

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        let id = try request.reader.string()
        let topics = try request.reader.nullableArray { (reader) throws(MalformedFrame) in
            let topic = try reader.string()
            let partitions = try reader.array { (reader) throws(MalformedFrame) in try reader.int32() }
            try reader.tags()
            return (topic, partitions.unique { $0 })
        }
        let requiresStable = version >= 7 ? try request.reader.bool() : false
        try request.reader.tags()
        // A group is not there for having been asked for.
        let offsets = core.groups.groups[id]?.offsets ?? [:]
        let pending = requiresStable ? Set(core.groups.groups[id]?.pending.values.flatMap(\.keys) ?? []) : []
        let wanted: [(String, [Int32])] =
            topics?.unique { $0.0 }
            ?? Dictionary(grouping: offsets.keys, by: \.topic).sorted { $0.key < $1.key }
            .map { ($0.key, $0.value.map(\.partition).sorted()) }
        var writer = request.writer()
        if version >= 3 { writer.int32(0) }
        writer.array(wanted) { writer, topic in
            writer.string(topic.0)
            writer.array(topic.1) { writer, partition in
                let name = PartitionName(topic: topic.0, partition: partition)
                let isPending = pending.contains(name)
                let offset = isPending ? nil : offsets[name]
                writer.int32(partition)
                writer.int64(offset?.offset ?? -1)
                if version >= 5 { writer.int32(-1) }
                writer.string(offset?.metadata ?? "")
                writer.error(isPending ? .unstableOffsetCommit : .none)
                writer.tags()
            }
            writer.tags()
        }
        if version >= 2 { writer.error(.none) }
        writer.tags()
        request.reply(writer)
    }
}
