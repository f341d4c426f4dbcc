import EmbeddedBroker
import KafkaTesting
import NIOCore
import Testing

/// The state machine of a group against Apache Kafka's documented behaviour: who is let in, who is told to join anew, and that
/// every phase comes to its end whoever vanishes in it.
@Suite struct GroupTests {
    private func withBroker(
        _ change: (inout EmbeddedBrokerLimits.Groups) -> Void = { _ in },
        _ body: @escaping @Sendable (String) throws -> Void
    ) async throws {
        var limits = EmbeddedBrokerLimits()
        limits.groups.sessionTimeouts = 50...60_000
        change(&limits.groups)
        let broker = try TestBroker.start(limits: limits)
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread { try body(servers) }
        try await broker.shutdown()
    }

    /// A group of one, stable.
    private func stableMember(
        _ servers: String, instance: String? = nil, protocols: [(String, [UInt8])] = RawMember.rangeOnly,
        session: Int32 = 10_000, rebalance: Int32 = 10_000
    ) throws -> RawMember {
        let member = try RawMember(servers)
        let joined = try member.join(instance: instance, protocols: protocols, session: session, rebalance: rebalance)
        try #require(joined.error == 0 && joined.leader == member.id)
        try #require(try member.sync([(member.id, [7])]) == (0, [7]))
        return member
    }

    /// A group of two, stable.
    private func stablePair(_ servers: String, rebalance: Int32 = 10_000) throws -> (
        leader: RawMember, other: RawMember
    ) {
        let (one, two) = (try stableMember(servers, rebalance: rebalance), try RawMember(servers))
        two.sendJoin(rebalance: rebalance)
        #expect(try two.receiveJoin().error == 79)
        two.sendJoin(rebalance: rebalance)
        try one.wait(for: "PreparingRebalance")
        #expect(try one.heartbeat() == 27)
        one.sendJoin(rebalance: rebalance)
        let (leader, follower) = (try one.receiveJoin(), try two.receiveJoin())
        #expect(leader.members.count == 2 && follower.members.isEmpty && follower.leader == one.id)
        two.sendSync()
        #expect(try one.sync([(one.id, [1]), (two.id, [2])]) == (0, [1]))
        #expect(try two.receiveSync() == (0, [2]))
        return (one, two)
    }

    @Test func aStrangerIsRefusedAloneAndTheGroupGoesOn() async throws {
        try await withBroker({ $0.maximumMetadata = 100_000 }) { servers in
            let member = try stableMember(servers, instance: "static")
            let generation = member.generation
            let sticky = RawMember.knowing("cooperative-sticky")
            let many = (0..<65).map { ("p\($0)", RawMember.nothing) } + RawMember.rangeOnly
            let huge = [("range", [UInt8](repeating: 0, count: 100_001))]
            let strangers: [(name: String, code: Int16, join: (RawMember, Int16) -> Void)] = [
                ("cooperative-sticky", 23, { $0.sendJoin(protocols: sticky, version: $1) }),
                ("another type", 23, { $0.sendJoin(type: "connect", version: $1) }),
                ("no type", 23, { $0.sendJoin(type: "", version: $1) }),
                ("no protocols", 23, { $0.sendJoin(protocols: [], version: $1) }),
                ("no metadata", 23, { $0.sendJoin(protocols: [("range", [])], version: $1) }),
                ("too little metadata", 23, { $0.sendJoin(protocols: [("range", [0, 0, 0, 0, 0])], version: $1) }),
                ("a nameless protocol", 23, { $0.sendJoin(protocols: RawMember.knowing(""), version: $1) }),
                ("a session too short", 26, { $0.sendJoin(session: 1, version: $1) }),
                ("a session too long", 26, { $0.sendJoin(session: .max, version: $1) }),
                ("a session that is none", 26, { $0.sendJoin(session: .min, version: $1) }),
                ("too many protocols", 42, { $0.sendJoin(protocols: many, version: $1) }),
                ("too much metadata", 81, { $0.sendJoin(protocols: huge, version: $1) }),
                (
                    "an id of nobody", 25,
                    { member, version in
                        member.id = "nobody"
                        member.sendJoin(version: version)
                    }
                ),
            ]
            for (name, code, join) in strangers {
                for version in [1, 3, 5] as [Int16] {
                    let stranger = try RawMember(servers)
                    join(stranger, version)
                    #expect(try stranger.receiveJoin(version: version).error == code, "\(name)")
                    #expect(try member.heartbeat(instance: "static") == 0, "\(name)")
                }
            }
            let stranger = try RawMember(servers)
            stranger.id = "somebody"
            stranger.sendJoin(instance: "static")
            #expect(try stranger.receiveJoin().error == 82)
            #expect(try stranger.heartbeat(generation: generation) == 25)
            #expect(try stranger.heartbeat(generation: generation, instance: "static") == 82)
            #expect(try stranger.leave() == 25)
            #expect(try stranger.commit(5, anonymously: true) == 25)
            #expect(try member.heartbeat(generation: generation + 1) == 22)
            #expect(try member.heartbeat(instance: "static") == 0)
            #expect(try member.state() == "Stable" && member.generation == generation)
        }
    }

    @Test func oneWhoAsksForAnIdAndDoesNotComeHoldsNobodyUpForLong() async throws {
        try await withBroker({ $0.patience = .milliseconds(50) }) { servers in
            let member = try stableMember(servers)
            let absent = try RawMember(servers)
            absent.sendJoin()
            #expect(try absent.receiveJoin().error == 79)
            #expect(try member.heartbeat() == 0)
            member.sendJoin()
            #expect(try member.receiveJoin().generation == 2)
            // It may still come.
            absent.sendJoin()
            try member.wait(for: "PreparingRebalance")
            member.sendJoin()
            #expect(try absent.receiveJoin().generation == 3)
        }
    }

    @Test func anIdThatIsNotTakenUpExpires() async throws {
        try await withBroker({ $0.newcomerTimeout = .milliseconds(50) }) { servers in
            let absent = try RawMember(servers)
            absent.sendJoin()
            #expect(try absent.receiveJoin().error == 79)
            try absent.wait(for: "Dead")
            absent.sendJoin()
            #expect(try absent.receiveJoin().error == 25)
        }
    }

    @Test func idsThatAreNotTakenUpAreBounded() async throws {
        try await withBroker({ $0.maximumMembers = 3 }) { servers in
            let strangers = try (0..<20).map { _ in try RawMember(servers) }
            for stranger in strangers {
                stranger.sendJoin()
                #expect(try stranger.receiveJoin().error == 79)
            }
            #expect(try strangers.filter { try $0.leave() == 0 }.count == 3)
        }
    }

    @Test func aSilentMemberExpires() async throws {
        try await withBroker { servers in
            let silent = try stableMember(servers, session: 200)
            silent.sendJoin(session: 100)
            #expect(try silent.receiveJoin().error == 0)
            try silent.wait(for: "Dead")
            #expect(try silent.heartbeat() == 25)
            #expect(try stableMember(servers).heartbeat() == 0)
        }
    }

    @Test func whoDoesNotJoinAnewIsRemovedAfterTheRebalanceTimeout() async throws {
        try await withBroker { servers in
            let (leader, absent) = try stablePair(servers, rebalance: 1_000)
            leader.sendJoin(rebalance: 1_000)
            let joined = try leader.receiveJoin()
            #expect(joined.error == 0 && joined.members == [leader.id])
            #expect(try absent.heartbeat() == 25)
        }
    }

    @Test func aLeaderThatSendsNoAssignmentIsRemoved() async throws {
        try await withBroker { servers in
            let (leader, other) = try stablePair(servers, rebalance: 1_000)
            leader.sendJoin(rebalance: 1_000)
            try other.wait(for: "PreparingRebalance")
            other.sendJoin(rebalance: 1_000)
            #expect(try leader.receiveJoin().members.count == 2)
            #expect(try other.receiveJoin().error == 0)
            other.sendSync()
            // It is alive, but it does not do what the others wait for.
            var heard = try leader.heartbeat()
            while heard == 0 { heard = try leader.heartbeat() }
            #expect(heard == 25)
            #expect(try other.receiveSync().error == 27)
            other.sendJoin()
            #expect(try other.receiveJoin().leader == other.id)
            #expect(try other.sync([(other.id, [9])]) == (0, [9]))
        }
    }

    @Test func anAssignmentIsForThoseOfTheGenerationOnly() async throws {
        try await withBroker { servers in
            let (leader, other) = try stablePair(servers)
            leader.sendJoin()
            try other.wait(for: "PreparingRebalance")
            #expect(try other.sync().error == 27)
            other.sendJoin()
            _ = try (leader.receiveJoin(), other.receiveJoin())
            #expect(try leader.sync([("nobody", [5])]) == (0, []))
            // Who was forgotten has nothing, and not what it had before.
            #expect(try other.sync() == (0, []))
            other.generation -= 1
            #expect(try other.sync().error == 22)
        }
    }

    @Test func aFollowerThatSaysTheSameAgainIsToldTheSameAgain() async throws {
        try await withBroker { servers in
            let (leader, other) = try stablePair(servers)
            other.sendJoin()
            #expect(try other.receiveJoin().generation == leader.generation)
            #expect(try leader.heartbeat() == 0)
            other.sendJoin(protocols: [("range", [UInt8](repeating: 0, count: 6))])
            try leader.wait(for: "PreparingRebalance")
            #expect(try leader.heartbeat() == 27)
        }
    }

    @Test func aStaticMemberComesBackAndFencesWhoWasInItsPlace() async throws {
        try await withBroker { servers in
            let first = try stableMember(servers, instance: "one")
            let second = try RawMember(servers)
            second.sendJoin(instance: "one")
            let joined = try second.receiveJoin()
            #expect(joined.error == 0 && joined.generation == first.generation && joined.members.isEmpty)
            #expect(try second.sync() == (0, [7]))
            #expect(try first.heartbeat(instance: "one") == 82)
            #expect(try second.heartbeat(instance: "one") == 0)
        }
    }

    @Test func theProtocolThatMostWouldChooseIsChosen() async throws {
        try await withBroker { servers in
            let member = try stableMember(servers, protocols: RawMember.knowing("range", "roundrobin"))
            let others = try (0..<2).map { _ in try RawMember(servers) }
            for other in others {
                other.sendJoin(protocols: RawMember.knowing("roundrobin", "range", "sticky"), version: 3)
            }
            while try member.heartbeat() != 27 {}
            // The first rebalance may end before the second newcomer is there.
            member.sendJoin(protocols: RawMember.knowing("range", "roundrobin"))
            var joined = try member.receiveJoin()
            if joined.members.count < 3 {
                for other in others where joined.members.contains(other.id) {
                    _ = try other.receiveJoin(version: 3)
                    other.sendJoin(protocols: RawMember.knowing("roundrobin", "range", "sticky"), version: 3)
                }
                while try member.heartbeat() != 27 {}
                member.sendJoin(protocols: RawMember.knowing("range", "roundrobin"))
                joined = try member.receiveJoin()
            }
            #expect(joined.protocolName == "roundrobin")
        }
    }

    @Test func aGroupTakesSoManyMembersAndNoMore() async throws {
        try await withBroker({ $0.maximumMembers = 1 }) { servers in
            let member = try stableMember(servers)
            let other = try RawMember(servers)
            other.sendJoin(version: 3)
            #expect(try other.receiveJoin(version: 3).error == 81)
            #expect(try member.heartbeat() == 0)
            #expect(try member.leave() == 0)
            other.sendJoin(version: 3)
            #expect(try other.receiveJoin(version: 3).error == 0)
        }
    }

    @Test func groupsAreBoundedAndAreNotThereForBeingAskedFor() async throws {
        try await withBroker({ $0.maximumGroups = 2 }) { servers in
            try BrokerClient.create("t", at: servers)
            for number in 0..<5 {
                let member = try RawMember(servers, group: "asked-\(number)")
                #expect(try member.committed() == -1)
                #expect(try member.heartbeat() == 25)
                #expect(try member.commit(1, topic: "unknown", anonymously: true) == 3)
                #expect(try member.state() == "Dead")
            }
            #expect(try RawMember(servers, group: "one").commit(1, anonymously: true) == 0)
            #expect(try RawMember(servers, group: "two").join().error == 0)
            #expect(try RawMember(servers, group: "three").join().error == 44)
            #expect(try RawMember(servers, group: "three").commit(1, anonymously: true) == 44)
            #expect(try RawMember(servers, group: "").join().error == 24)
            #expect(try RawMember(servers, group: String(repeating: "x", count: 1_025)).join().error == 24)
        }
    }

    @Test func offsetsOfAGroupThatIsLeftAreKeptForATime() async throws {
        try await withBroker({ $0.offsetsRetention = .seconds(1) }) { servers in
            try BrokerClient.create("t", at: servers)
            let member = try stableMember(servers)
            #expect(try member.commit(5) == 0)
            #expect(try member.commit(6, metadata: String(repeating: "x", count: 4_097)) == 12)
            #expect(try member.leave() == 0)
            #expect(try member.state() == "Empty" && member.committed() == 5)
            try member.wait(for: "Dead")
            #expect(try member.committed() == -1)
        }
    }

    @Test func aNameThatIsNoTextEndsItsOwnConnectionOnly() async throws {
        try await withBroker { servers in
            let client = try RawClient(servers)
            let name = WireBytes.make { $0.int16(30_000) } + Array(repeating: 0xFF, count: 30_000)
            client.send(client.frame(9, 1, name + [0, 0, 0, 0]))
            try client.waitForClose()
            var answer = try RawClient(servers).request(16, 0, [])
            #expect(try answer.int16() == 0)
            #expect(try answer.int32() == 0)
        }
    }
}
