import ArgumentParser
import Dialogue
import Foundation
import Knowledge

/// Where the content is.
struct ContentOptions: ParsableArguments {
    @Option(name: .long, help: "The folder that holds intents/ and knowledge/.", completion: .directory)
    var content = "."

    /// Loads the content. What is wrong with it is printed on standard error, and ends the process with status 78.
    func load() throws -> Content {
        let root = content.hasSuffix("/") ? String(content.dropLast()) : content
        do {
            return try Content.load(intents: "\(root)/intents", knowledge: "\(root)/knowledge")
        } catch {
            StandardError.print("\(error)")
            throw ExitCode(Self.unusableConfiguration)
        }
    }

    /// EX_CONFIG of `sysexits.h`: something was found in an unconfigured or misconfigured state.
    static let unusableConfiguration: Int32 = 78
}

/// Results, each line as soon as it is there.
enum StandardOutput {
    static func print(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}

/// Lines for people, apart from results.
enum StandardError {
    static func print(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
