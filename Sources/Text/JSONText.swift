/// JSON as it is written for others.
public enum JSONText {
    /// The same JSON, in which every hidden character of a string stands as `\u` and its code (RFC 8259, 7): what reads it
    /// gets the very characters, what merely shows it shows none of them.
    public static func clean(_ json: some Collection<UInt8>) -> [UInt8] {
        // Outside of strings, and for line breaks of a layout, JSON is plain ASCII.
        let text = String(decoding: json, as: UTF8.self)
        guard text.unicodeScalars.contains(where: CleanText.isHidden) else { return Array(json) }
        var clean: [UInt8] = []
        clean.reserveCapacity(json.count)
        for scalar in text.unicodeScalars {
            if CleanText.isHidden(scalar) {
                for unit in String(scalar).utf16 { clean += code(of: unit) }
            } else {
                clean += String(scalar).utf8
            }
        }
        return clean
    }

    private static func code(of unit: UInt16) -> [UInt8] {
        let digits = String(unit, radix: 16)
        return Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    }
}
