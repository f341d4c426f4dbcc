import EmbeddedBroker
import Foundation
import Kafka
import KafkaTesting
import Testing

/// Frames that no client should send close their own connection, and nothing else.
@Suite struct HostileFrameTests {
    /// Sends bytes on a connection of their own and waits for the broker to answer or to close it.
    private func send(_ bytes: [UInt8], to port: UInt16) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        try #require(connected == 0)
        _ = bytes.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        shutdown(descriptor, Int32(SHUT_WR))
        var answer = [UInt8](repeating: 0, count: 4096)
        while recv(descriptor, &answer, answer.count, 0) > 0 {}
    }

    private func frame(_ body: [UInt8], claiming size: Int32? = nil) -> [UInt8] {
        withUnsafeBytes(of: (size ?? Int32(body.count)).bigEndian) { Array($0) } + body
    }

    @Test func theBrokerSurvivesThemAll() async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        let port = try #require(UInt16(servers.split(separator: ":").last ?? ""))
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers)
            try BrokerClient.write([NewKafkaRecord("t", "before")], at: servers)
            var dice = Dice(seed: 20_210_707)
            let sizes: [Int32] = [-1, 0, 7, .max, .min, 1 << 30]
            for size in sizes { try send(frame([0, 18, 0, 0], claiming: size), to: port) }
            for round in 0..<3000 {
                let key = Int16.random(in: -1...70, using: &dice)
                let version = Int16.random(in: -1...12, using: &dice)
                var body = [UInt8(truncatingIfNeeded: key >> 8), UInt8(truncatingIfNeeded: key)]
                body += [
                    UInt8(truncatingIfNeeded: version >> 8), UInt8(truncatingIfNeeded: version), 0, 0, 0, 1, 0, 1, 97,
                ]
                let length = Int.random(in: 0...80, using: &dice)
                body += (0..<length).map { _ in
                    // Small numbers are more often lengths that almost fit.
                    Bool.random(using: &dice)
                        ? UInt8.random(in: 0...4, using: &dice) : UInt8.random(in: 0...255, using: &dice)
                }
                // A fetch may wait as long as it asks to: only its beginning is sent.
                if key == 1 { body = Array(body.prefix(30)) }
                try send(round % 10 == 0 ? Array(frame(body).dropLast(3)) : frame(body), to: port)
            }
            let read = try BrokerClient.read("t", at: servers).map(\.text)
            #expect(read.first == "before")
        }
        try await broker.shutdown()
    }
}
