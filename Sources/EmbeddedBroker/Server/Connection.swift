import Logging
import NIOCore

/// Cuts the stream of a connection into frames. One that is too large closes the connection before anything is allocated.
struct FrameDecoder: ByteToMessageDecoder {
    typealias InboundOut = ByteBuffer

    let maximumSize: Int

    mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        guard let size = buffer.getInteger(at: buffer.readerIndex, as: Int32.self) else { return .needMoreData }
        guard size >= 8, Int(size) <= maximumSize else {
            throw MalformedFrame(detail: "a frame of \(size) bytes: 8 to \(maximumSize) are taken")
        }
        guard buffer.readableBytes >= Int(size) + 4 else { return .needMoreData }
        buffer.moveReaderIndex(forwardBy: 4)
        guard let frame = buffer.readSlice(length: Int(size)) else { return .needMoreData }
        context.fireChannelRead(wrapInboundOut(frame))
        return .continue
    }
}

/// A client's connection: takes one request after the other, in order, as Kafka does.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let core: BrokerCore
    private var waiting: [ByteBuffer] = []
    private var isBusy = false

    /// How many requests may wait, and of how many bytes together, before nothing more is read from the connection.
    private static let mostWaiting = 64
    private static let mostWaitingBytes = 16 << 20
    private var waitingBytes = 0
    private var isReading = true

    init(core: BrokerCore) { self.core = core }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        waiting.append(frame)
        waitingBytes += frame.readableBytes
        next(context)
        if waiting.count >= Self.mostWaiting || waitingBytes >= Self.mostWaitingBytes { read(false, context) }
    }

    private func read(_ reads: Bool, _ context: ChannelHandlerContext) {
        guard reads != isReading else { return }
        isReading = reads
        context.channel.setOption(ChannelOptions.autoRead, value: reads).whenComplete { _ in }
    }

    private func next(_ context: ChannelHandlerContext) {
        while !isBusy, !waiting.isEmpty {
            let frame = waiting.removeFirst()
            waitingBytes -= frame.readableBytes
            if waiting.count < Self.mostWaiting / 2, waitingBytes < Self.mostWaitingBytes / 2 { read(true, context) }
            isBusy = true
            do throws(MalformedFrame) {
                try handle(frame, context)
            } catch {
                core.logger.debug("A connection is closed: \(error.detail).")
                context.close(promise: nil)
                return
            }
        }
    }

    private func handle(_ frame: ByteBuffer, _ context: ChannelHandlerContext) throws(MalformedFrame) {
        var header = WireReader(frame, isFlexible: false)
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
        let loopContext = NIOLoopBound(context, eventLoop: core.loop)
        let connection = NIOLoopBound(self, eventLoop: core.loop)
        var request = Request(version: version, clientID: clientID, reader: reader, core: core) { body in
            connection.value.answer(
                body, correlation: correlation, hasTags: isFlexible && !isVersions, loopContext.value)
        }
        try handler.handle(&request)
    }

    private func answer(_ body: WireWriter?, correlation: Int32, hasTags: Bool, _ context: ChannelHandlerContext) {
        if let body {
            let size = body.buffer.readableBytes + 4 + (hasTags ? 1 : 0)
            var frame = context.channel.allocator.buffer(capacity: size + 4)
            frame.writeInteger(Int32(size))
            frame.writeInteger(correlation)
            if hasTags { frame.writeInteger(UInt8(0)) }
            frame.writeImmutableBuffer(body.buffer)
            context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
        }
        isBusy = false
        // Not from within the request that was answered: a long queue would be a deep stack.
        if !waiting.isEmpty {
            let connection = NIOLoopBound((self, context), eventLoop: core.loop)
            core.loop.execute { connection.value.0.next(connection.value.1) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        core.logger.debug("A connection is closed: \(error).")
        context.close(promise: nil)
    }
}
