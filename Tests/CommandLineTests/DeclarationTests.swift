import Foundation
import Testing

/// A questionnaire filled in in a chat, and the files that stay.
@Suite struct DeclarationTests {
    private static let answers = [
        "Commencer le questionnaire version courte", "Meubles Lavoie", "3", "12", "3",
        "Nous vendons des meubles remis à neuf pour les écoles.", "3", "2", "1", "1, 2 et 3", "2", "1", "60", "oui",
        "1 et 2", "aucune", "2", "oui", "2", "B Corp",
    ]

    private func lines(sharing: String, _ after: String...) -> String {
        (Self.answers + [sharing, "oui"] + after).joined(separator: "\n") + "\n"
    }

    private func emptyFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private func chat(_ options: [String] = [], in folder: URL, _ input: String) throws -> String {
        let root = Program.root.path(percentEncoded: false)
        let program = try Program(["chat", "--content", root] + options, folder: folder)
        program.type(input)
        let result = program.finish()
        #expect(result.status == 0, "\(result.errors)")
        return result.output.replacing("\u{A0}", with: " ")
    }

    private func files(in folder: URL) throws -> [URL] {
        let place = folder.appending(path: ".passerelle/declarations").path(percentEncoded: false)
        return try FileManager.default.contentsOfDirectory(atPath: place).sorted().map {
            folder.appending(path: ".passerelle/declarations/\($0)")
        }
    }

    @Test func aChatWritesTheDeclarationAndItsReportAndSaysWhere() throws {
        let folder = try emptyFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let said = try chat(in: folder, lines(sharing: "1", "je veux mon rapport", "efface tout", "oui"))
        #expect(!said.contains("transmise dans") && said.contains("rien n'est transmis"))
        let files = try files(in: folder)
        #expect(files.map(\.pathExtension) == ["html", "json"])
        for file in files {
            // Once at the end, once when asked for.
            #expect(said.components(separatedBy: ".passerelle/declarations/\(file.lastPathComponent)").count == 3)
            let path = file.path(percentEncoded: false)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        let page = try String(contentsOf: files[0], encoding: .utf8)
        #expect(page.contains("Meubles Lavoie") && page.contains("id=\"q-ownership-groups\""))
        #expect(said.contains("Les fichiers de vos déclarations restent dans .passerelle/declarations"))
        // The declaration is what « report » reads.
        let report = try Program(["report", files[1].path(percentEncoded: false)])
        let result = report.finish()
        #expect(result.status == 0 && result.output.contains("Meubles Lavoie"))
    }

    @Test func noDeclarationTakesThePlaceOfAnother() throws {
        let folder = try emptyFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try chat(in: folder, lines(sharing: "1", "je veux corriger ma déclaration", "oui"))
        #expect(try files(in: folder).count == 4)
        _ = try chat(in: folder, lines(sharing: "4"))
        #expect(try files(in: folder).count == 6)
    }

    @Test func aFolderThatCannotBeWrittenIsSaid() throws {
        let folder = try emptyFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder.appending(path: ".passerelle"))
        let said = try chat(in: folder, lines(sharing: "1", "Bonjour"))
        #expect(said.contains("n'a pas pu être écrite dans .passerelle/declarations") && said.contains("Bonjour"))
    }

    @Test func askSaysThatNothingLeaves() throws {
        let questions = (Self.answers + ["4", "oui", "je veux mon rapport"]).map { text in
            "{\"conversation\":\"a\",\"text\":\"\(text)\"}"
        }
        let program = try Program(["ask", "-"])
        program.type(questions.joined(separator: "\n") + "\n")
        let output = program.finish().output
        #expect(output.contains("Rien n'est transmis d'ici") && !output.contains("est transmise"))
        #expect(output.contains("Ici, rien n'est gardé dans un fichier"))
    }

    @Test func overTopicsTheReportIsFoundByItsConversation() throws {
        let folder = try emptyFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let service = try Program(["serve", "--embedded", "--port", "0"])
        let notice = try service.wait(for: "Embedded broker: ", in: "stderr")
        let line = try #require(notice.split(separator: "\n").first { $0.hasPrefix("Embedded broker: ") })
        let broker = ["PASSERELLE_KAFKA_BOOTSTRAP_SERVERS": String(line.dropFirst("Embedded broker: ".count))]

        let root = Program.root.path(percentEncoded: false)
        let chat = try Program(["chat", "--kafka", "--content", root], environment: broker, folder: folder)
        chat.type(lines(sharing: "1", "je veux mon rapport"))
        let said = chat.finish().output
        let command = try #require(said.split(separator: "\n").first { $0.contains("--output rapport.html") })
        let words = command.split(separator: " ")
        let place = try #require(words.firstIndex(of: "--conversation"))
        let conversation = String(words[place + 1])
        #expect(
            !FileManager.default.fileExists(atPath: folder.appending(path: ".passerelle").path(percentEncoded: false)))

        // Shared with nobody, so that it is on no other topic than that of conversations.
        let found = try Program(
            ["report", "--kafka", "--conversation", conversation, "--content", root], environment: broker,
            folder: folder
        ).finish()
        #expect(found.status == 0 && found.output.contains("Meubles Lavoie"), "\(found.errors)")
        let missing = try Program(["report", "--kafka", "--conversation", "nobody"], environment: broker).finish()
        #expect(missing.status == 1 && missing.output.isEmpty)
        #expect(missing.errors.contains("No finished questionnaire of the conversation « nobody »"))
        service.terminate()
        #expect(service.finish().status == 0)
    }

    @Test func throughTheEmbeddedServiceTheFilesAreWrittenToo() throws {
        let folder = try emptyFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let said = try chat(["--embedded", "--port", "0"], in: folder, lines(sharing: "4"))
        #expect(said.contains("est transmise, dans les limites"))
        #expect(try files(in: folder).map(\.pathExtension) == ["html", "json"])
    }
}
