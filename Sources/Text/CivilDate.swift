/// A day of the proleptic Gregorian calendar, without time or time zone.
public struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The number of days since 1970-01-01; one of the years 0 to 9999.
    public let number: Int

    /// The years that a date may be given in, as in questions.
    public static let years = 1900...2199

    /// Creates the day nearest to a number of days since 1970-01-01.
    public init(number: Int) { self.number = min(max(number, -719_528), 2_932_896) }

    /// Creates a day from its date; `nil` if there is no such date in ``years``.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year) else { return nil }
        self.init(inAnyYear: year, month: month, day: day)
    }

    /// Creates a day from its date; `nil` if there is no such date in the years 0 to 9999.
    package init?(inAnyYear year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month),
            (1...Self.lengthOfMonth(month, of: year)).contains(day)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// Creates a day from a date such as `2027-01-04`; `nil` if the text is no date in ``years``.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
    private init(validYear year: Int, month: Int, day: Int) {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.floorDivided(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// The year, the month from 1 and the day of the month from 1 (H. Hinnant, as above, `civil_from_days`).
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The day some days later, or earlier.
    public func adding(days: Int) -> CivilDate { CivilDate(number: number + days) }

    /// The same day some months later, or the last of that month where it is shorter.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = date
        let months = year * 12 + month - 1 + months
        let laterYear = months.floorDivided(by: 12)
        let laterMonth = months - laterYear * 12 + 1
        return CivilDate(
            validYear: laterYear, month: laterMonth, day: min(day, Self.lengthOfMonth(laterMonth, of: laterYear)))
    }

    /// The date as ISO 8601 writes it: `2027-01-04`.
    public var description: String { text(separator: "-") }

    /// The date as digits, `20270104` without a separator.
    package func text(separator: String) -> String {
        let (year, month, day) = date
        return [(year, 4), (month, 2), (day, 2)].map { number, width in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }.joined(separator: separator)
    }

    /// Orders by which comes first.
    public static func < (left: CivilDate, right: CivilDate) -> Bool { left.number < right.number }

    private static func lengthOfMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Int {
    fileprivate func floorDivided(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
