/// How many typing errors part two words.
public enum EditDistance {
    /// The optimal string alignment distance: the least number of letters inserted, dropped, exchanged for another or swapped
    /// with their neighbour, no stretch being changed twice (G. Navarro, *A guided tour to approximate string matching*, 2001).
    ///
    /// Takes time in proportion to the product of both lengths.
    @inlinable
    public static func alignment<Letter: Equatable>(_ a: ArraySlice<Letter>, _ b: ArraySlice<Letter>) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (b.count + 1)) { cells in
            let width = b.count + 1
            for column in 0..<width { cells[column] = column }
            var (beforePrevious, previous, current) = (2, 0, 1)
            for i in 1...a.count {
                cells[current * width] = i
                for j in 1..<width {
                    let (inA, inB) = (a[a.startIndex + i - 1], b[b.startIndex + j - 1])
                    var value = min(cells[previous * width + j] + 1, cells[current * width + j - 1] + 1)
                    value = min(value, cells[previous * width + j - 1] + (inA == inB ? 0 : 1))
                    if i > 1, j > 1, inA == b[b.startIndex + j - 2], a[a.startIndex + i - 2] == inB {
                        value = min(value, cells[beforePrevious * width + j - 2] + 1)
                    }
                    cells[current * width + j] = value
                }
                (beforePrevious, previous, current) = (previous, current, beforePrevious)
            }
            return cells[previous * width + b.count]
        }
    }
}
