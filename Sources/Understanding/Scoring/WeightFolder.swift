internal import Foundation

/// A folder that keeps fitted weights from one start to the next, so that the same examples are fitted once.
///
/// A file is named after the digest of all that its weights come from, so that what is found is what would be fitted. One that is damaged
/// is as if it were not there, and where nothing can be read or written, weights are fitted as ever: nothing depends on the folder but time.
public struct WeightFolder: Sendable, Hashable {
    private let folder: URL

    /// How many files are kept: who edits content leaves weights behind that nothing will ask for again.
    private static let most = 8
    /// How the names of the files end.
    private static let suffix = "weights"

    /// - Parameter path: The path of the folder, made when it is first written to.
    public init(path: String) { folder = URL(filePath: path, directoryHint: .isDirectory) }

    /// The user's folder for what can be made again: `passerelle` in `XDG_CACHE_HOME`, or in `.cache` of the home folder
    /// (XDG Base Directory Specification, 0.8); `nil` where there is neither.
    public init?(environment: [String: String]) {
        func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let base = absolute("XDG_CACHE_HOME") ?? absolute("HOME").map({ "\($0)/.cache" }) else { return nil }
        self.init(path: "\(base)/passerelle")
    }

    /// The weights that were fitted to the same, or else those that are fitted now and kept.
    func weights(for set: FittedWeights.TrainingSet) -> FittedWeights {
        let digest = set.digest
        let file = folder.appending(path: "\(digest).\(Self.suffix)")
        if let kept = try? Data(contentsOf: file),
            let weights = kept.withUnsafeBytes({ FittedWeights(bytes: $0, of: digest) })
        {
            // What is used is not the oldest.
            try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file.path)
            return weights
        }
        let fitted = FittedWeights(fitting: set)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(fitted.bytes(of: digest)).write(to: file, options: .atomic)
            try removeOldest()
        } catch {
            // The next start fits them again.
        }
        return fitted
    }

    private func removeOldest() throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.contentModificationDateKey]
        ).filter { $0.pathExtension == Self.suffix }
        func date(of file: URL) -> Date {
            (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate ?? .distantPast
        }
        for file in files.map({ ($0, date(of: $0)) }).sorted(by: { $0.1 > $1.1 }).dropFirst(Self.most) {
            try? FileManager.default.removeItem(at: file.0)
        }
    }
}
