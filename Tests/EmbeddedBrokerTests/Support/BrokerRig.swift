import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import EmbeddedBroker

/// A broker without a network on a disk in memory, with time in the test's hand: requests go to its handlers as they come from
/// a connection.
final class BrokerRig {
    static let folder = "/data"

    let loop = EmbeddedEventLoop()
    let disk: MemoryDisk
    let log = LogLines()
    let core: BrokerCore
    private let clock: Clock

    private final class Clock {
        var now: Int64
        init(now: Int64) { self.now = now }
    }

    init(
        _ disk: MemoryDisk = MemoryDisk(), at time: Int64 = 1_800_000_000_000,
        sync: EmbeddedBrokerConfiguration.Sync = .eachCommit
    ) throws(StorageError) {
        self.disk = disk
        var configuration = EmbeddedBrokerConfiguration(port: 0)
        configuration.dataDirectory = Self.folder
        configuration.sync = sync
        let clock = Clock(now: time)
        self.clock = clock
        core = try BrokerCore(
            loop: loop, configuration: configuration, logger: log.logger, disk: disk, clock: { clock.now })
    }

    /// Another life on the same disk, later; nothing was brought in order at the end of this one.
    func again(after milliseconds: Int64 = 1000) throws(StorageError) -> BrokerRig {
        core.transactions.stop()
        disk.kill()
        return try BrokerRig(disk, at: clock.now + milliseconds, sync: core.configuration.sync)
    }

    var now: Int64 { clock.now }

    /// Lets time go by.
    func pass(_ time: TimeAmount) {
        clock.now += time.nanoseconds / 1_000_000
        loop.advanceTime(by: time)
    }

    /// Sets the clock on, as if nobody had looked meanwhile.
    func skip(_ time: TimeAmount) { clock.now += time.nanoseconds / 1_000_000 }

    /// More elements than any request or answer here has.
    private static let elements = 1_000_000

    /// Has a request answered.
    func send(_ key: Int16, _ version: Int16, _ write: (inout WireWriter) -> Void) -> WireReader {
        guard let handler = RequestHandlers.byKey[key] else { return WireReader(ByteBuffer(), isFlexible: false, elements: 0) }
        var body = WireWriter(isFlexible: false)
        write(&body)
        var answer = ByteBuffer()
        var request = Request(
            version: version, clientID: "rig",
            reader: WireReader(body.buffer, isFlexible: false, elements: Self.elements), core: core,
            reply: { answer = $0?.buffer ?? ByteBuffer() }, whenClosed: { _ in })
        do { try handler.handle(&request) } catch { log.note("malformed: \(error)") }
        return WireReader(answer, isFlexible: false, elements: Self.elements)
    }
}

/// What a broker logs.
final class LogLines: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }
    func note(_ line: String) { kept.withLock { $0.append(line) } }

    var logger: Logger { Logger(label: "rig") { _ in Handler(lines: self) } }

    private struct Handler: LogHandler {
        let lines: LogLines
        var logLevel = Logger.Level.info
        var metadata: Logger.Metadata = [:]
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) { lines.note("\(event.level): \(event.message)") }
    }
}
