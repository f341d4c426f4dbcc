/// Commits or aborts a producer's transaction: the markers are written before this is answered.
///
/// Versions 0 to 2. Asked again after a lost answer, it says again what it did.
enum EndTransaction: RequestHandler {
    static let key: Int16 = 26
    static let versions: ClosedRange<Int16> = 0...2

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let id = try request.reader.string()
        let producerID = try request.reader.int64()
        let epoch = try request.reader.int16()
        let commits = try request.reader.bool()
        let fenced: ErrorCode = request.version >= 2 ? .producerFenced : .invalidProducerEpoch
        var writer = request.writer()
        writer.int32(0)
        writer.error(
            request.core.transactions.end(id, producerID: producerID, epoch: epoch, commits: commits, fenced: fenced))
        request.reply(writer)
    }
}
