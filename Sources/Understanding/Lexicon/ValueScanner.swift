import Knowledge

/// Finds addresses, percentages, dates and numbers in a text, as French and English Canadians write them.
enum ValueScanner {
    static func entities(in text: String) -> [Entity] {
        let scalars = Array(text.unicodeScalars.prefix(Self.longest))
        var scanner = Scanner(scalars: scalars)
        return scanner.scan()
    }

    /// The most scalars that are searched.
    private static let longest = 4000

    private struct Scanner {
        let scalars: [Unicode.Scalar]
        private var index = 0
        private var entities: [Entity] = []

        init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

        mutating func scan() -> [Entity] {
            while index < scalars.count {
                let startsWord = index == 0 || !isWord(scalars[index - 1])
                if startsWord, let end = address(at: index) {
                    add(.email, string(index..<end).lowercased(), index..<end)
                } else if startsWord, isDigit(scalars[index]) {
                    number()
                    continue
                } else {
                    index += 1
                }
            }
            return entities
        }

        private mutating func add(_ type: EntityType, _ value: String, _ range: Range<Int>) {
            entities.append(Entity(type, value, range: range))
            index = range.upperBound
        }

        private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
        private func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || isDigit(scalar) }
        private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
        }

        private func string(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range]))
        }

        private func digits(at start: Int) -> Int {
            var end = start
            while end < scalars.count, isDigit(scalars[end]) { end += 1 }
            return end
        }

        /// The end of an e-mail address that begins at `start`.
        private func address(at start: Int) -> Int? {
            func isPart(_ scalar: Unicode.Scalar) -> Bool {
                scalar.isASCII && (isWord(scalar) || scalar == "." || scalar == "-" || scalar == "_" || scalar == "+")
            }
            var end = start
            while end < scalars.count, end - start < 64, isPart(scalars[end]) { end += 1 }
            guard end > start, end < scalars.count, scalars[end] == "@" else { return nil }
            let domain = end + 1
            end = domain
            while end < scalars.count, end - domain < 255, isPart(scalars[end]) { end += 1 }
            while end > domain, scalars[end - 1] == "." { end -= 1 }
            return scalars[domain..<end].contains(".") ? end : nil
        }

        /// `2026-03-10`, `25 000`, `25,000`, `1 250,50`, `51 %`.
        private mutating func number() {
            let start = index
            var end = digits(at: start)
            if end - start == 4, let dateEnd = isoDate(from: start, yearEnd: end) {
                add(.date, string(start..<dateEnd), start..<dateEnd)
                return
            }
            var value = string(start..<end)
            while end + 4 <= scalars.count, end < scalars.count, isSpace(scalars[end]) || scalars[end] == ",",
                value.count <= 15,
                digits(at: end + 1) == end + 4
            {
                value += string((end + 1)..<(end + 4))
                end += 4
            }
            if end < scalars.count, scalars[end] == "," || scalars[end] == ".", digits(at: end + 1) > end + 1 {
                let decimals = digits(at: end + 1)
                value += "." + string((end + 1)..<decimals)
                end = decimals
            }
            if end < scalars.count, isWord(scalars[end]) {
                index = end
                return
            }
            var sign = end
            while sign < scalars.count, isSpace(scalars[sign]) { sign += 1 }
            if sign < scalars.count, scalars[sign] == "%" {
                add(.percentage, value, start..<(sign + 1))
            } else if let words = percentWords(at: sign) {
                add(.percentage, value, start..<words)
            } else {
                add(.number, value, start..<end)
            }
        }

        private func isoDate(from start: Int, yearEnd: Int) -> Int? {
            guard yearEnd + 5 < scalars.count, scalars[yearEnd] == "-", digits(at: yearEnd + 1) == yearEnd + 3,
                scalars[yearEnd + 3] == "-", digits(at: yearEnd + 4) == yearEnd + 6
            else { return nil }
            let month = Int(string((yearEnd + 1)..<(yearEnd + 3))) ?? 0
            let day = Int(string((yearEnd + 4)..<(yearEnd + 6))) ?? 0
            return (1...12).contains(month) && (1...31).contains(day) ? yearEnd + 6 : nil
        }

        /// The end of « pour cent », « pourcent » or "percent" at an index.
        private func percentWords(at start: Int) -> Int? {
            for words in ["pour cent", "pourcent", "percent", "per cent"] {
                let end = start + words.unicodeScalars.count
                if end <= scalars.count, string(start..<end).lowercased() == words { return end }
            }
            return nil
        }
    }
}
