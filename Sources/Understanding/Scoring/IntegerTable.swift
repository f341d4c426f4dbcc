/// Finds a small number by a large one: open addressing with Fibonacci hashing (Knuth, *The Art of Computer Programming*,
/// volume 3, 6.4), on keys that are their own identity.
///
/// Swift's dictionary hashes with SipHash to withstand chosen keys. The keys here come from the content, which nobody
/// chooses against itself, and a question looks up a hundred of them.
package struct IntegerTable: Sendable {
    private var keys: [UInt64] = [UInt64](repeating: 0, count: 64)
    private var values: [Int32] = [Int32](repeating: -1, count: 64)
    private var shift: UInt64 = 58
    private(set) var count = 0

    /// The value of a key, or -1.
    package subscript(key: UInt64) -> Int32 {
        var slot = self.slot(of: key)
        while values[slot] >= 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & (values.count - 1)
        }
        return -1
    }

    /// All keys with their values, in no order that means anything.
    var entries: [(key: UInt64, value: Int32)] {
        zip(keys, values).lazy.filter { $0.1 >= 0 }.map { ($0, $1) }
    }

    /// Gives a key a value, which must not be negative, unless it has one; returns the one it has.
    mutating func insert(_ key: UInt64, _ value: Int32) -> Int32 {
        let known = self[key]
        guard known < 0 else { return known }
        count += 1
        if count * 2 > values.count { grow() }
        place(key, value)
        return value
    }

    private mutating func place(_ key: UInt64, _ value: Int32) {
        var slot = self.slot(of: key)
        while values[slot] >= 0 { slot = (slot + 1) & (values.count - 1) }
        keys[slot] = key
        values[slot] = value
    }

    private mutating func grow() {
        let old = entries
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        values = [Int32](repeating: -1, count: values.count * 2)
        shift -= 1
        for (key, value) in old { place(key, value) }
    }

    private func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: ((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }
}
