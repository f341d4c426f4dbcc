package import Text

/// Points in time as RFC 3339 writes them, to the millisecond.
public enum Timestamp {
    package static func text(_ time: RecordTime) -> String { text(ofMilliseconds: time.milliseconds) }

    /// - Parameter milliseconds: since 1970-01-01T00:00:00Z, within the years 0 to 9999.
    static func text(ofMilliseconds milliseconds: Int64) -> String {
        let days = milliseconds.floorDivided(by: 86_400_000)
        let rest = milliseconds - days * 86_400_000
        let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, to: 2) }
        return "\(CivilDate(number: Int(days)))T\(parts.joined(separator: ":")).\(padded(rest % 1000, to: 3))Z"
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
