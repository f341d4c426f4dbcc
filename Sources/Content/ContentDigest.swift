internal import Crypto

/// A fingerprint of content files: two programs with the same digest give the same answers.
public struct ContentDigest: Sendable, Hashable, CustomStringConvertible {
    /// The 32 bytes of the SHA-256.
    public let bytes: [UInt8]

    /// Computes the digest of files, whatever their order: they are taken in the order of their paths' bytes.
    public init(of files: [ContentFile]) {
        var hash = SHA256()
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            // Lengths go in too, lest a byte moved from a path to its content leave the digest as it was.
            Self.add(Array(file.path.utf8), to: &hash)
            Self.add(file.bytes, to: &hash)
        }
        bytes = Array(hash.finalize())
    }

    /// The digest in lowercase hexadecimal.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func add(_ bytes: [UInt8], to hash: inout SHA256) {
        withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
        hash.update(data: bytes)
    }
}
