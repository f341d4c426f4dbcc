import Knowledge
import Text

/// Finds addresses, amounts, percentages, dates and numbers in a text, as French and English Canadians write them.
///
/// Values come out normalised: `25 000,50` and `25,000.50` are `25000.50`; `31/12/2025`, « le 31 décembre 2025 » and "December 31st,
/// 2025" are `2025-12-31`; « 12 M$ » is `12000000`; « 51 pour cent » is `51`. A date of which only day and month are figures is read
/// day first, as in Québec, unless only month first makes one.
struct ValueScanner {
    /// The values of a text, in order.
    static func entities(in text: String) -> [Entity] {
        // Most questions hold no figure and no address, and are done with here.
        guard text.utf8.contains(where: { isDigit($0) || $0 == UInt8(ascii: "@") }) else { return [] }
        var scanner = ValueScanner(text: text)
        return scanner.scan()
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// The most scalars that are searched.
    private static let longest = 4000
    /// The most figures of a number: what has more counts nothing, it is a name.
    private static let mostDigits = 15

    /// The text, folded scalar for scalar: small letters without accents, straight apostrophes, plain spaces.
    private var letters: [UInt8] = []
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var entities: [Entity] = []

    private init(text: String) {
        scalars = Array(text.unicodeScalars.prefix(Self.longest))
        letters = scalars.map { scalar in
            switch Folding.fold(scalar) {
            case .letters(let first, _): first
            case .digit(let digit): digit
            case .foreign: UInt8(ascii: "x")
            case .hyphen: UInt8(ascii: "-")
            case .apostrophe: UInt8(ascii: "'")
            case .percent: UInt8(ascii: "%")
            case .plus: UInt8(ascii: "+")
            case .nothing, .separator:
                switch scalar.value {
                case 0x20, 0xA0, 0x2009, 0x202F: UInt8(ascii: " ")
                case 0x21...0x7E: UInt8(scalar.value)
                case 0x20AC: UInt8(ascii: "$")
                default: 0
                }
            }
        }
    }

    private mutating func scan() -> [Entity] {
        while index < letters.count {
            let startsWord = index == 0 || !isWord(at: index - 1)
            if startsWord, let end = address(at: index) {
                add(.email, String(decoding: letters[index..<end], as: UTF8.self), to: end)
            } else if startsWord, let date = date(at: index) {
                add(.date, date.value, to: date.end)
            } else if startsWord, isDigit(at: index) || (byte(index) == UInt8(ascii: "$") && isDigit(at: index + 1)) {
                takeNumber()
            } else {
                index += 1
            }
        }
        return entities
    }

    private mutating func add(_ type: EntityType, _ value: String, to end: Int) {
        entities.append(Entity(type, value, range: index..<end))
        index = end
    }

    private func byte(_ index: Int) -> UInt8 { letters.indices.contains(index) ? letters[index] : 0 }
    private func isDigit(at index: Int) -> Bool { Self.isDigit(byte(index)) }
    private func isLetter(at index: Int) -> Bool { byte(index) &- 0x61 < 26 }
    private func isWord(at index: Int) -> Bool { isDigit(at: index) || isLetter(at: index) }
    private func isSpace(at index: Int) -> Bool { byte(index) == UInt8(ascii: " ") }
    private func text(_ range: Range<Int>) -> String { String(decoding: letters[range], as: UTF8.self) }

    private func skipSpaces(from start: Int) -> Int {
        var end = start
        while isSpace(at: end) { end += 1 }
        return end
    }

    private func digits(at start: Int) -> Int {
        var end = start
        while isDigit(at: end) { end += 1 }
        return end
    }

    /// The letters from an index on, and where they end.
    private func word(at start: Int) -> (text: String, end: Int) {
        var end = start
        while isLetter(at: end) { end += 1 }
        return (text(start..<end), end)
    }

    /// The end of an e-mail address that begins at `start`.
    private func address(at start: Int) -> Int? {
        func isPart(_ index: Int) -> Bool {
            isWord(at: index) && scalars[index].isASCII || [0x2D, 0x2E, 0x5F, 0x2B].contains(byte(index))
        }
        var end = start
        while end < letters.count, end - start < 64, isPart(end) { end += 1 }
        guard end > start, byte(end) == UInt8(ascii: "@") else { return nil }
        let domain = end + 1
        end = domain
        while end < letters.count, end - domain < 255, isPart(end) { end += 1 }
        while end > domain, byte(end - 1) == UInt8(ascii: ".") { end -= 1 }
        return letters[domain..<end].contains(UInt8(ascii: ".")) ? end : nil
    }
}

extension ValueScanner {
    /// `25 000`, `25,000`, `1 250,50`, `51 %`, `12 M$`, `$5M`; not the figures of `14001e` or `3D`.
    private mutating func takeNumber() {
        let sign = byte(index) == UInt8(ascii: "$")
        let start = sign ? index + 1 : index
        var end = digits(at: start)
        var value = text(start..<end)
        while value.utf8.count <= Self.mostDigits, isSpace(at: end) || byte(end) == UInt8(ascii: ","),
            digits(at: end + 1) == end + 4, !isWord(at: end + 4)
        {
            value += text((end + 1)..<(end + 4))
            end += 4
        }
        if byte(end) == UInt8(ascii: ",") || byte(end) == UInt8(ascii: "."), isDigit(at: end + 1) {
            let decimals = digits(at: end + 1)
            value += "." + text((end + 1)..<decimals)
            end = decimals
        }
        if let scaled = scaled(value, at: end, isMoney: sign) { (value, end) = scaled }
        guard !isWord(at: end), value.utf8.count <= Self.mostDigits + 1 else {
            index = end
            while isWord(at: index) { index += 1 }
            return
        }
        if let percent = percentEnd(at: skipSpaces(from: end)) {
            add(.percentage, value, to: percent)
        } else {
            if byte(end) == UInt8(ascii: "$") { end += 1 }
            add(.number, value, to: end)
        }
    }

    /// A number with « k », « M », « millions » and the like behind it, multiplied out.
    private func scaled(_ value: String, at end: Int, isMoney: Bool) -> (String, Int)? {
        let (unit, unitEnd) = word(at: skipSpaces(from: end))
        let zeros =
            switch unit {
            case "k", "mille", "thousand": 3
            case "m", "million", "millions": 6
            case "milliard", "milliards", "billion", "billions": 9
            default: 0
            }
        // A lone letter counts only if it stands at the figures or with a dollar sign: « 5 m de long » is no 5 000 000.
        let isLetter = unit.count == 1
        guard zeros > 0, !isDigit(at: unitEnd),
            !isLetter || isMoney || byte(unitEnd) == UInt8(ascii: "$") || (unit == "k" && unitEnd == end + 1)
        else { return nil }
        let parts = value.split(separator: ".", maxSplits: 1)
        let decimals = parts.count > 1 ? String(parts[1].prefix(zeros)) : ""
        let whole = String(parts[0]) + decimals + String(repeating: "0", count: zeros - decimals.count)
        return (String(whole.drop { $0 == "0" }).isEmpty ? "0" : String(whole.drop { $0 == "0" }), unitEnd)
    }

    /// The end of « % », « pour cent », « pourcent » or "percent" at an index.
    private func percentEnd(at start: Int) -> Int? {
        if byte(start) == UInt8(ascii: "%") { return start + 1 }
        let (first, end) = word(at: start)
        if first == "pourcent" || first == "percent" { return end }
        let (second, secondEnd) = word(at: skipSpaces(from: end))
        return (first == "pour" || first == "per") && second == "cent" ? secondEnd : nil
    }
}

extension ValueScanner {
    /// A date at an index, as `yyyy-mm-dd`, with where it ends; a month without a day is `yyyy-mm`.
    private func date(at start: Int) -> (value: String, end: Int)? {
        numericDate(at: start) ?? dayThenMonth(at: start) ?? monthThenDay(at: start)
    }

    /// `2026-03-10`, `2026/03/10`, `10/03/2026`, `10-03-2026`, `10.03.2026`.
    private func numericDate(at start: Int) -> (value: String, end: Int)? {
        let first = digits(at: start)
        let separator = byte(first)
        guard first > start, [0x2D, 0x2F, 0x2E].contains(separator) else { return nil }
        let second = digits(at: first + 1)
        guard second > first + 1, second - first <= 3, byte(second) == separator else { return nil }
        let third = digits(at: second + 1)
        guard third > second + 1, !isWord(at: third) else { return nil }
        let parts = [text(start..<first), text((first + 1)..<second), text((second + 1)..<third)]
        guard let numbers = Optional(parts.compactMap { Int($0) }), numbers.count == 3 else { return nil }
        if parts[0].count == 4, parts[2].count <= 2 {
            return Self.date(numbers[0], numbers[1], numbers[2]).map { ($0, third) }
        }
        guard parts[0].count <= 2, parts[2].count == 4 else { return nil }
        let value = Self.date(numbers[2], numbers[1], numbers[0]) ?? Self.date(numbers[2], numbers[0], numbers[1])
        return value.map { ($0, third) }
    }

    /// « 31 décembre 2025 », « 1er mars 2026 », "31 December 2025".
    private func dayThenMonth(at start: Int) -> (value: String, end: Int)? {
        let digitsEnd = digits(at: start)
        guard digitsEnd > start, digitsEnd - start <= 2, let day = Int(text(start..<digitsEnd)) else { return nil }
        let afterDay = skipSpaces(from: dayEnding(at: digitsEnd))
        let (name, nameEnd) = word(at: afterDay)
        guard let month = Self.months[name], let year = year(at: nameEnd) else { return nil }
        return Self.date(year.value, month, day).map { ($0, year.end) }
    }

    /// "December 31st, 2025"; « décembre 2025 ».
    private func monthThenDay(at start: Int) -> (value: String, end: Int)? {
        guard isLetter(at: start) else { return nil }
        let (name, nameEnd) = word(at: start)
        guard let month = Self.months[name] else { return nil }
        if let year = year(at: nameEnd) {
            return Self.date(year.value, month, 1).map { (String($0.prefix(7)), year.end) }
        }
        let dayStart = skipSpaces(from: nameEnd)
        let dayEnd = digits(at: dayStart)
        guard dayEnd > dayStart, dayEnd - dayStart <= 2, let day = Int(text(dayStart..<dayEnd)),
            let year = year(at: dayEnding(at: dayEnd))
        else { return nil }
        return Self.date(year.value, month, day).map { ($0, year.end) }
    }

    /// The end of « er », "st" and the like behind a day.
    private func dayEnding(at end: Int) -> Int {
        let (ending, endingEnd) = word(at: end)
        return ["er", "st", "nd", "rd", "th"].contains(ending) ? endingEnd : end
    }

    /// A year of four digits, after a comma, a full stop or spaces.
    private func year(at start: Int) -> (value: Int, end: Int)? {
        var digitsStart = start
        if byte(digitsStart) == UInt8(ascii: ",") || byte(digitsStart) == UInt8(ascii: ".") { digitsStart += 1 }
        digitsStart = skipSpaces(from: digitsStart)
        let end = digits(at: digitsStart)
        guard digitsStart > start, end - digitsStart == 4, !isWord(at: end), let year = Int(text(digitsStart..<end)),
            CivilDate.years.contains(year)
        else { return nil }
        return (year, end)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
        CivilDate(year: year, month: month, day: day)?.description
    }

    /// The months, folded; abbreviations too, but none that is a word of its own (« mar », "may" stays: it is the month).
    private static let months: [String: Int] = {
        let names = [
            ["janvier", "january", "janv", "jan"], ["fevrier", "february", "fevr", "feb"], ["mars", "march"],
            ["avril", "april", "avr", "apr"], ["mai", "may"], ["juin", "june", "jun"],
            ["juillet", "july", "juil", "jul"],
            ["aout", "august", "aug"], ["septembre", "september", "sept", "sep"], ["octobre", "october", "oct"],
            ["novembre", "november", "nov"], ["decembre", "december", "dec"],
        ]
        return Dictionary(
            uniqueKeysWithValues: names.enumerated().flatMap { index, names in names.map { ($0, index + 1) } })
    }()
}
