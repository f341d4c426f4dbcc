/// Writes texts as YAML.
enum YAMLScalar {
    /// A text as a scalar on one line: plain where YAML allows it, in double quotes otherwise.
    static func bytes(of text: String, isInFlow: Bool) -> [UInt8] {
        Array((isPlain(text, isInFlow: isInFlow) ? text : quoted(text)).utf8)
    }

    /// Words that one reader of YAML or another takes for something else than a text.
    private static let reserved: Set<String> = [
        "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "<<", "=",
    ]

    private static func isPlain(_ text: String, isInFlow: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, !reserved.contains(text.lowercased()) else {
            return false
        }
        if first.properties.isWhitespace || last.properties.isWhitespace || last == ":" { return false }
        if "-?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) || scalars.allSatisfy(isOfNumber) { return false }
        // A colon within brackets has more ways to be misread than it is worth.
        let unwanted = (isInFlow ? ",[]{}:" : "").unicodeScalars
        for (index, scalar) in scalars.enumerated() {
            if mustBeEscaped(scalar) || unwanted.contains(scalar) { return false }
            guard index > 0 else { continue }
            let before = scalars[index - 1]
            if before == ":" && scalar == " " || before == " " && scalar == "#" { return false }
        }
        return true
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where mustBeEscaped(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
        "0123456789+-.,:_eExXoO".unicodeScalars.contains(scalar)
    }

    /// Line breaks, and what YAML's character set leaves out.
    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
