/// The spaces of Québec French: non-breaking before a colon, inside « », between the groups of a number and before
/// its unit; none before `;`, `!` and `?` (Office québécois de la langue française, *Tableau des espacements*).
package enum FrenchTypography {
    private static let hardSpace: Unicode.Scalar = "\u{A0}"

    /// The text with the spaces that are to be non-breaking made so.
    package static func apply(to text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var output = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            guard scalar == " " else {
                output.append(scalar)
                continue
            }
            let previous = index > 0 ? scalars[index - 1] : " "
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let isHard =
                next == ":" || next == "»" || previous == "«"
                || (isDigit(previous) && (next == "$" || next == "%" || isGroup(scalars, at: index + 1)))
            output.append(isHard ? hardSpace : scalar)
        }
        return String(output)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Whether exactly three digits stand at an index.
    private static func isGroup(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 3 <= scalars.count, scalars[index..<(index + 3)].allSatisfy(isDigit) else { return false }
        return index + 3 == scalars.count || !isDigit(scalars[index + 3])
    }
}
