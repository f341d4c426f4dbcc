import Foundation
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

    @Test func theChatTalksThroughTheBroker() throws {
        let chat = try Program(["chat", "--embedded", "--port", "0"])
        chat.type("They pay us at 90 days, what can we do?\n")
        _ = try chat.wait(for: "Long payment terms")
        #expect(chat.finish().status == 0)
    }
}
