import CRdkafka
import Synchronization

/// What a group tells a consumer about its partitions.
public enum Rebalance: Sendable, Hashable {
    /// These partitions are this consumer's, once it answers with ``Consumer/assign(_:)``.
    case assigned([TopicPartition])
    /// These partitions go elsewhere, once this consumer answers with ``Consumer/unassign(_:)``. If they are `lost`,
    /// somebody else may have them already: what was done since the last commit must be dropped.
    case revoked([TopicPartition], isLost: Bool)
}

/// The rebalances that librdkafka's callback has announced and that the program has not answered yet.
///
/// The callback runs inside a poll. It only notes what it is told and ends the poll, so that the program commits and
/// restores in plain code of its own, with polls in between if that takes long.
final class Rebalances: Sendable {
    private struct State {
        var waiting: [Rebalance] = []
        var isClosing = false
    }

    private let state = Mutex(State())

    /// The oldest rebalance that was not handed out yet.
    func next() -> Rebalance? {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    /// From now on every rebalance is answered on the spot: the partitions are given back.
    func beginClosing() {
        state.withLock { state in
            state.isClosing = true
            state.waiting.removeAll()
        }
    }

    /// Registers the callback, to find this object through the client's ``ClientEvents``.
    static func install(in configuration: OpaquePointer) {
        rd_kafka_conf_set_rebalance_cb(configuration) { client, code, partitions, opaque in
            guard let client, let opaque, let partitions else { return }
            let events = Unmanaged<ClientEvents>.fromOpaque(opaque).takeUnretainedValue()
            let list = TopicPartitionList.partitions(of: partitions)
            let rebalance: Rebalance =
                switch code {
                case RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS: .assigned(list)
                case RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS:
                    .revoked(list, isLost: rd_kafka_assignment_lost(client) != 0)
                default: .revoked(list, isLost: true)
                }
            if events.rebalances.note(rebalance) {
                rd_kafka_yield(client)
            } else {
                Rebalances.settle(rebalance, of: client)
            }
        }
    }

    /// Answers a rebalance without regard to the program: what is given back is let go, what is given is not read.
    static func settle(_ rebalance: Rebalance, of client: OpaquePointer) {
        guard isCooperative(client) else {
            rd_kafka_assign(client, nil)
            return
        }
        let error: OpaquePointer?
        switch rebalance {
        case .assigned(let partitions):
            let list = TopicPartitionList(partitions)
            error = rd_kafka_incremental_assign(client, list.pointer)
        case .revoked(let partitions, _):
            let list = TopicPartitionList(partitions)
            error = rd_kafka_incremental_unassign(client, list.pointer)
        }
        if let error { rd_kafka_error_destroy(error) }
    }

    /// Whether the group changes a few partitions at a time; else every rebalance is about all of them.
    static func isCooperative(_ client: OpaquePointer) -> Bool {
        rd_kafka_rebalance_protocol(client).map { String(cString: $0) } == "COOPERATIVE"
    }

    /// Notes a rebalance for the program; false if the program does not answer any more.
    private func note(_ rebalance: Rebalance) -> Bool {
        state.withLock { state in
            if !state.isClosing { state.waiting.append(rebalance) }
            return !state.isClosing
        }
    }
}
