import Foundation
import Testing

/// A file under `Tests/Golden` that holds what people and programs get today, so that nothing of it changes unseen.
enum GoldenFile {
    /// Set to 1, has the tests write the files anew rather than compare them.
    static let writing = "PASSERELLE_WRITE_GOLDEN"

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden")

    /// Expects `text` to be the file's content, byte for byte.
    static func expect(
        _ text: String, toBe name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment[writing] == "1" {
            try Data(text.utf8).write(to: file)
            return
        }
        let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let difference = FirstDifference(kept: kept, now: text) else { return }
        Issue.record(
            """
            Tests/Golden/\(name) is another, from \(difference)
            If that is wanted, run the tests once with \(writing)=1 and read what git says has changed.
            """, sourceLocation: sourceLocation)
    }
}

/// Where two texts part, with what surrounds the place in each.
struct FirstDifference: CustomStringConvertible {
    /// Lines and columns count from 1, a column in bytes.
    let line: Int
    let column: Int
    private let kept: String
    private let now: String

    /// Nothing where both are the same bytes.
    init?(kept: String, now: String) {
        let (old, new) = (Array(kept.utf8), Array(now.utf8))
        guard old != new else { return nil }
        let same = zip(old, new).prefix { $0 == $1 }.count
        line = 1 + old.prefix(same).count { $0 == UInt8(ascii: "\n") }
        let start = (old.prefix(same).lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        column = same - start + 1
        self.kept = Self.surroundings(of: same, in: old)
        self.now = Self.surroundings(of: same, in: new)
    }

    private static func surroundings(of place: Int, in text: [UInt8]) -> String {
        String(decoding: text[max(0, place - 60)..<min(text.count, place + 120)], as: UTF8.self)
    }

    var description: String { "line \(line), column \(column):\n- …\(kept)…\n+ …\(now)…" }
}
