import TestTexts
import Testing

extension GoldenFile {
    /// Expects `text` to be the file's content, byte for byte.
    static func expect(
        _ text: String, toBe name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if let difference = try difference(of: text, from: name) {
            Issue.record("\(difference)", sourceLocation: sourceLocation)
        }
    }
}
