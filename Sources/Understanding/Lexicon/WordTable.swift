import Text

/// Numbers words, and finds the number of a word without making a string or an array of it.
///
/// Open addressing over ``FNV1a``; the words themselves stand one after another in one buffer.
package struct WordTable: Sendable {
    private var slots: [Int32] = [Int32](repeating: -1, count: 64)
    private var letters: [UInt8] = []
    private var ends: [Int] = []

    package init() {}

    var count: Int { ends.count }

    /// The word with a number.
    package subscript(id: Int32) -> ArraySlice<UInt8> {
        let index = Int(id)
        return letters[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The number of a word, or -1 if it is not there.
    package func id(of word: ArraySlice<UInt8>) -> Int32 { id(of: word, followedBy: []) }

    /// The number of the word that two parts make together, or -1.
    func id(of first: ArraySlice<UInt8>, followedBy second: ArraySlice<UInt8>) -> Int32 {
        var slot = Self.slot(of: Self.hash(first, second), among: slots.count)
        while slots[slot] >= 0 {
            if isWord(slots[slot], first, second) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return -1
    }

    private func isWord(_ id: Int32, _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Bool {
        let word = self[id]
        guard word.count == first.count + second.count else { return false }
        return word.prefix(first.count).elementsEqual(first) && word.dropFirst(first.count).elementsEqual(second)
    }

    /// The number of a word, which it gets if it has none.
    package mutating func insert(_ word: ArraySlice<UInt8>) -> Int32 {
        let known = id(of: word)
        guard known < 0 else { return known }
        letters.append(contentsOf: word)
        ends.append(letters.count)
        if ends.count * 2 > slots.count {
            slots = [Int32](repeating: -1, count: slots.count * 2)
            for id in ends.indices { place(Int32(id)) }
        } else {
            place(Int32(ends.count - 1))
        }
        return Int32(ends.count - 1)
    }

    private mutating func place(_ id: Int32) {
        var slot = Self.slot(of: Self.hash(self[id], []), among: slots.count)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = id
    }

    /// FNV-1a's low bits alone are weak: fold the high ones in.
    private static func slot(of hash: UInt64, among count: Int) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
    }

    private static func hash(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> UInt64 {
        var hash = FNV1a()
        hash.add(first)
        hash.add(second)
        return hash.value
    }
}
