internal import Foundation
public import Text

/// Why a folder of content could not be read.
public enum ContentFolderError: TranslatableError, Hashable {
    /// Nothing by that name is a folder.
    case notAFolder(String)
    /// The folder or one of its files could not be read.
    case unreadable(String)
    /// The files of the folder are more, or larger together, than is read.
    case tooLarge(String)

    /// A sentence for people.
    public var text: TranslatableText {
        switch self {
        case .notAFolder(let path): "\(path) is not a folder. Give the folder that holds it, or create it."
        case .unreadable(let path): "\(path) cannot be read. Check that it exists and that you may read it."
        case .tooLarge(let path):
            "\(path) holds more than \(ContentFolder.mostFiles) files or \(ContentFolder.mostBytes / 1_048_576) MiB. "
                + "Check that it is the folder of the content, and take out what is none."
        }
    }
}

/// Finds the content files on disk.
public enum ContentFolder {
    /// The most files of a folder, and the most bytes of them together.
    static let mostFiles = 1000
    static let mostBytes = 4 * ContentFile.most

    /// Reads every `.yaml` and `.txt` file in a folder and below it, in the order of their paths' bytes.
    ///
    /// - Parameters:
    ///   - root: The folder that holds the content's folders.
    ///   - folder: The folder's name inside it, which also begins the paths that are shown.
    public static func files(under root: String, named folder: String) throws(ContentFolderError) -> [ContentFile] {
        let paths = try paths(under: root, in: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var files: [ContentFile] = []
        var bytes = 0
        for path in paths {
            let data = try contents(of: join(root, path))
            bytes += data.count
            guard bytes <= mostBytes, files.count < mostFiles else { throw .tooLarge(join(root, folder)) }
            files.append(ContentFile(path: path, bytes: Array(data)))
        }
        return files
    }

    /// What a file holds; of one that is too large, enough that its reader finds that out.
    private static func contents(of path: String) throws(ContentFolderError) -> Data {
        do {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? file.close() }
            return try file.read(upToCount: ContentFile.most + 1) ?? Data()
        } catch {
            throw .unreadable(path)
        }
    }

    private static func paths(under root: String, in folder: String) throws(ContentFolderError) -> [String] {
        let place = join(root, folder)
        guard isFolder(place) else { throw .notAFolder(place) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else {
            throw .unreadable(place)
        }
        var paths: [String] = []
        // A leading dot marks what editors and version control leave behind.
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            if isFolder(join(root, path)) {
                paths += try self.paths(under: root, in: path)
            } else if name.hasSuffix(".yaml") || name.hasSuffix(".txt") {
                paths.append(path)
            }
        }
        return paths
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func join(_ root: String, _ path: String) -> String {
        if root.isEmpty { return path }
        return root.hasSuffix("/") ? root + path : "\(root)/\(path)"
    }
}
