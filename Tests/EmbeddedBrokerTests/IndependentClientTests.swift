import EmbeddedBroker
import Foundation
import KafkaTesting
import Testing

/// Clients that this project did not write: kcat, and the two Python ones in a virtual environment.
@Suite(.serialized) struct IndependentClientTests {
    private func run(_ program: String, _ arguments: [String], input: String = "") throws -> (
        status: Int32, output: String
    ) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = stdout
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test func kcatWritesAndReadsAloneAndInAGroup() async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        try await BrokerClient.onThread {
            try BrokerClient.create("t", at: servers)
            _ = try run("/usr/bin/kcat", ["-P", "-b", servers, "-t", "t", "-K:"], input: "a:1\nb:2\n")
            let alone = try run("/usr/bin/kcat", ["-C", "-b", servers, "-t", "t", "-K:", "-e", "-q"])
            #expect(alone.output == "a:1\nb:2\n")
            let group = try run(
                "/usr/bin/kcat",
                ["-b", servers, "-q", "-e", "-X", "auto.offset.reset=earliest", "-G", "g", "t"])
            #expect(group.output.hasPrefix("1\n2\n"))
        }
        try await broker.shutdown()
    }

    private static let environment = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../.venv/clients").standardized.path(percentEncoded: false)

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "\(environment)/bin/python"),
            "make test installs the Python clients in .venv/clients."),
        arguments: ["confluent_client.py", "kafka_python_client.py"])
    func pythonClientsDoWhatTheyDoOnKafka(script: String) async throws {
        let broker = try TestBroker.start()
        let servers = broker.bootstrapServers
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Clients")
        let result = try await BrokerClient.onThread {
            try run(
                "\(Self.environment)/bin/python", [folder.appending(path: script).path(percentEncoded: false), servers])
        }
        #expect(result.status == 0, "\(result.output)")
        try await broker.shutdown()
    }
}
