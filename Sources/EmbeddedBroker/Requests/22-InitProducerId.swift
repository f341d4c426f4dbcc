/// Gives a producer its id and epoch. For a transactional id that is taken over, the open transaction is aborted first.
///
/// Versions 0 to 4; from 2 on with compact fields, from 3 on with the id and epoch that the producer had (KIP-360).
enum InitProducerID: RequestHandler {
    static let key: Int16 = 22
    static let versions: ClosedRange<Int16> = 0...4
    static let firstFlexible: Int16 = 2

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        let id = try request.reader.nullableString()
        let timeout = try request.reader.int32()
        let producerID = request.version >= 3 ? try request.reader.int64() : -1
        let epoch = request.version >= 3 ? try request.reader.int16() : -1
        let result = request.core.transactions.initialise(id, timeout: timeout, producerID: producerID, epoch: epoch)
        var writer = request.writer()
        writer.int32(0)
        writer.error(result.error == .producerFenced && request.version < 4 ? .invalidProducerEpoch : result.error)
        writer.int64(result.producerID)
        writer.int16(result.epoch)
        writer.tags()
        request.reply(writer)
    }
}
