import Contract

/// The newest state of every conversation of one partition, as bytes, with the time of the record it came with.
///
/// What a transaction changes lies in an overlay until the transaction's outcome is known.
final class ConversationStore {
    private enum Staged {
        case replaced(Kept)
        case removed
    }

    /// A state, and when it came about.
    struct Kept {
        let state: [UInt8]
        /// Milliseconds since 1970.
        let time: Int64
        /// Before this, in milliseconds since 1970, it cannot expire.
        var keptUntil: Int64 = .min
    }

    private var settled: [[UInt8]: Kept] = [:]
    private var staged: [[UInt8]: Staged] = [:]

    /// How many conversations there are, without those of the transaction in progress.
    var count: Int { settled.count }

    /// The state of a conversation as the transaction in progress sees it.
    subscript(key: [UInt8]) -> [UInt8]? {
        switch staged[key] {
        case .replaced(let kept): kept.state
        case .removed: nil
        case nil: settled[key]?.state
        }
    }

    /// What is kept of a conversation, without what the transaction in progress changes.
    subscript(kept key: [UInt8]) -> Kept? { settled[key] }

    /// A conversation cannot expire before a time in milliseconds since 1970, as long as it does not change.
    func keep(_ key: [UInt8], until time: Int64) {
        settled[key]?.keptUntil = time
    }

    /// The conversations with what is kept of each, without those of the transaction in progress.
    var conversations: [[UInt8]: Kept] { settled }

    /// Takes a change into the transaction in progress, which came about at a time in milliseconds since 1970.
    func stage(_ change: StateChange, for key: [UInt8], at time: Int64) {
        switch change {
        case .unchanged: break
        case .replaced(let state): staged[key] = .replaced(Kept(state: state, time: time))
        case .removed: staged[key] = .removed
        }
    }

    /// The transaction was committed.
    func commit() {
        for (key, change) in staged {
            switch change {
            case .replaced(let kept): settled[key] = kept
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
    func restore(_ key: [UInt8], _ state: [UInt8]?, at time: Int64) {
        settled[key] = state.map { Kept(state: $0, time: time) }
    }
}
