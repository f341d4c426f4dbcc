public import Foundation

/// A file under `Tests/Golden` that holds what people and programs get today, so that nothing of it changes unseen.
public enum GoldenFile {
    /// Set to 1, has the tests write the files anew rather than compare them.
    private static let writing = "PASSERELLE_WRITE_GOLDEN"

    /// The folder of the files.
    public static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden")

    /// What `text` changes in a file, for a person to read; nothing where it is the file's content, byte for byte, or where the
    /// files are being written anew.
    ///
    /// - Parameter name: The file's path in ``folder``.
    /// - Throws: What kept the file from being written.
    public static func difference(of text: String, from name: String) throws -> String? {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment[writing] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return nil
        }
        let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return FirstDifference(kept: kept, now: text).map {
            """
            Tests/Golden/\(name) is another, from \($0)
            If that is wanted, « make golden » writes the files anew and shows what has changed.
            """
        }
    }
}

/// Where two texts part, with what surrounds the place in each.
public struct FirstDifference: CustomStringConvertible {
    /// Lines and columns count from 1, a column in bytes.
    public let line: Int
    /// The column of the first byte that is another.
    public let column: Int
    private let kept: String
    private let now: String

    /// Nothing where both are the same bytes.
    public init?(kept: String, now: String) {
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

    public var description: String { "line \(line), column \(column):\n- …\(kept)…\n+ …\(now)…" }
}
