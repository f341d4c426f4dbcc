import Foundation
import TestContent
import TestTexts
import Testing

/// docs/messages.md names every field that the encoders write, as the golden files have them.
@Suite struct MessagesDocumentTests {
    /// Files under `Tests/Golden`, an object a line, each after what stands before its first brace.
    private static let files = [
        "replies-fr.jsonl", "replies-en.jsonl", "events-fr.jsonl", "events-en.jsonl", "submission-fr.json",
        "submission-en.json",
    ]

    private static func document() throws -> String {
        try String(contentsOfFile: "\(RealContent.root)/docs/messages.md", encoding: .utf8)
    }

    private static func objects(in file: String) throws -> [[String: Any]] {
        let text = try String(contentsOf: GoldenFile.folder.appending(path: file), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            line.firstIndex(of: "{").flatMap {
                try? JSONSerialization.jsonObject(with: Data(line[$0...].utf8)) as? [String: Any]
            }
        }
    }

    /// The names of all fields of an object and of those in it; ids of questions, which are names of answers, apart, and what is in an
    /// explanation, whose parts the document tells in words.
    private static func fields(of value: Any) -> Set<String> {
        switch value {
        case let object as [String: Any]:
            object.reduce(into: []) { names, field in
                if !field.key.hasPrefix("q-") { names.insert(field.key) }
                if field.key != "explanation" { names.formUnion(fields(of: field.value)) }
            }
        case let list as [Any]: list.reduce(into: []) { $0.formUnion(fields(of: $1)) }
        default: []
        }
    }

    @Test(arguments: files) func everyFieldThatIsWrittenIsInTheDocument(file: String) throws {
        let document = try Self.document()
        let written = Set(document.matches(of: /\w+/).map { String($0.output) })
        let objects = try Self.objects(in: file)
        try #require(!objects.isEmpty)
        let fields = objects.reduce(into: Set<String>()) { $0.formUnion(Self.fields(of: $1)) }
        #expect(fields.count > 4)
        #expect(fields.subtracting(written) == [])
    }

    @Test func everyFieldOfAReplyInTheDocumentIsWritten() throws {
        let document = try Self.document()
        let section = try #require(
            document.split(separator: "## Reply\n").dropFirst().first?.split(separator: "\n## ").first)
        let named = Set(
            section.split(separator: "\n").compactMap { row in
                row.firstMatch(of: /^\| `(\w+)` \|/).map { String($0.output.1) }
            })
        try #require(named.count > 12)
        let written = try Self.files.prefix(2).flatMap(Self.objects).reduce(into: Set<String>()) {
            $0.formUnion($1.keys)
        }
        #expect(named.subtracting(written) == [])
        #expect(written.subtracting(named) == [])
    }
}
