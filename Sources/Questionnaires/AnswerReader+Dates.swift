import Knowledge
import Text
import Understanding

extension AnswerReader {
    func readDate(_ tokens: [AnswerToken]) -> AnswerReading {
        let tokens = withLastDays(withDaysInFigures(tokens))
        // « mi-mars 2027 » and « T3 2027 » are no day.
        if isQuarter(tokens) { return .notUnderstood(.notADate) }
        if tokens.contains(where: { vocabulary[.vagueDays].contains($0.text) }), !namesDay(tokens) {
            return .notUnderstood(.notADate)
        }
        let days = self.days(tokens)
        if days.count > 1 {
            return .notUnderstood(.ambiguousDay(days))
        }
        guard let day = days.first else { return .notUnderstood(.notADate) }
        if let earliest = question.validation.earliest, day < earliest {
            return .notUnderstood(.dateOutOfRange(earliest: earliest))
        }
        return .understood(.date(day))
    }

    /// The tokens with the day in words as figures: « le douze mai ».
    private func withDaysInFigures(_ tokens: [AnswerToken]) -> [AnswerToken] {
        var tokens = tokens
        for figure in NumberScanner(tokens, vocabulary).figures.reversed() {
            if let year = figure.whole, (1900...2199).contains(year), tokens[figure.tokens.lowerBound].kind == .word {
                let written = tokens[figure.tokens.lowerBound].written
                tokens.replaceSubrange(
                    figure.tokens,
                    with: [AnswerToken(kind: .number, text: String(year), isGlued: false, written: written)])
                continue
            }
            guard let day = figure.whole, (1...31).contains(day), tokens[figure.tokens.lowerBound].kind == .word,
                figure.tokens.upperBound < tokens.count || figure.tokens.lowerBound > 0
            else { continue }
            let isBeforeMonth =
                figure.tokens.upperBound < tokens.count
                && monthNamed(tokens[figure.tokens.upperBound].text) != nil
            let isAfterMonth =
                figure.tokens.lowerBound > 0 && monthNamed(tokens[figure.tokens.lowerBound - 1].text) != nil
            guard isBeforeMonth || isAfterMonth else { continue }
            let token = AnswerToken(
                kind: .number, text: String(day), isGlued: false, written: tokens[figure.tokens.lowerBound].written)
            tokens.replaceSubrange(figure.tokens, with: [token])
        }
        for index in tokens.indices.dropLast() where vocabulary[.firstOfMonth].contains(tokens[index].text) {
            guard monthNamed(tokens[index + 1].text) != nil else { continue }
            tokens[index] = AnswerToken(kind: .number, text: "1", isGlued: false, written: tokens[index].written)
        }
        return tokens
    }

    /// The tokens with the end of a month as its last day: « fin mars 2027 », "end of March 2028".
    private func withLastDays(_ tokens: [AnswerToken]) -> [AnswerToken] {
        var tokens = tokens
        guard let end = tokens.firstIndex(where: { vocabulary[.monthEnds].contains($0.text) }),
            let month = tokens[(end + 1)...].prefix(4).firstIndex(where: { monthNamed($0.text) != nil }),
            tokens[(end + 1)..<month].allSatisfy({ vocabulary[.withinMonthEnds].contains($0.text) }),
            month + 1 < tokens.count, tokens[month + 1].kind == .number, let year = Int(tokens[month + 1].text),
            (1900...2199).contains(year), let number = monthNamed(tokens[month].text),
            let last = (28...31).last(where: { Self.day(year, number, $0) != nil })
        else { return tokens }
        tokens[end] = AnswerToken(kind: .number, text: String(last), isGlued: false, written: tokens[end].written)
        tokens.removeSubrange((end + 1)..<month)
        return tokens
    }

    private func isQuarter(_ tokens: [AnswerToken]) -> Bool {
        tokens.contains { vocabulary[.quarters].contains($0.text) }
            || zip(tokens, tokens.dropFirst()).contains {
                vocabulary[.quarterLetters].contains($0.text) && $1.kind == .number && $1.isGlued
            }
    }

    /// Whether a day of the month stands in the text, beside a month.
    private func namesDay(_ tokens: [AnswerToken]) -> Bool {
        tokens.contains { monthNamed($0.text) != nil }
            && tokens.contains { $0.kind == .number && $0.text.utf8.count <= 2 }
    }

    /// The days, `yyyy-mm-dd`, that a text can mean: all of its figures must belong to them.
    private func days(_ tokens: [AnswerToken]) -> [String] {
        var found: [String] = []
        var whole: [String] = []
        var rest = tokens[...]
        while let start = rest.firstIndex(where: { $0.kind == .number || monthNamed($0.text) != nil }) {
            // A date ends where words that are no part of one begin.
            let end = rest[start...].firstIndex { !isPartOfDate($0) } ?? rest.endIndex
            let part = rest[start..<end]
            let numbers = part.filter { $0.kind == .number }.map(\.text)
            let months = part.compactMap { monthNamed($0.text) }
            if numbers.isEmpty {
                // The "may" of a sentence is no month; « mars ou avril 2027 » is no date.
                guard part.allSatisfy({ vocabulary[.verbMonths].contains($0.text) }),
                    !(end < rest.endIndex && vocabulary[.or].contains(rest[end].text))
                else {
                    return []
                }
                rest = rest[end...]
                continue
            }
            let days = months.isEmpty ? Self.figures(numbers) : Self.named(numbers, months, part)
            // « … le 30 septembre 2026, l'ISO c'est en 2028 »: a year, or the number of a standard, beside a whole day.
            if days.isEmpty, numbers.count == 1, months.isEmpty, numbers[0].utf8.count >= 4 {
                rest = rest[end...]
                continue
            }
            if days.isEmpty { return [] }
            let isWhole = numbers.count + months.count > 2
            if isWhole { whole += days.filter { !whole.contains($0) } }
            found += days.filter { !found.contains($0) }
            rest = rest[end...]
        }
        // « le 31 mars 2027 pour l'ISO, l'autre c'est en juin 2028 »: the day beside a month.
        return whole.count == 1 ? whole : found
    }

    private static func named(_ numbers: [String], _ months: [Int], _ part: ArraySlice<AnswerToken>) -> [String] {
        guard months.count == 1, let year = numbers.last(where: { $0.utf8.count == 4 }).flatMap({ Int($0) }) else {
            return []
        }
        let others = numbers.filter { $0.utf8.count != 4 }
        guard numbers.count - others.count == 1, others.count <= 1 else { return [] }
        return day(year, months[0], others.first.map { Int($0) ?? 0 } ?? 1).map { [$0] } ?? []
    }

    /// A date in figures. Between day and month, when either order makes a date, both are kept.
    private static func figures(_ numbers: [String]) -> [String] {
        guard let years = numbers.firstIndex(where: { $0.utf8.count == 4 }), let year = Int(numbers[years]) else {
            return []
        }
        let others = numbers.indices.filter { $0 != years }.compactMap {
            numbers[$0].utf8.count <= 2 ? Int(numbers[$0]) : nil
        }
        guard others.count == numbers.count - 1, years == 0 || years == numbers.count - 1 else { return [] }
        switch others.count {
        case 1: return day(year, others[0], 1).map { [$0] } ?? []
        case 2 where years == 0: return day(year, others[0], others[1]).map { [$0] } ?? []
        case 2:
            let both = [day(year, others[1], others[0]), day(year, others[0], others[1])].compactMap(\.self)
            return both.count == 2 && both[0] == both[1] ? [both[0]] : both
        default: return []
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let text = "\(year)-\(padded(month))-\(padded(day))"
        return CivilDate(text) == nil ? nil : text
    }

    private func isPartOfDate(_ token: AnswerToken) -> Bool {
        switch token.kind {
        case .number: true
        case .mark: token.isMark("/-.,")
        case .word: monthNamed(token.text) != nil || vocabulary[.dateParts].contains(token.text)
        }
    }

    /// The month that a word is, from 1.
    private func monthNamed(_ word: String) -> Int? { vocabulary[.months][word] }
}
