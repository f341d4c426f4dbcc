internal import Foundation

/// A folder that keeps fitted weights from one start to the next, so that the same examples are fitted once.
///
/// A file is named after the digest of all that its weights come from, so that what is found is what would be fitted. One that is damaged
/// is as if it were not there, and where nothing can be read or written, weights are fitted as ever: nothing depends on the folder but time.
public struct WeightFolder: Sendable, Hashable {
    private let folder: URL

    /// How many files are kept: who edits content leaves weights behind that nothing will ask for again.
    private static let most = 8
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
        let file = folder.appending(path: "\(set.digest).\(Self.suffix)")
        if let kept = Self.read(file) { return kept }
        let fitted = FittedWeights(fitting: set)
        keep(fitted, in: file)
        return fitted
    }

    private static func read(_ file: URL) -> FittedWeights? {
        (try? Data(contentsOf: file, options: .mappedIfSafe))?.withUnsafeBytes { FittedWeights(bytes: $0) }
    }

    private func keep(_ weights: FittedWeights, in file: URL) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(weights.bytes).write(to: file, options: .atomic)
            try removeOldest()
        } catch {
            // The next start fits them again.
        }
    }

    private func removeOldest() throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.contentModificationDateKey]
        ).filter { $0.pathExtension == Self.suffix }
        func date(of file: URL) -> Date {
            (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate ?? .distantPast
        }
        for file in files.map({ ($0, date(of: $0)) }).sorted(by: { $0.1 > $1.1 }).dropFirst(Self.most) {
            try FileManager.default.removeItem(at: file.0)
        }
    }
}
