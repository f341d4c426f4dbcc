/// Tells the settings of topics; of the broker it has none to tell.
///
/// Versions 0 to 2.
enum DescribeConfigs: RequestHandler {
    static let key: Int16 = 32
    static let versions: ClosedRange<Int16> = 0...2

    private static let topicResource: Int8 = 2

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        let resources = try request.reader.array { (reader) throws(MalformedFrame) in
            let type = try reader.int8()
            let name = try reader.string()
            let keys = try reader.nullableArray { (reader) throws(MalformedFrame) in try reader.string() }
            return (type: type, name: name, keys: keys)
        }.unique { $0.name + "/\($0.type)" }
        var writer = request.writer()
        writer.int32(0)
        writer.array(resources) { writer, resource in
            let topic = resource.type == topicResource ? core.topics[resource.name] : nil
            let isMissing = resource.type == topicResource && topic == nil
            writer.error(isMissing ? .unknownTopicOrPartition : .none)
            writer.string(isMissing ? "the topic does not exist" : nil)
            writer.int8(resource.type)
            writer.string(resource.name)
            let names = topic.map { Set($0.settings.keys).union(Topic.defaults.keys).sorted() } ?? []
            writer.array(names.filter { resource.keys?.contains($0) ?? true }) { writer, name in
                let isSet = topic?.settings[name] != nil
                writer.string(name)
                writer.string(topic?.setting(name))
                writer.bool(false)
                // Version 0 tells whether it is the default, later ones where it comes from: 1 topic, 5 default.
                if version == 0 { writer.bool(!isSet) } else { writer.int8(isSet ? 1 : 5) }
                writer.bool(false)
                if version >= 1 { writer.array([Int]()) { _, _ in } }
            }
        }
        request.reply(writer)
    }
}
