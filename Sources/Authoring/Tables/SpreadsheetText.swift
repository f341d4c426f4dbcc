import Foundation

/// Texts that a spreadsheet would take for numbers, dates or truth values, and write its own way when it saves the table: « 27 avril »
/// comes back from LibreOffice as « 04/27/2026 », « 10/10 » as a day of this year.
///
/// In a table they stand behind an apostrophe, by which spreadsheets know text, and which they keep when they save.
enum SpreadsheetText {
    /// The text as a table has it.
    static func guarded(_ text: String) -> String { isTakenForValue(text[...]) ? "'" + text : text }

    /// The text that ``guarded(_:)`` made another of.
    static func original(_ cell: String) -> String {
        cell.hasPrefix("'") && isTakenForValue(cell.dropFirst()) ? String(cell.dropFirst()) : cell
    }

    /// Whether a text, apostrophes before it apart, is made of nothing but what dates, hours, sums and shares are made of, with a figure in
    /// it; or is a truth value.
    private static func isTakenForValue(_ text: Substring) -> Bool {
        let text = text.drop { $0 == "'" }
        let words = text.lowercased().split { $0.isWhitespace || $0 == "," }
        guard let first = words.first, !first.isEmpty else { return false }
        if words.count == 1, truthValues.contains(String(first)) { return true }
        return text.contains { $0.isASCII && $0.isNumber } && words.allSatisfy(isPartOfValue)
    }

    private static func isPartOfValue(_ word: Substring) -> Bool {
        let letters = word.split { !$0.isLetter }
        return letters.allSatisfy { words.contains(String($0)) }
    }

    private static let truthValues: Set<String> = ["true", "false", "vrai", "faux"]

    /// Months, days and parts of hours, as spreadsheets set to French or English read them, whole and shortened; and what stands beside
    /// the figures of days, hours, powers and sums.
    private static let words: Set<String> = {
        var words: Set<String> = [
            "am", "pm", "h", "min", "s", "e", "er", "st", "nd", "rd", "th", "ad", "bc", "cad", "usd",
        ]
        for name in ["fr_CA", "en_CA"] {
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: name)
            for symbols in [
                formatter.monthSymbols, formatter.shortMonthSymbols, formatter.weekdaySymbols,
                formatter.shortWeekdaySymbols,
            ] {
                for symbol in symbols {
                    let word = symbol.lowercased().filter(\.isLetter)
                    words.formUnion([word, String(word.prefix(3))])
                }
            }
        }
        return words
    }()
}
