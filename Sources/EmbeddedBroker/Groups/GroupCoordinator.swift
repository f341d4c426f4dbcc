import NIOCore

/// Leads groups through their generations. Confined to the broker's event loop.
final class GroupCoordinator {
    private let loop: any EventLoop
    private(set) var groups: [String: Group] = [:]
    private var memberCount = 0
    /// How long the first join of an empty group waits for others.
    private let initialDelay: TimeAmount

    init(loop: any EventLoop, initialDelay: TimeAmount) {
        self.loop = loop
        self.initialDelay = initialDelay
    }

    func group(_ id: String) -> Group {
        if let group = groups[id] { return group }
        let group = Group(id: id)
        groups[id] = group
        return group
    }

    func remove(_ id: String) { groups[id] = nil }

    struct Join {
        var group: String
        var member: String
        var instance: String?
        var clientID: String
        var sessionTimeout: Int32
        var rebalanceTimeout: Int32
        var protocolType: String
        var protocols: [(name: String, metadata: ByteBuffer)]
        /// Whether a member without an id is first given one, and must join again with it (KIP-394).
        var requiresKnownMember: Bool
    }

    func join(_ join: Join, then reply: @escaping (Group.JoinResult) -> Void) {
        guard !join.group.isEmpty else { return reply(.init(error: .invalidGroupID)) }
        guard (1...1_800_000).contains(join.sessionTimeout) else { return reply(.init(error: .invalidSessionTimeout)) }
        let group = group(join.group)
        if !group.members.isEmpty, group.protocolType != join.protocolType {
            return reply(.init(error: .inconsistentGroupProtocol))
        }
        var id = join.member
        if let instance = join.instance, let known = group.member(ofInstance: instance) {
            if !id.isEmpty, id != known.id { return reply(.init(error: .fencedInstanceID)) }
            if id.isEmpty { return rejoin(group, known, join, reply) }
        } else if id.isEmpty {
            id = newMemberID(join)
            if join.instance == nil, join.requiresKnownMember {
                return reply(.init(error: .memberIDRequired, member: id))
            }
        } else if group.members[id] == nil, join.instance != nil {
            return reply(.init(error: .unknownMemberID))
        }
        let isNew = group.members[id] == nil
        var member =
            group.members[id]
            ?? Group.Member(
                id: id, instance: join.instance, clientID: join.clientID, sessionTimeout: .zero,
                rebalanceTimeout: .zero,
                protocols: [])
        member.joined?(.init(error: .rebalanceInProgress))
        update(&member, join)
        let isUnchanged = !isNew && Self.same(group.members[id]?.protocols ?? [], join.protocols)
        if isUnchanged, group.state == .stable, id != group.leader {
            group.members[id] = member
            heard(group, id)
            return reply(result(for: id, in: group))
        }
        member.joined = reply
        group.members[id] = member
        if isNew { group.order.append(id) }
        group.protocolType = join.protocolType
        member.expiry?.cancel()
        prepare(group)
        finishIfComplete(group)
    }

    /// A static member that comes back under a new id takes its old place: while nothing else changed, without a
    /// rebalance, and who had the place before is fenced.
    private func rejoin(
        _ group: Group, _ known: Group.Member, _ join: Join, _ reply: @escaping (Group.JoinResult) -> Void
    ) {
        let id = newMemberID(join)
        var member = known
        member.joined?(.init(error: .fencedInstanceID))
        member.synced?(.fencedInstanceID, ByteBuffer())
        member.joined = nil
        member.synced = nil
        member.expiry?.cancel()
        member.id = id
        let isUnchanged = Self.same(known.protocols, join.protocols)
        update(&member, join)
        group.members[known.id] = nil
        group.members[id] = member
        if let place = group.order.firstIndex(of: known.id) { group.order[place] = id }
        if group.leader == known.id { group.leader = id }
        if group.state == .stable, isUnchanged {
            heard(group, id)
            var answer = result(for: id, in: group)
            // The old assignment is still good: as a follower it asks for it and gets it.
            if group.leader == id {
                answer.leader = ""
                answer.members = []
            }
            return reply(answer)
        }
        group.members[id]?.joined = reply
        prepare(group)
        finishIfComplete(group)
    }

    private func newMemberID(_ join: Join) -> String {
        memberCount += 1
        return "\(join.instance ?? join.clientID)-\(UInt64.random(in: .min ... .max))-\(memberCount)"
    }

    private func update(_ member: inout Group.Member, _ join: Join) {
        member.sessionTimeout = .milliseconds(Int64(join.sessionTimeout))
        member.rebalanceTimeout = .milliseconds(Int64(max(join.rebalanceTimeout, join.sessionTimeout)))
        member.protocols = join.protocols
    }

    private static func same(
        _ one: [(name: String, metadata: ByteBuffer)], _ other: [(name: String, metadata: ByteBuffer)]
    ) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { $0.name == $1.name && $0.metadata == $1.metadata }
    }

    /// Calls for all members to join anew.
    private func prepare(_ group: Group) {
        guard group.state != .preparing else { return }
        let wasEmpty = group.state == .empty
        for id in group.order {
            group.members[id]?.synced?(.rebalanceInProgress, ByteBuffer())
            group.members[id]?.synced = nil
        }
        group.state = .preparing
        let longest = group.members.values.map(\.rebalanceTimeout).max() ?? .seconds(60)
        group.rebalance?.cancel()
        group.rebalance = loop.assumeIsolated().scheduleTask(in: wasEmpty ? initialDelay : longest) {
            [weak self, weak group] in
            guard let self, let group, group.state == .preparing else { return }
            self.complete(group)
        }
    }

    private func finishIfComplete(_ group: Group) {
        guard group.state == .preparing, group.generation > 0 || initialDelay == .zero else { return }
        if group.members.values.allSatisfy({ $0.joined != nil }) { complete(group) }
    }

    /// Begins a generation with those who have joined; static members may be late.
    private func complete(_ group: Group) {
        group.rebalance?.cancel()
        group.rebalance = nil
        for id in group.order where group.members[id]?.joined == nil && group.members[id]?.instance == nil {
            drop(group, id)
        }
        guard !group.members.isEmpty else {
            group.state = .empty
            group.generation += 1
            return
        }
        guard let name = group.chooseProtocol() else {
            for id in group.order {
                group.members[id]?.joined?(.init(error: .inconsistentGroupProtocol))
                group.members[id]?.joined = nil
            }
            return
        }
        group.generation += 1
        group.protocolName = name
        if group.members[group.leader]?.joined == nil {
            group.leader = group.order.first { group.members[$0]?.joined != nil } ?? group.order[0]
        }
        group.state = .completing
        for id in group.order {
            let joined = group.members[id]?.joined
            group.members[id]?.joined = nil
            heard(group, id)
            joined?(result(for: id, in: group))
        }
        let generation = group.generation
        group.rebalance = loop.assumeIsolated().scheduleTask(in: .seconds(60)) { [weak self, weak group] in
            guard let self, let group, group.state == .completing, group.generation == generation else { return }
            self.prepare(group)
        }
    }

    private func result(for id: String, in group: Group) -> Group.JoinResult {
        var members: [(id: String, instance: String?, metadata: ByteBuffer)] = []
        if id == group.leader {
            members = group.order.compactMap { id in
                guard let member = group.members[id],
                    let metadata = member.protocols.first(where: { $0.name == group.protocolName })?.metadata
                else { return nil }
                return (id, member.instance, metadata)
            }
        }
        return .init(
            error: .none, generation: group.generation, protocolName: group.protocolName, leader: group.leader,
            member: id,
            members: members)
    }

    /// Begins the session of a member anew.
    private func heard(_ group: Group, _ id: String) {
        guard let member = group.members[id] else { return }
        member.expiry?.cancel()
        group.members[id]?.expiry = loop.assumeIsolated().scheduleTask(in: member.sessionTimeout) {
            [weak self, weak group] in
            guard let self, let group, group.members[id] != nil, group.members[id]?.joined == nil else { return }
            self.remove(group, id)
        }
    }

    private func drop(_ group: Group, _ id: String) {
        guard let member = group.members.removeValue(forKey: id) else { return }
        member.expiry?.cancel()
        member.joined?(.init(error: .unknownMemberID))
        member.synced?(.unknownMemberID, ByteBuffer())
        group.order.removeAll { $0 == id }
        if group.leader == id { group.leader = group.order.first ?? "" }
    }

    private func remove(_ group: Group, _ id: String) {
        drop(group, id)
        if group.members.isEmpty {
            group.rebalance?.cancel()
            group.state = .empty
            group.generation += 1
        } else if group.state == .preparing {
            finishIfComplete(group)
        } else {
            prepare(group)
        }
    }

    /// Whether a member may speak for itself in a generation; `nil` if it may.
    func problem(_ group: Group, member: String, instance: String?, generation: Int32?) -> ErrorCode? {
        if let instance, let known = group.member(ofInstance: instance), known.id != member { return .fencedInstanceID }
        guard group.members[member] != nil else { return .unknownMemberID }
        if let generation, generation != group.generation { return .illegalGeneration }
        return nil
    }

    func heartbeat(group id: String, member: String, instance: String?, generation: Int32) -> ErrorCode {
        guard let group = groups[id] else { return .unknownMemberID }
        if let problem = problem(group, member: member, instance: instance, generation: generation) { return problem }
        heard(group, member)
        return group.state == .stable || group.state == .completing ? .none : .rebalanceInProgress
    }

    func sync(
        group id: String, member: String, instance: String?, generation: Int32,
        assignments: [(member: String, assignment: ByteBuffer)], then reply: @escaping (ErrorCode, ByteBuffer) -> Void
    ) {
        guard let group = groups[id] else { return reply(.unknownMemberID, ByteBuffer()) }
        if let problem = problem(group, member: member, instance: instance, generation: generation) {
            return reply(problem, ByteBuffer())
        }
        heard(group, member)
        switch group.state {
        case .empty: reply(.unknownMemberID, ByteBuffer())
        case .preparing: reply(.rebalanceInProgress, ByteBuffer())
        case .stable: reply(.none, group.members[member]?.assignment ?? ByteBuffer())
        case .completing:
            group.members[member]?.synced = reply
            guard member == group.leader else { return }
            for (id, assignment) in assignments { group.members[id]?.assignment = assignment }
            group.state = .stable
            group.rebalance?.cancel()
            for id in group.order {
                let synced = group.members[id]?.synced
                group.members[id]?.synced = nil
                synced?(.none, group.members[id]?.assignment ?? ByteBuffer())
            }
        }
    }

    func leave(group id: String, member: String, instance: String?) -> ErrorCode {
        guard let group = groups[id] else { return .unknownMemberID }
        var member = member
        if let instance, member.isEmpty {
            guard let known = group.member(ofInstance: instance) else { return .unknownMemberID }
            member = known.id
        }
        if let problem = problem(group, member: member, instance: instance, generation: nil) { return problem }
        remove(group, member)
        return .none
    }

    /// Whether offsets may be committed: by a member of the generation, or by nobody's member while there is none.
    func mayCommit(group id: String, member: String, instance: String?, generation: Int32) -> ErrorCode {
        let group = group(id)
        if generation < 0, group.members.isEmpty || member.isEmpty { return .none }
        if let problem = problem(group, member: member, instance: instance, generation: generation) { return problem }
        heard(group, member)
        return group.state == .completing ? .rebalanceInProgress : .none
    }
}
