import Content
public import Dialogue
import Foundation
public import Knowledge
import Text
public import Understanding

/// The content of the project, read once for all tests of a run.
public enum RealContent {
    /// All of it, and the assistant that it makes.
    public static let content = Result {
        try LoadedContent.load(intents: "\(root)/intents", knowledge: "\(root)/knowledge")
    }

    /// How questions are understood, as its files say it.
    public static let definitions = Result { () throws -> IntentDefinitions in
        IntentDefinitions.load(files: try ContentFolder.files(under: root, named: "intents"), into: ContentReader())
    }

    /// The root of the package.
    public static let root: String = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }()

    /// The assistant.
    public static var engine: DialogueEngine { get throws { try content.get().engine } }
    /// What it knows.
    public static var knowledge: KnowledgeBase { get throws { try engine.knowledge } }
    /// What understands questions.
    public static var interpreter: Interpreter { get throws { try engine.interpreter } }

    /// What understands questions, made of the content once more.
    public static func anotherInterpreter() throws -> Interpreter {
        Interpreter(definitions: try definitions.get(), knowledge: try knowledge)
    }

    /// All the examples of all intents, in both languages, in the order of the intents.
    public static var examples: [String] {
        get throws {
            try definitions.get().topics.flatMap { topic in Language.allCases.flatMap { topic.examples[$0] ?? [] } }
        }
    }
}
