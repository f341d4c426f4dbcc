import ArgumentParser
import Content
import Dialogue
import Foundation
import Knowledge
import Logging
import Service
import Text
import Understanding

/// Where the configuration and the content are.
struct SettingsOptions: ParsableArguments {
    @Option(
        name: .long, help: .translated("The configuration file. If left out, config/passerelle.yaml where it exists."),
        completion: .file(extensions: ["yaml"]))
    var config: String?

    @Option(
        name: .long, help: .translated("The folder that holds intents/ and knowledge/; wins over the configuration."),
        completion: .directory)
    var content: String?

    private static let usualFile = "config/passerelle.yaml"

    /// Reads the configuration. Its problems are printed on standard error, and end the process with status 78.
    func settings() throws -> Settings {
        do {
            var settings = try Settings.load(
                file: try file(), environment: ProcessInfo.processInfo.environment, readFile: Self.read)
            if let content { settings.contentFolder = content }
            return settings
        } catch let error as Settings.Unusable {
            throw Self.unusable(error.problems)
        }
    }

    /// Reads the content. Its problems are printed on standard error, and end the process with status 78.
    func content(of settings: Settings) throws -> LoadedContent {
        let folder = settings.contentFolder
        let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        do {
            return try LoadedContent.load(
                intents: "\(root)/intents", knowledge: "\(root)/knowledge", policy: settings.dialogue, weights: .ofUser)
        } catch let error as LoadedContent.Unusable {
            throw Self.unusable(error.problems)
        } catch let error as ContentFolderError {
            StandardError.print(error.text)
            throw ExitCode(Self.unusableConfiguration)
        }
    }

    /// EX_CONFIG of `sysexits.h`: something was found in an unconfigured or misconfigured state.
    private static let unusableConfiguration: Int32 = 78

    private static func unusable(_ problems: [ContentProblem]) -> ExitCode {
        for problem in problems { StandardError.print(problem) }
        return ExitCode(unusableConfiguration)
    }

    private func file() throws -> ContentFile? {
        let path = config ?? Self.usualFile
        guard let data = FileManager.default.contents(atPath: path) else {
            guard config != nil else { return nil }
            StandardError.print("\(path): the configuration file cannot be read. Check its path.")
            throw ExitCode(Self.unusableConfiguration)
        }
        return ContentFile(path: path, bytes: [UInt8](data))
    }

    private static func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
    }
}

extension WeightFolder {
    /// The folder of who runs the command.
    static var ofUser: WeightFolder? { WeightFolder(environment: ProcessInfo.processInfo.environment) }
}

extension Settings {
    /// A logger as configured, on standard error, so that results stay apart.
    ///
    /// - Parameter least: The least level that is logged, whatever is configured.
    func logger(atLeast least: Logger.Level = .trace) -> Logger {
        var logger = Logger(label: "passerelle") { CleanLogHandler(label: $0) }
        logger.logLevel = max(logLevel, least)
        return logger
    }
}
