public import Foundation

/// Texts in the encodings that spreadsheets write.
public enum TextDecoding {
    /// Reads bytes as text: UTF-8 and UTF-16 with a byte order mark, UTF-16 without one where every other byte is zero, UTF-8 where they are,
    /// else Windows-1252, as Excel writes it in French and English.
    ///
    /// - Returns: The text without a byte order mark; nothing where bytes are in none of these.
    public static func text(of data: Data) -> String? {
        let mark = Array(data.prefix(3))
        if mark == [0xEF, 0xBB, 0xBF] { return String(data: data.dropFirst(3), encoding: .utf8) }
        if mark.prefix(2) == [0xFF, 0xFE] { return String(data: data.dropFirst(2), encoding: .utf16LittleEndian) }
        if mark.prefix(2) == [0xFE, 0xFF] { return String(data: data.dropFirst(2), encoding: .utf16BigEndian) }
        if let encoding = wideEncoding(of: data) { return String(data: data, encoding: encoding) }
        if let text = String(data: data, encoding: .utf8) { return text }
        return data.contains(0) ? nil : String(data: data, encoding: .windowsCP1252)
    }

    /// UTF-16 without a mark: of the first bytes, nearly all in the even or in the odd places are zero.
    private static func wideEncoding(of data: Data) -> String.Encoding? {
        let head = Array(data.prefix(256))
        guard head.count >= 4 else { return nil }
        let zeros = head.indices.filter { head[$0] == 0 }
        let odd = zeros.count { $0 % 2 == 1 }
        guard zeros.count * 5 >= head.count * 2 else { return nil }
        return odd * 2 > zeros.count ? .utf16LittleEndian : .utf16BigEndian
    }
}
