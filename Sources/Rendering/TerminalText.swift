/// Text in the cells of a terminal.
public enum TerminalText {
    /// A text whose lines are at most so many cells wide, broken at spaces.
    ///
    /// The lines that go on with an item of a list stand under its text. A word is never broken, even one that is too long: an
    /// address stays whole, and can be followed. Non-breaking spaces hold.
    ///
    /// - Parameter width: How many cells a line has; nothing is broken where it leaves less than ``least``.
    public static func wrapped(_ text: String, to width: Int) -> String {
        guard width >= least else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { wrapped(line: $0, to: width) }
            .joined(separator: "\n")
    }

    /// The fewest cells of a line for which lines are broken.
    public static let least = 20

    /// How many cells a text on one line takes: two for wide characters (East Asian Wide and Fullwidth of UAX #11, and
    /// emoji), none for sequences that style a terminal (ECMA-48 CSI).
    public static func width(of text: some StringProtocol) -> Int {
        var cells = 0
        var isEscaped = false
        for character in text {
            if character == "\u{1B}" {
                isEscaped = true
            } else if isEscaped {
                // CSI begins with a bracket and ends with a byte from @ to ~.
                if let byte = character.asciiValue, (0x40...0x7E).contains(byte), character != "[" { isEscaped = false }
            } else {
                cells += width(of: character)
            }
        }
        return cells
    }

    private static func wrapped(line: Substring, to width: Int) -> String {
        guard self.width(of: line) > width else { return String(line) }
        let indent = line.prefix { $0 == " " }
        let item = marker(of: line.dropFirst(indent.count))
        let hang = String(repeating: " ", count: min(indent.count + self.width(of: item), width / 2))
        var lines: [String] = []
        var current = String(indent) + item
        var cells = self.width(of: current)
        var isEmpty = true
        for word in line.dropFirst(indent.count + item.count).split(separator: " ") {
            let size = self.width(of: word)
            if !isEmpty, cells + 1 + size > width {
                lines.append(current)
                (current, cells, isEmpty) = (hang, hang.count, true)
            }
            current += isEmpty ? word : " " + word
            cells += isEmpty ? size : 1 + size
            isEmpty = false
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// What begins an item of a list, with the space behind it: « • », « - », « 12. »; nothing for other lines.
    private static func marker(of line: Substring) -> Substring {
        if let first = line.first, "•-–*".contains(first), line.dropFirst().first == " " { return line.prefix(2) }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard (1...3).contains(digits.count), rest.first == "." || rest.first == ")", rest.dropFirst().first == " "
        else { return "" }
        return line.prefix(digits.count + 2)
    }

    private static func width(of character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if first.value < 0x300 { return 1 }
        let properties = first.properties
        if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .nonspacingMark { return 0 }
        if properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        return wide.contains { $0.contains(first.value) } ? 2 : 1
    }

    /// The blocks of East Asian Wide and Fullwidth characters (UAX #11).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
    ]
}
