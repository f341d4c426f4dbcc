/// Deletes topics with all their records.
///
/// Versions 0 to 3.
enum DeleteTopics: RequestHandler {
    static let key: Int16 = 20
    static let versions: ClosedRange<Int16> = 0...3

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let core = request.core
        let names = try request.reader.array { (reader) throws(MalformedFrame) in try reader.string() }.unique { $0 }
        var writer = request.writer()
        if request.version >= 1 { writer.int32(0) }
        writer.array(names) { writer, name in
            writer.string(name)
            writer.error(delete(name, core))
        }
        request.reply(writer)
    }

    private static func delete(_ name: String, _ core: BrokerCore) -> ErrorCode {
        guard core.topics[name] != nil else { return .unknownTopicOrPartition }
        do throws(StorageError) {
            try core.deleteTopic(name)
            return .none
        } catch {
            core.troubles.report("Topics cannot be deleted", error)
            return .storageError
        }
    }
}
