import Text

/// What a person wrote, inside texts that are shown as CommonMark.
public enum MarkdownText {
    /// What a person wrote, on one line: clean, and no call for anybody's attention.
    ///
    /// Chats turn `@channel`, `<!everyone>` and `<@U123>` into calls. An `@` that begins a word becomes `＠`, and a `<` before
    /// `!`, `@` or `#` becomes `‹`; the `@` of an address stays.
    public static func quiet(_ text: String) -> String {
        let scalars = Array(CleanText.line(text).unicodeScalars)
        var quiet = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "@" where index == 0 || !isPartOfAddress(scalars[index - 1]): quiet.append("\u{FF20}")
            case "<" where next.map { "!@#".unicodeScalars.contains($0) } ?? false: quiet.append("\u{2039}")
            default: quiet.append(scalar)
            }
        }
        return String(quiet)
    }

    /// The same as CommonMark that shows it and does nothing else: no emphasis, heading, list, link, picture, table or HTML.
    ///
    /// Every mark of ASCII that CommonMark or its dialects give a meaning stands behind a backslash (CommonMark 0.31.2, 2.4);
    /// the colon and the dot too, since dialects make a link of a bare address.
    public static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in quiet(text).unicodeScalars {
            if marks.contains(scalar) { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// Whether a backslash before a character stands for the character alone: before any mark of ASCII.
    public static func isEscapable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    private static let marks = Set("\\`*_{}[]()#+-.!<>|&~:@=".unicodeScalars)

    private static func isPartOfAddress(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "._%+-".unicodeScalars.contains(scalar)
    }
}
