import Logging

/// Tells which brokers there are, which topics, and who leads their partitions: always this one.
///
/// Versions 0 to 8. A topic that does not exist is created only if the broker is configured to, and the client allows it.
enum Metadata: RequestHandler {
    static let key: Int16 = 3
    static let versions: ClosedRange<Int16> = 0...8

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        var names = try request.reader.nullableArray { (reader) throws(MalformedFrame) in try reader.string() }?
            .unique { $0 }
        if version == 0, names?.isEmpty == true { names = nil }
        let allowsCreation = version >= 4 ? try request.reader.bool() : true
        if allowsCreation, let count = core.configuration.autoCreatedPartitions {
            for name in names ?? []
            where core.topics[name] == nil && Topic.isName(name) && TopicRules.hasRoom(for: count, core) {
                do throws(StorageError) {
                    try core.createTopic(name, partitionCount: count, settings: [:])
                } catch {
                    core.logger.error("\(error)")
                }
            }
        }
        var writer = request.writer()
        if version >= 3 { writer.int32(0) }
        writer.array([core.address]) { writer, address in
            writer.int32(BrokerCore.nodeID)
            writer.string(address.host)
            writer.int32(address.port)
            if version >= 1 { writer.string(nil) }
        }
        if version >= 2 { writer.string(BrokerCore.clusterID) }
        if version >= 1 { writer.int32(BrokerCore.nodeID) }
        writer.array(names ?? core.topics.keys.sorted()) { writer, name in
            let topic = core.topics[name]
            writer.error(topic == nil ? (Topic.isName(name) ? .unknownTopicOrPartition : .invalidTopic) : .none)
            writer.string(name)
            if version >= 1 { writer.bool(false) }
            writer.array(0..<(topic?.partitions.count ?? 0)) { writer, partition in
                writer.error(.none)
                writer.int32(Int32(partition))
                writer.int32(BrokerCore.nodeID)
                if version >= 7 { writer.int32(0) }
                writer.array([BrokerCore.nodeID]) { $0.int32($1) }
                writer.array([BrokerCore.nodeID]) { $0.int32($1) }
                if version >= 5 { writer.array([Int32]()) { $0.int32($1) } }
            }
            if version >= 8 { writer.int32(Int32.min) }
        }
        if version >= 8 { writer.int32(Int32.min) }
        request.reply(writer)
    }
}
