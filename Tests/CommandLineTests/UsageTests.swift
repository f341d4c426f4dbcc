import Foundation
import Testing

/// How commands answer who calls them wrongly: in words, in the person's language, and with what to do.
@Suite struct UsageTests {
    private func run(
        _ arguments: [String], environment: [String: String] = [:], folder: URL = Program.root
    ) throws -> (status: Int32, output: String, errors: String) {
        try Program(arguments, environment: environment, folder: folder).finish()
    }

    /// A folder with a file of its own.
    private func folder(_ name: String, holding text: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "usage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: name))
        return folder
    }

    @Test(arguments: [
        (["serve", "--port", "1234"], "--port is for the embedded broker: give --embedded with it"),
        (["chat", "--data", "d"], "--data is for the embedded broker"),
        (["serve", "--host", "127.0.0.1"], "--host is for the embedded broker"),
        (["broker", "--port", "99999"], "There is no port 99999"),
        (["plan", "--separator", "comma"], "--separator is for --format csv"),
        (["submissions", "s.jsonl", "--separator", "comma"], "--separator is for --format csv"),
        (["harmonise", "a.csv", "--separator", "comma"], "give --output-csv with it"),
        (["realism", "a.jsonl", "--separator", "comma"], "give --output-csv with it"),
        (["ask", "-", "--json"], "leave --json out"), (["ask", "-", "--language", "en"], "leave --language out"),
        (["check", "--readability", "--examples"], "leave --examples out"),
        (["evaluate", "a.jsonl", "--json", "--misses"], "leave --misses out"),
        (["round", "a.jsonl", "--why"], "--why is about the lines of --misses"),
        (["report"], "Give either the file of a submission"), (["plan", "--dimension", "x"], "eco-responsible"),
    ])
    func anOptionThatDoesNothingIsRefused(arguments: [String], words: String) throws {
        let result = try run(arguments)
        #expect(result.status == 64 && result.output.isEmpty)
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test(arguments: [
        (["evaluate"], "Erreur\u{A0}: Il manque l'argument <file>"),
        (["plan", "--colour"], "Option inconnue\u{A0}: --colour"),
        (["plan", "--start"], "Il manque la valeur de --start <yyyy-mm-dd>"),
        (["plan", "more"], "Argument inattendu\u{A0}: «\u{A0}more\u{A0}»"),
        (["plan", "--horizon", "soon"], "La valeur «\u{A0}soon\u{A0}» ne convient pas à --horizon <horizon>"),
        (["broker", "--port", "99999"], "Il n'y a pas de port 99999"),
        (["ask", "--json=1", "B Corp"], "L'option --json ne prend pas de valeur"),
        (
            ["plan", "--dimension", "accessibility"],
            "Aucune action de la base de connaissances ne touche accessibility"
        ),
        (["check", "--content", "nowhere"], "nowhere/intents n'est pas un dossier"),
        (["evaluate", "nofile"], "nofile ne peut pas être lu"),
    ])
    func errorsSpeakFrenchToWhoDoes(arguments: [String], words: String) throws {
        let result = try run(arguments, environment: ["LANG": "fr_CA.UTF-8"])
        #expect(result.status != 0 && result.output.isEmpty)
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(!result.errors.contains("Error") && !result.errors.contains("Usage:"), "\(result.errors)")
    }

    @Test(arguments: [
        (["LANG": "fr_CA.UTF-8"], [], "AIDE"), (["LANG": "en_CA.UTF-8"], [], "USAGE: "), (["LANG": "C"], [], "USAGE: "),
        (["LANG": "fr_CA.UTF-8", "LC_ALL": "en_CA.UTF-8"], [], "USAGE: "),
        (["LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr_FR"], [], "AIDE"), (["LANG": "en"], ["--language", "fr"], "AIDE"),
        (["LANG": "fr"], ["--language=en"], "USAGE: "),
    ])
    func theLanguageIsThatOfTheLocaleOrTheOneAskedFor(
        environment: [String: String], arguments: [String], heading: String
    ) throws {
        let heading = heading == "AIDE" ? "UTILISATION\u{A0}: " : heading
        let result = try run(["check", "--help"] + arguments, environment: environment)
        #expect(result.status == 0 && result.output.contains(heading), "\(result.output.prefix(400))")
    }

    @Test func everyLineThatCannotBeReadIsTold() throws {
        let good = #"{"id":"1","text":"Bonjour","language":"fr","intent":"greet"}"#
        let folder = try folder("q.jsonl", holding: "\(good)\nnot JSON\n{\"id\":\"2\"}\n\(good)\n[1]\n")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "q.jsonl").path(percentEncoded: false)
        let result = try run(["evaluate", file])
        #expect(result.status == 65)
        for words in ["line 2: it is no JSON.", "line 3: the field « text » is missing.", "line 5: it is no object."] {
            #expect(result.errors.contains(words), "\(result.errors)")
        }
        #expect(!result.errors.contains("line 1") && !result.errors.contains("line 4"))
    }

    @Test func aReportIsOfOneSubmission() throws {
        let line = try String(
            contentsOf: Program.root.appending(path: "Tests/Golden/submission-fr.json"), encoding: .utf8
        ).split(separator: "\n").joined()
        let folder = try folder("s.jsonl", holding: "\(line)\n\(line)\n")
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try run(["report", folder.appending(path: "s.jsonl").path(percentEncoded: false)])
        #expect(result.status != 0 && result.errors.contains("it holds 2 submissions, a line each, and one is wanted"))
    }

    @Test func anAddressThatIsTakenIsToldInWords() throws {
        let first = try Program(["broker", "--port", "0"])
        defer { first.terminate() }
        try first.wait { first.errors.contains("Embedded broker: 127.0.0.1:") }
        let port = try #require(first.errors.split(separator: ":").last?.prefix { $0.isNumber })
        let second = try run(["broker", "--port", String(port)])
        #expect(second.status != 0)
        #expect(second.errors.contains("another program listens there. Choose another address or port."))
        #expect(!second.errors.contains("bind") && !second.errors.contains("errno"))
    }

    @Test func aPlanSaysWhichDimensionHasNoAction() throws {
        let some = try run(["plan", "--dimension", "diversity", "--dimension", "social-economy"])
        #expect(some.status == 0 && some.errors.contains("No action of the knowledge base speaks to social-economy"))
        let none = try run(["plan", "--dimension", "social-economy"])
        #expect(none.status != 0 && none.output.isEmpty && none.errors.contains("Some speak to eco-responsible"))
    }

    @Test func checkRefusesFactsFromTheFuture() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "usage-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["intents", "knowledge"] {
            try FileManager.default.copyItem(
                at: Program.root.appending(path: name), to: folder.appending(path: name))
        }
        let file = folder.appending(path: "knowledge/barriers.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let year = try #require(text.range(of: "as-of: "))
        try Data(text.replacingCharacters(in: year, with: "as-of: 2099 # ").utf8).write(to: file)
        let result = try run(["check", "--content", folder.path(percentEncoded: false)])
        #expect(result.status == 78)
        #expect(
            result.errors.contains("knowledge/barriers.yaml:") && result.errors.contains("error: 2099 is out of bounds")
        )
        // What answers people is not stopped by a clock.
        #expect(try run(["ask", "Bonjour", "--content", folder.path(percentEncoded: false)]).status == 0)
    }
}
