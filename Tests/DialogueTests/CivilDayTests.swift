import Dialogue
import Foundation
import Questionnaires
import Testing
import Text

/// The day that people in Québec read.
@Suite struct CivilDayTests {
    @Test(arguments: [
        // 19:01 on the 29th in Montréal.
        ("2026-11-30T00:01:00Z", "2026-11-29"), ("2026-11-30T05:00:00Z", "2026-11-30"),
        ("2026-11-30T04:59:59Z", "2026-11-29"), ("2026-07-01T03:59:59Z", "2026-06-30"),
        ("2026-07-01T04:00:00Z", "2026-07-01"), ("2027-01-01T04:30:00Z", "2026-12-31"),
        // The nights on which clocks change.
        ("2026-03-09T03:59:59Z", "2026-03-08"), ("2026-03-09T04:00:00Z", "2026-03-09"),
        ("2026-03-08T04:59:59Z", "2026-03-07"), ("2026-11-02T04:30:00Z", "2026-11-01"),
        ("2026-11-02T05:00:00Z", "2026-11-02"), ("2026-11-01T04:00:00Z", "2026-11-01"),
    ])
    func isThatOfMontreal(moment: String, day: String) throws {
        #expect(try time(moment).civilDay().description == day)
    }

    /// Against the tables of zones of the system, where it has them.
    @Test func isWhatTheTablesOfZonesSay() throws {
        let zone = try #require(TimeZone(identifier: "America/Toronto"))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        var moment = try time("2007-01-01T00:00:00Z").milliseconds
        let end = try time("2037-12-31T00:00:00Z").milliseconds
        var wrong = 0
        // A step that is no whole part of a day meets every hour.
        while moment < end {
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(moment) / 1000))
            let date = RecordTime(milliseconds: moment).civilDay().date
            if [date.year, date.month, date.day] != [parts.year, parts.month, parts.day] { wrong += 1 }
            moment += 4_980_000
        }
        #expect(wrong == 0)
    }

    @Test func theFirstAndTheLastMomentHaveOne() {
        #expect(RecordTime.earliest.civilDay().description == "1969-12-31")
        #expect(RecordTime.latest.civilDay().description == "9999-12-31")
    }

    private func time(_ text: String) throws -> RecordTime {
        let date = try #require(ISO8601DateFormatter().date(from: text))
        return RecordTime(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
    }
}
