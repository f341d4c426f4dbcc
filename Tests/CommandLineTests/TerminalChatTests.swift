import Foundation
import Testing

/// A chat in a terminal, as a person has it: with a keyboard, a width, and Ctrl-C.
@Suite struct TerminalChatTests {
    private static let interrupt = "\u{3}"
    private static let root = Program.root.path(percentEncoded: false)

    /// A working folder that is gone afterwards.
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func chat(_ options: [String], in folder: URL, columns: Int = 60) throws -> Program {
        try Program(["chat", "--content", Self.root] + options, folder: folder, columns: columns)
    }

    private static let prompt = "Vous\u{A0}:"

    /// Types keys, and waits until what they lead to was said and the keyboard is read again.
    private func press(_ keys: String, for answer: String, prompt: String = prompt, in chat: Program) throws {
        let (said, prompts) = (chat.count(answer), chat.count(prompt))
        chat.type(keys)
        try chat.wait { chat.count(answer) > said && chat.count(prompt) > prompts }
    }

    /// Types lines, each once the one before is answered.
    private func type(_ lines: [(text: String, answer: String)], prompt: String = prompt, in chat: Program) throws {
        for line in lines { try press(line.text + "\n", for: line.answer, prompt: prompt, in: chat) }
    }

    /// Waits for the end of a chat that was told to end.
    private func end(of chat: Program) throws -> (status: Int32, output: String, errors: String) {
        _ = try chat.wait(for: "bonne continuation.")
        return chat.finish()
    }

    private static let leave = "au revoir\n"

    /// The command that the end of a chat says, without the program.
    private func continuation(in output: String) throws -> [String] {
        let command = try #require(output.split(separator: "\n").last { $0.contains(" --conversation ") })
        let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
        return Array(words.drop { $0 != "chat" }.dropFirst())
    }

    private static let beginning = [
        ("Je veux remplir la version courte du questionnaire", "nom légal"), ("Meubles Lavoie", "forme juridique"),
    ]

    @Test(arguments: [[], ["--embedded", "--port", "0", "--data", "kept"]])
    func ctrlCWarnsAndKeepsAndAnotherChatGoesOn(options: [String]) throws {
        try inFolder { folder in
            let first = try chat(options, in: folder)
            _ = try first.wait(for: Self.prompt)
            try type(Self.beginning, in: first)
            try press(Self.interrupt, for: "encore une fois", in: first)
            try type([("3", "Combien de personnes")], in: first)
            try press(Self.interrupt, for: "encore une fois", in: first)
            first.type(Self.interrupt)
            let output = try first.wait(for: " --conversation ")
            let arguments = try continuation(in: output)
            _ = try end(of: first)

            // What is said at the beginning of another chat is the same command.
            let next = try chat(options, in: folder)
            _ = try next.wait(for: try #require(arguments.last))
            _ = try next.wait(for: Self.prompt)
            next.type(Self.leave)
            _ = try end(of: next)

            let second = try Program(["chat"] + arguments, folder: folder, columns: 60)
            _ = try second.wait(for: "On continue la conversation")
            _ = try second.wait(for: Self.prompt)
            try type([("reprendre le questionnaire", "Combien de personnes")], in: second)
            try press(Self.interrupt, for: "encore une fois", in: second)
            second.type(Self.interrupt)
            _ = try end(of: second)
        }
    }

    @Test func withoutDataACtrlCSaysThatNothingIsKept() throws {
        try inFolder { folder in
            let program = try chat(["--embedded", "--port", "0"], in: folder)
            _ = try program.wait(for: Self.prompt)
            try type(Self.beginning, in: program)
            try press(Self.interrupt, for: "seront perdues", in: program)
            program.type(Self.interrupt)
            #expect(try !end(of: program).output.contains("--conversation"))
        }
    }

    @Test func withoutAQuestionnaireCtrlCLeaves() throws {
        try inFolder { folder in
            let program = try chat([], in: folder)
            _ = try program.wait(for: Self.prompt)
            program.type(Self.interrupt)
            let result = try end(of: program)
            #expect(result.status == 0)
        }
    }

    @Test func whatIsForgottenIsNotKept() throws {
        try inFolder { folder in
            let program = try chat([], in: folder)
            _ = try program.wait(for: Self.prompt)
            try type(Self.beginning + [("/privacy.forget", "effac")], in: program)
            program.type(Self.interrupt)
            #expect(try !end(of: program).output.contains("--conversation"))
            let kept = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
            let files = try (kept?.compactMap { $0 as? URL } ?? []).filter {
                try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            }
            #expect(files.isEmpty)
        }
    }

    @Test func linesAreAsWideAsTheTerminal() throws {
        let columns = 44
        try inFolder { folder in
            let program = try chat([], in: folder, columns: columns)
            _ = try program.wait(for: Self.prompt)
            try type(Self.beginning, in: program)
            program.type(Self.leave)
            let lines = try end(of: program).output.split(whereSeparator: \.isNewline)
            // What is typed is wrapped by the line editor, with a blank and a backspace, behind the prompt or on a line of its own.
            func letters(_ text: some StringProtocol) -> String {
                String(text.filter { !$0.isWhitespace && $0 != "\u{8}" })
            }
            let typed = Self.beginning.map { letters($0.0) }
            let tooLong = lines.filter {
                $0.count > columns && !$0.contains("https://") && !$0.contains("--conversation")
                    && !$0.contains(Self.prompt) && !typed.contains(letters($0))
            }
            #expect(tooLong.isEmpty)
            #expect(lines.contains { $0.hasPrefix("1. Entreprise individuelle") })
        }
    }

    @Test(arguments: ["C", "xx_XX.UTF-8"])
    func aLocaleWithoutAccentsIsNoReasonToEnd(locale: String) throws {
        try inFolder { folder in
            let program = try Program(
                ["chat", "--content", Self.root], environment: ["LC_ALL": locale], folder: folder, columns: 60)
            // Where the locale has no accents, the space before the colon is an ordinary one.
            let prompt = locale == "C" ? "Vous :" : Self.prompt
            _ = try program.wait(for: prompt)
            try type([("Bonjour", "Je vous aide"), ("Bonjour", "Je vous aide")], prompt: prompt, in: program)
            program.type(Self.leave)
            #expect(try end(of: program).status == 0)
        }
    }

    @Test func aConversationThatIsNotKeptIsSaidToBeNew() throws {
        try inFolder { folder in
            let program = try chat(["--conversation", "d'hier"], in: folder)
            let output = try program.wait(for: Self.prompt)
            #expect(output.contains("Aucune conversation"))
            program.type(Self.leave)
            #expect(try end(of: program).status == 0)
        }
    }
}
