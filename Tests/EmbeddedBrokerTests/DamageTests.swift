import Foundation
import Kafka
import KafkaTesting
import NIOCore
import Testing

@testable import EmbeddedBroker

/// Files that are not as they were written: what is sound is served or left alone, and what is not is named.
@Suite struct DamageTests {
    private static let x = PartitionName(topic: "x", partition: 0)
    private static let segment = "/data/topics/x/0/00000000000000000000.log"
    private static let state = "/data/state.log"

    /// A directory with plain records, a transaction and the offsets of a group.
    private struct Directory {
        let disk: MemoryDisk
        let records: [BrokerRig.Record]
        let offset: Int64 = 9

        init() throws {
            let rig = try BrokerRig()
            #expect(rig.create("x") == ErrorCode.none)
            for number in 0..<4 { #expect(rig.produce([("k\(number)", "v\(number)")], to: x) == ErrorCode.none) }
            var (_, producer) = rig.initialise("tx")
            #expect(rig.add([x], to: producer) == ErrorCode.none)
            #expect(rig.produce([("t", "in a transaction")], to: x, by: &producer) == ErrorCode.none)
            #expect(rig.end(producer, commits: true) == ErrorCode.none)
            #expect(rig.commit(9, of: x, in: "g") == ErrorCode.none)
            #expect(rig.produce([("k", "last")], to: x) == ErrorCode.none)
            rig.disk.kill()
            disk = rig.disk
            records = rig.read(x)
        }

        /// What a start makes of it: all is there, or an end is cut off and the rest is there, or it names what is wrong.
        enum Outcome: Equatable {
            case whole
            case cut(records: Int, hasOffset: Bool, isSaid: Bool)
            case refused
            case wrong(String)
        }

        func outcome(_ damage: (MemoryDisk) -> Void) -> Outcome {
            let disk = disk.copy
            damage(disk)
            do throws(StorageError) {
                let rig = try BrokerRig(disk)
                let read = rig.read(x)
                let offset = rig.offset(of: x, in: "g")
                if read == records, offset == self.offset { return .whole }
                guard read == Array(records.prefix(read.count)), offset == self.offset || offset == -1 else {
                    return .wrong("\(read.count) records, offset \(offset)")
                }
                let isSaid = rig.log.lines.contains { $0.contains("cut off") }
                return .cut(records: read.count, hasOffset: offset != -1, isSaid: isSaid)
            } catch {
                return error.description.contains("/data") ? .refused : .wrong(error.description)
            }
        }
    }

    @Test func everyFlippedBitIsFoundOrHarmless() throws {
        let directory = try Directory()
        let last = directory.records.count - 1
        for path in directory.disk.paths {
            let size = directory.disk[path].count
            for byte in 0..<size {
                let outcome = directory.outcome { $0[path][byte] ^= 1 << UInt8(byte % 8) }
                switch outcome {
                case .whole, .refused: break
                // The last batch, or the last entry, cannot be told from one that was torn.
                case .cut(last, true, true) where path == Self.segment: break
                case .cut(last + 1, false, true) where path == Self.state: break
                default: Issue.record("\(path), byte \(byte) of \(size): \(outcome)")
                }
            }
        }
    }

    @Test func everyTruncationIsCutAtTheLastWholeBatchOrRefused() throws {
        let directory = try Directory()
        var unsaid: [String: Int] = [:]
        for path in directory.disk.paths {
            let size = directory.disk[path].count
            for length in 0..<size {
                let outcome = directory.outcome { $0[path].removeLast(size - length) }
                switch outcome {
                case .refused, .cut(_, _, true): break
                // Between two entries nothing is torn.
                case .cut(_, _, false) where path == Self.segment || path == Self.state: unsaid[path, default: 0] += 1
                default: Issue.record("\(path), \(length) of \(size) bytes: \(outcome)")
                }
            }
        }
        #expect(unsaid[Self.segment] == 6)
        #expect((0..<12).contains(unsaid[Self.state] ?? 0))
        #expect(
            directory.outcome { $0[Self.segment].removeLast(3) }
                == .cut(records: directory.records.count - 1, hasOffset: true, isSaid: true))
    }

    @Test func damageBeforeSoundRecordsIsNeverCutAway() throws {
        let directory = try Directory()
        let batch = directory.disk[Self.segment].count / 8
        #expect(directory.outcome { $0[Self.segment][70] ^= 1 } == .refused)
        #expect(directory.outcome { $0[Self.segment][batch * 2] ^= 0x40 } == .refused)
        #expect(directory.outcome { $0[Self.segment].replaceSubrange(8..<12, with: [0x7F, 0, 0, 0]) } == .refused)
        #expect(directory.outcome { $0[Self.state][$0[Self.state].count / 4] ^= 1 } == .refused)
        // Zeros at the end are what some file systems leave of a last write.
        let zeros = [UInt8](repeating: 0, count: 4096)
        #expect(directory.outcome { $0[Self.segment] += zeros } == .whole)
        #expect(directory.outcome { $0[Self.state] += zeros } == .whole)
        #expect(directory.outcome { $0[Self.state] += [255, 255, 255, 255, 255, 255, 255, 255, 1] } == .whole)
    }

    @Test func aFileThatIsMissingOrUnreadableIsNamed() throws {
        let directory = try Directory()
        for path in [Self.segment, Self.state, "/data/topics/x/settings.json"] {
            #expect(directory.outcome { $0.lose(path) } == .refused, "\(path)")
            #expect(directory.outcome { $0[path] = [] } == .refused, "\(path)")
            #expect(directory.outcome { $0.spoil(path, as: .folder) } == .refused, "\(path)")
            #expect(directory.outcome { $0.spoil(path, as: .other) } == .refused, "\(path)")
        }
        for path in ["/data/topics/readme", "/data/topics/x/notes", "/data/topics/x/0/zzz.log", "/data/topics/x/7"] {
            #expect(directory.outcome { $0[path] = [1] } == .refused, "\(path)")
        }
        let settings = #"{"partitions":-1,"settings":{}}"#
        #expect(directory.outcome { $0["/data/topics/x/settings.json"] = Array(settings.utf8) } == .refused)
    }

    @Test func whatAPersonGivesUpIsGivenUpAndNoMore() throws {
        let directory = try Directory()
        let disk = directory.disk.copy
        disk[Self.segment][70] ^= 1
        disk[Self.segment + ".damaged"] = disk[Self.segment]
        disk.lose(Self.segment)
        let rig = try BrokerRig(disk)
        #expect(rig.read(Self.x).isEmpty)
        #expect(rig.offset(of: Self.x, in: "g") == 9)
        #expect(rig.log.lines.contains { $0.contains("given up") })
        let other = directory.disk.copy
        other[Self.state + ".damaged"] = other[Self.state]
        other.lose(Self.state)
        let still = try BrokerRig(other)
        #expect(still.read(Self.x) == directory.records)
        #expect(still.offset(of: Self.x, in: "g") == -1)
    }

    @Test func aLostSegmentInTheMiddleIsNamed() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["max.message.bytes": "9000000"]) == ErrorCode.none)
        let large = String(repeating: "x", count: 3 << 20)
        for number in 0..<8 { #expect(rig.produce([("k\(number)", large)], to: Self.x) == ErrorCode.none) }
        let segments = rig.disk.paths.filter { $0.hasSuffix(".log") && $0 != Self.state }
        #expect(segments.count == 3)
        for segment in segments {
            let disk = rig.disk.copy
            disk.lose(segment)
            #expect(throws: StorageError.self) { try BrokerRig(disk) }
            let gap = rig.disk.copy
            gap.lose(segment)
            gap[segment + ".damaged"] = []
            let read = try BrokerRig(gap).read(Self.x)
            #expect(read.count == 8 - (segment == segments[2] ? 2 : 3), "\(segment)")
            #expect(read.allSatisfy { $0.key == "k\($0.offset)" })
        }
    }

    /// Entries and names with a right checksum that no broker ever writes.
    @Test func numbersThatCannotBeStopNothing() throws {
        let entries: [StateEntry] = [
            .segments(topic: "x", partition: 0, start: .max, bases: [0]),
            .segments(topic: "x", partition: 0, start: .min, bases: [0]),
            .segments(topic: "x", partition: 0, start: 0, bases: [.max, .min]),
            .segments(topic: "x", partition: .min, start: 0, bases: [0]),
            .producerIDs(end: .min), .producerIDs(end: .max),
            .producer(id: "p", producerID: .max, epoch: .max, timeoutMilliseconds: .min, time: .min),
            .producer(id: "p", producerID: .min, epoch: .min, timeoutMilliseconds: .max, time: .max),
            .open(id: "tx"), .done(id: "nobody"),
            .decided(
                id: "tx", epoch: .min, commits: true,
                partitions: [.init(topic: "x", partition: .max, firstOffset: .max)],
                offsets: ["g": [.init(topic: "x", partition: .min, offset: .min, metadata: nil)]]),
            .offsets(group: "g", [.init(topic: "x", partition: 0, offset: .min, metadata: nil)]),
        ]
        let directory = try Directory()
        for entry in entries {
            let disk = directory.disk.copy
            let log = StateLog(path: Self.state, disk: disk, logger: LogLines().logger)
            _ = try log.recover()
            try log.append([entry], syncs: true)
            do throws(StorageError) {
                let rig = try BrokerRig(disk)
                #expect(rig.read(Self.x) == directory.records, "\(entry)")
                let (error, producer) = rig.initialise("p")
                #expect(error == ErrorCode.none, "\(entry)")
                #expect(rig.add([Self.x], to: producer) == ErrorCode.none, "\(entry)")
                rig.pass(.seconds(1000))
                #expect(rig.produce([("k", "v")], to: Self.x) == ErrorCode.none, "\(entry)")
            } catch {
                #expect(error.description.contains("/data"), "\(entry)")
            }
        }
        for name in ["9223372036854775807.log", "9223372036854775807.log.damaged", "-0000000000000000001.log"] {
            let zeros = String(repeating: "0", count: max(0, 24 - name.count))
            let outcome = directory.outcome { $0["/data/topics/x/0/\(zeros)\(name)"] = [1] }
            #expect(outcome == .refused, "\(name)")
        }
    }

    @Test func aPathThatIsNoFolderOfItsOwnIsRefused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broker-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let base = folder.path(percentEncoded: false)
        try Data("x".utf8).write(to: folder.appending(path: "file"))
        try FileManager.default.createSymbolicLink(
            atPath: "\(base)/root", withDestinationPath: "/")
        for path in ["", "/", "//", "/tmp/..", "\(base)/file", base, "\(base)/root", "/proc/broker", "a\u{0}b"] {
            #expect(throws: StorageError.self, "\(path)") { try TestBroker.start(dataDirectory: path) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: base).sorted() == ["file", "root"])
    }

    @Test func onARealDiskAWrongKindOfFileIsNamed() async throws {
        try await BrokerClient.withFolder { folder in
            let data = "\(folder)/data"
            let first = try TestBroker.start(dataDirectory: data)
            let servers = first.bootstrapServers
            try await BrokerClient.onThread {
                try BrokerClient.create("t", at: servers)
                try BrokerClient.write([NewKafkaRecord("t", "a")], at: servers)
            }
            try await first.shutdown()
            let files = FileManager.default
            for name in ["state.log", "topics/t/settings.json", "topics/t/0/00000000000000000000.log"] {
                let path = "\(data)/\(name)"
                try files.moveItem(atPath: path, toPath: "\(folder)/kept")
                try files.createDirectory(atPath: path, withIntermediateDirectories: false)
                #expect(throws: StorageError.self, "\(name)") { try TestBroker.start(dataDirectory: data) }
                try files.removeItem(atPath: path)
                try files.createSymbolicLink(atPath: path, withDestinationPath: path)
                #expect(throws: StorageError.self, "\(name)") { try TestBroker.start(dataDirectory: data) }
                try files.removeItem(atPath: path)
                #expect(mkfifo(path, 0o600) == 0)
                #expect(throws: StorageError.self, "\(name)") { try TestBroker.start(dataDirectory: data) }
                try files.removeItem(atPath: path)
                try files.moveItem(atPath: "\(folder)/kept", toPath: path)
            }
            let again = try TestBroker.start(dataDirectory: data)
            let address = again.bootstrapServers
            #expect(try await BrokerClient.onThread { try BrokerClient.read("t", at: address).map(\.text) } == ["a"])
            try await again.shutdown()
        }
    }
}
