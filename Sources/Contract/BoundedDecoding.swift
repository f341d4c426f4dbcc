extension KeyedDecodingContainer {
    /// Decodes a whole number within bounds: one that is beyond them is as unreadable as none, so that what is read can be
    /// reckoned with.
    func decode(within bounds: ClosedRange<Int>, forKey key: Key) throws -> Int {
        let number = try decode(Int.self, forKey: key)
        guard bounds.contains(number) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self,
                debugDescription: "\(number) is not between \(bounds.lowerBound) and \(bounds.upperBound)")
        }
        return number
    }

    /// The same of a number that may be left out.
    func decodeIfPresent(within bounds: ClosedRange<Int>, forKey key: Key) throws -> Int? {
        try decodeIfPresent(Int.self, forKey: key) == nil ? nil : decode(within: bounds, forKey: key)
    }
}
