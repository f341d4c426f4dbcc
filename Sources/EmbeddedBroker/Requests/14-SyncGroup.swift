/// Brings the leader's assignment to the members; answered when the leader has sent it.
///
/// Versions 0 to 3.
enum SyncGroup: RequestHandler {
    static let key: Int16 = 14
    static let versions: ClosedRange<Int16> = 0...3

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let version = request.version
        let group = try request.reader.string()
        let generation = try request.reader.int32()
        let member = try request.reader.string()
        let instance = version >= 3 ? try request.reader.nullableString() : nil
        let assignments = try request.reader.array { (reader) throws(MalformedFrame) in
            (member: try reader.string(), assignment: try reader.bytes())
        }
        let answer = request
        request.core.groups.sync(
            group: group, member: member, instance: instance, generation: generation, assignments: assignments
        ) { error, assignment in
            var writer = answer.writer()
            if version >= 1 { writer.int32(0) }
            writer.error(error)
            writer.bytes(assignment)
            answer.reply(writer)
        }
    }
}
