import EmbeddedBroker
import KafkaTesting
import Testing

/// A topic is made as Kafka would make it, or refused with Kafka's code and a reason.
@Suite struct TopicCreationTests {
    @Test func settingsAreCheckedAsKafkaDoes() async throws {
        let wrong: [(String, String?)] = [
            ("no.such.setting", "1"), ("retention.ms", "-2"), ("retention.ms", "soon"), ("retention.ms", ""),
            ("retention.ms", nil), ("retention.ms", "9223372036854775808"), ("retention.bytes", "-9223372036854775808"),
            ("delete.retention.ms", "-9223372036854775808"), ("delete.retention.ms", "-1"),
            ("max.message.bytes", "-1"), ("max.message.bytes", "2147483648"), ("segment.bytes", "13"),
            ("segment.bytes", "2147483648"), ("segment.ms", "0"), ("min.compaction.lag.ms", "-1"),
            ("max.compaction.lag.ms", "0"), ("min.insync.replicas", "0"), ("min.cleanable.dirty.ratio", "1.1"),
            ("min.cleanable.dirty.ratio", "nan"), ("cleanup.policy", ""), ("cleanup.policy", "keep"),
            ("cleanup.policy", "delete,"), ("compression.type", "lzma"), ("preallocate", "yes"),
            ("message.timestamp.type", "LogAppendTime"),
        ]
        let right: [(String, String?)] = [
            ("cleanup.policy", "compact"), ("cleanup.policy", "compact,delete"), ("cleanup.policy", "delete, compact"),
            ("retention.ms", "-1"), ("retention.ms", "0"), ("retention.bytes", "9223372036854775807"),
            ("delete.retention.ms", "0"), ("delete.retention.ms", "9223372036854775807"), ("max.message.bytes", "0"),
            ("max.compaction.lag.ms", "86400000"), ("min.cleanable.dirty.ratio", "0.5"), ("compression.type", "zstd"),
            ("min.insync.replicas", "1"), ("unclean.leader.election.enable", "false"), ("segment.bytes", "1073741824"),
        ]
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            let client = try RawClient(servers)
            for setting in wrong {
                let answer = try client.create("t", [setting])
                #expect(answer.error == 40 && answer.detail?.contains(setting.0) == true, "\(setting)")
            }
            for (number, setting) in right.enumerated() {
                #expect(try client.create("right-\(number)", [setting]).error == 0, "\(setting)")
            }
            #expect(
                try client.create("t", [("min.compaction.lag.ms", "5"), ("max.compaction.lag.ms", "4")]).error == 40)
        }
        try await broker.shutdown()
    }

    @Test func namesAndNumbersAreCheckedAsKafkaDoes() async throws {
        var limits = EmbeddedBrokerLimits()
        limits.partitions = 100
        let broker = try TestBroker.start(limits: limits)
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            let client = try RawClient(servers)
            for name in ["", ".", "..", "a/b", "../a", "é", "a b", "a\u{0}", String(repeating: "x", count: 250)] {
                #expect(try client.create(name).error == 17, "\(name)")
            }
            for count in [0, -2, .min, .max, 101] as [Int32] {
                #expect(try client.create("t", partitions: count).error == 37, "\(count)")
            }
            for replicas in [0, 2, -2, .max, .min] as [Int16] {
                #expect(try client.create("t", replicas: replicas).error == 38, "\(replicas)")
            }
            #expect(try client.create("t", times: 2).error == 42)
            #expect(try client.create("t", assignments: [(0, [1])]).error == 42)
            for wrong in [[(0, [2])], [(1, [1])], [(0, [1]), (0, [1])], [(0, [1, 1])], [(.max, [1])]]
                as [[(Int32, [Int32])]]
            {
                #expect(try client.create("t", partitions: -1, replicas: -1, assignments: wrong).error == 39)
            }
            #expect(try client.create("t", partitions: -1, replicas: -1, assignments: [(1, [1]), (0, [1])]).error == 0)
            #expect(try client.create("t").error == 36)
            #expect(try client.create("u", partitions: -1, replicas: -1).error == 0)
            #expect(try client.create(String(repeating: "x", count: 249), partitions: 97).error == 0)
            #expect(try client.create("v").error == 37)
        }
        try await broker.shutdown()
    }
}
