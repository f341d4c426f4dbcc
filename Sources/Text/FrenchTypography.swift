/// The spaces of Québec French: non-breaking before a colon, inside « », between the groups of a number and before
/// its unit; none before `;`, `!` and `?` (Office québécois de la langue française, *Tableau des espacements*).
package enum FrenchTypography {
    /// The text with the spaces that are to be non-breaking made so.
    package static func apply(to text: String) -> String {
        // Every reply goes through here: what matters is in single bytes of UTF-8, or in two.
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 32)
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: " "), isHard(bytes, at: index) {
                output += hardSpace
            } else {
                output.append(bytes[index])
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static let hardSpace = Array("\u{A0}".utf8)
    private static let opening = Array("«".utf8)
    private static let closing = Array("»".utf8)

    /// Whether the space at an index is to be non-breaking.
    private static func isHard(_ bytes: [UInt8], at index: Int) -> Bool {
        let after = index + 1
        guard after < bytes.count else { return index > 1 && bytes[(index - 2)..<index].elementsEqual(opening) }
        if bytes[after] == UInt8(ascii: ":") || bytes[after...].starts(with: closing) { return true }
        guard index > 0 else { return false }
        if index > 1, bytes[(index - 2)..<index].elementsEqual(opening) { return true }
        return isDigit(bytes[index - 1])
            && (bytes[after] == UInt8(ascii: "$") || bytes[after] == UInt8(ascii: "%") || isGroup(bytes, at: after))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Whether exactly three digits stand at an index.
    private static func isGroup(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 3 <= bytes.count, bytes[index..<(index + 3)].allSatisfy(isDigit) else { return false }
        return index + 3 == bytes.count || !isDigit(bytes[index + 3])
    }
}
