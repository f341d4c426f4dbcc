/// A text in lines that fit a width, whichever common sans-serif font it is shown in: it is measured with the widths of
/// DejaVu Sans, which is wider than the others.
struct WrappedText {
    let lines: [String]
    /// The width of the longest line, in pixels, rounded up.
    let width: Int

    /// - Parameters:
    ///   - width: The greatest width of a line, in pixels. A word that is wider is broken.
    ///   - size: The size of the font, in pixels.
    init(_ text: String, width: Int, size: Int, isBold: Bool = false) {
        var lines: [String] = []
        var line = ""
        func measure(_ text: String) -> Int { Self.width(of: text, size: size, isBold: isBold) }
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if measure(longer) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                if !line.isEmpty, measure(line + String(character)) > width {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        if !line.isEmpty { lines.append(line) }
        self.lines = lines
        self.width = lines.map(measure).max() ?? 0
    }

    /// The width of a text, in pixels, rounded up.
    static func width(of text: String, size: Int, isBold: Bool = false) -> Int {
        let sum = text.unicodeScalars.reduce(0) { $0 + thousandths(of: $1) } * size
        return ((isBold ? sum * 113 / 100 : sum) + 999) / 1000
    }

    /// The width of a character, in thousandths of the size of the font.
    private static func thousandths(of scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "i", "j", "l", "î", "ï", "'", "’", "|": 280
        case " ", "\u{A0}", ".", ",", ":", ";", "!", "·", "I", "Î": 340
        case "f", "t", "r", "(", ")", "/", "-": 415
        case "m", "M", "W", "%", "œ", "—", "w", "…": 1000
        case "a"..."z", "à"..."ÿ", "«", "»": 640
        case "0"..."9": 640
        case "A"..."Z", "À"..."Þ": 780
        default: 850
        }
    }
}
