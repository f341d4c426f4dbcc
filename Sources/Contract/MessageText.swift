import Foundation
import Text

/// JSON as messages carry it.
package enum MessageText {
    /// UTF-8 JSON whose bytes depend on the value alone, and in which no hidden character stands as itself.
    package static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // The messages hold strings, numbers and lists of them only: encoding them has no way to fail.
        guard let data = try? encoder.encode(value) else { preconditionFailure("a message that JSON cannot carry") }
        return JSONText.clean(data)
    }
}
