import EmbeddedBroker
import KafkaTesting
import NIOCore
import Testing

/// Whatever members do and leave undone, in whatever order, a group comes back: every phase has a timer of its own.
@Suite struct GroupChaosTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func aGroupServesWhoeverIsLeftAtTheEnd(seed: UInt64) async throws {
        var limits = EmbeddedBrokerLimits()
        limits.groups.sessionTimeouts = 50...60_000
        limits.groups.newMemberTimeout = .milliseconds(300)
        limits.groups.newcomerTimeout = .milliseconds(200)
        limits.groups.patience = .milliseconds(50)
        let broker = try TestBroker.start(limits: limits)
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            var dice = Dice(seed: seed)
            var known: [(id: String, generation: Int32)] = [("nobody", 1)]
            // Kept open: who is gone is found out by silence alone.
            var connections: [RawMember] = []
            for _ in 0..<100 {
                let member = try RawMember(servers, timeout: .milliseconds(10))
                connections.append(member)
                (member.id, member.generation) = known.randomElement(using: &dice) ?? ("", 0)
                let session = Int32.random(in: 100...300, using: &dice)
                let rebalance = Int32.random(in: 0...300, using: &dice)
                let instance = Bool.random(using: &dice) ? nil : "i\(Int.random(in: 0..<2, using: &dice))"
                switch Int.random(in: 0..<6, using: &dice) {
                case 0, 1:
                    if Bool.random(using: &dice) { member.id = "" }
                    let protocols = RawMember.knowing("range", "roundrobin").shuffled(using: &dice)
                    member.sendJoin(
                        instance: instance, protocols: Array(protocols.prefix(Int.random(in: 1...2, using: &dice))),
                        session: session, rebalance: rebalance)
                    if let joined = try? member.receiveJoin(), !joined.member.isEmpty {
                        known.append((joined.member, joined.generation))
                    }
                case 2: member.sendSync([(member.id, [1])])
                case 3: member.sendSync()
                case 4: _ = try? member.heartbeat()
                default: _ = try? member.leave()
                }
            }
            let last = try RawMember(servers)
            let deadline = ContinuousClock.now + .seconds(300)
            var isServed = false
            while !isServed, .now < deadline {
                last.id = ""
                // While another protocol is in use it is refused, but those who use it expire.
                guard try last.join(session: 5_000).error == 0 else { continue }
                isServed = try last.sync([(last.id, [9])]) == (0, [9])
                if !isServed { _ = try last.leave() }
            }
            #expect(isServed)
            #expect(try last.heartbeat() == 0)
            withExtendedLifetime(connections) {}
        }
        try await broker.shutdown()
    }
}
