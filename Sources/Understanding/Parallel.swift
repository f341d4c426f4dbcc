import Dispatch
import Synchronization

/// Work that is done on all cores at once while content is loaded. What comes of it does not depend on who ends first.
package enum Parallel {
    /// What a function gives for each number below a count, in their order.
    package static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let result = body(number)
            results.withLock { $0[number] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
