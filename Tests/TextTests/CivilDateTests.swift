import Testing
import Text

/// Days of the calendar.
@Suite struct CivilDateTests {
    @Test func daysAndDatesAgree() throws {
        #expect(CivilDate("1970-01-01")?.number == 0)
        #expect(CivilDate("2000-03-01")?.number == 11_017)
        var day = try #require(CivilDate("1900-01-01"))
        let last = try #require(CivilDate("2199-12-31"))
        #expect(last.number - day.number + 1 == 300 * 365 + 73)
        while day <= last {
            try #require(CivilDate(day.description) == day)
            day = day.adding(days: 1)
        }
    }

    @Test(arguments: [
        "2027-02-29", "2100-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-1-4", "27-01-04",
        "1899-12-31", "2200-01-01", "2027-01-04 ", "+027-01-04", "2027-01-٠٤", "2027/01/04", "",
    ])
    func whatIsNoDateIsRefused(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [
        ("2027-08-31", 6, "2028-02-29"), ("2027-08-31", 18, "2029-02-28"), ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"), ("1999-12-31", 2, "2000-02-29"), ("2099-12-30", 2, "2100-02-28"),
        ("2027-12-15", 1, "2028-01-15"), ("2027-01-15", -1, "2026-12-15"),
    ])
    func monthsAreAddedByTheCalendar(from: String, months: Int, to: String) {
        #expect(CivilDate(from)?.adding(months: months).description == to)
    }

    @Test(arguments: [(0, 1, 1, -719_528), (9999, 12, 31, 2_932_896), (4, 2, 29, -718_008)])
    func yearsBeyondThoseOfQuestionsHaveTheirDays(year: Int, month: Int, day: Int, number: Int) {
        #expect(CivilDate(inAnyYear: year, month: month, day: day)?.number == number)
        #expect(CivilDate(year: year, month: month, day: day) == nil)
        #expect(CivilDate(number: number).date == (year, month, day))
    }

    /// Dates from the calendars of the Commission des normes, de l'équité, de la santé et de la sécurité du travail, and Sundays.
    @Test(arguments: [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-18", "2026-06-24", "2026-07-01", "2026-09-07", "2026-10-12",
        "2026-12-25", "2025-04-18", "2025-04-21", "2025-05-19", "2024-03-29", "2024-05-20", "2029-07-02", "2026-11-29",
        "2026-11-28", "1969-12-28",
    ])
    func nobodyWorksOnHolidaysAndWeekends(day: String) throws {
        #expect(try !#require(CivilDate(day)).isWorkingDay)
    }

    @Test(arguments: ["2026-01-02", "2026-05-25", "2026-05-11", "2026-09-14", "2026-12-24", "2029-07-03", "2026-07-02"])
    func peopleWorkOnOtherDays(day: String) throws {
        #expect(try #require(CivilDate(day)).isWorkingDay)
        #expect(try #require(CivilDate(day)).firstWorkingDay.description == day)
    }

    @Test func aHolidayLeadsToTheNextWorkingDay() throws {
        #expect(try #require(CivilDate("2026-04-03")).firstWorkingDay.description == "2026-04-07")
        #expect(CivilDate(number: .max).firstWorkingDay == CivilDate(number: .max))
    }
}
