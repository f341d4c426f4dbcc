/// Tells that a member is alive, and tells it when its group rebalances.
///
/// Versions 0 to 3.
enum Heartbeat: RequestHandler {
    static let key: Int16 = 12
    static let versions: ClosedRange<Int16> = 0...3

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let group = try request.reader.string()
        let generation = try request.reader.int32()
        let member = try request.reader.string()
        let instance = request.version >= 3 ? try request.reader.nullableString() : nil
        var writer = request.writer()
        if request.version >= 1 { writer.int32(0) }
        writer.error(
            request.core.groups.heartbeat(group: group, member: member, instance: instance, generation: generation))
        request.reply(writer)
    }
}
