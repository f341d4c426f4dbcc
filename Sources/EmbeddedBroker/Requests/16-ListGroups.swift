/// Lists the groups.
///
/// Versions 0 to 2.
enum ListGroups: RequestHandler {
    static let key: Int16 = 16
    static let versions: ClosedRange<Int16> = 0...2

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        var writer = request.writer()
        if request.version >= 1 { writer.int32(0) }
        writer.error(.none)
        writer.array(request.core.groups.groups.values.sorted { $0.id < $1.id }) { writer, group in
            writer.string(group.id)
            writer.string(group.protocolType)
        }
        request.reply(writer)
    }
}
