/// Why a data directory cannot be used.
public enum StorageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Another broker has it open.
    case inUse(directory: String)
    /// The system refuses a file.
    case file(path: String, detail: String)
    /// The disk has no room.
    case full(path: String)
    /// A file is not as it was written, from a byte on; the rest of it, and of the directory, is left as it is.
    case damaged(path: String, position: Int, detail: String, remedy: String)
    /// A file or folder that must be there is not.
    case missing(path: String, detail: String, remedy: String)
    /// Something in the directory that the broker has not put there.
    case unknown(path: String)
    /// A path that cannot be a data directory.
    case notADirectoryForData(path: String, detail: String)

    public var description: String {
        switch self {
        case .inUse(let directory):
            "Another broker uses \(directory). Stop it, or choose another data directory."
        case .file(let path, let detail):
            "The broker cannot use \(path): \(detail). Check that the disk is sound and that this user may write there."
        case .full(let path):
            """
            The disk has no room for \(path). Make room: what is refused meanwhile is refused whole, what is decided is \
            carried out as soon as there is some.
            """
        case .damaged(let path, let position, let detail, let remedy):
            "\(path) is damaged at byte \(position): \(detail). Nothing was changed. \(remedy)"
        case .missing(let path, let detail, let remedy):
            "\(path) is missing: \(detail). Nothing was changed. \(remedy)"
        case .unknown(let path):
            "\(path) is nothing that the broker has put there. Move it out of the data directory."
        case .notADirectoryForData(let path, let detail):
            "« \(path) » cannot hold the broker's data: \(detail). Name a folder of its own."
        }
    }
}
