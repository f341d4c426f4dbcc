/// Leaves a group at once rather than by silence.
///
/// Versions 0 to 3; from 3 on for several members.
enum LeaveGroup: RequestHandler {
    static let key: Int16 = 13
    static let versions: ClosedRange<Int16> = 0...3

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let groups = request.core.groups
        let group = try request.reader.string()
        var writer = request.writer()
        if version >= 1 { writer.int32(0) }
        if version <= 2 {
            writer.error(groups.leave(group: group, member: try request.reader.string(), instance: nil))
        } else {
            let members = try request.reader.array { (reader) throws(MalformedFrame) in
                (try reader.string(), try reader.nullableString())
            }
            writer.error(.none)
            writer.array(members) { writer, member in
                writer.string(member.0)
                writer.string(member.1)
                writer.error(groups.leave(group: group, member: member.0, instance: member.1))
            }
        }
        request.reply(writer)
    }
}
