import NIOCore

/// Tells who is in groups.
///
/// Versions 0 to 4. Groups that one answer cannot hold get COORDINATOR_NOT_AVAILABLE: the client asks again for fewer.
enum DescribeGroups: RequestHandler {
    static let key: Int16 = 15
    static let versions: ClosedRange<Int16> = 0...4

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let core = request.core
        let limit = request.limits.responseSize / 2
        let ids = try request.reader.array { (reader) throws(MalformedFrame) in try reader.string() }.unique { $0 }
        var writer = request.writer()
        if version >= 1 { writer.int32(0) }
        writer.array(ids) { writer, id in
            let hasRoom = writer.buffer.readableBytes < limit
            let group = hasRoom ? core.groups.groups[id] : nil
            writer.error(hasRoom ? .none : .coordinatorNotAvailable)
            writer.string(id)
            writer.string(group?.state.rawValue ?? "Dead")
            writer.string(group?.protocolType ?? "")
            writer.string(group?.protocolName ?? "")
            writer.array(group?.order ?? []) { writer, id in
                guard let group, let member = group.members[id] else { return }
                writer.string(id)
                if version >= 4 { writer.string(member.instance) }
                writer.string(member.clientID)
                writer.string("/127.0.0.1")
                writer.bytes(member.protocols.first { $0.name == group.protocolName }?.metadata ?? ByteBuffer())
                writer.bytes(member.assignment)
            }
            if version >= 3 { writer.int32(Int32.min) }
        }
        request.reply(writer)
    }
}
