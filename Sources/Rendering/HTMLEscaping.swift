import Text

/// Texts inside HTML and SVG.
public enum HTMLEscaping {
    /// A text that reads in HTML, SVG and their quoted attributes as it is written: it opens no tag or entity and ends
    /// no attribute. It is cleaned too, of what HTML and XML 1.0 forbid and of more: see ``CleanText/lines(_:)``.
    public static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in CleanText.lines(text).unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
