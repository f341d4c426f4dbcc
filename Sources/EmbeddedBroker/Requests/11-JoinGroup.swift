/// Joins a group, or joins anew in a rebalance; answered when the generation is complete.
///
/// Versions 0 to 5. From 4 on a member without an id is first given one; from 5 on it may be static.
enum JoinGroup: RequestHandler {
    static let key: Int16 = 11
    static let versions: ClosedRange<Int16> = 0...5

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let group = try request.reader.string()
        let sessionTimeout = try request.reader.int32()
        let rebalanceTimeout = version >= 1 ? try request.reader.int32() : sessionTimeout
        let member = try request.reader.string()
        let instance = version >= 5 ? try request.reader.nullableString() : nil
        let type = try request.reader.string()
        let protocols = try request.reader.array { (reader) throws(MalformedFrame) in
            (name: try reader.string(), metadata: try reader.bytes().copied)
        }
        let join = GroupCoordinator.Join(
            group: group, member: member, instance: instance, clientID: request.clientID,
            sessionTimeout: sessionTimeout,
            rebalanceTimeout: rebalanceTimeout, protocolType: type, protocols: protocols,
            requiresKnownMember: version >= 4)
        let answer = request
        request.core.groups.join(join) { result in
            var writer = answer.writer()
            if version >= 2 { writer.int32(0) }
            writer.error(result.error)
            writer.int32(result.generation)
            writer.string(result.protocolName)
            writer.string(result.leader)
            writer.string(result.member)
            writer.array(result.members) { writer, member in
                writer.string(member.id)
                if version >= 5 { writer.string(member.instance) }
                writer.bytes(member.metadata)
            }
            answer.reply(writer)
        }
    }
}
