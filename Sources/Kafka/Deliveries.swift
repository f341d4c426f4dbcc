import CRdkafka
import Synchronization

/// Where a record was written.
public struct Delivery: Sendable, Hashable {
    /// The partition it was written to.
    public var topicPartition: TopicPartition
    /// The offset it got.
    public var offset: Int64
}

/// What became of the records that a ``Producer`` waits for, by the number it gave them.
final class Deliveries: Sendable {
    private let results = Mutex<[Int: Result<Delivery, KafkaError>]>([:])

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
            events.deliveries.results.withLock { $0[number] = result }
        }
    }
}
