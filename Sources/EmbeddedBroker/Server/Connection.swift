import Logging
import NIOCore

/// A client's connection: takes one request after the other, in order, as Kafka does. The next is taken when the client has
/// been sent the answer to the one before, so that who asks and does not read holds one answer and no more.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let address: String?
    private let core: BrokerCore
    private let table: ConnectionTable
    private var context: ChannelHandlerContext?
    private var incoming: FrameBuffer
    /// Whether a request is being answered.
    private(set) var isBusy = false
    private var requestNumber: UInt64 = 0
    private var awaitsAnswer = false
    private var isTaking = false
    private var isReading = true
    /// What is to be done when the client goes while it waits for an answer.
    private var closing: (() -> Void)?

    /// Whether there ever was a whole request.
    private(set) var hasAsked = false
    private let opened = NIODeadline.now()
    /// When the last whole request came or was answered, or, before there is one, the connection.
    private(set) var lastUse = NIODeadline.now()
    /// When the first bytes of a request came that is not whole yet.
    private var requestBegan: NIODeadline?
    /// When the client last took something of an answer that it has not taken all of.
    private var answerProgress: NIODeadline?
    private var answerSize = 0

    /// An answer is given to the system in pieces, so that it shows whether the client takes them.
    private static let pieceSize = 1 << 20
    /// How many requests are taken in a row.
    private static let turn = 64

    init(core: BrokerCore, table: ConnectionTable, address: String?) {
        self.core = core
        self.table = table
        self.address = address
        incoming = FrameBuffer(maximumSize: core.configuration.limits.requestSize)
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelInactive(context: ChannelHandlerContext) {
        table.remove(self)
        closing?()
        closing = nil
        context.fireChannelInactive()
    }

    /// Ends the connection.
    func end(_ reason: String) {
        core.logger.debug("A connection is closed: \(reason).", metadata: ["address": "\(address ?? "unknown")"])
        context?.close(promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { end("\(error)") }

    /// How many bytes of requests and answers are held for it.
    var heldBytes: Int { incoming.count + answerSize }
    /// How many of them the table has counted.
    var countedBytes = 0

    /// Since when it has held bytes without an end in sight; `nil` if it holds none.
    var holdingSince: NIODeadline? { [requestBegan, answerProgress].compactMap { $0 }.min() }

    /// Why it has been too slow, if it has.
    func problem(at now: NIODeadline, _ limits: EmbeddedBrokerLimits.Connections) -> String? {
        func isOver(_ beginning: NIODeadline?, _ time: TimeAmount) -> Bool {
            beginning.map { $0 + time < now } ?? false
        }
        if !hasAsked, isOver(opened, limits.firstRequestTime) { return "no whole request has come" }
        if isOver(requestBegan, limits.requestTime) { return "the rest of a request has not come" }
        if isOver(answerProgress, limits.answerTime) { return "an answer is not taken" }
        return !isBusy && isOver(lastUse, limits.idleTime) ? "nothing is asked" : nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        incoming.append(unwrapInboundIn(data))
        take()
        table.noteChange(of: self)
    }

    /// Takes as many requests as can be answered at once, but leaves others their turn; reads nothing more while one waits.
    private func take() {
        guard !isTaking, let context else { return }
        isTaking = true
        defer { isTaking = false }
        var taken = 0
        do throws(MalformedFrame) {
            while taken < Self.turn, !isBusy, self.context != nil, let frame = try incoming.next() {
                isBusy = true
                hasAsked = true
                taken += 1
                lastUse = .now()
                try handle(frame)
            }
        } catch {
            return end(error.detail)
        }
        let isWaiting = incoming.hasFrame
        if incoming.count == 0 || isWaiting {
            requestBegan = nil
        } else if requestBegan == nil || taken > 0 {
            requestBegan = .now()
        }
        read(!isWaiting, context)
        if isWaiting, !isBusy { takeLater() }
    }

    /// Not from within a request that was answered: a long queue would be a deep stack.
    private func takeLater() {
        let connection = NIOLoopBound(self, eventLoop: core.loop)
        core.loop.execute {
            connection.value.take()
            connection.value.table.noteChange(of: connection.value)
        }
    }

    private func read(_ reads: Bool, _ context: ChannelHandlerContext) {
        guard reads != isReading else { return }
        isReading = reads
        // A channel that refuses is closed.
        try? context.channel.syncOptions?.setOption(.autoRead, value: reads)
    }

    private func handle(_ frame: ByteBuffer) throws(MalformedFrame) {
        let limits = core.configuration.limits
        var header = WireReader(frame, isFlexible: false, elements: limits.requestElements)
        let key = try header.int16()
        let version = try header.int16()
        let correlation = try header.int32()
        let clientID = try header.nullableString() ?? ""
        guard let handler = RequestHandlers.byKey[key] else {
            throw MalformedFrame(detail: "request \(key) is not understood")
        }
        let isVersions = key == ApiVersions.key
        guard handler.versions.contains(version) || isVersions else {
            throw MalformedFrame(detail: "version \(version) of request \(key) is not understood")
        }
        let isFlexible = version >= handler.firstFlexible
        var reader = header.rest(isFlexible: isFlexible)
        if handler.versions.contains(version) { try reader.tags() }
        requestNumber &+= 1
        let number = requestNumber
        var request = Request(
            version: version, clientID: clientID, reader: reader, core: core,
            reply: {
                // Each request is answered once, and none in the place of another.
                guard self.requestNumber == number, self.awaitsAnswer else { return }
                self.awaitsAnswer = false
                self.answer($0, correlation: correlation, hasTags: isFlexible && !isVersions)
            },
            whenClosed: { self.closing = $0 })
        awaitsAnswer = true
        try handler.handle(&request)
    }

    private func answer(_ body: WireWriter?, correlation: Int32, hasTags: Bool) {
        closing = nil
        guard let context else { return }
        guard let body else { return wasAnswered() }
        let size = body.buffer.readableBytes + 4 + (hasTags ? 1 : 0)
        guard size <= core.configuration.limits.responseSize else {
            return end("an answer of \(size) bytes would be too large")
        }
        var frame = context.channel.allocator.buffer(capacity: size + 4)
        frame.writeInteger(Int32(size))
        frame.writeInteger(correlation)
        if hasTags { frame.writeInteger(UInt8(0)) }
        frame.writeImmutableBuffer(body.buffer)
        answerSize = frame.readableBytes
        answerProgress = .now()
        let connection = NIOLoopBound(self, eventLoop: core.loop)
        while let piece = frame.readSlice(length: min(Self.pieceSize, frame.readableBytes)), piece.readableBytes > 0 {
            let isLast = frame.readableBytes == 0
            let promise = core.loop.makePromise(of: Void.self)
            promise.futureResult.whenSuccess {
                if isLast { connection.value.wasAnswered() } else { connection.value.answerProgress = .now() }
            }
            context.write(wrapOutboundOut(piece), promise: promise)
        }
        context.flush()
        table.noteChange(of: self)
    }

    private func wasAnswered() {
        isBusy = false
        lastUse = .now()
        answerSize = 0
        answerProgress = nil
        table.noteChange(of: self)
        if !isTaking, incoming.count > 0 || !isReading { takeLater() }
    }
}
