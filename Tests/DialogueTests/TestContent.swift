import Dialogue
import Foundation
import Knowledge

/// The real content, read once for all tests.
enum TestContent {
    static let shared = Result { try Content.load(intents: "\(root)/intents", knowledge: "\(root)/knowledge") }

    /// The root of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path(percentEncoded: false).trimmingSuffix("/")

    static var engine: DialogueEngine { get throws { try shared.get().engine } }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
