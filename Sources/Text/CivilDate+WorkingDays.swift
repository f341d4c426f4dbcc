extension CivilDate {
    /// Whether people work on it in Québec: Monday to Friday, but for the public holidays of the *Loi sur les normes du travail*
    /// (art. 60) and the *Loi sur la fête nationale*. Of Good Friday and Easter Monday an employer gives the one or the other:
    /// neither counts here.
    public var isWorkingDay: Bool { weekday <= 5 && !isHoliday }

    /// The first working day from this one on.
    public var firstWorkingDay: CivilDate {
        var day = self
        while !day.isWorkingDay, day.number < day.adding(days: 1).number { day = day.adding(days: 1) }
        return day
    }

    /// The place in the week: Monday 1 to Sunday 7.
    package var weekday: Int {
        // 1970-01-01 was a Thursday.
        let place = (number + 3) % 7
        return (place < 0 ? place + 7 : place) + 1
    }

    private var isHoliday: Bool {
        let (year, month, day) = date
        switch (month, day) {
        case (1, 1), (6, 24), (12, 25): return true
        case (7, 1): return weekday != 7
        case (7, 2): return weekday == 1
        case (5, 18...24), (9, 1...7), (10, 8...14): return weekday == 1
        case (3...4, _):
            guard let easter = Self.easter(of: year) else { return false }
            return number == easter.number - 2 || number == easter.number + 1
        default: return false
        }
    }

    /// Easter Sunday (J. Meeus, *Astronomical Algorithms*, 2nd ed., chapter 8).
    private static func easter(of year: Int) -> CivilDate? {
        let (century, ofCentury) = (year / 100, year % 100)
        let epact = (19 * (year % 19) + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7
        let shift = (year % 19 + 11 * epact + 22 * weekday) / 451
        let place = epact + weekday - 7 * shift + 114
        return CivilDate(inAnyYear: year, month: place / 31, day: place % 31 + 1)
    }
}
