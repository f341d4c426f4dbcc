/// Text from outside made fit to be shown: nothing in it moves a cursor, colours a terminal, reorders or hides what stands
/// around it.
///
/// What goes: control characters (C0, DEL, C1), marks of direction (U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069), the
/// separators U+2028 and U+2029, noncharacters, and every character that Unicode calls ignorable by default (soft hyphens,
/// zero-width spaces, fillers, tags), unless a script needs it where it stands: joiners between letters of Arabic and of
/// the scripts of India or inside an emoji, variation selectors behind what varies, tags in the flag of a region.
/// Everything else stays as it is: accents that combine, non-breaking spaces, emoji, names in any script.
public enum CleanText {
    /// A text of lines: line breaks of every kind become `\n`, tabs a space.
    public static func lines(_ text: String) -> String { clean(text, lineBreak: "\n") }

    /// A text on one line: line breaks and tabs become a space.
    public static func line(_ text: String) -> String { clean(text, lineBreak: " ") }

    /// The beginning of a text, on one line.
    ///
    /// - Parameter limit: The most Unicode scalars of it: a single character can have any number of them.
    public static func line(_ text: String, limit: Int) -> String {
        let line = clean(text, lineBreak: " ").unicodeScalars
        // What is cut may have needed what stood behind it.
        return line.count <= limit ? String(line) : clean(String(line.prefix(limit)), lineBreak: " ")
    }

    /// Whether a character is one that texts are cleaned of, at least in some places: it is not seen by itself. Neither
    /// spaces nor `\n` are.
    public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x34F, 0x2010...0x2027, 0x202F..<0x2060, 0x20A0..<0x2C00,
            0x4E00..<0xA000:
            false
        case ..<0xAE, 0x2028...0x202E, 0xFFF9...0xFFFB: true
        default: isNoncharacter(scalar) || scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }

    private static func clean(_ text: String, lineBreak: Unicode.Scalar) -> String {
        guard text.unicodeScalars.contains(where: { isHidden($0) || ($0 == "\n" && lineBreak != "\n") }) else {
            return text
        }
        let scalars = Array(text.unicodeScalars)
        var clean = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            index += 1
            switch scalar.value {
            case 0x0D where next == "\n": continue
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: clean.append(lineBreak)
            case 0x09: clean.append(" ")
            default:
                guard !isHidden(scalar) || isNeeded(scalar, after: previous, before: next) else { continue }
                clean.append(scalar)
                if scalar == blackFlag, let tags = tags(of: scalars, from: index) {
                    clean.append(contentsOf: scalars[tags])
                    index = tags.upperBound
                }
            }
            previous = clean.last
        }
        return String(clean)
    }

    /// Whether a hidden character has something to do between its neighbours.
    private static func isNeeded(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
    ) -> Bool {
        guard let previous else { return false }
        switch scalar.value {
        // The joiner and the non-joiner.
        case 0x200C, 0x200D:
            guard let next else { return false }
            if joins(previous) && joins(next) { return true }
            return scalar == "\u{200D}" && isPartOfEmoji(previous) && next.properties.isEmoji && next.value > 0x7F
        // The selectors of text and emoji presentation, and of variants of symbols and ideographs.
        case 0xFE00...0xFE0F:
            return !previous.properties.isVariationSelector && (previous.properties.isEmoji || previous.value >= 0x1000)
        case 0xE0100...0xE01EF: return previous.properties.isIdeographic
        case 0x180B...0x180D, 0x180F: return (0x1820...0x18AA).contains(previous.value)
        // The grapheme joiner keeps accents in their order.
        case 0x34F: return next?.properties.generalCategory == .nonspacingMark
        default: return false
        }
    }

    private static func isPartOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.properties.isEmoji && scalar.value > 0x7F) || scalar == "\u{FE0F}"
    }

    /// Whether a letter belongs to a script whose letters take other forms beside a joiner: those from Arabic to Sinhala,
    /// and those of South-East Asia and Mongolia.
    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0610..<0x0E00, 0x0F00..<0x10A0, 0x1780..<0x18B0, 0x1900..<0x1AB0, 0x1B00..<0x1C50, 0xA800..<0xAC00,
            0xFB50..<0xFDD0, 0xFE70..<0xFEFD:
            !isHidden(scalar)
        default: false
        }
    }

    private static let blackFlag: Unicode.Scalar = "\u{1F3F4}"

    /// The tags behind a black flag that make it the flag of a region: three to six, and the one that ends them.
    private static func tags(of scalars: [Unicode.Scalar], from start: Int) -> Range<Int>? {
        var end = start
        while end < scalars.count, end - start < 6, (0xE0030...0xE007A).contains(scalars[end].value) { end += 1 }
        guard end - start >= 3, end < scalars.count, scalars[end].value == 0xE007F else { return nil }
        return start..<(end + 1)
    }
}
