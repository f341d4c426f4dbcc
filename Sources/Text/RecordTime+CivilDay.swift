extension RecordTime {
    /// The day that it is then in a zone; in Québec if none is named.
    ///
    /// In Québec by the rule in force there since 2007 (daylight time from the second Sunday of March to the first Sunday of
    /// November), written out so that every machine finds the same day, whatever tables of zones it has. Elsewhere by those tables.
    public func civilDay(in zone: CivilZone = .quebec) -> CivilDate {
        if zone != .quebec, let offset = zone.offset(at: self) {
            return CivilDate(number: Self.days(Int(milliseconds) + offset))
        }
        let standard = Int(milliseconds) - 5 * Self.hour
        return CivilDate(number: Self.days(Self.isDaylightTime(standard) ? standard + Self.hour : standard))
    }

    private static let hour = 3_600_000

    /// Whether clocks are an hour ahead at a moment in milliseconds since 1970 of standard time.
    private static func isDaylightTime(_ standard: Int) -> Bool {
        let number = days(standard)
        let (_, month, day) = CivilDate(number: number).date
        // 1970-01-01 was a Thursday. The first Sunday of the month is its day 1 to 7.
        let weekday = (number + 4 + 7) % 7
        let firstSunday = (day - weekday + 34) % 7 + 1
        let hours = (standard - number * 24 * hour) / hour
        return switch month {
        case 4...10: true
        case 3: day > firstSunday + 7 || day == firstSunday + 7 && hours >= 2
        case 11: day < firstSunday || day == firstSunday && hours < 1
        default: false
        }
    }

    private static func days(_ milliseconds: Int) -> Int {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 24 * hour)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
