import EmbeddedBroker
import Kafka
import KafkaTesting
import NIOCore
import Testing

/// One connection neither holds up the others nor takes more than its share, whatever comes or does not come on it.
@Suite struct ConnectionTests {
    private func withBroker(
        _ change: (inout EmbeddedBrokerLimits) -> Void = { _ in }, _ body: @escaping @Sendable (String) throws -> Void
    ) async throws {
        var limits = EmbeddedBrokerLimits()
        change(&limits)
        let broker = try TestBroker.start(limits: limits)
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread { try body(servers) }
        try await broker.shutdown()
    }

    private static func metadata(_ names: [String], times: Int = 1) -> [UInt8] {
        let list = Array(repeating: names, count: times).flatMap { $0 }
        return WireBytes.make { $0.array(list) { $0.string($1) } } + [0]
    }

    @Test func whatARequestNamesTwiceIsAnsweredOnce() async throws {
        try await withBroker { servers in
            try BrokerClient.create("m", at: servers, partitions: 50)
            let client = try RawClient(servers)
            let once = try client.request(3, 4, Self.metadata(["m"])).bytes.count
            #expect(try client.request(3, 4, Self.metadata(["m"], times: 50_000)).bytes.count == once)
            let plain = client.fetchFrame("m", times: 1)
            client.send(plain)
            let fetched = try client.receive().bytes.count
            client.send(client.fetchFrame("m", times: 20_000))
            #expect(try client.receive().bytes.count == fetched)
            let times = WireBytes.make { wire in
                wire.int32(-1)
                wire.array(["m"]) { wire, topic in
                    wire.string(topic)
                    wire.array(Array(repeating: Int64(1 << 62), count: 20_000)) { wire, time in
                        wire.int32(0)
                        wire.int64(time)
                    }
                }
            }
            #expect(try client.request(2, 1, times).bytes.count < 100)
        }
    }

    @Test func aRequestNamesSoManyThingsAndNoMore() async throws {
        try await withBroker { servers in
            try BrokerClient.create("m", at: servers)
            let nameless = WireBytes.make { $0.int32(5_000_000) } + [UInt8](repeating: 0, count: 10_000_001)
            for body in [Self.metadata(["m"], times: 100_001), nameless] {
                let client = try RawClient(servers)
                client.send(client.frame(3, 4, body))
                try client.waitForClose()
            }
            try RawClient(servers).versions()
        }
    }

    @Test func nothingMoreIsDoneForWhoDoesNotReadTheAnswers() async throws {
        try await withBroker { servers in
            try BrokerClient.create("f", at: servers)
            try BrokerClient.create("g", at: servers)
            let other = try RawClient(servers)
            let large = RawBatch(records: [.init(value: [UInt8](repeating: 1, count: 1_000_000))])
            #expect(try other.produce("f", large.bytes).error == 0)
            let client = try RawClient(servers)
            let count = 100
            for _ in 0..<count { client.send(client.fetchFrame("f")) }
            client.send(client.produceFrame("g", RawBatch().bytes))
            // A hundred megabytes are more than the system holds for a connection: the rest of the requests waits.
            for _ in 0..<20 { try other.versions() }
            #expect(try other.offset("g") == 0)
            for _ in 0..<count { #expect(try client.receive().bytes.count > 1_000_000) }
            _ = try client.receive()
            #expect(try other.offset("g") == 1)
        }
    }

    @Test func whoAsksNothingIsClosed() async throws {
        try await withBroker({ $0.connections.firstRequestTime = .milliseconds(500) }) { servers in
            let silent = try RawClient(servers)
            let halfOpen = try RawClient(servers)
            halfOpen.send([0, 0])
            let other = try RawClient(servers)
            try other.versions()
            try silent.waitForClose()
            try halfOpen.waitForClose()
            try other.versions()
        }
    }

    @Test func whoAsksNothingMoreIsClosed() async throws {
        try await withBroker({ $0.connections.idleTime = .milliseconds(500) }) { servers in
            try BrokerClient.create("f", at: servers)
            let (idle, waiting) = (try RawClient(servers), try RawClient(servers))
            try idle.versions()
            // One who waits for records is not idle.
            waiting.send(waiting.fetchFrame("f", wait: 1_000))
            try idle.waitForClose()
            _ = try waiting.receive()
        }
    }

    @Test func whoNeverEndsARequestIsClosed() async throws {
        try await withBroker({ $0.connections.requestTime = .milliseconds(100) }) { servers in
            let client = try RawClient(servers)
            try client.versions()
            let request = client.frame(18, 0, [])
            client.send(request + request.dropLast())
            _ = try client.receive()
            try client.waitForClose()
        }
    }

    @Test func whoTakesNoAnswerIsClosed() async throws {
        try await withBroker({ $0.connections.answerTime = .milliseconds(200) }) { servers in
            try BrokerClient.create("f", at: servers)
            let other = try RawClient(servers)
            let large = RawBatch(records: [.init(value: [UInt8](repeating: 1, count: 1_000_000))])
            #expect(try other.produce("f", large.bytes).error == 0)
            let client = try RawClient(servers)
            let frames = (0..<100).map { _ in client.fetchFrame("f") }.flatMap { $0 }
            client.send(frames)
            // Sending fails when the broker has closed; nothing was read until then.
            let limit = ContinuousClock.now + .seconds(300)
            while client.send(client.fetchFrame("f")) > 0, .now < limit { try other.versions() }
            #expect(ContinuousClock.now < limit)
        }
    }

    @Test func halfOpenConnectionsShutNobodyOut() async throws {
        try await withBroker({ $0.connections.count = 8 }) { servers in
            let halfOpen = try (0..<40).map { _ in
                let client = try RawClient(servers)
                client.send([0, 0])
                return client
            }
            let client = try RawClient(servers)
            try client.versions()
            // It stays, whoever else comes.
            let more = try (0..<40).map { _ in try RawClient(servers) }
            try client.versions()
            try withExtendedLifetime((halfOpen, more)) { try RawClient(servers).versions() }
        }
    }

    @Test func whoWaitsForAnAnswerKeepsItsPlace() async throws {
        try await withBroker({ $0.connections.count = 4 }) { servers in
            let creator = try RawClient(servers)
            #expect(try creator.create("f").error == 0)
            let waiting = try (0..<3).map { _ in
                let client = try RawClient(servers)
                try client.versions()
                client.send(client.fetchFrame("f", wait: 60_000))
                return client
            }
            for _ in 0..<10 { try RawClient(servers).versions() }
            let producer = try RawClient(servers)
            #expect(try producer.produce("f", RawBatch().bytes).error == 0)
            for client in waiting { #expect(try client.receive().bytes.count > 60) }
        }
    }

    @Test func whoWaitsForLongShutsNobodyOut() async throws {
        try await withBroker({
            $0.connections.count = 4
            $0.connections.undisturbedTime = .milliseconds(20)
        }) { servers in
            #expect(try RawClient(servers).create("f").error == 0)
            let waiting = try (0..<4).map { _ in
                let client = try RawClient(servers)
                client.send(client.fetchFrame("f", wait: 60_000))
                return client
            }
            let limit = ContinuousClock.now + .seconds(300)
            var isServed = false
            while !isServed, .now < limit { isServed = (try? RawClient(servers).versions()) != nil }
            try withExtendedLifetime(waiting) { try #require(isServed) }
        }
    }

    @Test func requestsThatAreNotWholeAreHeldWithinABound() async throws {
        try await withBroker({ $0.heldBytes = 3_000_000 }) { servers in
            let size = WireBytes.make { $0.int32(2_000_000) }
            let part = size + [UInt8](repeating: 0, count: 1_900_000)
            let (first, second) = (try RawClient(servers), try RawClient(servers))
            first.send(part)
            second.send(part)
            // The first has held its part for longer.
            try first.waitForClose()
            try RawClient(servers).versions()
        }
    }

    @Test func aWaitingFetchGoesWithItsConnection() async throws {
        try await withBroker { servers in
            try BrokerClient.create("w", at: servers)
            let producer = try RawClient(servers)
            let fetch = producer.fetchFrame("w", wait: 60_000, times: 5_000)
            for _ in 0..<50 { try RawClient(servers).send(fetch) }
            for number in 0..<20 { #expect(try producer.produce("w", RawBatch().bytes) == (0, Int64(number))) }
        }
    }

    @Test func aFetchThatIsOneTooManyIsAnsweredAtOnce() async throws {
        try await withBroker({ $0.waitingPartitions = 0 }) { servers in
            let client = try RawClient(servers)
            #expect(try client.create("w").error == 0)
            client.send(client.fetchFrame("w", wait: 60_000))
            #expect(try client.receive().bytes.count < 60)
        }
    }

    @Test func aFetchThatIsOverLeavesItsPlaceToAnother() async throws {
        try await withBroker({ $0.waitingPartitions = 1 }) { servers in
            let (client, producer) = (try RawClient(servers), try RawClient(servers))
            #expect(try producer.create("w").error == 0)
            for _ in 0..<20 {
                client.send(client.fetchFrame("w", wait: 5))
                #expect(try client.receive().bytes.count < 60)
            }
            client.send(client.fetchFrame("w", wait: 60_000))
            #expect(try producer.produce("w", RawBatch().bytes).error == 0)
            #expect(try client.receive().bytes.count > 60)
        }
    }

    @Test func timesAreLookedUpWithoutGoingOverAllBatches() async throws {
        try await withBroker { servers in
            try BrokerClient.create("l", at: servers)
            let client = try RawClient(servers)
            for number in 0..<300 {
                let batch = RawBatch(baseTimestamp: Int64(number % 7 * 1_000 + number * 10))
                #expect(try client.produce("l", batch.bytes).error == 0)
            }
            // The first batch that is as late, though later ones are earlier.
            #expect(try client.offset("l", at: 0) == 0)
            #expect(try client.offset("l", at: 6_000) == 6)
            #expect(try client.offset("l", at: 6_061) == 13)
            #expect(try client.offset("l", at: 1 << 62) == -1)
            #expect(try client.offset("l", at: .min + 5) == 0)
        }
    }
}
