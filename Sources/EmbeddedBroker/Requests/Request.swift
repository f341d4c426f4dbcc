import NIOCore

/// A request as it came, and how to answer it.
struct Request {
    var version: Int16
    var clientID: String
    var reader: WireReader
    let core: BrokerCore
    /// Sends the answer; `nil` where the protocol has none.
    let reply: (WireWriter?) -> Void
    /// Has an action called if the client goes before it is answered.
    let whenClosed: (@escaping () -> Void) -> Void

    var limits: EmbeddedBrokerLimits { core.configuration.limits }

    /// A writer for the body of the answer.
    func writer() -> WireWriter { WireWriter(isFlexible: reader.isFlexible) }
}

/// One kind of request.
protocol RequestHandler: SendableMetatype {
    /// Its number in the protocol.
    static var key: Int16 { get }
    /// The versions that are understood.
    static var versions: ClosedRange<Int16> { get }
    /// The first version with compact fields and tags.
    static var firstFlexible: Int16 { get }
    /// Answers a request, now or later, once.
    static func handle(_ request: inout Request) throws(MalformedFrame)
}

extension RequestHandler {
    static var firstFlexible: Int16 { .max }
}

extension Sequence {
    /// Each element once, where it comes first: what a request names twice is answered once.
    func unique<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
        var known: Set<Key> = []
        return filter { known.insert(key($0)).inserted }
    }
}

/// The kinds of request that are understood.
enum RequestHandlers {
    static let all: [any RequestHandler.Type] = [
        Produce.self, Fetch.self, ListOffsets.self, Metadata.self, OffsetCommit.self, OffsetFetch.self,
        FindCoordinator.self,
        JoinGroup.self, Heartbeat.self, LeaveGroup.self, SyncGroup.self, DescribeGroups.self, ListGroups.self,
        ApiVersions.self, CreateTopics.self, DeleteTopics.self, InitProducerID.self, AddPartitionsToTransaction.self,
        AddOffsetsToTransaction.self, EndTransaction.self, CommitTransactionOffsets.self, DescribeConfigs.self,
    ]

    static let byKey: [Int16: any RequestHandler.Type] = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })
}
