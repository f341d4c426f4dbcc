internal import Crypto

extension FittedWeights {
    /// What weights are fitted from: they are the same where this is.
    struct TrainingSet: Sendable {
        /// How many classes there are.
        var classCount: Int
        /// What is to be told apart.
        var examples: [Example]
        /// What the kinds of features are worth.
        var worth: Worth
        /// Whether the examples of a class that has few of them count for more.
        var isEven: Bool

        /// Raised when the same examples come to give other weights, or these are written in another way.
        private static let version = 1

        /// The SHA-256 of all of it, in lowercase hexadecimal.
        var digest: String {
            var hash = SHA256()
            func add(_ numbers: [Int]) { numbers.withUnsafeBytes { hash.update(bufferPointer: $0) } }
            add([Self.version, classCount, isEven ? 1 : 0, examples.count] + worth.eighths)
            for example in examples {
                add(
                    [Int(bitPattern: UInt(example.key)), example.owners.count, example.features.count] + example.owners)
                example.features.withUnsafeBytes { hash.update(bufferPointer: $0) }
            }
            return hash.finalize().map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }
    }

    /// The weights as they are written to a file: counts, features, values, offsets and weights, in the order of bytes of the machine, and the
    /// SHA-256 of it all and of what they are fitted from.
    func bytes(of digest: String) -> [UInt8] {
        let features = numbers.entries.sorted { $0.value < $1.value }.map(\.key)
        var bytes: [UInt8] = []
        func add(_ numbers: [some FixedWidthInteger]) { numbers.withUnsafeBytes { bytes += $0 } }
        add([classCount, features.count])
        add(features)
        add(values)
        add(offsets)
        add(weights)
        return bytes + Array(SHA256.hash(data: Array(digest.utf8) + bytes))
    }

    /// Weights that were written; `nil` where the bytes are not whole, or were fitted from something else.
    init?(bytes: UnsafeRawBufferPointer, of digest: String) {
        guard bytes.count > SHA256.byteCount else { return nil }
        let end = bytes.count - SHA256.byteCount
        var hash = SHA256()
        hash.update(data: Array(digest.utf8))
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<end]))
        guard hash.finalize().elementsEqual(bytes[end...]) else { return nil }
        var place = 0
        func take<Number: FixedWidthInteger>(_ count: Int, of _: Number.Type) -> [Number]? {
            let (length, isTooLong) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.size)
            guard count >= 0, !isTooLong, length <= end - place else { return nil }
            defer { place += length }
            return [Number](unsafeUninitializedCapacity: count) { numbers, initializedCount in
                UnsafeMutableRawBufferPointer(numbers).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[place..<(place + length)]))
                initializedCount = count
            }
        }
        guard let counts = take(2, of: Int.self),
            let features = take(counts[1], of: UInt64.self),
            let values = take(counts[1], of: Int32.self),
            let offsets = take(counts[0], of: Int32.self),
            let weights = take(counts[0] * counts[1], of: Int16.self),
            place == end
        else { return nil }
        var numbers = IntegerTable()
        for (number, feature) in features.enumerated() { _ = numbers.insert(feature, Int32(number)) }
        self.init(classCount: counts[0], numbers: numbers, values: values, weights: weights, offsets: offsets)
    }
}
