/// Texts made of what does harm where it is shown.
public enum HostileText {
    private static let pieces =
        (Array(0...0x1F) + Array(0x7F...0x9F) + [0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F] + Array(0x2028...0x202E)
        + Array(0x2060...0x2069) + [0xAD, 0xFEFF, 0xFE0F, 0xFFFE, 0xE0041]).compactMap { (value: UInt32) in
            Unicode.Scalar(value).map { String($0) }
        }
        + [
            "\u{1B}[2J", "\u{1B}]0;pwn\u{7}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x -->",
            "[x](javascript:alert(1))", "![i](http://e/x.png)", "<http://e.example>", "http://e.example/a_b",
            "www.e.example",
            "**b**", "_i_", "`c`", "# h", "- l", "1. l", "> q", "| a | b |", "~~s~~", "\\", "&lt;", "&#64;", "@channel",
            "<!everyone>",
            "<@U123>", "@here", "=1+1", ";=1+1", ",+1", "\t-1", "\"=1", "\u{FF1D}1", "|@SUM(1)", "'=1", "BEGIN:VEVENT",
            "\u{301}",
            "Acme", "Côté", " ", "é", "👩\u{200D}💻", "שלום", "x",
        ]

    public static func text(_ numbers: inout SeededNumbers) -> String {
        (0..<Int.random(in: 1...8, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
    }

    /// Whether a text has what no exit may let out, `\n` apart.
    public static func hasHidden(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
                0xFFFE:
                true
            default: false
            }
        }
    }

    /// Whether a CommonMark text holds anything that a person's words could have brought: what stands behind a backslash apart,
    /// no tag, link, picture, code or call for attention.
    public static func isLive(markdown: String) -> Bool {
        var bare = String.UnicodeScalarView()
        var scalars = Array(markdown.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if scalar == "\\", let next = scalars.first, next.isASCII, !next.properties.isAlphabetic, next != " " {
                scalars.removeFirst()
            } else {
                bare.append(scalar)
            }
        }
        let text = String(bare)
        return ["<", "`", "![", "](", "@", "~~", "|", "&", "://", "www."].contains { text.contains($0) }
    }

    /// Whether a spreadsheet could compute something of a table: a part of it, at any separator, that begins as a formula.
    public static func computes(table: String) -> Bool {
        table.unicodeScalars.split { ",;\t|\r\n".unicodeScalars.contains($0) }.contains { part in
            let first = part.drop { $0 == "\"" || $0.properties.isWhitespace || $0 == "\u{FEFF}" }.first
            return first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
        }
    }
}
