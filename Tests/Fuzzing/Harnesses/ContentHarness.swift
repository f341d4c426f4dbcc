import Content
import Dialogue
import Knowledge
import Text
import Understanding

/// Which file of the content folder by one byte, then the file.
enum ContentHarness {
    static func run(_ input: inout FuzzInput) throws {
        let path = input.pick(of: paths)
        let file = ContentFile(path: path, bytes: input.rest())
        let reader = ContentReader()
        if path.hasPrefix("intents/") {
            let definitions = IntentDefinitions.load(files: [file], into: reader)
            let base = try Prepared.content.engine.knowledge
            if !reader.hasErrors {
                _ = Interpreter(definitions: definitions, knowledge: base).interpret("C'est quoi B Corp?", prior: .fr)
            }
        } else if path.contains("/answers/") {
            let intents = try Prepared.content.engine.interpreter.intents
            _ = AnswerCatalog.load(files: [file], of: intents, into: reader)
        } else {
            _ = KnowledgeBase.load(files: [file], into: reader)
        }
        for problem in reader.sortedProblems {
            try BrokenPromise.check(problem.line >= 1 && problem.column >= 1, "a problem has a place: \(problem)")
        }
    }

    private static let paths = [
        "knowledge/certifications/a.yaml", "knowledge/questionnaires/a.yaml", "knowledge/answers/a.yaml",
        "intents/a.yaml", "intents/lexicon/a.yaml", "intents/lexicon/everyday-fr.txt", "knowledge/vocabulary.yaml",
    ]
}
