import CRdkafka
import Synchronization

/// Where a record was written.
public struct Delivery: Sendable, Hashable {
    /// The partition it was written to.
    public var topicPartition: TopicPartition
    /// The offset it got.
    public var offset: Int64
}

/// What became of a producer's records: of those that a ``Producer`` waits for, by the number it gave them, and how far
/// each partition has been written.
final class Deliveries: Sendable {
    private let results = Mutex<[Int: Result<Delivery, KafkaError>]>([:])
    private let writtenEnds = Mutex<[TopicPartition: Int64]>([:])

    /// For each partition the offset behind the newest record that was written to it, as far as brokers have told:
    /// an answer that was lost, and found out by a second attempt, tells no offset.
    var ends: [TopicPartition: Int64] { writtenEnds.withLock { $0 } }

    /// Forgets the results so far and gives back those of records 0 up to `count`, if they are all there.
    func take(_ count: Int) -> [Result<Delivery, KafkaError>]? {
        results.withLock { results in
            guard results.count == count else { return nil }
            defer { results.removeAll() }
            return (0..<count).compactMap { results[$0] }
        }
    }

    func removeAll() {
        results.withLock { $0.removeAll() }
    }

    private func note(_ result: Result<Delivery, KafkaError>, number: Int) {
        if case .success(let delivery) = result, delivery.offset >= 0 {
            let end = Offset.bounded(delivery.offset) + 1
            writtenEnds.withLock { $0[delivery.topicPartition] = max($0[delivery.topicPartition] ?? 0, end) }
        }
        results.withLock { $0[number] = result }
    }

    /// Registers the callback, to find this object through the client's ``ClientEvents``.
    static func install(in configuration: OpaquePointer) {
        rd_kafka_conf_set_dr_msg_cb(configuration) { _, message, opaque in
            guard let message, let opaque else { return }
            let events = Unmanaged<ClientEvents>.fromOpaque(opaque).takeUnretainedValue()
            let partition = TopicPartition(
                String(cString: rd_kafka_topic_name(message.pointee.rkt)), message.pointee.partition
            )
            let result: Result<Delivery, KafkaError> =
                message.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR
                ? .success(Delivery(topicPartition: partition, offset: message.pointee.offset))
                : .failure(KafkaError(message.pointee.err, operation: "writing to \(partition)"))
            let number = message.pointee._private.map { Int(bitPattern: $0) } ?? 0
            events.deliveries.note(result, number: number)
        }
    }
}
