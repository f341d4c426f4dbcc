import Contract
import Foundation
import Kafka
import Logging

extension Session {
    /// How many conversations are looked at, and at most changed, in one transaction.
    private static let expiryBatch = 200

    /// Warns of, and forgets, conversations in which nobody asks anything any more: a few, in a transaction of their own,
    /// and only while no question waits.
    func expireSome() throws {
        let now = Self.now
        guard batch == nil, let slice = expiry?.next(stores, now: now, most: Self.expiryBatch),
            let store = stores[slice.partition], let place = places[slice.partition],
            // What is counted in its mark must not be written over.
            crashGuard.verdict(slice.partition) == .innocent
        else { return }
        var outputs: [NewKafkaRecord] = []
        var removed = 0
        var warned = 0
        for (key, kept) in slice.conversations {
            let change: StateChange
            var causes: [NewKafkaRecord] = []
            switch settings.handler.expiry(of: kept.state, key: key, idleSince: kept.time, now: now) {
            case .keep(let until):
                store.keep(key, until: until)
                continue
            case .warn(let turn):
                causes = turn.records.map { router.record($0, for: slice.partition) }
                change = turn.state
            case .remove:
                change = .removed
            }
            let headers = settings.handler.conversationHeaders(ofExpiryIn: key, idleSince: kept.time, now: now)
            if let state = router.record(change, key: key, headers: headers, for: slice.partition) {
                causes.append(state)
            }
            if let error = causes.lazy.compactMap({ self.sizeError(of: $0) }).first {
                logger.error("A conversation cannot expire. \(error)", metadata: ["partition": "\(slice.partition)"])
                continue
            }
            outputs += causes
            store.stage(change, for: key, at: now)
            if change == .removed { removed += 1 } else { warned += 1 }
        }
        guard !outputs.isEmpty else { return }
        batch = .keeping(slice.partition, at: place)
        try producer.begin()
        for output in outputs { try producer.write(output) }
        guard try commit() else { return }
        logger.info(
            "Conversations expire.",
            metadata: ["partition": "\(slice.partition)", "removed": "\(removed)", "warned": "\(warned)"])
    }

    /// Milliseconds since 1970.
    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
