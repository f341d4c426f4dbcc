import Foundation
import TestTexts
import Testing

/// What the program writes for people and programs, byte for byte, so that nothing of it changes unseen.
@Suite struct GoldenCommandTests {
    /// What a command writes, as a file under `Tests/Golden`.
    struct Written: Sendable, CustomTestStringConvertible {
        /// The file.
        let file: String
        /// What the program is called with.
        let arguments: [String]
        /// What it is given on standard input.
        var input = ""

        var testDescription: String { file }
    }

    private static let input = "Tests/Golden/input"
    private static let buyers = ["bank", "city"].map { "Tests/Questionnaires/\($0).csv" }
    private static let submissions = ["fr", "en"].map { "Tests/Golden/submission-\($0).json" }
    private static let start = ["--start", "2026-09-01"]

    private static let written: [Written] = [
        .init(file: "plan-fr.txt", arguments: ["plan"] + start),
        .init(file: "plan-en.md", arguments: ["plan", "--language", "en", "--format", "markdown"] + start),
        .init(file: "plan-fr.csv", arguments: ["plan", "--format", "csv"] + start),
        .init(file: "plan-fr.ics", arguments: ["plan", "--format", "ics"] + start),
        .init(file: "submissions-en.txt", arguments: ["submissions", "--language", "en"] + submissions),
        .init(file: "submissions-fr.html", arguments: ["submissions", "--format", "html"] + submissions),
        .init(file: "submissions-fr.json", arguments: ["submissions", "--format", "json"] + submissions),
        .init(file: "harmonise-fr.txt", arguments: ["harmonise"] + buyers),
        .init(file: "evaluate.txt", arguments: ["evaluate", "\(input)/questions.jsonl", "--misses"]),
        .init(
            file: "evaluate-fr.txt",
            arguments: ["evaluate", "\(input)/questions.jsonl", "--misses", "--language", "fr"]),
        .init(file: "settings.txt", arguments: ["settings"]),
        .init(file: "settings-fr.txt", arguments: ["settings", "--language", "fr"]),
        .init(file: "evaluate.json", arguments: ["evaluate", "\(input)/questions.jsonl", "--json"]),
        .init(
            file: "replay.txt",
            arguments: [
                "replay", "--questions", "\(input)/asked.jsonl", "--replies", "\(input)/replied.jsonl", "--text",
            ]),
        .init(
            file: "replay-fr.txt",
            arguments: [
                "replay", "--questions", "\(input)/asked.jsonl", "--replies", "\(input)/replied.jsonl", "--language",
                "fr",
            ]),
        .init(file: "realism-fr.txt", arguments: ["realism", "\(input)/insights.jsonl"]),
        .init(
            file: "repair.txt", arguments: ["repair"], input: "cmb coute la certif Bcorp svp\njai pas de cerification\n"
        ),
        .init(file: "explain-fr.txt", arguments: ["explain", "Combien coûte B Corp?"]),
        .init(file: "explain-en.json", arguments: ["explain", "What does B Corp cost?", "--json"]),
        .init(file: "explain-answer.txt", arguments: ["explain", "12 or so", "--question", "q-employees-count"]),
        .init(file: "intents.txt", arguments: ["intents"]),
        .init(file: "intents.json", arguments: ["intents", "--json"]),
    ]

    @Test(arguments: written) func aCommandWritesWhatItWrote(_ written: Written) throws {
        let output = try Self.output(of: written.arguments, input: written.input)
        try #require(!output.isEmpty)
        #expect(try GoldenFile.difference(of: output, from: "commands/\(written.file)") == nil)
    }

    /// Commands that write files besides, each an option of its own.
    @Test(arguments: [
        Written(file: "harmonise-en.csv", arguments: ["harmonise", "--language", "en"] + buyers + ["--output-csv"]),
        Written(file: "harmonise-fr.html", arguments: ["harmonise"] + buyers + ["--html"]),
        Written(file: "evaluate.html", arguments: ["evaluate", "\(input)/questions.jsonl", "--html"]),
        Written(
            file: "evaluate-fr.html", arguments: ["evaluate", "\(input)/questions.jsonl", "--language", "fr", "--html"]),
        Written(
            file: "realism-en.csv",
            arguments: ["realism", "\(input)/insights.jsonl", "--language", "en", "--output-csv"]),
    ])
    func aCommandWritesTheFileItWrote(_ written: Written) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: written.file)
        _ = try Self.output(of: written.arguments + [file.path(percentEncoded: false)])
        let text = try Self.masked(String(decoding: Data(contentsOf: file), as: UTF8.self))
        #expect(try GoldenFile.difference(of: text, from: "commands/\(written.file)") == nil)
    }

    @Test(arguments: [("help", "en"), ("help-fr", "fr")]) func helpIsWhatItWas(folder: String, language: String) throws
    {
        let overview = try Self.output(of: ["--help"])
        let list = try #require(overview.split(separator: "SUBCOMMANDS:\n").last)
        var commands = list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map { [String($0)] } }.filter { $0 != ["See"] }
        try #require(commands.count > 10)
        for group in ["topics", "content", "questionnaire"] {
            let list = try #require(try Self.output(of: [group, "--help"]).split(separator: "SUBCOMMANDS:\n").last)
            commands += list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
                .compactMap { $0.split(separator: " ").first.map { [group, String($0)] } }.filter { $0[1] != "See" }
        }
        for command in [[]] + commands {
            let name = (["help"] + command).joined(separator: "-")
            let help = try Self.output(of: command + ["--help", "--language", language])
            #expect(try GoldenFile.difference(of: help, from: "\(folder)/\(name).txt") == nil)
        }
    }

    @Test func theFirstDifferenceIsShownWithItsPlace() {
        let difference = FirstDifference(kept: "un\ndeux\ntrois\n", now: "un\ndeuxième\ntrois\n")
        #expect(difference?.line == 2 && difference?.column == 5)
        #expect(difference?.description.contains("+ …un\ndeuxième") == true)
        #expect(FirstDifference(kept: "un\n", now: "un\n") == nil)
        #expect(FirstDifference(kept: "", now: "un\n")?.line == 1)
    }

    private static func output(of arguments: [String], input: String = "") throws -> String {
        let program = try Program(arguments)
        program.type(input)
        let end = program.finish()
        #expect(end.status == 0, "\(arguments): \(end.errors)")
        return try masked(end.output)
    }

    /// The text without the version of the content, which every edit of any of its files changes.
    private static func masked(_ text: String) throws -> String {
        text.replacing(try version.get(), with: "content-version")
    }

    private static let version = Result { () throws -> String in
        struct Catalogue: Decodable { var content: String }
        return try JSONDecoder().decode(
            Catalogue.self, from: Data(Program(["intents", "--json"]).finish().output.utf8)
        )
        .content
    }
}
