import Dialogue
import Foundation
import Knowledge
import Understanding

/// The real content, read once for all tests.
enum TestContent {
    static let shared = Result { try Content.load(intents: "\(root)/intents", knowledge: "\(root)/knowledge") }

    /// The root of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false).trimmingSuffix("/")

    /// All the examples of all intents, in both languages, in the order of the intents.
    static let examples = Result {
        let files = try ContentFolder.files(under: root, named: "intents")
        let definitions = IntentDefinitions.load(files: files, into: ContentReader())
        return definitions.topics.flatMap { topic in Language.allCases.flatMap { topic.examples[$0] ?? [] } }
    }

    static var engine: DialogueEngine { get throws { try shared.get().engine } }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
