/// Tells which broker coordinates a group or a transactional producer: this one.
///
/// Versions 0 to 2.
enum FindCoordinator: RequestHandler {
    static let key: Int16 = 10
    static let versions: ClosedRange<Int16> = 0...2

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        _ = try request.reader.string()
        var writer = request.writer()
        if request.version >= 1 { writer.int32(0) }
        writer.error(.none)
        if request.version >= 1 { writer.string(nil) }
        writer.int32(BrokerCore.nodeID)
        writer.string(request.core.address.host)
        writer.int32(request.core.address.port)
        request.reply(writer)
    }
}
