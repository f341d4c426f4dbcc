/// One content file: its path as people know it, and its bytes.
public struct ContentFile: Sendable, Hashable {
    /// The path, relative to the folder that holds the content, with `/` between its parts.
    public var path: String
    /// What the file holds.
    public var bytes: [UInt8]

    /// The most bytes of a file that are read: some ten times what the largest has.
    public static let most = 4_194_304

    /// Creates a content file, from disk or from elsewhere.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Creates a content file from a text.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
