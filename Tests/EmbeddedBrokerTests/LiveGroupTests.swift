import EmbeddedBroker
import Kafka
import KafkaTesting
import Testing

/// A consumer of this project goes on being served, whoever else joins its group.
@Suite struct LiveGroupTests {
    /// Writes a record and polls until the consumer has it.
    private static func serve(_ text: String, _ consumer: Consumer, at servers: String) throws {
        try BrokerClient.write([NewKafkaRecord("t", text)], at: servers)
        let limit = ContinuousClock.now + .seconds(300)
        while .now < limit {
            switch consumer.poll(timeout: .milliseconds(50)) {
            case .record(let record) where record.text == text: return
            case .rebalance(.assigned(let partitions)): try consumer.assign(partitions)
            case .rebalance(.revoked(let partitions, _)): try consumer.unassign(partitions)
            case .record, .unreadable, .failure, nil: continue
            }
        }
        throw BrokerClient.TimedOut()
    }

    @Test func strangersOfEveryKindLeaveItServed() async throws {
        var limits = EmbeddedBrokerLimits()
        limits.groups.sessionTimeouts = 50...60_000
        let broker = try TestBroker.start(limits: limits)
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers)
            let consumer = try Consumer(
                KafkaConfiguration(bootstrapServers: servers, properties: ["heartbeat.interval.ms": "50"]),
                group: "g", instance: "live", logger: BrokerClient.logger)
            defer { consumer.close(timeout: .seconds(5)) }
            try consumer.subscribe(to: ["t"])
            try Self.serve("before", consumer, at: servers)
            let huge = [UInt8](repeating: 0, count: 5 << 20)
            let strangers: [(name: String, join: (RawMember) -> Void)] = [
                ("cooperative", { $0.sendJoin(protocols: RawMember.knowing("cooperative-sticky")) }),
                ("another type", { $0.sendJoin(type: "connect") }),
                ("no protocols", { $0.sendJoin(protocols: []) }),
                ("huge metadata", { $0.sendJoin(protocols: [("range", huge)]) }),
                ("never joins with its id", { $0.sendJoin(session: 300) }),
                ("no metadata", { $0.sendJoin(protocols: [("range", [])], session: 300, version: 3) }),
                ("too little metadata", { $0.sendJoin(protocols: [("range", [9, 9, 9])], session: 300, version: 3) }),
                // These are let in, do nothing more, and expire.
                (
                    "garbage for metadata",
                    {
                        $0.sendJoin(protocols: [("range", Array(repeating: 9, count: 9))], session: 300, version: 3)
                    }
                ),
                ("a static one", { $0.sendJoin(instance: "stranger", session: 300) }),
            ]
            for (name, join) in strangers {
                let stranger = try RawMember(servers)
                join(stranger)
                try Self.serve("beside \(name)", consumer, at: servers)
            }
            let stranger = try RawMember(servers)
            #expect(try stranger.heartbeat(generation: 0) == 25)
            #expect(try stranger.sync().error == 25)
            #expect(try stranger.commit(0) == 25)
            try Self.serve("after", consumer, at: servers)
        }
        try await broker.shutdown()
    }
}
