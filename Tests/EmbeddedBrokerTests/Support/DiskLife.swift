import NIOCore
import Testing

@testable import EmbeddedBroker

/// A broker's life on a bad disk: transactions over two partitions and a group, plain writes and offsets between them; then
/// its end, and what the next one finds.
struct DiskLife {
    private let seed: UInt64
    private var dice: Dice
    private var rig: BrokerRig
    private var producer: BrokerRig.Producer?
    /// The transactions that were acknowledged, those that were aborted, and those of which nobody was told.
    private var committed: [Int] = []
    private var uncertain: Set<Int> = []
    /// A transaction whose end was asked for and not acknowledged: whoever asks again is told.
    private var ending: Int?
    private var plain: [Int] = []
    private var plainOffset: Int64 = -1
    private let x = PartitionName(topic: "x", partition: 0)
    private let y = PartitionName(topic: "x", partition: 1)
    private let z = PartitionName(topic: "z", partition: 0)
    private var number = 0

    init(seed: UInt64) {
        self.seed = seed
        dice = Dice(seed: seed)
        guard let rig = try? BrokerRig() else { preconditionFailure("a broker does not start on an empty disk") }
        self.rig = rig
    }

    mutating func run() throws {
        #expect(rig.create("x", partitions: 2) == ErrorCode.none)
        #expect(rig.create("z") == ErrorCode.none)
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            rig.disk.room = Int.random(in: 0...12_000, using: &dice)
            let steps = Int.random(in: 5...30, using: &dice)
            for _ in 0..<steps { step() }
            try restart()
        }
        rig.disk.room = nil
        rig.disk.fails = { _, _ in false }
        rig.pass(.seconds(70))
        settle()
        check()
        rig = try rig.again()
        check()
    }

    /// Disks recover and get worse, time passes, and clients go on.
    private mutating func step() {
        if dice.chance(1, in: 12) { rig.disk.room = Int.random(in: 0...4000, using: &dice) }
        if dice.chance(1, in: 10) { rig.pass(.milliseconds(Int64.random(in: 1...40_000, using: &dice))) }
        if dice.chance(1, in: 8) { fail() }
        if dice.chance(1, in: 4) { write() }
        transact()
    }

    /// Some operations fail for a while, each for its own reason.
    private mutating func fail() {
        guard dice.chance(1, in: 3) else { return rig.disk.fails = { _, _ in false } }
        var bad = Set(MemoryDisk.Operation.allCases.filter { _ in dice.chance(1, in: 6) })
        // What was refused cannot be taken back where taking back fails too: nobody could then tell before the end.
        bad.remove(.remove)
        if bad.count > 1 { bad.remove(.truncate) }
        var own = Dice(seed: dice.next())
        rig.disk.fails = { operation, _ in bad.contains(operation) && own.chance(1, in: 3) }
    }

    private mutating func write() {
        number += 1
        let size = [10, 100, 600].randomElement(using: &dice) ?? 10
        switch rig.produce([("p", "\(number) \(String(repeating: "x", count: size))")], to: z) {
        case ErrorCode.none?: plain.append(number)
        case .storageError?: break
        case let other: Issue.record("seed \(seed): a write ends with \(String(describing: other))")
        }
        if rig.commit(Int64(number), of: z, in: "plain") == ErrorCode.none { plainOffset = Int64(number) }
    }

    /// One transaction, as a client does it that begins anew when something fails.
    private mutating func transact() {
        guard settle(), var producer else { return }
        number += 1
        self.producer = nil
        guard rig.add([x, y], to: producer) == ErrorCode.none else { return }
        for name in [x, y] {
            let size = [10, 100, 600].randomElement(using: &dice) ?? 10
            let value = "\(number) \(String(repeating: "x", count: size))"
            guard rig.produce([("k", value)], to: name, by: &producer) == ErrorCode.none else { return abort(producer) }
        }
        guard rig.commit(Int64(number), of: x, in: "g", by: producer) == ErrorCode.none else { return abort(producer) }
        if dice.chance(1, in: 10) { return }
        self.producer = producer
        switch rig.end(producer, commits: true) {
        case ErrorCode.none?: committed.append(number)
        case .coordinatorNotAvailable?, .concurrentTransactions?:
            ending = number
            uncertain.insert(number)
        case let other: Issue.record("seed \(seed): a commit ends with \(String(describing: other))")
        }
    }

    private mutating func abort(_ producer: BrokerRig.Producer) {
        if rig.end(producer, commits: false) == ErrorCode.none { self.producer = producer }
    }

    /// Asks again how the last transaction ended, or begins a producer. Whether it can go on.
    @discardableResult private mutating func settle() -> Bool {
        if let ending, let producer {
            switch rig.end(producer, commits: true) {
            case ErrorCode.none?:
                committed.append(ending)
                uncertain.remove(ending)
            case .coordinatorNotAvailable?, .concurrentTransactions?: return false
            default: break
            }
            self.ending = nil
        }
        if producer == nil || dice.chance(1, in: 5) {
            let (error, begun) = rig.initialise("tx")
            producer = error == ErrorCode.none ? begun : nil
            if let producer { self.producer = producer }
        }
        return producer != nil
    }

    /// The process ends, or the power, or neither.
    private mutating func restart() throws {
        let end = Int.random(in: 0..<3, using: &dice)
        guard end > 0 else { return }
        if end == 1 { rig.disk.losePower(&dice) }
        // A disk may be full at the start, but not broken.
        rig.disk.fails = { _, _ in false }
        rig = try rig.again()
        ending = nil
        producer = nil
    }

    private func check() {
        for name in [x, y, z] {
            let found = rig.fetch(name, from: 0)
            #expect(found.error == ErrorCode.none, "seed \(seed)")
            #expect(found.stable == found.end, "seed \(seed): a transaction in \(name) stays open")
        }
        let read = [x, y].map { name in
            rig.read(name).compactMap { $0.value?.split(separator: " ").first.flatMap { Int($0) } }
        }
        #expect(read[0] == read[1], "seed \(seed): half a transaction")
        #expect(Set(read[0]).count == read[0].count, "seed \(seed): a transaction twice")
        #expect(Set(committed).isSubset(of: read[0]), "seed \(seed): lost \(Set(committed).subtracting(read[0]))")
        #expect(
            Set(read[0]).subtracting(committed).isSubset(of: uncertain),
            "seed \(seed): refused and there: \(Set(read[0]).subtracting(committed).subtracting(uncertain))")
        #expect(rig.offset(of: x, in: "g") == Int64(read[0].last ?? -1), "seed \(seed)")
        let written = rig.read(z).compactMap { $0.value?.split(separator: " ").first.flatMap { Int($0) } }
        #expect(written == plain, "seed \(seed): plain writes")
        #expect(rig.offset(of: z, in: "plain") == plainOffset, "seed \(seed): an offset")
    }
}
