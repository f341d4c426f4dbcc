import Content
import Foundation
import Knowledge

/// The real knowledge base, read once for all tests.
enum TestKnowledge {
    /// The root of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false)

    private struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    private static let loaded = Result { () throws -> KnowledgeBase in
        let reader = ContentReader()
        let files = try ContentFolder.files(under: root, named: "knowledge").filter { !$0.path.contains("/answers/") }
        guard let base = KnowledgeBase.load(files: files, into: reader), !reader.hasErrors else {
            throw Unusable(description: "\(reader.sortedProblems)")
        }
        return base
    }

    static var base: KnowledgeBase { get throws { try loaded.get() } }
}
