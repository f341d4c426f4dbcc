import NIOCore

/// Leads groups through their generations as Apache Kafka's `GroupCoordinator` does. Confined to the broker's event loop.
///
/// What members ask is here; the phases that a group goes through are in `GroupCoordinator+Rebalance.swift`.
final class GroupCoordinator {
    let loop: any EventLoop
    /// How long the first join of an empty group waits for others.
    let initialDelay: TimeAmount
    let limits: EmbeddedBrokerLimits.Groups
    private(set) var groups: [String: Group] = [:]
    private var memberCount: UInt64 = 0

    init(loop: any EventLoop, initialDelay: TimeAmount, limits: EmbeddedBrokerLimits.Groups = .init()) {
        self.loop = loop
        self.initialDelay = initialDelay
        self.limits = limits
        scheduleExpiry()
    }

    /// The group of an id, made if there is none.
    func group(_ id: String) -> Group {
        if let group = groups[id] { return group }
        let group = Group(id: id)
        groups[id] = group
        return group
    }

    /// Why an id cannot be a group's that is yet to be made; `nil` if it can.
    func problem(ofGroup id: String) -> ErrorCode? {
        if groups[id] != nil { return nil }
        guard id.utf8.count <= limits.longestID else { return .invalidGroupID }
        return groups.count < limits.maximumGroups ? nil : .policyViolation
    }

    func dropIfUnused(_ group: Group) {
        guard group.isUnused, groups[group.id] === group else { return }
        group.phase?.cancel()
        groups[group.id] = nil
    }

    private func scheduleExpiry() {
        let period = min(TimeAmount.minutes(1), .nanoseconds(limits.offsetsRetention.nanoseconds / 4))
        loop.assumeIsolated().scheduleTask(in: period) { [weak self] in
            self?.expireOffsets()
            self?.scheduleExpiry()
        }
    }

    /// Forgets groups in which nobody has been, and nothing was committed, for as long as offsets are kept.
    private func expireOffsets() {
        for group in groups.values where group.state == .empty && group.newcomers.isEmpty && group.pending.isEmpty {
            if group.lastUse + limits.offsetsRetention < .now() { group.offsets = [:] }
            dropIfUnused(group)
        }
    }

    struct Join {
        var group: String
        var member: String
        var instance: String?
        var clientID: String
        var sessionTimeout: Int32
        var rebalanceTimeout: Int32
        var protocolType: String
        var protocols: Group.Protocols
        /// Whether a member without an id is first given one, and must join again with it (KIP-394).
        var requiresKnownMember: Bool
    }

    func join(_ join: Join, then reply: @escaping (Group.JoinResult) -> Void) {
        func refuse(_ error: ErrorCode) { reply(.init(error: error, member: join.member)) }
        guard !join.group.isEmpty else { return refuse(.invalidGroupID) }
        guard limits.sessionTimeouts.contains(join.sessionTimeout) else { return refuse(.invalidSessionTimeout) }
        guard join.protocols.count <= limits.maximumProtocols else { return refuse(.invalidRequest) }
        if join.member.isEmpty {
            if let problem = problem(ofGroup: join.group) { return refuse(problem) }
        } else if groups[join.group] == nil {
            return refuse(.unknownMemberID)
        }
        let group = group(join.group)
        defer { dropIfUnused(group) }
        guard group.supports(join.protocolType, join.protocols) else { return refuse(.inconsistentGroupProtocol) }
        guard hasRoom(group, for: join) else { return refuse(.groupMaxSizeReached) }
        if join.member.isEmpty { joinNew(group, join, reply) } else { joinKnown(group, join, reply) }
        completeIfAllJoined(group)
    }

    /// Whether a group stays within its bounds with a member, or with what it now says of itself.
    private func hasRoom(_ group: Group, for join: Join) -> Bool {
        let known = group[join.member] ?? join.instance.flatMap(group.member(ofInstance:))
        guard known != nil || group.members.count < limits.maximumMembers else { return false }
        let size = join.protocols.reduce(0) { $0 + $1.name.utf8.count + $1.metadata.readableBytes }
        return group.metadataSize - (known?.metadataSize ?? 0) + size <= limits.maximumMetadata
    }

    private func joinNew(_ group: Group, _ join: Join, _ reply: @escaping (Group.JoinResult) -> Void) {
        let id = newMemberID(join)
        if let instance = join.instance, let known = group.member(ofInstance: instance) {
            replace(known, in: group, with: member(id, join), reply)
        } else if join.instance == nil, join.requiresKnownMember {
            expect(id, in: group, join)
            reply(.init(error: .memberIDRequired, member: id))
        } else {
            add(member(id, join), to: group, join, reply)
        }
    }

    private func joinKnown(_ group: Group, _ join: Join, _ reply: @escaping (Group.JoinResult) -> Void) {
        if join.instance == nil, let expiry = group.newcomers.removeValue(forKey: join.member) {
            expiry.cancel()
            return add(member(join.member, join), to: group, join, reply)
        }
        if let problem = problem(group, member: join.member, instance: join.instance, generation: nil) {
            return reply(.init(error: problem, member: join.member))
        }
        guard let known = group[join.member] else { return }
        let isRetry = known.matches(join.protocols)
        // The leader joins when it wants a new assignment; what others say again has brought nothing new.
        switch group.state {
        case .stable where isRetry && join.member != group.leader, .completing where isRetry:
            heard(group, join.member)
            reply(result(for: join.member, in: group))
        case .stable, .completing, .preparing, .empty: rejoin(group, join, reply)
        }
    }

    private func member(_ id: String, _ join: Join) -> Group.Member {
        Group.Member(
            id: id, instance: join.instance, clientID: join.clientID,
            sessionTimeout: .milliseconds(Int64(join.sessionTimeout)),
            rebalanceTimeout: .milliseconds(Int64(min(max(0, join.rebalanceTimeout), limits.longestRebalanceTimeout))),
            protocols: join.protocols)
    }

    /// Takes a member's word anew, and calls the others to join too.
    private func rejoin(_ group: Group, _ join: Join, _ reply: @escaping (Group.JoinResult) -> Void) {
        let fresh = member(join.member, join)
        group[join.member]?.joined?(.init(error: .rebalanceInProgress, member: join.member))
        group[join.member]?.sessionTimeout = fresh.sessionTimeout
        group[join.member]?.rebalanceTimeout = fresh.rebalanceTimeout
        group[join.member]?.protocols = fresh.protocols
        group[join.member]?.joined = reply
        prepare(group)
    }

    private func newMemberID(_ join: Join) -> String {
        memberCount &+= 1
        let name = String((join.instance ?? join.clientID).prefix(64))
        return "\(name)-\(UInt64.random(in: .min ... .max))-\(memberCount)"
    }

    /// Whether a member may speak for itself in a generation; `nil` if it may.
    func problem(_ group: Group, member: String, instance: String?, generation: Int32?) -> ErrorCode? {
        if let instance {
            guard let known = group.member(ofInstance: instance) else { return .unknownMemberID }
            if known.id != member { return .fencedInstanceID }
        }
        guard group[member] != nil else { return .unknownMemberID }
        if let generation, generation != group.generation { return .illegalGeneration }
        return nil
    }

    func heartbeat(group id: String, member: String, instance: String?, generation: Int32) -> ErrorCode {
        guard let group = groups[id] else { return .unknownMemberID }
        if let problem = problem(group, member: member, instance: instance, generation: generation) { return problem }
        heard(group, member)
        switch group.state {
        case .empty: return .unknownMemberID
        case .preparing: return .rebalanceInProgress
        case .completing, .stable: return .none
        }
    }

    func sync(
        group id: String, member: String, instance: String?, generation: Int32,
        assignments: [(member: String, assignment: ByteBuffer)], then reply: @escaping (ErrorCode, ByteBuffer) -> Void
    ) {
        guard let group = groups[id] else { return reply(.unknownMemberID, ByteBuffer()) }
        if let problem = problem(group, member: member, instance: instance, generation: generation) {
            return reply(problem, ByteBuffer())
        }
        guard assignments.reduce(0, { $0 + $1.assignment.readableBytes }) <= limits.maximumMetadata else {
            return reply(.invalidRequest, ByteBuffer())
        }
        switch group.state {
        case .empty: reply(.unknownMemberID, ByteBuffer())
        case .preparing: reply(.rebalanceInProgress, ByteBuffer())
        case .stable:
            noteSync(group, member)
            heard(group, member)
            reply(.none, group[member]?.assignment ?? ByteBuffer())
        case .completing:
            group[member]?.synced?(.rebalanceInProgress, ByteBuffer())
            group[member]?.synced = reply
            noteSync(group, member)
            if member == group.leader { assign(assignments, in: group) }
        }
    }

    func leave(group id: String, member: String, instance: String?) -> ErrorCode {
        guard let group = groups[id] else { return .unknownMemberID }
        defer { dropIfUnused(group) }
        var member = member
        if let instance, member.isEmpty {
            guard let known = group.member(ofInstance: instance) else { return .unknownMemberID }
            member = known.id
        }
        if instance == nil, let expiry = group.newcomers.removeValue(forKey: member) {
            expiry.cancel()
            completeIfAllJoined(group)
            return .none
        }
        if let problem = problem(group, member: member, instance: instance, generation: nil) { return problem }
        remove(group, member)
        return .none
    }

    /// Whether offsets may be committed: by a member of the generation, or by anybody while there is no member. Within a
    /// transaction clients before KIP-447 do not say who they are.
    func mayCommit(
        group id: String, member: String, instance: String?, generation: Int32, inTransaction: Bool = false
    ) -> ErrorCode {
        let isAnonymous = generation < 0 && member.isEmpty && instance == nil
        guard let group = groups[id] else {
            return generation < 0 ? problem(ofGroup: id) ?? .none : .illegalGeneration
        }
        guard !isAnonymous else { return inTransaction || group.state == .empty ? .none : .unknownMemberID }
        // Who manages offsets without a group may still name itself.
        if generation < 0, group.state == .empty { return .none }
        if let problem = problem(group, member: member, instance: instance, generation: generation) { return problem }
        heard(group, member)
        return group.state == .completing && !inTransaction ? .rebalanceInProgress : .none
    }
}
