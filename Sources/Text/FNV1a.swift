/// A hash that is the same on every machine and in every process: FNV-1a, 64 bits (G. Fowler, L. Noll, K.-P. Vo).
public struct FNV1a: Sendable {
    @usableFromInline var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of nothing.
    @inlinable public init() {}

    /// The hash of all that was added; its low bits alone are weak.
    @inlinable public var value: UInt64 { hash }

    /// Adds a byte.
    @inlinable public mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// Adds bytes, in their order.
    @inlinable public mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }
}
