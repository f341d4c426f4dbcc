import NIOCore

/// A consumer group with the classic protocol: who its members are, in which generation, with which offsets.
final class Group {
    /// Where a group stands between two generations (Apache Kafka's `GroupState`). A group that is dead is not there.
    enum State: String {
        case empty = "Empty"
        /// Members are called to join.
        case preparing = "PreparingRebalance"
        /// All have joined; the leader is to send its assignment.
        case completing = "CompletingRebalance"
        case stable = "Stable"
    }

    typealias Protocols = [(name: String, metadata: ByteBuffer)]

    struct Member {
        let id: String
        let instance: String?
        let clientID: String
        var sessionTimeout: TimeAmount
        var rebalanceTimeout: TimeAmount
        var protocols: Protocols
        var assignment = ByteBuffer()
        /// Whether it has yet to be told its first generation. Until then it cannot send heartbeats.
        var isNew = true
        /// Ends the session when nothing is heard, and which session it is the end of: a timer that is due already can no
        /// longer be cancelled.
        var expiry: Scheduled<Void>?
        var session: UInt64 = 0
        /// Answers the join that waits for the others.
        var joined: ((JoinResult) -> Void)?
        /// Answers the sync that waits for the leader.
        var synced: ((ErrorCode, ByteBuffer) -> Void)?

        func knows(_ name: String) -> Bool { protocols.contains { $0.name == name } }

        /// Whether a join says what the last one of this member said.
        func matches(_ other: Protocols) -> Bool {
            protocols.count == other.count
                && zip(protocols, other).allSatisfy { $0.name == $1.name && $0.metadata == $1.metadata }
        }

        var metadataSize: Int { protocols.reduce(0) { $0 + $1.name.utf8.count + $1.metadata.readableBytes } }
    }

    struct JoinResult {
        var error: ErrorCode
        var generation: Int32 = -1
        var protocolName = ""
        var leader = ""
        var member = ""
        var members: [(id: String, instance: String?, metadata: ByteBuffer)] = []
    }

    struct Offset {
        var offset: Int64
        var metadata: String?
    }

    let id: String
    var state = State.empty
    private(set) var generation: Int32 = 0
    var protocolType = ""
    var protocolName = ""
    var leader = ""
    private(set) var members: [String: Member] = [:]
    /// The order in which members came: the first is the leader.
    private(set) var order: [String] = []
    /// Ids that were given to members who have yet to join with them (KIP-394), each with the end of its time.
    var newcomers: [String: Scheduled<Void>] = [:]
    /// The members that have yet to ask for their assignment in this generation.
    var unsynced: Set<String> = []
    /// Ends the phase that the group is in, and which one it is the end of.
    var phase: Scheduled<Void>?
    var phaseNumber: UInt64 = 0
    /// Ends the waiting for newcomers once all members have joined.
    var patience: Scheduled<Void>?
    /// Whether an empty group gathers its first members; it then begins no generation before the time is over.
    var isGathering = false
    var offsets: [PartitionName: Offset] = [:]
    /// Offsets that a producer's open transaction will commit.
    var pending: [Int64: [PartitionName: Offset]] = [:]
    /// When the group last had members, or offsets were committed in it.
    var lastUse = NIODeadline.now()

    init(id: String) { self.id = id }

    subscript(id: String) -> Member? {
        get { members[id] }
        set {
            if newValue == nil { order.removeAll { $0 == id } } else if members[id] == nil { order.append(id) }
            members[id] = newValue
        }
    }

    /// Puts a member in the place of another, which it succeeds in everything.
    func replace(_ id: String, with member: Member) {
        members[id] = nil
        members[member.id] = member
        if let place = order.firstIndex(of: id) { order[place] = member.id }
        if leader == id { leader = member.id }
        if unsynced.remove(id) != nil { unsynced.insert(member.id) }
    }

    /// Nobody is in it, and it has nothing to remember.
    var isUnused: Bool { state == .empty && members.isEmpty && newcomers.isEmpty && offsets.isEmpty && pending.isEmpty }

    /// The member that a static instance is now.
    func member(ofInstance instance: String) -> Member? { members.values.first { $0.instance == instance } }

    /// Whether all members have joined and wait.
    var isComplete: Bool { members.values.allSatisfy { $0.joined != nil } }

    /// The longest time that a member may take to join anew.
    var rebalanceTimeout: TimeAmount { members.values.map(\.rebalanceTimeout).max() ?? .seconds(60) }

    /// How much the members' metadata takes, which the leader is sent all of.
    var metadataSize: Int { members.values.reduce(0) { $0 + $1.metadataSize } }

    /// The generations are counted from 1 on, and again from there after the greatest number.
    func beginGeneration() { generation = generation == .max ? 1 : generation + 1 }

    /// A version and the number of topics (kafka.apache.org/protocol, "ConsumerProtocolSubscription").
    private static let shortestSubscription = 6

    /// The protocols that all members know.
    private var commonProtocols: Set<String> {
        var all = members.values.map { Set($0.protocols.map(\.name)) }.makeIterator()
        guard var common = all.next() else { return [] }
        while let next = all.next() { common.formIntersection(next) }
        return common
    }

    /// Whether a member with these protocols fits: one of them must be known to all the others
    /// (`GroupMetadata.supportsProtocols`).
    ///
    /// Unlike Kafka, no member of consumers comes in that says less than what it subscribes to: the member that leads reads
    /// it of all, and librdkafka 2.0.2 ends its process at one that is empty.
    func supports(_ type: String, _ protocols: Protocols) -> Bool {
        if type == "consumer", protocols.contains(where: { $0.metadata.readableBytes < Self.shortestSubscription }) {
            return false
        }
        if members.isEmpty { return !type.isEmpty && !protocols.isEmpty }
        let common = commonProtocols
        return type == protocolType && protocols.contains { common.contains($0.name) }
    }

    /// The protocol of all members that most of them would choose (`GroupMetadata.selectProtocol`); `nil` if there is none.
    func chooseProtocol() -> String? {
        let common = commonProtocols
        var votes: [String: Int] = [:]
        for member in members.values {
            if let choice = member.protocols.first(where: { common.contains($0.name) })?.name {
                votes[choice, default: 0] += 1
            }
        }
        return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
