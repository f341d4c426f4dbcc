/// What of the groups is kept on disk.
extension GroupCoordinator {
    /// Takes over offsets that were committed.
    func take(_ offsets: [StateEntry.Offset], into id: String) {
        let group = group(id)
        for offset in offsets {
            group.offsets[PartitionName(topic: offset.topic, partition: offset.partition)] =
                Group.Offset(offset: offset.offset, metadata: offset.metadata)
        }
    }

    /// Takes over what was kept before a restart. The offsets of a transaction count from the moment on that it was carried
    /// out at, not from its decision.
    func take(_ entries: [StateEntry], where isKnown: (StateEntry.Offset) -> Bool) {
        var decided: [String: [String: [StateEntry.Offset]]] = [:]
        for entry in entries {
            switch entry {
            case .offsets(let group, let offsets): take(offsets.filter(isKnown), into: group)
            case .decided(let id, _, true, _, let offsets): decided[id] = offsets
            case .done(let id):
                for (group, offsets) in decided.removeValue(forKey: id) ?? [:] {
                    take(offsets.filter(isKnown), into: group)
                }
            case .deleted(let topic):
                for group in groups.values { group.offsets = group.offsets.filter { $0.key.topic != topic } }
            case .decided, .format, .producerIDs, .producer, .open, .created, .segments: break
            }
        }
    }

    /// The offsets of all groups, some in each entry.
    var snapshot: [StateEntry] {
        groups.values.sorted { $0.id < $1.id }.flatMap { group in
            let offsets = group.offsets.sorted { $0.key < $1.key }.map { name, offset in
                StateEntry.Offset(
                    topic: name.topic, partition: name.partition, offset: offset.offset, metadata: offset.metadata)
            }
            return stride(from: 0, to: offsets.count, by: 500).map {
                StateEntry.offsets(group: group.id, Array(offsets[$0..<min($0 + 500, offsets.count)]))
            }
        }
    }
}
