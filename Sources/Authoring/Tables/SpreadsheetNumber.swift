/// A text that a spreadsheet takes for a number or a share, and writes its own way when it saves the table: « 51 % » comes back as
/// « 51.00% » from LibreOffice, « 3,50 » as « 3.5 ».
struct SpreadsheetNumber: Hashable {
    private let digits: String
    private let isShare: Bool

    /// Nothing where the text is no number.
    init?(_ text: String) {
        let trimmed = text.filter { !$0.isWhitespace }
        isShare = trimmed.last == "%"
        let number = (isShare ? trimmed.dropLast() : trimmed[...]).replacing(",", with: ".")
        let parts = number.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), isShare || parts.count == 2,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        while fraction.last == "0" { fraction.removeLast() }
        digits = fraction.isEmpty ? String(parts[0]) : "\(parts[0]).\(fraction)"
    }
}
