/// What an offset that comes from outside can be: no partition will ever hold more records, and sums of a few offsets stay
/// within 64 bits.
enum Offset {
    /// The greatest offset that is taken for one.
    static let greatest: Int64 = 1 << 60

    /// An offset as a broker or a file tells it, within bounds.
    static func bounded(_ offset: Int64) -> Int64 { min(max(0, offset), greatest) }
}
