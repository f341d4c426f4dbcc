import Foundation
import Knowledge
import Testing
import Understanding

/// The real content, and the interpreter that it makes.
enum RealContent {
    static let loaded = Result(catching: load)

    /// An interpreter made of the content once more.
    static func loadedAgain() throws -> Interpreter { try load().interpreter }

    private static func load() throws -> (definitions: IntentDefinitions, interpreter: Interpreter) {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        let reader = ContentReader()
        let knowledge = KnowledgeBase.load(
            files: try ContentFolder.files(under: root, named: "knowledge").filter { !$0.path.contains("/answers/") },
            into: reader)
        let definitions = IntentDefinitions.load(
            files: try ContentFolder.files(under: root, named: "intents"), into: reader)
        return (definitions, Interpreter(definitions: definitions, knowledge: try #require(knowledge)))
    }

    static var interpreter: Interpreter { get throws { try loaded.get().interpreter } }

    /// Every example, in both languages.
    static var examples: [String] {
        get throws {
            try loaded.get().definitions.topics.flatMap { topic in
                Language.allCases.flatMap { topic.examples[$0] ?? [] }
            }
        }
    }
}
