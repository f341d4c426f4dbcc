/// Names and passwords that people write into addresses: `user:password@host`.
public enum Credentials {
    /// Whether a list of addresses, separated by commas, holds any.
    public static func areIn(_ addresses: String) -> Bool { addresses.unicodeScalars.contains("@") }

    /// A text without the credentials of the addresses in it: `sasl://user:password@host:9092` becomes
    /// `sasl://…@host:9092`. Addresses of mail stay: nothing in them is secret.
    public static func redacted(_ text: String) -> String {
        guard text.unicodeScalars.contains("@") else { return text }
        var redacted = String.UnicodeScalarView()
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || ",;\"'<>()[]{}«»“”".unicodeScalars.contains(scalar) {
                redacted.append(contentsOf: withoutCredentials(word))
                redacted.append(scalar)
                word = String.UnicodeScalarView()
            } else {
                word.append(scalar)
            }
        }
        redacted.append(contentsOf: withoutCredentials(word))
        return String(redacted)
    }

    private static func withoutCredentials(_ word: String.UnicodeScalarView) -> String.UnicodeScalarView {
        guard let host = word.lastIndex(of: "@") else { return word }
        let scheme = word[..<host].indices.first { word[$0...].starts(with: "://".unicodeScalars) }
        let start = scheme.map { word.index($0, offsetBy: 3) } ?? word.startIndex
        guard start < host, scheme != nil || word[start..<host].contains(":") else { return word }
        var redacted = String.UnicodeScalarView(word[..<start])
        redacted.append("…")
        redacted.append(contentsOf: word[host...])
        return redacted
    }
}
