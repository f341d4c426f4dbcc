/// Text of a person made fit to be shown again.
enum CleanText {
    /// The text without control characters and directional overrides, cut to at most `limit` characters.
    static func of(_ text: String, limit: Int) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: clean.append(" ")
            case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
                continue
            default: clean.append(scalar)
            }
        }
        return String(String(clean).prefix(limit))
    }
}
