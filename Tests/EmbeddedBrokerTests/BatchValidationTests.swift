import EmbeddedBroker
import Kafka
import KafkaTesting
import Testing

/// What a broker takes from a producer can be read by everybody; the rest is refused whole, with Kafka's code.
@Suite struct BatchValidationTests {
    private static func varints(_ values: Int64...) -> [UInt8] {
        WireBytes.make { wire in for value in values { wire.varint(value) } }
    }

    /// Each is wrong in one way, and the code that it is refused with.
    static let wrong: [(name: String, batch: RawBatch, code: Int16)] = {
        let record = RawBatch.Record()
        let twice = [record, record]
        return [
            ("garbage for records", RawBatch(payload: Array(repeating: 0xFF, count: 50)), 87),
            ("no records at all", RawBatch(payload: []), 87),
            ("an empty record", RawBatch(payload: [0]), 87),
            ("more records claimed than there are", RawBatch(lastOffsetDelta: 4, count: 5), 87),
            ("as many as can be claimed", RawBatch(lastOffsetDelta: .max - 1, count: .max), 87),
            ("fewer records claimed than there are", RawBatch(records: twice, lastOffsetDelta: 0, count: 1), 87),
            ("count zero", RawBatch(count: 0), 87),
            ("count negative", RawBatch(count: -1), 2),
            ("last delta beyond the count", RawBatch(lastOffsetDelta: .max), 87),
            ("last delta negative", RawBatch(lastOffsetDelta: -1), 2),
            ("offset delta of another place", RawBatch(records: [.init(offsetDelta: 9)]), 87),
            ("offset delta 2^63-1", RawBatch(records: [.init(offsetDelta: .max)]), 87),
            ("offset delta negative", RawBatch(records: [.init(offsetDelta: -5)]), 87),
            ("the same offset twice", RawBatch(records: [record, .init(offsetDelta: 0)]), 87),
            ("base offset 1", RawBatch(baseOffset: 1), 87),
            ("base offset 2^63-1", RawBatch(baseOffset: .max), 2),
            ("base offset negative", RawBatch(baseOffset: .min), 2),
            ("a key longer than its record", RawBatch(payload: [16, 0, 0, 0] + varints(1 << 31)), 87),
            ("a key of length -2", RawBatch(payload: [12, 0, 0, 0] + varints(-2, -1, 0)), 87),
            ("a value of 2^62 bytes", RawBatch(payload: [28, 0, 0, 0] + varints(-1, 1 << 62)), 87),
            ("more headers than bytes", RawBatch(payload: [30, 0, 0, 0] + varints(-1, -1, .max)), 87),
            ("a header without a name", RawBatch(payload: [16, 0, 0, 0] + varints(-1, -1, 1, -1, -1)), 87),
            ("a number without an end", RawBatch(payload: Array(repeating: 0x80, count: 30)), 87),
            ("bytes behind the records", RawBatch(payload: RawBatch.encode([record]) + [1, 2]), 87),
            ("control batch", RawBatch(attributes: 0x20), 87),
            ("delete horizon", RawBatch(attributes: 0x40), 87),
            ("unknown attribute", RawBatch(attributes: 0x100), 87),
            ("all attributes", RawBatch(attributes: -1), 87),
            ("the log's own time", RawBatch(attributes: 0x08), 32),
            (
                "base time 2^63-1 and a later record",
                RawBatch(records: [.init(timestampDelta: 1)], baseTimestamp: .max, maxTimestamp: .max), 87
            ),
            ("base time negative", RawBatch(baseTimestamp: -1_000), 32),
            ("base time -2^63", RawBatch(baseTimestamp: .min), 32),
            ("a record before all time", RawBatch(records: [.init(timestampDelta: .min)], maxTimestamp: 5), 87),
            (
                "a record after the greatest time",
                RawBatch(records: [.init(timestampDelta: 7)], maxTimestamp: 1_700_000_000_000), 87
            ),
            ("transaction without a producer", RawBatch(attributes: 0x10), 87),
            ("producer id -2", RawBatch(producerID: -2), 87),
            ("producer without an epoch", RawBatch(producerID: 1, producerEpoch: -1, baseSequence: 0), 87),
            ("producer without a sequence", RawBatch(producerID: 1, producerEpoch: 0, baseSequence: -1), 87),
            ("producer id 2^63-1", RawBatch(producerID: .max, producerEpoch: 0, baseSequence: 0), 59),
            ("producer id 2^62", RawBatch(producerID: 1 << 62, producerEpoch: 0, baseSequence: 0), 59),
            ("unknown codec", RawBatch(attributes: 7), 76),
            ("gzip garbage", RawBatch(payload: Array("xxxxxxx".utf8), attributes: 1), 87),
            ("snappy garbage", RawBatch(payload: [0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2], attributes: 2), 10),
            ("snappy blocks cut short", RawBatch(payload: [0x82, 83, 78, 65, 80, 80, 89, 0, 0, 0], attributes: 2), 87),
            ("lz4 garbage", RawBatch(payload: [0x04, 0x22, 0x4D, 0x18] + Array("xxxxxxxx".utf8), attributes: 3), 87),
            ("zstd garbage", RawBatch(payload: [0x28, 0xB5, 0x2F, 0xFD] + Array("xxxxxxxx".utf8), attributes: 4), 87),
            (
                "gzip cut short",
                RawBatch(payload: RawBatch.gzip(RawBatch.encode([record])).dropLast(9), attributes: 1), 87
            ),
            ("bytes behind gzip", RawBatch(payload: RawBatch.gzip(RawBatch.encode([record])) + [0], attributes: 1), 87),
            (
                "gzip of too few records",
                RawBatch(records: twice, payload: RawBatch.gzip(RawBatch.encode([record])), attributes: 1), 87
            ),
            ("a wrong checksum", RawBatch(checksumIsWrong: true), 2),
            ("length shorter than a batch", RawBatch(length: 10), 2),
            ("length beyond the request", RawBatch(length: .max), 2),
            ("length negative", RawBatch(length: .min), 2),
            ("format 1", RawBatch(magic: 1), 43),
            ("format 3", RawBatch(magic: 3), 2),
        ]
    }()

    @Test func whatNobodyCouldReadIsRefusedWhole() async throws {
        try await BrokerClient.withFolder { folder in
            let broker = try TestBroker.start(dataDirectory: folder)
            let servers = broker.bootstrapServers
            try await BrokerClient.onThread {
                try BrokerClient.create("t", at: servers)
                try BrokerClient.create("c", at: servers, ["cleanup.policy": "compact"])
                let client = try RawClient(servers)
                for (name, batch, code) in Self.wrong {
                    for topic in ["t", "c"] {
                        #expect(try client.produce(topic, batch.bytes).error == code, "\(name)")
                    }
                }
                #expect(try client.produce("t", RawBatch().bytes + RawBatch().bytes).error == 87)
                #expect(try client.produce("t", []).error == 2)
                #expect(try client.produce("t", nil).error == 2)
                #expect(try client.produce("t", RawBatch().bytes, acks: 5).error == 21)
                #expect(try client.produce("c", RawBatch(records: [.init(key: nil)]).bytes).error == 87)
                #expect(try client.offset("t") == 0)
                #expect(try client.offset("c") == 0)
            }
            try await broker.shutdown()
            // Nothing of it is found by the next start either.
            let again = try TestBroker.start(dataDirectory: folder)
            let address = again.bootstrapServers
            try await BrokerClient.onThread {
                let client = try RawClient(address)
                #expect(try client.produce("t", RawBatch().bytes) == (0, 0))
            }
            try await again.shutdown()
        }
    }

    @Test func whatIsAsTheFormatHasItIsTaken() async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers)
            let client = try RawClient(servers)
            let headers: [(String, [UInt8]?)] = [("name", [9]), ("null", nil), ("", [])]
            let records = (0..<20).map { (number: Int) -> RawBatch.Record in
                let value = Array("value \(number)".utf8)
                return RawBatch.Record(
                    key: number % 3 == 0 ? nil : [1, 2], value: number % 5 == 0 ? nil : value,
                    timestampDelta: Int64(number % 4) - 1, headers: headers)
            }
            let plain = RawBatch.encode(records)
            let forms: [(Int16, [UInt8])] = [
                (0, plain), (1, RawBatch.gzip(plain)), (2, RawBatch.snappy(plain)), (2, RawBatch.javaSnappy(plain)),
                (3, RawBatch.lz4(plain)), (4, RawBatch.zstd(plain)),
            ]
            for (number, form) in forms.enumerated() {
                let batch = RawBatch(records: records, payload: form.1, attributes: form.0)
                #expect(try client.produce("t", batch.bytes) == (0, Int64(number * 20)), "\(form.0)")
            }
            // Times that a record may have, however far.
            for time in [Int64.max, 0, -1] {
                #expect(try client.produce("t", RawBatch(baseTimestamp: time).bytes).error == 0)
            }
            // Before version 7 nobody meant zstd (KIP-110).
            let zstd = RawBatch(records: records, payload: RawBatch.zstd(plain), attributes: 4)
            #expect(try client.produce("t", zstd.bytes, version: 6).error == 76)
            let read = try BrokerClient.read("t", at: servers)
            #expect(read.count == 123)
            #expect(read.prefix(120).filter { $0.text == "value 7" }.count == 6)
        }
        try await broker.shutdown()
    }

    @Test(arguments: [0, 1, 2, 3, 4] as [Int16])
    func whatIsTakenCanBeReadByALibraryOfOthers(codec: Int16) async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers)
            let client = try RawClient(servers)
            var dice = Dice(seed: UInt64(bitPattern: Int64(codec)) &+ 10)
            var (taken, refused, records) = (0, 0, 0)
            for _ in 0..<400 {
                let few = (0..<Int.random(in: 1...3, using: &dice)).map { number in
                    RawBatch.Record(value: [UInt8](repeating: UInt8(number), count: 40), headers: [("h", [1])])
                }
                let plain = RawBatch.encode(few)
                let payload =
                    switch codec {
                    case 1: RawBatch.gzip(plain)
                    case 2: RawBatch.snappy(plain)
                    case 3: RawBatch.lz4(plain)
                    case 4: RawBatch.zstd(plain)
                    default: plain
                    }
                var bytes = RawBatch(records: few, payload: payload, attributes: codec).bytes
                // One byte is another, of the records more often than of the header.
                let place = Int.random(in: Bool.random(using: &dice) ? 21..<61 : 61..<bytes.count, using: &dice)
                bytes[place] = UInt8.random(in: .min ... .max, using: &dice)
                bytes = RawBatch.sealed(bytes)
                if try client.produce("t", bytes).error == 0 {
                    taken += 1
                    records += bytes[57..<61].reduce(0) { $0 << 8 | Int($1) }
                } else {
                    refused += 1
                }
            }
            #expect(taken > 5 && refused > 100)
            #expect(try BrokerClient.read("t", at: servers).count == records)
        }
        try await broker.shutdown()
    }

    @Test(arguments: [1, 2, 3, 4] as [Int16])
    func aBombIsRefusedBeforeItUnfolds(codec: Int16) async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        let zeros = RawBatch.encode([.init(value: [UInt8](repeating: 0, count: 40 << 20))])
        let payload =
            switch codec {
            case 1: RawBatch.gzip(zeros)
            case 2: RawBatch.snappy(zeros)
            case 3: RawBatch.lz4(zeros)
            default: RawBatch.zstd(zeros)
            }
        let bomb = RawBatch(payload: payload, attributes: codec).bytes
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers, ["max.message.bytes": "2000000"])
            let client = try RawClient(servers)
            #expect(bomb.count < 2_000_000)
            #expect(try client.produce("t", bomb).error == 10)
            #expect(try client.produce("t", RawBatch().bytes) == (0, 0))
        }
        try await broker.shutdown()
    }

    @Test func aTopicMayKeepItsRecordsUnfolded() async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            let client = try RawClient(servers)
            let settings: [(String, String?)] = [("compression.type", "uncompressed"), ("max.message.bytes", "10000")]
            #expect(try client.create("t", settings).error == 0)
            let fits = RawBatch.encode([.init(value: [UInt8](repeating: 65, count: 9_000))])
            let isTooLarge = RawBatch.encode([.init(value: [UInt8](repeating: 65, count: 10_000))])
            for (codec, compress) in [(1, RawBatch.gzip), (2, RawBatch.snappy), (3, RawBatch.lz4), (4, RawBatch.zstd)]
                as [(Int16, ([UInt8]) -> [UInt8])]
            {
                #expect(try client.produce("t", RawBatch(payload: compress(fits), attributes: codec).bytes).error == 0)
                let bomb = RawBatch(payload: compress(isTooLarge), attributes: codec).bytes
                #expect(bomb.count < 1_000)
                #expect(try client.produce("t", bomb).error == 10)
            }
            client.send(client.fetchFrame("t"))
            #expect(try client.receive().bytes.count > 36_000)
            let read = try BrokerClient.read("t", at: servers)
            #expect(read.map(\.offset) == [0, 1, 2, 3] && read.allSatisfy { $0.value?.count == 9_000 })
        }
        try await broker.shutdown()
    }

    @Test(arguments: ["none", "gzip", "snappy", "lz4", "zstd"])
    func aClientsOwnCompressionIsUnderstood(codec: String) async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        let read = try await BrokerClient.onThread { () throws -> [String] in
            try BrokerClient.create("t", at: servers)
            let producer = try Producer(
                KafkaConfiguration(
                    bootstrapServers: servers, properties: ["compression.type": codec, "linger.ms": "50"]),
                logger: BrokerClient.logger)
            defer { producer.close(timeout: .seconds(2)) }
            let text = String(repeating: "the same again ", count: 20)
            try producer.write((0..<50).map { NewKafkaRecord("t", "\($0) \(text)") }, timeout: .seconds(20))
            return try BrokerClient.read("t", at: servers).map { String($0.text.prefix(2)) }
        }
        #expect(read.count == 50 && read[7] == "7 ")
        try await broker.shutdown()
    }
}
