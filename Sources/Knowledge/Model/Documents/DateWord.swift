package import Text

/// How a day is written: the names of the months, and the order of its parts.
package enum DateWord: String, DocumentWord {
    case day
    case firstDay = "first-day"
    case january, february, march, april, may, june, july, august, september, october, november, december

    package static let document = "dates"

    package var fields: [String] {
        switch self {
        case .day: ["day", "month", "year"]
        case .firstDay: ["month", "year"]
        default: []
        }
    }

    fileprivate static let months: [Self] = [
        .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november, .december,
    ]
}

extension Vocabulary {
    /// The day `yyyy-mm-dd` as people write it: « 1er mars 2021 », “March 1, 2021”; the text itself when it is no day.
    package func longDate(_ text: String, in language: Language) -> String {
        guard let (year, month, day) = CivilDate(text)?.date else { return text }
        let name = self.text(DateWord.months[month - 1], in: language)
        let word = day == 1 ? DateWord.firstDay : .day
        return self.text(word, in: language, ["day": String(day), "month": name, "year": String(year)])
    }
}
