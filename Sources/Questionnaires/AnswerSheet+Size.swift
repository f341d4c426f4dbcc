import Text

extension AnswerSheet {
    /// How many bytes what a person wrote takes when it is kept.
    var writtenSize: Int { values.values.reduce(0) { $0 + $1.writtenSize } }
}

extension AnswerValue {
    /// How many bytes of JSON the value takes at most, of what a person writes; 0 for what only the content bounds: choices,
    /// numbers, days.
    var writtenSize: Int {
        switch self {
        case .text(let text): Self.frame + Self.size(of: text)
        case .evidence(let items):
            items.reduce(0) { $0 + Self.frame + Self.size(of: $1.id) + ($1.note.map(Self.size) ?? 0) }
        case .flag, .choice, .choices, .number, .decimal, .date: 0
        }
    }

    /// What the names of fields, quotes and brackets around a text take.
    private static let frame = 48

    private static func size(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { size, scalar in
            switch scalar {
            // Hidden characters stand as their codes.
            case _ where CleanText.isHidden(scalar) || scalar.value < 0x20: size + 6 * UTF16.width(scalar)
            case "\"", "\\": size + 2
            default: size + UTF8.width(scalar)
            }
        }
    }
}
