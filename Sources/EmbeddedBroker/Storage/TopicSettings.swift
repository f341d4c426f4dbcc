import Foundation
import NIOCore

/// What is kept of a topic besides its records, in a file with its checksum.
struct TopicSettings {
    static let fileName = "settings.json"
    /// How many partitions a topic may have.
    static let partitionCounts = 1...10_000

    var name: String
    var partitions: Int
    var settings: [String: String]

    private struct File: Codable {
        var partitions: Int
        var settings: [String: String]
        /// Of the rest of the file; earlier versions wrote none.
        var checksum: UInt32?
    }

    init(name: String, partitions: Int, settings: [String: String]) {
        self.name = name
        self.partitions = partitions
        self.settings = settings
    }

    init(name: String, reading contents: ByteBuffer, from path: String, folder: String) throws(StorageError) {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: Data(contents.readableBytesView))
        } catch {
            throw Self.damage(path, folder, "it is \(contents.readableBytes == 0 ? "empty" : "not as JSON has it")")
        }
        guard Self.partitionCounts.contains(file.partitions) else {
            throw Self.damage(path, folder, "it speaks of \(file.partitions) partitions")
        }
        self.init(name: name, partitions: file.partitions, settings: file.settings)
        if let kept = file.checksum {
            guard try kept == checksum else { throw Self.damage(path, folder, "its checksum is not that of the rest") }
        }
    }

    private var checksum: UInt32 {
        get throws(StorageError) {
            let data = try Self.encode(File(partitions: partitions, settings: settings, checksum: nil))
            return data.withUnsafeBytes { CRC32C.checksum($0) }
        }
    }

    func encoded() throws(StorageError) -> ByteBuffer {
        ByteBuffer(bytes: try Self.encode(File(partitions: partitions, settings: settings, checksum: checksum)))
    }

    private static func encode(_ file: File) throws(StorageError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do { return try encoder.encode(file) } catch { throw .file(path: fileName, detail: "\(error)") }
    }

    static func remedy(_ path: String, _ folder: String) -> String {
        """
        Restore \(path) from a backup. To go on without the topic, move \(folder) out of the data directory, and make an empty \
        folder of its name under removed/ beside topics/.
        """
    }

    private static func damage(_ path: String, _ folder: String, _ detail: String) -> StorageError {
        .damaged(path: path, position: 0, detail: detail, remedy: remedy(path, folder))
    }
}
