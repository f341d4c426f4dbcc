// Measures the embedded broker in this process, over the loopback interface, with the clients of the `Kafka` target: records
// of 500 bytes produced and fetched a second, the round trip of an echo without transactions, and the commit of a
// transaction. Client and broker share the machine's processors: `taskset -c 0` shows them on one.
import EmbeddedBroker
import Foundation
import Kafka
import Logging

let logger = Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() }
let value = [UInt8](repeating: 120, count: 500)

func rate(_ count: Int, _ duration: Duration) -> Int { Int(Double(count) / (duration / .seconds(1))) }

func percentiles(_ samples: [Duration]) -> String {
    let sorted = samples.sorted()
    func at(_ share: Double) -> String {
        let milliseconds = sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] / .milliseconds(1)
        return String(format: "%.2f ms", milliseconds)
    }
    return "median \(at(0.5)), 99th percentile \(at(0.99))"
}

@Sendable func measure(_ servers: String) throws {
    let configuration = KafkaConfiguration(
        bootstrapServers: servers,
        properties: ["queue.buffering.max.messages": "1000000", "queue.buffering.max.kbytes": "1048576"])
    let reading = KafkaConfiguration(bootstrapServers: servers, properties: ["socket.nagle.disable": "true"])
    let clock = ContinuousClock()
    let admin = try Admin(configuration, logger: logger)
    for topic in ["bulk", "echo", "transactions"] {
        try admin.create(NewTopic(name: topic, partitions: 1, replicationFactor: 1), timeout: .seconds(10))
    }
    let count = 600_000
    let producer = try Producer(configuration, logger: logger)
    try producer.open(topics: ["bulk", "echo"])
    let record = NewKafkaRecord(topic: "bulk", partition: 0, key: nil, value: value, headers: [])
    let batch = [NewKafkaRecord](repeating: record, count: 20_000)
    let produced = try clock.measure {
        for _ in 0..<(count / batch.count) { try producer.write(batch, timeout: .seconds(60)) }
    }
    print("produced   \(rate(count, produced)) records/s of 500 bytes")

    let reader = try PartitionReader(reading, readsHeaders: false, logger: logger)
    try reader.assign([TopicPartition("bulk", 0): .beginning])
    var read = 0
    let fetched = clock.measure {
        while read < count { if case .record = reader.poll(timeout: .seconds(1)) { read += 1 } }
    }
    print("fetched    \(rate(count, fetched)) records/s of 500 bytes")

    try reader.assign([TopicPartition("echo", 0): .end])
    while true { if case .end = reader.poll(timeout: .seconds(1)) { break } }
    var trips: [Duration] = []
    let echo = NewKafkaRecord(topic: "echo", partition: 0, key: nil, value: value, headers: [])
    for _ in 0..<2_000 {
        trips.append(
            try clock.measure {
                try producer.write([echo], timeout: .seconds(10))
                while true { if case .record = reader.poll(timeout: .seconds(1)) { break } }
            })
    }
    print("round trip \(percentiles(trips)) (written, acknowledged, read)")

    let transactional = try TransactionalProducer(configuration, transactionalID: "benchmark", logger: logger)
    try transactional.open(topics: ["transactions"])
    try transactional.initialize(timeout: .seconds(10))
    let inTransaction = NewKafkaRecord(topic: "transactions", partition: 0, key: nil, value: value, headers: [])
    var commits: [Duration] = []
    for _ in 0..<500 {
        try transactional.begin()
        try transactional.write(inTransaction)
        try transactional.flush(timeout: .seconds(10))
        commits.append(try clock.measure { try transactional.commit(timeout: .seconds(10)) })
    }
    print("commit     \(percentiles(commits))")
    producer.close(timeout: .seconds(2))
    reader.close(timeout: .seconds(2))
    transactional.close(timeout: .seconds(2))
    admin.close(timeout: .seconds(2))
}

let data = CommandLine.arguments.dropFirst().first
var settings = EmbeddedBrokerConfiguration(port: 0)
settings.dataDirectory = data
let broker = try await EmbeddedBroker.start(settings, logger: logger)
print(data.map { "data in \($0)" } ?? "in memory")
let servers = broker.bootstrapServers
try await KafkaThread.run(name: "benchmark") { try measure(servers) }
try await broker.shutdown()
