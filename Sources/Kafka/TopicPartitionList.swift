import CRdkafka
import Foundation

/// librdkafka's list of partitions with offsets, owned.
struct TopicPartitionList: ~Copyable {
    let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    init(_ partitions: some Collection<TopicPartition>) {
        pointer = rd_kafka_topic_partition_list_new(Int32(partitions.count))
        for partition in partitions {
            rd_kafka_topic_partition_list_add(pointer, partition.topic, partition.partition)
        }
    }

    init(_ offsets: [TopicPartition: Int64]) {
        pointer = rd_kafka_topic_partition_list_new(Int32(offsets.count))
        for (partition, offset) in offsets {
            rd_kafka_topic_partition_list_add(pointer, partition.topic, partition.partition).pointee.offset = offset
        }
    }

    init(_ offsets: [TopicPartition: CommittedOffset]) {
        self.init(offsets.mapValues(\.offset))
        for element in Self.mutableElements(of: pointer) {
            let partition = TopicPartition(String(cString: element.pointee.topic), element.pointee.partition)
            guard let metadata = offsets[partition]?.metadata, !metadata.isEmpty else { continue }
            // librdkafka frees it together with the list.
            element.pointee.metadata = UnsafeMutableRawPointer(strdup(metadata))
            element.pointee.metadata_size = metadata.utf8.count
        }
    }

    deinit {
        rd_kafka_topic_partition_list_destroy(pointer)
    }

    /// The partitions of a list that somebody else owns.
    static func partitions(of list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) -> [TopicPartition] {
        elements(of: list).map { TopicPartition(String(cString: $0.topic), $0.partition) }
    }

    /// The offsets that a call has filled in.
    var offsets: [TopicPartition: Int64] {
        var offsets: [TopicPartition: Int64] = [:]
        for element in Self.elements(of: pointer) {
            offsets[TopicPartition(String(cString: element.topic), element.partition)] = element.offset
        }
        return offsets
    }

    /// The offsets that a call has filled in, with what is kept beside them.
    var committedOffsets: [TopicPartition: CommittedOffset] {
        var offsets: [TopicPartition: CommittedOffset] = [:]
        for element in Self.elements(of: pointer) {
            let metadata = UnsafeRawBufferPointer(start: element.metadata, count: element.metadata_size)
            offsets[TopicPartition(String(cString: element.topic), element.partition)] = CommittedOffset(
                element.offset, metadata: String(decoding: metadata, as: UTF8.self)
            )
        }
        return offsets
    }

    /// Throws the first error that a call has left at a partition.
    func checkEach(_ operation: String) throws(KafkaError) {
        for element in Self.elements(of: pointer) where element.err != RD_KAFKA_RESP_ERR_NO_ERROR {
            let partition = TopicPartition(String(cString: element.topic), element.partition)
            throw KafkaError(element.err, operation: "\(operation) \(partition)")
        }
    }

    private static func mutableElements(
        of list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>
    ) -> [UnsafeMutablePointer<rd_kafka_topic_partition_t>] {
        (0..<Int(list.pointee.cnt)).map { list.pointee.elems + $0 }
    }

    private static func elements(
        of list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>
    ) -> UnsafeBufferPointer<rd_kafka_topic_partition_t> {
        UnsafeBufferPointer(start: list.pointee.elems, count: Int(list.pointee.cnt))
    }
}
