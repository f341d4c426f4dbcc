import NIOCore

/// Reads record batches; waits until enough is there, or the time is over.
///
/// Versions 4 to 11, without sessions: session 0 is answered, and clients then send all they want each time. Readers of
/// committed records get nothing behind the last stable offset, and the aborted transactions among what they get.
enum Fetch: RequestHandler {
    static let key: Int16 = 1
    static let versions: ClosedRange<Int16> = 4...11

    private struct Wanted {
        var name: PartitionName
        var offset: Int64
        var bytes: Int
    }

    private struct Query {
        var version: Int16
        var isCommittedOnly: Bool
        var minimumBytes: Int
        var maximumBytes: Int
        var wanted: [Wanted]
    }

    static func handle(_ request: inout Request) throws(MalformedFrame) {
        _ = try request.reader.int32()
        let wait = try request.reader.int32()
        let minimum = try request.reader.int32()
        let maximum = try request.reader.int32()
        let isolation = try request.reader.int8()
        if request.version >= 7 {
            _ = try request.reader.int32()
            _ = try request.reader.int32()
        }
        let version = request.version
        let topics = try request.reader.array { (reader) throws(MalformedFrame) in
            let topic = try reader.string()
            return try reader.array { (reader) throws(MalformedFrame) in
                let partition = try reader.int32()
                if version >= 9 { _ = try reader.int32() }
                let offset = try reader.int64()
                if version >= 5 { _ = try reader.int64() }
                let bytes = try reader.int32()
                return Wanted(
                    name: PartitionName(topic: topic, partition: partition), offset: offset, bytes: Int(max(0, bytes)))
            }
        }
        let most = min(Int(max(0, maximum)), request.limits.fetchSize)
        let query = Query(
            version: version, isCommittedOnly: isolation == 1, minimumBytes: min(Int(minimum), most),
            maximumBytes: most, wanted: topics.joined().unique { $0.name })
        answer(query, request, deadline: .now() + .milliseconds(Int64(max(0, min(wait, 60_000)))))
    }

    private struct Found {
        var wanted: Wanted
        var error = ErrorCode.none
        var highWatermark: Int64 = -1
        var stable: Int64 = -1
        var start: Int64 = -1
        var batches: [RecordBatch] = []
        var aborted: [PartitionLog.AbortedTransaction] = []
    }

    /// Answers if there is enough, or an error, or no more time; else waits for more.
    private static func answer(_ query: Query, _ request: Request, deadline: NIODeadline) {
        let core = request.core
        var size = 0
        let found = query.wanted.map { find($0, query, &size, core) }
        guard size < query.minimumBytes, !found.contains(where: { $0.error != .none }), deadline > .now() else {
            return request.reply(write(found, query, request))
        }
        var timer: Scheduled<Void>?
        // A timer that is due already can no longer be cancelled: whatever comes first is the only one that counts.
        var isOver = false
        let waiter = core.waiting.add(query.wanted.map(\.name)) {
            guard !isOver else { return }
            isOver = true
            timer?.cancel()
            answer(query, request, deadline: deadline)
        }
        guard let waiter else { return request.reply(write(found, query, request)) }
        timer = core.loop.assumeIsolated().scheduleTask(deadline: deadline) {
            guard !isOver else { return }
            isOver = true
            core.waiting.forget(waiter)
            answer(query, request, deadline: deadline)
        }
        request.whenClosed {
            isOver = true
            core.waiting.forget(waiter)
            timer?.cancel()
        }
    }

    private static func find(_ wanted: Wanted, _ query: Query, _ size: inout Int, _ core: BrokerCore) -> Found {
        var found = Found(wanted: wanted)
        guard let log = core.partition(wanted.name) else {
            found.error = .unknownTopicOrPartition
            return found
        }
        found.highWatermark = log.endOffset
        found.stable = log.lastStableOffset
        found.start = log.startOffset
        guard wanted.offset >= log.startOffset, wanted.offset <= log.endOffset else {
            found.error = .offsetOutOfRange
            return found
        }
        let limit = query.isCommittedOnly ? log.lastStableOffset : log.endOffset
        // The first batch is brought whatever its size, so that no reader is ever stuck before it.
        let left = query.maximumBytes - size
        guard left > 0 || size == 0 else { return found }
        let batches = log.read(from: wanted.offset, before: limit, bytes: min(wanted.bytes, left))
        let count = batches.reduce(0) { $0 + $1.bytes.readableBytes }
        guard size == 0 || count <= left else { return found }
        size += count
        found.batches = batches
        if query.isCommittedOnly, let last = batches.last?.lastOffset {
            found.aborted = log.aborted.filter { $0.lastOffset >= wanted.offset && $0.firstOffset <= last }
        }
        return found
    }

    private static func write(_ found: [Found], _ query: Query, _ request: Request) -> WireWriter {
        var writer = request.writer()
        writer.int32(0)
        if query.version >= 7 {
            writer.error(.none)
            writer.int32(0)
        }
        var order: [String] = []
        var byTopic: [String: [Found]] = [:]
        for item in found {
            if byTopic[item.wanted.name.topic] == nil { order.append(item.wanted.name.topic) }
            byTopic[item.wanted.name.topic, default: []].append(item)
        }
        writer.array(order) { writer, topic in
            writer.string(topic)
            writer.array(byTopic[topic] ?? []) { writer, item in
                writer.int32(item.wanted.name.partition)
                writer.error(item.error)
                writer.int64(item.highWatermark)
                writer.int64(item.stable)
                if query.version >= 5 { writer.int64(item.start) }
                if query.isCommittedOnly {
                    writer.array(item.aborted) { writer, aborted in
                        writer.int64(aborted.producerID)
                        writer.int64(aborted.firstOffset)
                    }
                } else {
                    writer.nullArray()
                }
                if query.version >= 11 { writer.int32(-1) }
                writer.bytes(joining: item.batches.map(\.bytes))
            }
        }
        return writer
    }
}
