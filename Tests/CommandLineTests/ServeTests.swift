import Foundation
import TestTexts
import Testing

/// The service as a person runs it, with `kcat` for the only other program.
@Suite(.serialized) struct ServeTests {
    private func kcat(_ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/kcat")
        process.arguments = arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    @Test func kcatAlonePutsAQuestionAndReadsItsReplyAndTheServiceStopsInOrder() throws {
        let service = try Program(["serve", "--embedded", "--port", "0"])
        let notice = try service.wait(for: "Embedded broker: ", in: "stderr")
        let line = try #require(notice.split(separator: "\n").first { $0.hasPrefix("Embedded broker: ") })
        let broker = String(line.dropFirst("Embedded broker: ".count))
        _ = try kcat(
            ["-P", "-b", broker, "-t", "passerelle.questions", "-K:"],
            input:
                "c1:{\"text\":\"Quelle certification identifie un fournisseur détenu par des femmes?\"}\nc1:nonsense\n")
        let reply = try kcat(["-C", "-b", broker, "-t", "passerelle.replies", "-o", "beginning", "-c", "1"])
        #expect(reply.contains("certification.find") && reply.contains("WBE Canada"))
        let letter = try kcat(["-C", "-b", broker, "-t", "passerelle.dead-letters", "-o", "beginning", "-c", "1"])
        #expect(letter.hasPrefix("nonsense"))
        service.terminate()
        #expect(service.finish().status == 0)
    }

    /// How far a start has come when the signal arrives.
    enum Moment: CaseIterable { case first, reading, listening, answering }

    @Test(arguments: Moment.allCases, [["serve", "--embedded", "--port", "0"], ["broker", "--port", "0"], ["chat"]])
    func aSignalEndsAStartWithSuccess(moment: Moment, arguments: [String]) throws {
        let program = try Program(arguments)
        // Before its first statement a program has no say in what a signal does.
        try program.wait { try program.holdsTermination() }
        switch moment {
        case .first: break
        // The content takes memory that the bare program does not; the broker takes threads.
        case .reading where arguments[0] != "broker":
            try program.wait { try program.status()["VmRSS"].flatMap { Int($0.prefix { $0 != " " }) } ?? 0 > 40_000 }
        case .reading: try program.wait { try program.status()["Threads"] != "1" }
        case .listening, .answering:
            if arguments[0] == "chat" {
                program.type("Bonjour\n")
                _ = try program.wait(for: "Bonjour")
            } else {
                _ = try program.wait(for: "Embedded broker: ", in: "stderr")
                if moment == .answering, arguments[0] == "serve" { _ = try program.wait(for: " info ", in: "stderr") }
            }
        }
        program.terminate()
        let end = program.finish()
        #expect(end.status == 0, "\(end.errors)")
    }

    @Test func theLogShowsNothingThatSteersATerminal() throws {
        let service = try Program(
            ["serve"], environment: ["PASSERELLE_KAFKA_BOOTSTRAP_SERVERS": "a\u{1B}[31m\u{202E}b\n2026 error forged:1"])
        _ = try service.wait(for: "[31m", in: "stderr")
        service.terminate()
        let end = service.finish()
        #expect(end.status == 0 && !HostileText.hasHidden(end.errors) && !end.errors.contains("\n2026 error"))
    }

    @Test func theChatTalksThroughTheBroker() throws {
        let chat = try Program(["chat", "--embedded", "--port", "0"])
        chat.type("They pay us at 90 days, what can we do?\n")
        _ = try chat.wait(for: "Long payment terms")
        #expect(chat.finish().status == 0)
    }
}
