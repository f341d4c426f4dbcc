extension Language {
    /// A text with the spaces that the language wants.
    package func typeset(_ text: String) -> String { self == .fr ? FrenchTypography.apply(to: text) : text }

    /// What stands between a whole number and its decimals.
    package var decimalSeparator: String { self == .fr ? "," : "." }

    /// A share of a hundred: « 60 % », "60%".
    package func percent(_ number: Int) -> String { self == .fr ? "\(number)\u{A0}%" : "\(number)%" }
}

extension Int {
    /// The number with its digits in groups of three: « 12 000 », "12,000".
    package func grouped(in language: Language) -> String {
        let digits = Array(String(magnitude).utf8)
        // A French number of four digits may stay whole; we group it too, for both languages to look alike.
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += language == .fr ? "\u{A0}" : "," }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }
}
