/// A moment that a record, a state or a setting names: milliseconds since 1970-01-01T00:00:00Z, within the years 1970 to 9999,
/// which RFC 3339 can write.
///
/// A timestamp comes from whoever writes the record, and may be −1 (none) or any other number of 64 bits. It is brought within
/// the bounds rather than refused: a person waits for the answer, and their words are not less good for a clock that is wrong.
/// Within the bounds no sum or difference of moments and durations overflows.
public struct RecordTime: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970, from ``earliest`` to ``latest``.
    public let milliseconds: Int64

    /// The moment nearest to a number of milliseconds since 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = min(max(milliseconds, 0), Self.lastMillisecond)
    }

    /// 1970-01-01T00:00:00.000Z.
    public static let earliest = RecordTime(milliseconds: 0)
    /// 9999-12-31T23:59:59.999Z.
    public static let latest = RecordTime(milliseconds: lastMillisecond)

    private static let lastMillisecond: Int64 = 253_402_300_799_999

    /// The moment some milliseconds later, or earlier; at the bounds, the bound.
    public func advanced(by duration: Int64) -> RecordTime {
        let (sum, overflows) = milliseconds.addingReportingOverflow(duration)
        return overflows ? (duration < 0 ? .earliest : .latest) : RecordTime(milliseconds: sum)
    }

    /// How many milliseconds lie between the earlier moment `start` and this one; negative where `start` is later.
    public func since(_ start: RecordTime) -> Int64 { milliseconds - start.milliseconds }

    /// Orders by which comes first.
    public static func < (left: RecordTime, right: RecordTime) -> Bool { left.milliseconds < right.milliseconds }
}

extension RecordTime: ExpressibleByIntegerLiteral {
    /// Milliseconds since 1970.
    public init(integerLiteral milliseconds: Int64) { self.init(milliseconds: milliseconds) }
}

extension RecordTime: Codable {
    /// Reads the whole number that ``encode(to:)`` writes; one beyond the bounds is brought within them.
    public init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    /// Writes milliseconds since 1970.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
