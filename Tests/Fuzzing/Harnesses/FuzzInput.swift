/// The bytes of an input, taken off its front.
struct FuzzInput {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var isEmpty: Bool { bytes.isEmpty }

    /// The next byte; 0 after the last.
    mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

    /// One of several, chosen by the next byte.
    mutating func pick<Element>(of elements: [Element]) -> Element {
        elements[Int(byte()) % elements.count]
    }

    /// The next two bytes as a number, the high one first.
    mutating func short() -> Int { Int(byte()) << 8 | Int(byte()) }

    /// The next bytes, fewer at the end.
    mutating func bytes(_ count: Int) -> [UInt8] {
        defer { bytes = bytes.dropFirst(count) }
        return Array(bytes.prefix(count))
    }

    /// All the rest.
    mutating func rest() -> [UInt8] { bytes(bytes.count) }

    /// All the rest as a text; what is no UTF-8 is replaced.
    mutating func text() -> String { String(decoding: rest(), as: UTF8.self) }

    /// The rest, cut at the bytes 255, which no UTF-8 has; at most `count` pieces.
    mutating func pieces(atMost count: Int) -> [[UInt8]] {
        rest().split(separator: 255, maxSplits: count - 1, omittingEmptySubsequences: false).map(Array.init)
    }
}
