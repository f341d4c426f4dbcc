import Text

extension Timestamp {
    /// Reads a point in time as RFC 3339 writes it: `2026-01-31T14:05:00.250+01:00`. Seconds, or the whole time of day,
    /// may be left out, and count as zero; without an offset the time is in UTC.
    ///
    /// - Returns: Milliseconds since 1970-01-01T00:00:00Z, what is finer cut off; `nil` if the text is no point in
    ///   time.
    public static func milliseconds(of text: String) -> Int64? {
        var scanner = Scanner(text)
        guard let date = scanner.date() else { return nil }
        if scanner.isAtEnd { return date }
        guard scanner.take("T", "t", " "), let time = scanner.timeOfDay() else { return nil }
        if scanner.isAtEnd { return date + time }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        return date + time - offset
    }

    /// Reads from the beginning of a text, each part in milliseconds.
    private struct Scanner {
        private var rest: Substring.UTF8View

        init(_ text: String) { rest = Substring(text).utf8 }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func take(_ characters: Unicode.Scalar...) -> Bool {
            guard let first = rest.first, characters.contains(where: { $0.value == first }) else { return false }
            rest.removeFirst()
            return true
        }

        /// A number of exactly so many digits.
        private mutating func number(_ digits: Int) -> Int64? {
            let head = rest.prefix(digits)
            guard head.count == digits, head.allSatisfy(Self.isDigit) else { return nil }
            rest.removeFirst(digits)
            return Int64(Substring(head))
        }

        private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

        mutating func date() -> Int64? {
            guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2) else {
                return nil
            }
            return CivilDate(inAnyYear: Int(year), month: Int(month), day: Int(day)).map {
                Int64($0.number) * 86_400_000
            }
        }

        mutating func timeOfDay() -> Int64? {
            guard let hour = number(2), take(":"), let minute = number(2), hour < 24, minute < 60 else { return nil }
            var time = (hour * 60 + minute) * 60_000
            guard take(":") else { return time }
            guard let second = number(2), second <= 60 else { return nil }
            time += second * 1000
            guard take(".") else { return time }
            let fraction = rest.prefix(while: Self.isDigit)
            rest.removeFirst(fraction.count)
            let digits = String(Substring(fraction.prefix(3)))
            guard let thousandths = Int64(digits + String(repeating: "0", count: 3 - digits.count)), !digits.isEmpty
            else { return nil }
            return time + thousandths
        }

        mutating func offset() -> Int64? {
            if take("Z", "z") { return 0 }
            let isWest = rest.first == UInt8(ascii: "-")
            guard take("+", "-"), let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60
            else { return nil }
            return (hours * 60 + minutes) * (isWest ? -60_000 : 60_000)
        }
    }
}
