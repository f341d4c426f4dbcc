/// Where a group stands in a partition.
public struct CommittedOffset: Sendable, Hashable {
    /// The offset of the next record to read.
    public var offset: Int64
    /// What the group keeps beside the offset; a broker takes at most `offset.metadata.max.bytes`, 4,096 unless told
    /// otherwise.
    public var metadata: String

    /// Makes a committed offset.
    public init(_ offset: Int64, metadata: String = "") {
        self.offset = offset
        self.metadata = metadata
    }
}
