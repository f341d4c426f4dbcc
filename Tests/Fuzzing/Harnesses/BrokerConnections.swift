import EmbeddedBroker
import NIOCore
import NIOEmbedded

/// Connections to a broker without sockets. One that the broker closes is opened again.
struct BrokerConnections {
    private let broker: SocketlessBroker
    private let loop: EmbeddedEventLoop
    private var channels: [Int: EmbeddedChannel] = [:]
    /// The id that each connection's group member was given last.
    private var members: [Int: [UInt8]] = [:]
    /// What stands in an input, as a string of the protocol, for that id: it is another one each time.
    private static let memberPlaceholder: [UInt8] = [0, 8] + Array("{member}".utf8)

    init(_ broker: SocketlessBroker, _ loop: EmbeddedEventLoop) {
        self.broker = broker
        self.loop = loop
    }

    /// Sends a request, without its size, and lets the broker work; what it answers is dropped.
    mutating func send(_ request: [UInt8], on connection: Int) {
        let channel = channel(connection)
        let request = BatchChecksums.mended(request.replacing(Self.memberPlaceholder, with: members[connection] ?? []))
        var frame = ByteBuffer(integer: UInt32(request.count))
        frame.writeBytes(request)
        _ = try? channel.writeInbound(frame)
        loop.run()
        for (number, channel) in channels { takeAnswers(of: channel, number) }
    }

    /// Lets the time pass in which every timer of the broker is up.
    mutating func settle() {
        for _ in 0..<4 {
            loop.advanceTime(by: .seconds(400))
            for (number, channel) in channels { takeAnswers(of: channel, number) }
        }
    }

    /// A new connection asks which versions the broker speaks, and must be answered.
    mutating func expectAnAnswer() throws {
        let channel = open()
        let request: [UInt8] = [0, 18, 0, 0, 0, 0, 0, 7, 0, 1, 97]
        var frame = ByteBuffer(integer: UInt32(request.count))
        frame.writeBytes(request)
        _ = try channel.writeInbound(frame)
        loop.run()
        let answer = try channel.readOutbound(as: ByteBuffer.self)
        try BrokenPromise.check(
            answer?.getInteger(at: 4, as: Int32.self) == 7, "a connection is answered whatever others sent")
        _ = try? channel.finish(acceptAlreadyClosed: true)
    }

    mutating func close() {
        for channel in channels.values { _ = try? channel.finish(acceptAlreadyClosed: true) }
        channels = [:]
        loop.run()
    }

    private mutating func channel(_ number: Int) -> EmbeddedChannel {
        if let channel = channels[number], channel.isActive { return channel }
        let channel = open()
        channels[number] = channel
        return channel
    }

    private func open() -> EmbeddedChannel {
        let channel = EmbeddedChannel(handlers: broker.connectionHandler().map { [$0] } ?? [], loop: loop)
        if let address = Self.address { channel.connect(to: address, promise: nil) }
        loop.run()
        return channel
    }

    private static let address = try? SocketAddress(ipAddress: "127.0.0.1", port: 9)

    private mutating func takeAnswers(of channel: EmbeddedChannel, _ number: Int) {
        while let answer = try? channel.readOutbound(as: ByteBuffer.self), answer.readableBytes > 0 {
            if let member = Self.member(joined: answer) { members[number] = member }
        }
    }

    /// The member's id in the answer to a JoinGroup of version 2 to 5, with its length; `nil` if it is no such answer.
    private static func member(joined answer: ByteBuffer) -> [UInt8]? {
        // Size, correlation, throttle time, error and generation come before the protocol, the leader and the member.
        guard var rest = answer.getSlice(at: 18, length: answer.readableBytes - 18) else { return nil }
        var strings: [[UInt8]] = []
        for _ in 0..<3 {
            guard let length = rest.readInteger(as: UInt16.self), length < 300,
                let text = rest.readBytes(length: Int(length))
            else { return nil }
            strings.append([UInt8(length >> 8), UInt8(length & 0xFF)] + text)
        }
        return strings[2].count > 2 ? strings[2] : nil
    }
}
