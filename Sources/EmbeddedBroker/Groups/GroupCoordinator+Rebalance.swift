import NIOCore

/// The phases of a group. Each has its own timer, so that whoever vanishes holds up the others for that long and no longer:
///
/// - PreparingRebalance ends when all members have joined; after the longest rebalance timeout who has not is removed.
/// - CompletingRebalance ends when the leader has sent its assignment; after the same time who has not asked for its own is
///   removed, a leader that sends none too.
/// - Stable ends when a member comes, goes, joins anew, or is silent for its session timeout.
/// - Empty ends when somebody joins, or its offsets have been kept for as long as they are.
extension GroupCoordinator {
    /// Gives an id to somebody who is to join with it.
    func expect(_ id: String, in group: Group, _ join: Join) {
        // One who asks again and again pushes out nobody but those who asked before.
        if group.newcomers.count >= limits.maximumMembers, let other = group.newcomers.keys.first {
            group.newcomers.removeValue(forKey: other)?.cancel()
        }
        let time = min(TimeAmount.milliseconds(Int64(join.sessionTimeout)), limits.newcomerTimeout)
        group.newcomers[id] = loop.assumeIsolated().scheduleTask(in: time) { [weak self, weak group] in
            guard let self, let group, group.newcomers.removeValue(forKey: id) != nil else { return }
            self.completeIfAllJoined(group)
            self.dropIfUnused(group)
        }
    }

    func add(_ member: Group.Member, to group: Group, _ join: Join, _ reply: @escaping (Group.JoinResult) -> Void) {
        if group.members.isEmpty { group.protocolType = join.protocolType }
        group[member.id] = member
        group[member.id]?.joined = reply
        startSession(group, member.id, limits.newMemberTimeout)
        prepare(group)
    }

    /// A static member that comes back under a new id takes its old place: while nothing else changed, without a
    /// rebalance, and who had the place before is fenced.
    func replace(
        _ known: Group.Member, in group: Group, with successor: Group.Member,
        _ reply: @escaping (Group.JoinResult) -> Void
    ) {
        known.expiry?.cancel()
        known.joined?(.init(error: .fencedInstanceID))
        known.synced?(.fencedInstanceID, ByteBuffer())
        var member = successor
        member.assignment = known.assignment
        member.isNew = known.isNew
        let leader = group.leader
        group.replace(known.id, with: member)
        if group.state == .stable, known.matches(successor.protocols) {
            heard(group, member.id)
            var answer = result(for: member.id, in: group)
            // The old assignment is still good: as a follower it asks for it and gets it.
            answer.leader = leader
            answer.members = []
            return reply(answer)
        }
        group[member.id]?.joined = reply
        startSession(group, member.id, limits.newMemberTimeout)
        prepare(group)
    }

    /// Calls for all members to join anew.
    func prepare(_ group: Group) {
        guard group.state != .preparing else { return }
        let wasEmpty = group.state == .empty
        let wasCompleting = group.state == .completing
        group.state = .preparing
        endPhase(group)
        group.unsynced = []
        if wasCompleting {
            for id in group.order {
                group[id]?.assignment = ByteBuffer()
                answerSync(group, id, .rebalanceInProgress)
            }
        }
        if wasEmpty, initialDelay > .zero { return gather(group, for: initialDelay, left: group.rebalanceTimeout) }
        startPhase(group, group.rebalanceTimeout) { $0.complete($1) }
    }

    /// Lets the first members of an empty group come together: whoever comes meanwhile gives others as much time again.
    private func gather(_ group: Group, for time: TimeAmount, left: TimeAmount) {
        group.isGathering = true
        let count = group.members.count
        startPhase(group, time) { coordinator, group in
            let more = min(coordinator.initialDelay, left - time)
            if group.members.count > count, more > .zero {
                coordinator.gather(group, for: more, left: left - time)
            } else {
                group.isGathering = false
                coordinator.complete(group)
            }
        }
    }

    private func startPhase(
        _ group: Group, _ time: TimeAmount, _ end: @escaping (GroupCoordinator, Group) -> Void
    ) {
        endPhase(group)
        let number = group.phaseNumber
        group.phase = loop.assumeIsolated().scheduleTask(in: time) { [weak self, weak group] in
            guard let self, let group, group.phaseNumber == number else { return }
            end(self, group)
        }
    }

    private func endPhase(_ group: Group) {
        group.phase?.cancel()
        group.phaseNumber &+= 1
    }

    func completeIfAllJoined(_ group: Group) {
        guard group.state == .preparing, !group.isGathering, group.isComplete else { return }
        guard !group.newcomers.isEmpty else { return complete(group) }
        // Newcomers are waited for, but never long: nothing shows that they will come.
        guard group.patience == nil else { return }
        group.patience = loop.assumeIsolated().scheduleTask(in: limits.patience) { [weak self, weak group] in
            guard let self, let group else { return }
            group.patience = nil
            if group.state == .preparing, group.isComplete { self.complete(group) }
        }
    }

    /// Begins a generation with those who have joined; static members may be late.
    private func complete(_ group: Group) {
        endPhase(group)
        group.patience?.cancel()
        group.patience = nil
        for id in group.order where group[id]?.joined == nil && group[id]?.instance == nil { drop(group, id) }
        guard !group.members.isEmpty else { return becomeEmpty(group) }
        if group[group.leader]?.joined == nil {
            guard let leader = group.order.first(where: { group[$0]?.joined != nil }) else {
                // Static members only, none of which is there: their sessions decide.
                return startPhase(group, group.rebalanceTimeout) { $0.complete($1) }
            }
            group.leader = leader
        }
        guard let name = group.chooseProtocol() else {
            for id in group.order {
                group[id]?.joined?(.init(error: .inconsistentGroupProtocol, member: id))
                group[id]?.joined = nil
                drop(group, id)
            }
            return becomeEmpty(group)
        }
        group.beginGeneration()
        group.protocolName = name
        group.state = .completing
        group.unsynced = Set(group.order)
        startPhase(group, group.rebalanceTimeout) { $0.expireUnsynced($1) }
        for id in group.order {
            let joined = group[id]?.joined
            group[id]?.joined = nil
            group[id]?.isNew = false
            heard(group, id)
            joined?(result(for: id, in: group))
        }
    }

    private func becomeEmpty(_ group: Group) {
        endPhase(group)
        group.beginGeneration()
        group.state = .empty
        group.isGathering = false
        group.protocolName = ""
        group.leader = ""
        group.lastUse = .now()
        dropIfUnused(group)
    }

    /// Hands out the leader's assignment: members that it forgot get nothing.
    func assign(_ assignments: [(member: String, assignment: ByteBuffer)], in group: Group) {
        let byMember = Dictionary(assignments.map { ($0.member, $0.assignment) }, uniquingKeysWith: { _, new in new })
        group.state = .stable
        for id in group.order {
            group[id]?.assignment = byMember[id].map(\.copied) ?? ByteBuffer()
            answerSync(group, id, .none)
        }
        endPhase(group)
        guard !group.unsynced.isEmpty else { return }
        // The phase goes on for those who have yet to ask.
        startPhase(group, group.rebalanceTimeout) { $0.expireUnsynced($1) }
    }

    func noteSync(_ group: Group, _ id: String) {
        group.unsynced.remove(id)
        if group.unsynced.isEmpty, group.state == .stable { endPhase(group) }
    }

    private func answerSync(_ group: Group, _ id: String, _ error: ErrorCode) {
        guard let synced = group[id]?.synced else { return }
        group[id]?.synced = nil
        heard(group, id)
        synced(error, error == .none ? group[id]?.assignment ?? ByteBuffer() : ByteBuffer())
    }

    /// Removes those who have not asked for their assignment, a leader that sends none among them.
    private func expireUnsynced(_ group: Group) {
        for id in group.unsynced { drop(group, id) }
        prepare(group)
        completeIfAllJoined(group)
    }

    /// Begins the session of a member anew.
    func heard(_ group: Group, _ id: String) {
        guard let member = group[id] else { return }
        startSession(group, id, member.sessionTimeout)
    }

    private func startSession(_ group: Group, _ id: String, _ time: TimeAmount) {
        guard let session = group[id].map({ $0.session &+ 1 }) else { return }
        group[id]?.expiry?.cancel()
        group[id]?.session = session
        group[id]?.expiry = loop.assumeIsolated().scheduleTask(in: time) { [weak self, weak group] in
            guard let self, let group, let member = group[id], member.session == session else { return }
            // Who waits for the others cannot be heard: the phase's own timer ends the waiting.
            guard member.isNew || (member.joined == nil && member.synced == nil) else { return }
            self.remove(group, id)
            self.dropIfUnused(group)
        }
    }

    private func drop(_ group: Group, _ id: String) {
        guard let member = group[id] else { return }
        group[id] = nil
        group.unsynced.remove(id)
        member.expiry?.cancel()
        member.joined?(.init(error: .unknownMemberID))
        member.synced?(.unknownMemberID, ByteBuffer())
        if group.leader == id { group.leader = group.order.first ?? "" }
    }

    func remove(_ group: Group, _ id: String) {
        drop(group, id)
        if group.state == .stable || group.state == .completing { prepare(group) }
        completeIfAllJoined(group)
    }

    /// What a member is told of the generation; the leader hears who the others are.
    func result(for id: String, in group: Group) -> Group.JoinResult {
        var members: [(id: String, instance: String?, metadata: ByteBuffer)] = []
        if id == group.leader {
            members = group.order.compactMap { id in
                guard let member = group[id],
                    let metadata = member.protocols.first(where: { $0.name == group.protocolName })?.metadata
                else { return nil }
                return (id, member.instance, metadata)
            }
        }
        return .init(
            error: .none, generation: group.generation, protocolName: group.protocolName, leader: group.leader,
            member: id, members: members)
    }
}
