/// What the broker knows besides records: the offsets of groups, where each transactional producer stands, and which files
/// there must be.
enum StateEntry: Codable {
    struct Offset: Codable {
        var topic: String
        var partition: Int32
        var offset: Int64
        var metadata: String?
    }

    struct Partition: Codable {
        var topic: String
        var partition: Int32
        /// Where the transaction begins in the partition; `nil`: it has no records there. With it the decision can be carried
        /// out again, should its marker be lost, without touching the next transaction.
        var firstOffset: Int64?
    }

    /// Heads the file: an empty one is none that was written so.
    case format(Int)
    /// Offsets that a group has committed.
    case offsets(group: String, [Offset])
    /// Producers get no ids from here on.
    case producerIDs(end: Int64)
    /// A producer has, or has again, this id and epoch, since a time.
    case producer(id: String, producerID: Int64, epoch: Int16, timeoutMilliseconds: Int64, time: Int64?)
    /// A transaction includes partitions and groups; until it ends, it is open.
    case open(id: String)
    /// A transaction is decided: whatever happens now, it ends so in all its partitions and groups.
    case decided(id: String, epoch: Int16?, commits: Bool, partitions: [Partition], offsets: [String: [Offset]])
    /// The decision is carried out.
    case done(id: String)
    /// A topic is there.
    case created(topic: String)
    /// A topic is gone.
    case deleted(topic: String)
    /// A partition is kept in these segments, and what was before an offset is deleted.
    case segments(topic: String, partition: Int32, start: Int64, bases: [Int64])
}
