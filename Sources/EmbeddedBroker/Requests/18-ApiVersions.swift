/// Tells which requests are understood, in which versions.
///
/// Versions 0 to 3. A version that is not understood is answered in version 0 with an error and the list, so that the client
/// can choose (KIP-511).
enum ApiVersions: RequestHandler {
    static let key: Int16 = 18
    static let versions: ClosedRange<Int16> = 0...3
    static let firstFlexible: Int16 = 3

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let isKnown = versions.contains(request.version)
        var writer = WireWriter(isFlexible: isKnown && request.version >= firstFlexible)
        writer.error(isKnown ? .none : .unsupportedVersion)
        writer.array(RequestHandlers.all.sorted { $0.key < $1.key }) { writer, handler in
            writer.int16(handler.key)
            writer.int16(handler.versions.lowerBound)
            writer.int16(handler.versions.upperBound)
            writer.tags()
        }
        if isKnown, request.version >= 1 { writer.int32(0) }
        writer.tags()
        request.reply(writer)
    }
}
