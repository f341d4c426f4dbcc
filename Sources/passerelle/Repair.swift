import ArgumentParser
import Dialogue
import Knowledge
import Text
import Understanding

/// `passerelle repair`: texts as they are understood, for comparing other methods on equal terms.
struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Repair typing errors and write abbreviations out, a text a line."),
        discussion: .translated("Reads lines from standard input and writes each with its typing errors repaired.")
    )

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let interpreter = try options.content(of: options.settings()).engine.interpreter
        while let line = readLine() { StandardOutput.print(interpreter.repair(line)) }
    }
}
