/// A member of a consumer group that does only what it is told, on a connection of its own.
final class RawMember {
    let client: RawClient
    let group: String
    var id = ""
    var generation: Int32 = -1

    struct Joined {
        var error: Int16
        var generation: Int32
        var protocolName: String?
        var leader: String?
        var member: String
        var members: [String]
    }

    init(_ servers: String, group: String = "g", timeout: Duration = .seconds(20)) throws {
        client = try RawClient(servers, timeout: timeout)
        self.group = group
    }

    /// A subscription to no topic: version, topics, and no data of its own.
    static let nothing: [UInt8] = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]
    static let rangeOnly = [("range", nothing)]

    /// What a member says that knows several protocols, the best first.
    static func knowing(_ names: String...) -> [(String, [UInt8])] { names.map { ($0, nothing) } }

    func sendJoin(
        instance: String? = nil, type: String = "consumer", protocols: [(String, [UInt8])] = rangeOnly,
        session: Int32 = 10_000, rebalance: Int32 = 10_000, version: Int16 = 5
    ) {
        client.send(
            client.frame(
                11, version,
                WireBytes.make { wire in
                    wire.string(group)
                    wire.int32(session)
                    if version >= 1 { wire.int32(rebalance) }
                    wire.string(id)
                    if version >= 5 { wire.string(instance) }
                    wire.string(type)
                    wire.array(protocols) { wire, item in
                        wire.string(item.0)
                        wire.data(item.1)
                    }
                }))
    }

    /// Waits for the answer to a join, and takes the id and generation that it gives.
    @discardableResult func receiveJoin(version: Int16 = 5) throws -> Joined {
        var answer = try client.receive()
        if version >= 2 { _ = try answer.int32() }
        let joined = Joined(
            error: try answer.int16(), generation: try answer.int32(), protocolName: try answer.string(),
            leader: try answer.string(), member: try answer.string() ?? "",
            members: try answer.array { answer in
                let id = try answer.string() ?? ""
                if version >= 5 { _ = try answer.string() }
                _ = try answer.data(Int(answer.int32()))
                return id
            })
        if joined.error == 0 || joined.error == 79 { id = joined.member }
        if joined.error == 0 { generation = joined.generation }
        return joined
    }

    /// Joins without an id of its own, and with the one that it is given then.
    func join(
        instance: String? = nil, type: String = "consumer", protocols: [(String, [UInt8])] = rangeOnly,
        session: Int32 = 10_000, rebalance: Int32 = 10_000
    ) throws -> Joined {
        for _ in 0..<2 {
            sendJoin(instance: instance, type: type, protocols: protocols, session: session, rebalance: rebalance)
            let joined = try receiveJoin()
            if joined.error != 79 { return joined }
        }
        throw RawClient.Problem.timedOut
    }

    func sendSync(_ assignments: [(String, [UInt8])] = []) {
        client.send(
            client.frame(
                14, 2,
                WireBytes.make { wire in
                    wire.string(group)
                    wire.int32(generation)
                    wire.string(id)
                    wire.array(assignments) { wire, item in
                        wire.string(item.0)
                        wire.data(item.1)
                    }
                }))
    }

    func receiveSync() throws -> (error: Int16, assignment: [UInt8]) {
        var answer = try client.receive()
        _ = try answer.int32()
        return (try answer.int16(), try answer.data(Int(answer.int32())))
    }

    func sync(_ assignments: [(String, [UInt8])] = []) throws -> (error: Int16, assignment: [UInt8]) {
        sendSync(assignments)
        return try receiveSync()
    }

    func heartbeat(generation: Int32? = nil, id: String? = nil, instance: String? = nil) throws -> Int16 {
        var answer = try client.request(
            12, 3,
            WireBytes.make { wire in
                wire.string(group)
                wire.int32(generation ?? self.generation)
                wire.string(id ?? self.id)
                wire.string(instance)
            })
        _ = try answer.int32()
        return try answer.int16()
    }

    func leave() throws -> Int16 {
        var answer = try client.request(
            13, 1,
            WireBytes.make { wire in
                wire.string(group)
                wire.string(id)
            })
        _ = try answer.int32()
        return try answer.int16()
    }

    func commit(_ offset: Int64, topic: String = "t", metadata: String? = nil, anonymously: Bool = false) throws
        -> Int16
    {
        var answer = try client.request(
            8, 2,
            WireBytes.make { wire in
                wire.string(group)
                wire.int32(anonymously ? -1 : generation)
                wire.string(anonymously ? "" : id)
                wire.int64(-1)
                wire.array([topic]) { wire, topic in
                    wire.string(topic)
                    wire.array([Int32(0)]) { wire, partition in
                        wire.int32(partition)
                        wire.int64(offset)
                        wire.string(metadata)
                    }
                }
            })
        _ = try answer.int32()
        _ = try answer.string()
        _ = try answer.int32()
        _ = try answer.int32()
        return try answer.int16()
    }

    /// The offset that the group has committed in partition 0; -1 for none.
    func committed(_ topic: String = "t") throws -> Int64 {
        var answer = try client.request(
            9, 1,
            WireBytes.make { wire in
                wire.string(group)
                wire.array([topic]) { wire, topic in
                    wire.string(topic)
                    wire.array([Int32(0)]) { $0.int32($1) }
                }
            })
        _ = try answer.int32()
        _ = try answer.string()
        _ = try answer.int32()
        _ = try answer.int32()
        return try answer.int64()
    }

    /// Where the group stands; "Dead" if there is none.
    func state() throws -> String? {
        var answer = try client.request(15, 0, WireBytes.make { $0.array([group]) { $0.string($1) } })
        _ = try answer.int32()
        _ = try answer.int16()
        _ = try answer.string()
        return try answer.string()
    }

    /// Asks for the state until it is the one, for at most five minutes.
    func wait(for wanted: String) throws {
        let limit = ContinuousClock.now + .seconds(300)
        while try state() != wanted {
            guard .now < limit else { throw RawClient.Problem.timedOut }
        }
    }
}
