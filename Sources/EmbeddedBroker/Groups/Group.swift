import NIOCore

/// A consumer group with the classic protocol: who its members are, in which generation, with which offsets.
final class Group {
    /// Where a group stands between two generations.
    enum State: String {
        case empty = "Empty"
        case preparing = "PreparingRebalance"
        case completing = "CompletingRebalance"
        case stable = "Stable"
    }

    struct Member {
        var id: String
        var instance: String?
        var clientID: String
        var sessionTimeout: TimeAmount
        var rebalanceTimeout: TimeAmount
        var protocols: [(name: String, metadata: ByteBuffer)]
        var assignment = ByteBuffer()
        /// Ends the session when nothing is heard.
        var expiry: Scheduled<Void>?
        /// Answers the join that waits for the others.
        var joined: ((JoinResult) -> Void)?
        /// Answers the sync that waits for the leader.
        var synced: ((ErrorCode, ByteBuffer) -> Void)?
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
    var generation: Int32 = 0
    var protocolType = ""
    var protocolName = ""
    var leader = ""
    var members: [String: Member] = [:]
    /// The order in which members came: the first is the leader.
    var order: [String] = []
    var rebalance: Scheduled<Void>?
    var offsets: [PartitionName: Offset] = [:]
    /// Offsets that a producer's open transaction will commit.
    var pending: [Int64: [PartitionName: Offset]] = [:]

    init(id: String) { self.id = id }

    /// The member that a static instance is now.
    func member(ofInstance instance: String) -> Member? { members.values.first { $0.instance == instance } }

    /// The protocol that all members know and most would choose.
    func chooseProtocol() -> String? {
        let common = members.values.reduce(nil as Set<String>?) { known, member in
            let names = Set(member.protocols.map(\.name))
            return known.map { $0.intersection(names) } ?? names
        }
        guard let common, !common.isEmpty else { return nil }
        var votes: [String: Int] = [:]
        for member in members.values {
            if let choice = member.protocols.first(where: { common.contains($0.name) })?.name {
                votes[choice, default: 0] += 1
            }
        }
        return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
