import EmbeddedBroker
import Foundation
import NIOCore
import NIOEmbedded

/// Files of a data directory, one after the other: its name and whether its checksums are mended by one byte, its length
/// by two, its bytes.
enum DataHarness {
    static func run(_ input: inout FuzzInput) throws {
        let folder = try makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for _ in 0..<12 where !input.isEmpty {
            let kind = input.byte()
            let name = names[Int(kind & 0x7F) % names.count]
            let length = input.short()
            var bytes = input.bytes(length)
            if kind & 0x80 == 0 {
                bytes = name == "state.log" ? BatchChecksums.mendedEntries(bytes) : BatchChecksums.mended(bytes)
            }
            let path = "\(folder)/\(name)"
            try? FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
        }
        guard let topics = try recover(folder) else { return }
        try BrokenPromise.check(try recover(folder) == topics, "what was recovered once is recovered again")
    }

    /// Starts a broker on the folder, has it work, and ends it.
    ///
    /// - Returns: The topics found; `nil` if it refused to start.
    private static func recover(_ folder: String) throws -> [String]? {
        let loop = EmbeddedEventLoop()
        let configuration = EmbeddedBrokerConfiguration(dataDirectory: folder, sync: .never)
        let broker: SocketlessBroker
        do {
            broker = try SocketlessBroker(on: loop, configuration, time: Prepared.time, logger: Prepared.silentLogger)
        } catch {
            return nil
        }
        let topics = broker.topicNames
        var connections = BrokerConnections(broker, loop)
        for request in Requests.afterRecovery { connections.send(request, on: 0) }
        connections.settle()
        broker.clean()
        try connections.expectAnAnswer()
        connections.close()
        broker.close()
        return topics
    }

    private static let names = [
        "topics/t/settings.json", "topics/t/0/00000000000000000000.log", "topics/t/0/00000000000000000005.log",
        "state.log", "topics/t/1/00000000000000000000.log", "topics/t/0/00000000000000000000.log.new", "state.log.new",
        "topics/u/settings.json", "topics/u/0/00000000000000000000.log", "topics/t/0/x.log",
    ]

    /// A folder of its own, in memory where there is such a place.
    private static func makeFolder() throws -> String {
        let parent = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        let folder = "\(parent)/fuzz-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }
}
