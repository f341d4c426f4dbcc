/// Numbers at which arithmetic ends: those of 64 bits and their neighbours, those that doubles cannot tell apart or hold, and
/// what is no number.
enum HostileNumbers {
    static let whole: [Int64] = [
        .min, .min + 1, -253_402_300_800_000, -1000, -1, 0, 1, 1 << 31, 1 << 32, (1 << 53) - 1, (1 << 53) + 1,
        1 << 62, .max - 1, .max,
    ]

    /// As they stand in JSON, or fail to.
    static let json =
        whole.map(String.init) + [
            "18446744073709551616", "-18446744073709551616", "1e30", "1e308", "-1e308", "1e999", "-0.0", "0.5",
            "NaN", "Infinity", "\"NaN\"", "\"-9223372036854775808\"", "null", "true", "[]", "{}",
        ]

    /// As people write them.
    static let texts =
        whole.flatMap { ["\($0)", "\($0) %", "le \($0)e", "\($0).", "\($0))", "/questionnaire.edit number=\($0)"] } + [
            "-999999999999 millions tiers", "99999999999999999999 %", "999999999999 millions", "-999 999 999 999 999,5",
            "moins 9223372036854775808 millions", "9223372036854775807 quarts", "-9223372036854775808 moitiés",
            "9999999999999999999999999999999999999999", "1e308", "NaN %", "-∞", "0,999999", "12.000.000.000.000.000",
            "1-9223372036854775807", "9223372036854775807 à 9223372036854775808", "9223372036854775807-12-31",
            "31/12/9223372036854775807", "9999-99-99", "le -1er", String(repeating: "9", count: 4000),
            String(repeating: "1%", count: 2000), (1...1000).map { "\($0)%" }.joined(separator: " "),
            "mille millions milliards de milliards", "cent cents cent mille mille millions",
        ]

    /// A value in a JSON text.
    enum Kind: CaseIterable {
        case number, literal, string, container
    }

    /// Every JSON text that is another with one of its values replaced.
    ///
    /// - Parameters:
    ///   - kinds: Which values are.
    ///   - values: By what, each in turn.
    static func variants(of json: [UInt8], replacing kinds: Set<Kind>, by values: [String]) -> [[UInt8]] {
        self.values(in: json).filter { kinds.contains($0.kind) }.flatMap { _, range in
            values.map { json[..<range.lowerBound] + Array($0.utf8) + json[range.upperBound...] }
        }
    }

    /// Where the values of a JSON text stand, the names of fields not among them.
    private static func values(in json: [UInt8]) -> [(kind: Kind, range: Range<Int>)] {
        var found: [(kind: Kind, range: Range<Int>)] = []
        var open: [Int] = []
        var index = 0
        while index < json.count {
            let start = index
            switch Character(Unicode.Scalar(json[index])) {
            case "{", "[":
                open.append(index)
                index += 1
            case "}", "]":
                index += 1
                if let start = open.popLast() { found.append((.container, start..<index)) }
            case "\"":
                index += 1
                while json[index] != UInt8(ascii: "\"") { index += json[index] == UInt8(ascii: "\\") ? 2 : 1 }
                index += 1
                if index == json.count || json[index] != UInt8(ascii: ":") { found.append((.string, start..<index)) }
            case "-", "0"..."9":
                while index < json.count, "-+.eE0123456789".utf8.contains(json[index]) { index += 1 }
                found.append((.number, start..<index))
            case "t", "f", "n":
                while index < json.count, (0x61...0x7A).contains(json[index]) { index += 1 }
                found.append((.literal, start..<index))
            default:
                index += 1
            }
        }
        return found
    }
}
