import Messages

/// The newest state of every conversation of one partition, as bytes.
///
/// What a transaction changes lies in an overlay until the transaction's outcome is known.
final class ConversationStore {
    private enum Staged {
        case replaced([UInt8])
        case removed
    }

    private var settled: [[UInt8]: [UInt8]] = [:]
    private var staged: [[UInt8]: Staged] = [:]

    /// How many conversations there are, without those of the transaction in progress.
    var count: Int { settled.count }

    /// The state of a conversation as the transaction in progress sees it.
    subscript(key: [UInt8]) -> [UInt8]? {
        switch staged[key] {
        case .replaced(let state): state
        case .removed: nil
        case nil: settled[key]
        }
    }

    /// Takes a change into the transaction in progress.
    func stage(_ change: StateChange, for key: [UInt8]) {
        switch change {
        case .unchanged: break
        case .replaced(let state): staged[key] = .replaced(state)
        case .removed: staged[key] = .removed
        }
    }

    /// The transaction was committed.
    func commit() {
        for (key, change) in staged {
            switch change {
            case .replaced(let state): settled[key] = state
            case .removed: settled[key] = nil
            }
        }
        staged.removeAll(keepingCapacity: true)
    }

    /// The transaction was aborted.
    func rollBack() {
        staged.removeAll(keepingCapacity: true)
    }

    /// Takes over a record of the conversation topic; no state is a tombstone.
    func restore(_ key: [UInt8], _ state: [UInt8]?) {
        settled[key] = state
    }
}
