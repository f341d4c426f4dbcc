import Foundation
import TestTexts
import Testing

/// The commands, run as a person runs them.
@Suite struct CommandTests {
    private func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:], folder: URL = Program.root
    ) throws -> (status: Int32, output: String, errors: String) {
        let program = try Program(arguments, environment: environment, folder: folder)
        program.type(input)
        return program.finish()
    }

    @Test func askAnswersAQuestion() throws {
        let result = try run("ask", "Quelle certification identifie un fournisseur détenu par des femmes?")
        #expect(result.status == 0)
        #expect(result.output.contains("WBE Canada"))
    }

    @Test func askAnswersInTheLanguageOneWants() throws {
        let result = try run("ask", "--language", "en", "--json", "B Corp")
        let reply = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(reply["language"] as? String == "en")
    }

    @Test func theIntentsAreListed() throws {
        let result = try run("intents", "--json")
        let catalogue = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let intents = try #require(catalogue["intents"] as? [[String: Any]])
        let cost = try #require(intents.first { $0["id"] as? String == "certification.cost" })
        #expect((cost["takes"] as? [String: String])?["certification"] == "inherited")
        #expect((cost["title"] as? [String: String])?["fr"]?.isEmpty == false)
        #expect(try run("intents").output.split(separator: "\n").count == intents.count)
    }

    @Test func askTakesLines() throws {
        let lines = """
            {"conversation":"a","id":"1","text":"C'est quoi EcoVadis?"}
            {"conversation":"a","id":"2","text":"et le coût?"}

            {"conversation":"a","id":"1","text":"C'est quoi EcoVadis?"}
            """
        let result = try run("ask", "-", input: lines)
        let replies = result.output.split(separator: "\n")
        #expect(replies.count == 3)
        #expect(replies[0].contains(#""sequence":1"#) && replies[1].contains(#""id":"certification.cost""#))
        #expect(replies[2].contains("duplicate"))
    }

    @Test func chatAnswersTheLinesOfItsInput() throws {
        let result = try run("chat", input: "Bonjour\nWhat is EcoVadis?\n")
        #expect(result.status == 0)
        #expect(result.output.contains("EcoVadis") && result.output.contains("Bonjour"))
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func nothingThatIsRepeatedSteersATerminal() throws {
        let hostile = "\u{1B}[2J\u{202E}x\u{9B}31m\u{7F}"
        let chat = try run("chat", input: "/\(hostile)\n/help certification=\(hostile)\n\(hostile)\n")
        #expect(chat.status == 0 && !HostileText.hasHidden(chat.output + chat.errors))
        let commands = [
            ["ask", hostile], ["ask", "--json", "--language", "en", hostile], ["explain", hostile],
            ["ask", "--language", hostile, "x"],
            ["check", "--\(hostile)"], [hostile], ["report", hostile], ["replay", "--kafka", "--since", hostile],
            ["check", "--content", hostile], ["evaluate", hostile], ["serve", "--config", hostile],
            ["harmonise", hostile],
        ]
        for arguments in commands {
            let program = try Program(arguments)
            let end = program.finish()
            #expect(!HostileText.hasHidden(end.output + end.errors), "\(arguments[0].debugDescription): \(end)")
        }
    }

    @Test func credentialsInAddressesAreRefusedAndNotShown() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "passerelle.yaml")
        try Data("kafka:\n  bootstrap-servers: sasl://user:geheim@host:9092\n".utf8).write(to: file)
        let byFile = try run("serve", "--config", file.path(percentEncoded: false))
        #expect(
            byFile.status == 78 && byFile.errors.contains(":2:22: error:") && byFile.errors.contains("sasl.password"))
        let byVariable = try run(
            "serve", environment: ["PASSERELLE_KAFKA_BOOTSTRAP_SERVERS": "user:geheim@host:9092"])
        #expect(byVariable.status == 78 && byVariable.errors.contains("sasl.password"))
        #expect(!(byFile.errors + byVariable.errors + byFile.output + byVariable.output).contains("geheim"))
    }

    @Test func checkFindsNothingToMendInTheContent() throws {
        let result = try run("check")
        #expect(result.status == 0 && result.output.contains("no error, no warning"))
        #expect(result.errors.isEmpty, "\(result.errors)")
    }

    @Test func checkTellsANewClashOfWordsAndADeclarationOfNone() throws {
        let folder = try Self.copyOfContent()
        defer { try? FileManager.default.removeItem(at: folder) }
        let lexicon = folder.appending(path: "intents/lexicon")
        try Self.replace(
            "fr: [c'est quoi", with: "fr: [fornisseur, c'est quoi", in: lexicon.appending(path: "acts.yaml"), times: 1)
        try Self.replace(
            "[quille, quelle]", with: "[quille, quelles]", in: lexicon.appending(path: "known-clashes.yaml"), times: 1)
        let errors = try Program(["check"], folder: folder).finish().errors
        #expect(errors.contains("« fornisseur » (what-is)"), "\(errors)")
        #expect(errors.contains("known-clashes.yaml:") && errors.contains("do not clash"), "\(errors)")
        #expect(errors.contains("« quille » (sports-outdoors) of « quelle »"), "\(errors)")
    }

    @Test func checkListsEveryProblemAndStartsNothing() throws {
        let folder = try Self.copyOfContent()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.replace(
            "stage: ", with: "stages-of: ", in: folder.appending(path: "knowledge/barriers.yaml"), times: 1)
        let glossary = folder.appending(path: "knowledge/glossary.yaml")
        try Self.replace("confidence: medium", with: "confidence: medum", in: glossary, times: 1)
        try Self.replace("examples:", with: "exemples:", in: folder.appending(path: "intents/talk.yaml"), times: 1)
        for command in [["check"], ["ask", "Bonjour"], ["serve", "--embedded"]] {
            let result = try Program(command, folder: folder).finish()
            #expect(result.status == 78, "\(command)")
            #expect(result.errors.contains("knowledge/glossary.yaml:") && result.errors.contains("« medium »"))
            #expect(result.errors.contains("intents/talk.yaml:") && result.errors.contains("« examples »"))
        }
    }

    @Test func wrongSettingsAreNamedWithTheNearestRightOne() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "wrong.yaml").path(percentEncoded: false)
        try Data("kafka:\n  bootstrap-server: a:1\nservice:\n  pumps: many\n".utf8).write(to: URL(filePath: file))
        let result = try run("check", "--config", file, environment: ["PASSERELLE_KAFKA_BOOTSTRAP_SERVER": "a:1"])
        #expect(result.status == 78)
        #expect(result.errors.contains("wrong.yaml:2:3") && result.errors.contains("bootstrap-servers"))
        #expect(result.errors.contains("wrong.yaml:4:"))
        #expect(result.errors.contains("PASSERELLE_KAFKA_BOOTSTRAP_SERVERS"))
    }

    @Test(arguments: [
        "serve", "chat", "ask", "check", "content", "evaluate", "harmonise", "plan", "questionnaire", "realism",
        "replay",
        "report", "submissions", "test", "topics",
    ])
    func everyCommandExplainsItself(command: String) throws {
        let result = try run(command, "--help")
        #expect(result.status == 0 && result.output.contains("OVERVIEW:"))
    }

    private static func copyOfContent() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["intents", "knowledge"] {
            try FileManager.default.copyItem(at: Program.root.appending(path: name), to: folder.appending(path: name))
        }
        return folder
    }

    private static func replace(_ old: String, with new: String, in file: URL, times: Int) throws {
        var text = try String(contentsOf: file, encoding: .utf8)
        for _ in 0..<times {
            guard let range = text.range(of: old) else { break }
            text.replaceSubrange(range, with: new)
        }
        try Data(text.utf8).write(to: file)
    }
}
