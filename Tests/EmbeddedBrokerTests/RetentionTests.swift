import NIOCore
import Testing

@testable import EmbeddedBroker

/// What has expired can neither be read nor found on disk, also below a segment; what is new stays, whatever its records say
/// of their time.
@Suite struct RetentionTests {
    private let x = PartitionName(topic: "x", partition: 0)
    private let segment = "/data/topics/x/0/"

    private func onDisk(_ rig: BrokerRig, _ text: String) -> Bool {
        rig.disk.paths.contains { String(decoding: rig.disk[$0], as: UTF8.self).contains(text) }
    }

    @Test func timesOfLongAgoDoNotDeleteWhatIsNew() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["retention.ms": "10000"]) == ErrorCode.none)
        for time in [-1, 0, 1000, rig.now, .max] {
            _ = rig.produce([("k", "at \(time)")], to: x, timestamp: time)
        }
        let kept = rig.read(x)
        rig.pass(.seconds(5))
        rig.core.clean()
        #expect(rig.read(x) == kept)
        let next = try rig.again()
        #expect(next.read(x) == kept)
        // Ten seconds after they came, all of them are over, and those from the far future too.
        next.pass(.seconds(40))
        #expect(next.read(x).isEmpty)
    }

    @Test func whatHasExpiredIsGoneBelowASegment() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["retention.ms": "60000"]) == ErrorCode.none)
        #expect(rig.produce([("k", "an old secret")], to: x) == ErrorCode.none)
        rig.pass(.seconds(50))
        #expect(rig.produce([("k", "a new one")], to: x) == ErrorCode.none)
        #expect(onDisk(rig, "an old secret"))
        rig.pass(.seconds(31))
        #expect(rig.read(x).map(\.value) == ["a new one"])
        #expect(rig.fetch(x, from: 0).error == .offsetOutOfRange)
        #expect(!onDisk(rig, "an old secret") && onDisk(rig, "a new one"))
        let next = try rig.again()
        #expect(next.read(x).map(\.offset) == [1])
        #expect(next.fetch(x, from: 0).error == .offsetOutOfRange)
        // The last one goes too, and the offsets go on from where they were.
        next.pass(.seconds(120))
        #expect(next.read(x).isEmpty && !onDisk(next, "a new one"))
        let last = try next.again()
        #expect(last.fetch(x, from: 2).end == 2)
        #expect(last.produce([("k", "v")], to: x) == ErrorCode.none)
        #expect(last.read(x).map(\.offset) == [2])
        #expect(try last.again().read(x).map(\.offset) == [2])
    }

    @Test func whatExpiredWhileTheBrokerWasDownIsGoneAtTheStart() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["retention.ms": "60000"]) == ErrorCode.none)
        #expect(rig.produce([("k", "a secret")], to: x) == ErrorCode.none)
        let next = try rig.again(after: 120_000)
        #expect(next.read(x).isEmpty && !onDisk(next, "a secret"))
    }

    @Test func aSizeIsKeptToBelowASegment() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["retention.bytes": "5000"]) == ErrorCode.none)
        for number in 0..<100 {
            #expect(rig.produce([("k", "\(number) \(String(repeating: "x", count: 200))")], to: x) == ErrorCode.none)
        }
        rig.pass(.seconds(30))
        let size = rig.disk.paths.filter { $0.hasPrefix(segment) }.reduce(0) { $0 + rig.disk[$1].count }
        #expect(size <= 5000 && size > 4000)
        #expect(rig.read(x).last?.offset == 99)
        #expect(try rig.again().read(x) == rig.read(x))
    }

    @Test func aClockThatWasAheadKeepsNothingForEver() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["retention.ms": "10000"]) == ErrorCode.none)
        rig.skip(.hours(24 * 365))
        #expect(rig.produce([("k", "v")], to: x) == ErrorCode.none)
        let back = try rig.again(after: -365 * 86_400_000)
        #expect(back.read(x).count == 1)
        back.pass(.seconds(60))
        #expect(back.read(x).isEmpty)
    }

    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "0"])
    func absurdSettingsStopNothing(_ value: String) throws {
        let rig = try BrokerRig()
        _ = rig.create("x", ["cleanup.policy": "compact,delete"])
        let topic = try #require(rig.core.topics["x"])
        for name in ["delete.retention.ms", "retention.ms", "retention.bytes", "min.compaction.lag.ms"] {
            topic.settings[name] = value
        }
        for number in 0..<3 { #expect(rig.produce([("k", "\(number)")], to: x) == ErrorCode.none) }
        #expect(rig.produce([("k", nil)], to: x) == ErrorCode.none)
        rig.pass(.seconds(61))
        #expect(rig.fetch(x, from: 4).end == 4)
    }

    @Test func aBatchThatSaysItBeginsAtTheGreatestOffsetIsTakenForWhatItIs() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["cleanup.policy": "compact"]) == ErrorCode.none)
        var batch = RigBatch(records: [("a", "v")], timestamp: rig.now)
        batch.baseOffset = .max
        batch.offsetDeltas = [1]
        _ = rig.produce(batch.bytes, to: x, transactionalID: nil)
        batch.offsetDeltas = [.max]
        _ = rig.produce(batch.bytes, to: x, transactionalID: nil)
        batch.baseOffset = 0
        _ = rig.produce(batch.bytes, to: x, transactionalID: nil)
        #expect(rig.produce([("b", "v")], to: x) == ErrorCode.none)
        rig.pass(.seconds(61))
        #expect(rig.read(x).contains { $0.key == "b" })
        #expect(try rig.again().read(x).contains { $0.key == "b" })
    }

    @Test func compactionReachesIntoBatches() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x", ["cleanup.policy": "compact", "delete.retention.ms": "0"]) == ErrorCode.none)
        #expect(rig.produce([("a", "a secret"), ("b", "stays"), ("c", "1")], to: x) == ErrorCode.none)
        #expect(rig.produce([("a", nil), ("c", "2")], to: x) == ErrorCode.none)
        #expect(rig.produce([("d", "end")], to: x) == ErrorCode.none)
        rig.pass(.seconds(30))
        let expected: [BrokerRig.Record] = [
            .init(offset: 1, key: "b", value: "stays"), .init(offset: 4, key: "c", value: "2"),
            .init(offset: 5, key: "d", value: "end"),
        ]
        #expect(rig.read(x) == expected)
        #expect(!onDisk(rig, "a secret"))
        let next = try rig.again()
        #expect(next.read(x) == expected)
        #expect(next.read(x, from: 2) == Array(expected.dropFirst()))
    }

    @Test func markersAndDecisionsOfWhatIsGoneGo() throws {
        let rig = try BrokerRig()
        let y = PartitionName(topic: "y", partition: 0)
        #expect(rig.create("x", ["cleanup.policy": "compact", "delete.retention.ms": "60000"]) == ErrorCode.none)
        #expect(rig.create("y", ["retention.ms": "1000"]) == ErrorCode.none)
        var (_, producer) = rig.initialise("tx")
        for number in 0..<200 {
            #expect(rig.add([x, y], to: producer) == ErrorCode.none)
            #expect(rig.produce([("k", "\(number)")], to: x, by: &producer) == ErrorCode.none)
            #expect(rig.produce([("k", "\(number)")], to: y, by: &producer) == ErrorCode.none)
            #expect(rig.end(producer, commits: number % 7 != 0 || number == 199) == ErrorCode.none)
        }
        rig.pass(.seconds(31))
        // A reader on the way from a record to its marker still finds it.
        #expect(rig.core.partition(x)?.batches.filter(\.isControl).count == 200)
        rig.pass(.seconds(61))
        #expect(rig.read(x).map(\.value) == ["199"])
        #expect(rig.core.partition(x)?.batches.count == 2)
        #expect(rig.core.partition(x)?.aborted.isEmpty == true)
        #expect(rig.core.partition(y)?.batches.isEmpty == true)
        #expect(rig.disk.paths.filter { $0.hasPrefix("/data/topics/y/0/") }.isEmpty)
        #expect(try rig.again().read(x).map(\.value) == ["199"])
    }

    @Test func theLogOfDecisionsShrinksWhileTheBrokerRuns() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x") == ErrorCode.none)
        var largest = 0
        for number in 0..<4000 {
            let group = "g\(number % 10) \(String(repeating: "x", count: 400))"
            #expect(rig.commit(Int64(number), of: x, in: group) == ErrorCode.none)
            largest = max(largest, rig.disk["/data/state.log"].count)
        }
        #expect(largest > 1 << 20 && largest < (1 << 20) + 2000)
        #expect(rig.disk["/data/state.log"].count < 1 << 20)
        let next = try rig.again()
        for number in 3990..<4000 {
            let group = "g\(number % 10) \(String(repeating: "x", count: 400))"
            #expect(next.offset(of: x, in: group) == Int64(number))
        }
    }

    @Test func producersThatHaveGoneAreForgotten() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x") == ErrorCode.none)
        for number in 0..<50 {
            var batch = RigBatch(records: [("k", "v")], timestamp: rig.now)
            batch.producerID = rig.initialise(nil).producer.producerID
            batch.epoch = 0
            batch.sequence = 0
            #expect(rig.produce(batch.bytes, to: x, transactionalID: nil) == ErrorCode.none)
            _ = rig.initialise("tx \(number)")
        }
        #expect(rig.core.partition(x)?.producerIDs.count == 50)
        rig.skip(.hours(25))
        rig.core.clean()
        #expect(rig.core.partition(x)?.producerIDs.isEmpty == true)
        #expect(rig.core.transactions.count == 50)
        rig.skip(.hours(24 * 7))
        rig.core.clean()
        #expect(rig.core.transactions.count == 0)
    }
}
