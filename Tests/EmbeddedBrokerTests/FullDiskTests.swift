import NIOCore
import Testing

@testable import EmbeddedBroker

/// A disk that fills, fails and loses its power: nothing that was acknowledged is lost, half there or unreadable, and nothing
/// that was refused is there.
@Suite struct FullDiskTests {
    /// 500 lives on a disk of some size, with room coming and going, syncs and truncations failing, and an end by a crash, a
    /// loss of power, or nothing at all.
    @Test(arguments: 0..<10) func keepsItsWordOnADiskThatFillsAtRandomMoments(_ part: Int) throws {
        for seed in (part * 50)..<(part * 50 + 50) {
            var life = DiskLife(seed: UInt64(seed))
            try life.run()
        }
    }

    private let x = PartitionName(topic: "x", partition: 0)
    private let y = PartitionName(topic: "x", partition: 1)

    /// An open transaction of one record in each of two partitions, on a disk that from then on takes nothing.
    private func fullDisk() throws -> (BrokerRig, BrokerRig.Producer) {
        let rig = try BrokerRig()
        #expect(rig.create("x", partitions: 2) == ErrorCode.none)
        var (_, producer) = rig.initialise("tx", timeout: 5000)
        #expect(rig.add([x, y], to: producer) == ErrorCode.none)
        for name in [x, y] { #expect(rig.produce([("k", "v")], to: name, by: &producer) == ErrorCode.none) }
        #expect(rig.commit(7, of: x, in: "g", by: producer) == ErrorCode.none)
        return (rig, producer)
    }

    @Test func aCommitIsAnsweredWhenItsMarkersAreWritten() throws {
        let (rig, producer) = try fullDisk()
        let segment = "/data/topics/x/1/00000000000000000000.log"
        rig.disk.fails = { operation, path in operation == .write && path == segment }
        #expect(rig.end(producer, commits: true) == .concurrentTransactions)
        // The decision stands: it cannot be taken back, nor another transaction begun, and nothing of it shows yet.
        #expect(rig.end(producer, commits: false) == .invalidTransactionState)
        #expect(rig.add([x], to: producer) == .concurrentTransactions)
        #expect(rig.offset(of: x, in: "g") == -1)
        #expect(rig.read(y).isEmpty)
        #expect(rig.log.lines.contains { $0.contains("tried again") })
        rig.disk.fails = { _, _ in false }
        rig.pass(.seconds(6))
        #expect(rig.read(x).map(\.value) == ["v"])
        #expect(rig.read(y).map(\.value) == ["v"])
        #expect(rig.offset(of: x, in: "g") == 7)
        #expect(rig.end(producer, commits: true) == ErrorCode.none)
    }

    @Test func aDecisionThatCouldNotBeCarriedOutIsAfterARestart() throws {
        let (rig, producer) = try fullDisk()
        let segment = "/data/topics/x/1/00000000000000000000.log"
        rig.disk.fails = { operation, path in operation == .write && path == segment }
        #expect(rig.end(producer, commits: true) == .concurrentTransactions)
        let still = try rig.again()
        #expect(still.read(y).isEmpty)
        rig.disk.fails = { _, _ in false }
        let next = try still.again()
        #expect(next.read(x).map(\.value) == ["v"])
        #expect(next.read(y).map(\.value) == ["v"])
        #expect(next.offset(of: x, in: "g") == 7)
        #expect(next.end(producer, commits: true) == ErrorCode.none)
    }

    @Test func aTimeoutOnAFullDiskIsCarriedOutWhenThereIsRoom() throws {
        let (rig, producer) = try fullDisk()
        rig.disk.room = 0
        rig.pass(.seconds(60))
        #expect(rig.fetch(x, from: 0).stable == 0)
        #expect(rig.log.lines.contains { $0.contains("took too long") && $0.contains("Make room") })
        // It is said, but not ten times a second.
        #expect(rig.log.lines.filter { $0.contains("took too long") }.count <= 3)
        rig.disk.room = nil
        rig.pass(.seconds(6))
        #expect(rig.produce([("k", "later")], to: x) == ErrorCode.none)
        #expect(rig.fetch(x, from: 0).stable == rig.fetch(x, from: 0).end)
        #expect(rig.read(x).map(\.value) == ["later"])
        #expect(rig.end(producer, commits: true) == .invalidProducerEpoch)
    }

    @Test func aRecordWhoseSyncFailsIsNowhere() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x") == ErrorCode.none)
        #expect(rig.produce([("k", "a")], to: x) == ErrorCode.none)
        rig.disk.fails = { operation, _ in operation == .sync }
        #expect(rig.produce([("k", "b")], to: x) == .storageError)
        #expect(rig.read(x).map(\.value) == ["a"])
        rig.disk.fails = { _, _ in false }
        #expect(rig.produce([("k", "c")], to: x) == ErrorCode.none)
        var dice = Dice(seed: 1)
        rig.disk.losePower(&dice)
        let next = try rig.again()
        #expect(next.read(x).map(\.value) == ["a", "c"])
    }

    @Test func aFullDiskGivesUpWhatHasExpiredAndWhatIsDeleted() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["retention.ms": "1000"]) == ErrorCode.none)
        #expect(rig.create("y") == ErrorCode.none)
        for _ in 0..<10 { #expect(rig.produce([("k", String(repeating: "x", count: 500))], to: x) == ErrorCode.none) }
        rig.disk.room = 0
        rig.pass(.seconds(31))
        #expect(rig.read(x).isEmpty)
        #expect((rig.disk.room ?? 0) > 5000)
        rig.disk.room = 0
        #expect(rig.delete("y") == ErrorCode.none)
        let next = try rig.again()
        #expect(next.core.topics.keys.sorted() == ["x"])
        #expect(next.fetch(x, from: 10).end == 10)
        next.disk.room = nil
        next.pass(.seconds(31))
        #expect(next.disk.paths == ["/data/state.log", "/data/topics/x/settings.json"])
        #expect(next.create("y") == ErrorCode.none)
        #expect(try next.again().core.topics.keys.sorted() == ["x", "y"])
    }
}
