/// Adds a group's offsets to a producer's transaction.
///
/// Versions 0 to 2.
enum AddOffsetsToTransaction: RequestHandler {
    static let key: Int16 = 25
    static let versions: ClosedRange<Int16> = 0...2

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let id = try request.reader.string()
        let producerID = try request.reader.int64()
        let epoch = try request.reader.int16()
        let group = try request.reader.string()
        let fenced: ErrorCode = request.version >= 2 ? .producerFenced : .invalidProducerEpoch
        let core = request.core
        let problem = group.isEmpty ? .invalidGroupID : core.groups.problem(ofGroup: group)
        var writer = request.writer()
        writer.int32(0)
        writer.error(
            problem
                ?? core.transactions.add(group: group, to: id, producerID: producerID, epoch: epoch, fenced: fenced))
        request.reply(writer)
    }
}
