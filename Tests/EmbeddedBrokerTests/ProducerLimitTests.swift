import NIOCore
import Testing

@testable import EmbeddedBroker

/// Producer ids and epochs at the end of their range.
@Suite struct ProducerLimitTests {
    private let x = PartitionName(topic: "x", partition: 0)

    @Test func epochsEndWithoutHarm() throws {
        let rig = try BrokerRig()
        #expect(rig.create("x") == ErrorCode.none)
        var (_, producer) = rig.initialise("z", timeout: 1000)
        while producer.epoch < Int16.max - 1 { producer = rig.initialise("z", timeout: 1000).producer }
        let first = producer.producerID
        #expect(rig.add([x], to: producer) == ErrorCode.none)
        rig.pass(.seconds(2))
        // Fenced by the greatest epoch, which nobody is given or believed.
        var liar = producer
        liar.epoch = .max
        #expect(rig.add([x], to: liar) == .invalidProducerEpoch)
        #expect(rig.end(liar, commits: true) == .invalidProducerEpoch)
        rig.pass(.seconds(2))
        let (error, next) = rig.initialise("z", timeout: 1000)
        #expect(error == ErrorCode.none && next.epoch == 0 && next.producerID != first)
        let after = try rig.again()
        #expect(after.initialise("z").producer.epoch == 1)
    }

    @Test(arguments: [Int64.max, Int64.max - 1, Int64(1) << 62]) func aProducerIDAtTheEndOfItsRangeStopsNoStart(
        _ id: Int64
    ) throws {
        let rig = try BrokerRig()
        #expect(rig.create("x") == ErrorCode.none)
        #expect(rig.produce([("k", "before")], to: x) == ErrorCode.none)
        var batch = RigBatch(records: [("k", "v")], timestamp: rig.now)
        batch.producerID = id
        batch.epoch = .max
        batch.sequence = 0
        batch.attributes = 0x10
        batch.baseOffset = 1
        // As an earlier version took it.
        rig.disk["/data/topics/x/0/00000000000000000000.log"] += Array(batch.bytes.readableBytesView)
        let next = try rig.again()
        #expect(next.read(x).map(\.value) == ["before"])
        #expect(next.fetch(x, from: 0).stable == next.fetch(x, from: 0).end)
        let given = next.initialise(nil)
        #expect(given.error == ErrorCode.none && given.producer.producerID < 1 << 62)
        #expect(try next.again().initialise(nil).producer.producerID > given.producer.producerID)
    }

    @Test func producerIDsAreNotGivenTwiceThoughTheClockGoesBack() throws {
        let rig = try BrokerRig()
        let first = rig.initialise(nil).producer.producerID
        let next = try rig.again(after: -1_000_000)
        #expect(next.initialise(nil).producer.producerID > first)
    }
}
