/// Fetches that wait for records, each woken once, when one of its partitions has grown. Confined to the broker's event loop.
final class WaitingFetches {
    private struct Fetch {
        var partitions: [PartitionName]
        var wake: () -> Void
    }

    /// How many partitions all of them may wait for together.
    private let limit: Int
    private var fetches: [Int: Fetch] = [:]
    private var byPartition: [PartitionName: Set<Int>] = [:]
    private var count = 0
    private var partitionCount = 0

    init(limit: Int) { self.limit = limit }

    /// Has `wake` called when one of the partitions has grown.
    ///
    /// - Returns: A number to forget it by; `nil` if too much is waited for already.
    func add(_ partitions: [PartitionName], _ wake: @escaping () -> Void) -> Int? {
        guard partitions.count <= limit - partitionCount else { return nil }
        count += 1
        partitionCount += partitions.count
        fetches[count] = Fetch(partitions: partitions, wake: wake)
        for name in partitions { byPartition[name, default: []].insert(count) }
        return count
    }

    func forget(_ number: Int) { _ = take(number) }

    private func take(_ number: Int) -> Fetch? {
        guard let fetch = fetches.removeValue(forKey: number) else { return nil }
        partitionCount -= fetch.partitions.count
        for name in fetch.partitions {
            byPartition[name]?.remove(number)
            if byPartition[name]?.isEmpty == true { byPartition[name] = nil }
        }
        return fetch
    }

    /// Wakes those that wait for one of the partitions, in the order in which they came.
    func wake(for partitions: some Sequence<PartitionName>) {
        var numbers: Set<Int> = []
        for name in partitions { numbers.formUnion(byPartition[name] ?? []) }
        let woken = numbers.sorted().compactMap { take($0) }
        for fetch in woken { fetch.wake() }
    }

    /// Wakes all of them.
    func wakeAll() { wake(for: Array(byPartition.keys)) }
}
