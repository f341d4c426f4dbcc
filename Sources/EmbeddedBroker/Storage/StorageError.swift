/// Why a data directory cannot be used.
public enum StorageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Another broker has it open.
    case inUse(directory: String)
    /// The system refuses a file.
    case file(path: String, detail: String)

    public var description: String {
        switch self {
        case .inUse(let directory):
            "Another broker uses \(directory). Stop it, or choose another data directory."
        case .file(let path, let detail):
            "The broker cannot use \(path): \(detail). Check that the disk has room and that this user may write there."
        }
    }
}
