import Foundation
import Testing

/// Bytes as the protocol has them.
struct WireBytes {
    var bytes: [UInt8] = []

    mutating func int8(_ value: Int8) { bytes.append(UInt8(bitPattern: value)) }
    mutating func int16(_ value: Int16) { integer(value) }
    mutating func int32(_ value: Int32) { integer(value) }
    mutating func int64(_ value: Int64) { integer(value) }
    private mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
        withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
    }

    mutating func string(_ text: String?) {
        int16(text.map { Int16($0.utf8.count) } ?? -1)
        bytes += Array((text ?? "").utf8)
    }

    mutating func data(_ data: [UInt8]?) {
        int32(data.map { Int32($0.count) } ?? -1)
        bytes += data ?? []
    }

    mutating func array<Element>(_ elements: [Element], _ write: (inout WireBytes, Element) -> Void) {
        int32(Int32(elements.count))
        for element in elements { write(&self, element) }
    }

    /// A variable-length number with its sign in the lowest bit.
    mutating func varint(_ value: Int64) {
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    static func make(_ body: (inout WireBytes) -> Void) -> [UInt8] {
        var result = WireBytes()
        body(&result)
        return result.bytes
    }
}

/// An answer, to be read from its front.
struct WireAnswer {
    var bytes: ArraySlice<UInt8>

    struct TooShort: Error {}

    private mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
        let size = MemoryLayout<Value>.size
        guard bytes.count >= size else { throw TooShort() }
        defer { bytes = bytes.dropFirst(size) }
        return bytes.prefix(size).reduce(0) { $0 << 8 | Value(truncatingIfNeeded: $1) }
    }

    mutating func int8() throws -> Int8 { try integer(Int8.self) }
    mutating func int16() throws -> Int16 { try integer(Int16.self) }
    mutating func int32() throws -> Int32 { try integer(Int32.self) }
    mutating func int64() throws -> Int64 { try integer(Int64.self) }

    mutating func data(_ count: Int) throws -> [UInt8] {
        guard count >= 0, bytes.count >= count else { throw TooShort() }
        defer { bytes = bytes.dropFirst(count) }
        return Array(bytes.prefix(count))
    }

    mutating func string() throws -> String? {
        let count = try int16()
        return count < 0 ? nil : String(decoding: try data(Int(count)), as: UTF8.self)
    }

    mutating func array<Element>(_ read: (inout WireAnswer) throws -> Element) throws -> [Element] {
        try (0..<max(0, try int32())).map { _ in try read(&self) }
    }
}

/// A client that says what it likes: frames made by hand, on a socket of its own. It waits: call it on a thread.
final class RawClient {
    private let descriptor: CInt
    private var correlation: Int32 = 0

    enum Problem: Error { case closed, timedOut }

    init(_ servers: String, timeout: Duration = .seconds(20)) throws {
        let port = try #require(UInt16(servers.split(separator: ":").last ?? ""))
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var limit = timeval(
            tv_sec: Int(timeout.components.seconds), tv_usec: Int(timeout.components.attoseconds / 1_000_000_000_000))
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        try #require(connected == 0)
    }

    deinit { close(descriptor) }

    /// Sends bytes as they are; as many as go before the broker closes.
    @discardableResult func send(_ bytes: [UInt8]) -> Int {
        var sent = 0
        bytes.withUnsafeBytes { pointer in
            while sent < pointer.count {
                let count = Foundation.send(
                    descriptor, pointer.baseAddress?.advanced(by: sent), pointer.count - sent, Int32(MSG_NOSIGNAL))
                guard count > 0 else { return }
                sent += count
            }
        }
        return sent
    }

    func frame(_ key: Int16, _ version: Int16, _ body: [UInt8]) -> [UInt8] {
        correlation += 1
        let content =
            WireBytes.make { wire in
                wire.int16(key)
                wire.int16(version)
                wire.int32(correlation)
                wire.string("raw")
            } + body
        return WireBytes.make { $0.data(content) }
    }

    /// Waits for an answer and gives what is behind its correlation.
    func receive() throws -> WireAnswer {
        var head = WireAnswer(bytes: try read(4)[...])
        var answer = WireAnswer(bytes: try read(Int(head.int32()))[...])
        _ = try answer.int32()
        return answer
    }

    func request(_ key: Int16, _ version: Int16, _ body: [UInt8]) throws -> WireAnswer {
        send(frame(key, version, body))
        return try receive()
    }

    /// Waits for an answer, or for the broker to close the connection.
    func isClosedInsteadOfAnswering() throws -> Bool {
        do {
            _ = try receive()
            return false
        } catch Problem.closed {
            return true
        }
    }

    /// Waits for the broker to close the connection, and passes over what comes before.
    func waitForClose() throws {
        while true {
            do {
                _ = try read(1)
            } catch Problem.closed {
                return
            }
        }
    }

    private func read(_ count: Int) throws -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = result.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress?.advanced(by: done), count - done, 0)
            }
            if got < 0, errno == EAGAIN { throw Problem.timedOut }
            guard got > 0 else { throw Problem.closed }
            done += got
        }
        return result
    }
}

extension RawClient {
    func versions() throws { _ = try request(18, 0, []) }

    func produceFrame(_ topic: String, _ records: [UInt8]?, version: Int16 = 7, acks: Int16 = -1) -> [UInt8] {
        frame(
            0, version,
            WireBytes.make { wire in
                wire.string(nil)
                wire.int16(acks)
                wire.int32(5_000)
                wire.array([topic]) { wire, topic in
                    wire.string(topic)
                    wire.array([Int32(0)]) { wire, partition in
                        wire.int32(partition)
                        wire.data(records)
                    }
                }
            })
    }

    /// Produces to partition 0.
    func produce(_ topic: String, _ records: [UInt8]?, version: Int16 = 7, acks: Int16 = -1) throws
        -> (error: Int16, offset: Int64)
    {
        send(produceFrame(topic, records, version: version, acks: acks))
        var answer = try receive()
        _ = try answer.int32()
        _ = try answer.string()
        _ = try answer.int32()
        _ = try answer.int32()
        return (try answer.int16(), try answer.int64())
    }

    func fetchFrame(_ topic: String, offset: Int64 = 0, wait: Int32 = 0, bytes: Int32 = 1 << 20, times: Int = 1)
        -> [UInt8]
    {
        frame(
            1, 4,
            WireBytes.make { wire in
                wire.int32(-1)
                wire.int32(wait)
                wire.int32(1)
                wire.int32(1 << 26)
                wire.int8(0)
                wire.array([topic]) { wire, topic in
                    wire.string(topic)
                    wire.array(Array(repeating: Int32(0), count: times)) { wire, partition in
                        wire.int32(partition)
                        wire.int64(offset)
                        wire.int32(bytes)
                    }
                }
            })
    }

    /// The next offset of partition 0, or the first at or after a time.
    func offset(_ topic: String, at time: Int64 = -1) throws -> Int64 {
        var answer = try request(
            2, 1,
            WireBytes.make { wire in
                wire.int32(-1)
                wire.array([topic]) { wire, topic in
                    wire.string(topic)
                    wire.array([Int32(0)]) { wire, partition in
                        wire.int32(partition)
                        wire.int64(time)
                    }
                }
            })
        _ = try answer.int32()
        _ = try answer.string()
        _ = try answer.int32()
        _ = try answer.int32()
        _ = try answer.int16()
        _ = try answer.int64()
        return try answer.int64()
    }

    /// Creates a topic and gives the broker's error and what it says.
    func create(
        _ topic: String, partitions: Int32 = 1, replicas: Int16 = 1, _ settings: [(String, String?)] = [],
        assignments: [(Int32, [Int32])] = [], times: Int = 1
    ) throws -> (error: Int16, detail: String?) {
        var answer = try request(
            19, 4,
            WireBytes.make { wire in
                wire.array(Array(repeating: topic, count: times)) { wire, topic in
                    wire.string(topic)
                    wire.int32(partitions)
                    wire.int16(replicas)
                    wire.array(assignments) { wire, assignment in
                        wire.int32(assignment.0)
                        wire.array(assignment.1) { $0.int32($1) }
                    }
                    wire.array(settings) { wire, setting in
                        wire.string(setting.0)
                        wire.string(setting.1)
                    }
                }
                wire.int32(5_000)
                wire.int8(0)
            })
        _ = try answer.int32()
        _ = try answer.int32()
        _ = try answer.string()
        return (try answer.int16(), try answer.string())
    }
}
