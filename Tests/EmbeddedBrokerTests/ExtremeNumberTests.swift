import EmbeddedBroker
import KafkaTesting
import Testing

/// No number in any request, wherever it stands, does more than be refused: 2^63 and its neighbours, and those of the smaller
/// types, in the place of every byte of every request that the broker understands.
@Suite struct ExtremeNumberTests {
    private static func body(_ write: (inout WireBytes) -> Void) -> [UInt8] { WireBytes.make(write) }

    /// A request of each kind that the broker carries out: its key, version and body.
    private static let requests: [(key: Int16, version: Int16, body: [UInt8])] = [
        (
            0, 8,
            body { wire in
                wire.string(nil)
                wire.int16(-1)
                wire.int32(1_000)
                wire.array(["t"]) { wire, topic in
                    wire.string(topic)
                    wire.int32(1)
                    wire.int32(0)
                    wire.data(RawBatch(producerID: 1_000, producerEpoch: 0, baseSequence: 0).bytes)
                }
            }
        ),
        (
            1, 11,
            body { wire in
                for value in [-1, 10, 1, 1 << 20] as [Int32] { wire.int32(value) }
                wire.int8(1)
                wire.int32(0)
                wire.int32(-1)
                wire.array(["t"]) { wire, topic in
                    wire.string(topic)
                    wire.int32(1)
                    wire.int32(0)
                    wire.int32(-1)
                    wire.int64(0)
                    wire.int64(-1)
                    wire.int32(1 << 20)
                }
                wire.int32(0)
                wire.string("")
            }
        ),
        (
            2, 5,
            body { wire in
                wire.int32(-1)
                wire.int8(0)
                wire.array(["t"]) { wire, topic in
                    wire.string(topic)
                    wire.int32(1)
                    wire.int32(0)
                    wire.int32(-1)
                    wire.int64(5)
                }
            }
        ),
        (
            3, 8,
            body { wire in
                wire.array(["t"]) { $0.string($1) }
                for _ in 0..<3 { wire.int8(0) }
            }
        ),
        (
            8, 7,
            body { wire in
                wire.string("e")
                wire.int32(-1)
                wire.string("")
                wire.string(nil)
                wire.array(["t"]) { wire, topic in
                    wire.string(topic)
                    wire.int32(1)
                    wire.int32(0)
                    wire.int64(0)
                    wire.int32(-1)
                    wire.string("m")
                }
            }
        ),
        (
            9, 5,
            body { wire in
                wire.string("e")
                wire.array(["t"]) { wire, topic in
                    wire.string(topic)
                    wire.array([Int32(0)]) { $0.int32($1) }
                }
            }
        ),
        (
            11, 5,
            body { wire in
                wire.string("e")
                wire.int32(6_000)
                wire.int32(6_000)
                wire.string("")
                wire.string("i")
                wire.string("consumer")
                wire.array(["range"]) { wire, name in
                    wire.string(name)
                    wire.data(RawMember.nothing)
                }
            }
        ),
        (
            12, 3,
            body { wire in
                wire.string("e")
                wire.int32(1)
                wire.string("m")
                wire.string("i")
            }
        ),
        (
            14, 3,
            body { wire in
                wire.string("e")
                wire.int32(1)
                wire.string("m")
                wire.string("i")
                wire.array(["m"]) { wire, member in
                    wire.string(member)
                    wire.data([1])
                }
            }
        ),
        (
            19, 4,
            body { wire in
                wire.array(["new"]) { wire, topic in
                    wire.string(topic)
                    wire.int32(1)
                    wire.int16(1)
                    wire.int32(0)
                    wire.array(["retention.ms"]) { wire, name in
                        wire.string(name)
                        wire.string("1")
                    }
                }
                wire.int32(1_000)
                wire.int8(1)
            }
        ),
        (
            22, 4,
            [2, UInt8(ascii: "x")] + body { $0.int32(60_000) } + body { $0.int64(-1) } + body { $0.int16(-1) } + [0]
        ),
        (
            24, 2,
            body { wire in
                wire.string("x")
                wire.int64(1_000)
                wire.int16(0)
                wire.array(["t"]) { wire, topic in
                    wire.string(topic)
                    wire.array([Int32(0)]) { $0.int32($1) }
                }
            }
        ),
        (
            26, 2,
            body { wire in
                wire.string("x")
                wire.int64(1_000)
                wire.int16(0)
                wire.int8(1)
            }
        ),
        (
            28, 2,
            body { wire in
                wire.string("x")
                wire.string("e")
                wire.int64(1_000)
                wire.int16(0)
                wire.array(["t"]) { wire, topic in
                    wire.string(topic)
                    wire.int32(1)
                    wire.int32(0)
                    wire.int64(7)
                    wire.int32(-1)
                    wire.string(nil)
                }
            }
        ),
    ]

    /// The greatest and least numbers of each size, and those beside them.
    private static let numbers: [[UInt8]] =
        ([.max, .max - 1, .min, -1] as [Int64]).map { value in body { $0.int64(value) } }
        + ([.max, .min, -1] as [Int32]).map { value in body { $0.int32(value) } }
        + ([.max, -1] as [Int16]).map { value in body { $0.int16(value) } }
    /// The requests that may wait for others, for time, or get no answer: their connection is left then.
    private static let waiting: Set<Int16> = [0, 1, 11]

    @Test func areRefusedWhereverTheyStand() async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers)
            let witness = try RawClient(servers)
            #expect(try witness.produce("t", RawBatch().bytes).error == 0)
            for request in Self.requests {
                var client = try RawClient(servers)
                for number in Self.numbers {
                    for place in request.body.indices where place + number.count <= request.body.count {
                        var body = request.body
                        body.replaceSubrange(place..<place + number.count, with: number)
                        client.send(client.frame(request.key, request.version, body))
                        let isLeft = Self.waiting.contains(request.key)
                        if try isLeft || client.isClosedInsteadOfAnswering() { client = try RawClient(servers) }
                    }
                }
                try witness.versions()
            }
            #expect(try witness.offset("t", at: -2) == 0)
            #expect(try witness.produce("t", RawBatch().bytes).error == 0)
        }
        try await broker.shutdown()
    }
}
