import Foundation

/// JSON and text as messages carry them.
enum MessageText {
    /// UTF-8 JSON whose bytes depend on the value alone.
    static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // The messages hold strings, numbers and lists of them only: encoding them has no way to fail.
        guard let data = try? encoder.encode(value) else { preconditionFailure("a message that JSON cannot carry") }
        return [UInt8](data)
    }

    /// Words of a person without control characters and directional overrides.
    static func clean(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    switch scalar.value {
                    case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: false
                    default: true
                    }
                }))
    }
}
