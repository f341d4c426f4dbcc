import ArgumentParser
import Authoring
import Content
import Dialogue
import Foundation
import Knowledge
import Rendering
import Service
import Text
import Understanding

/// `passerelle content`: examples and phrases as tables for a spreadsheet, and back.
struct ContentTables: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "content",
        abstract: .translated("Edit examples and phrases in a spreadsheet."),
        discussion: .translated(
            """
            Writes examples.csv (intent, language, example) and lexicon.csv (section, id, language, phrase), and puts what \
            was changed in them back into the files of intents/, where everything else stays as it is.

            Save the tables as « CSV UTF-8 »; commas, semicolons and tabs are all understood. The order of rows does not \
            matter. A new intent, concept or entity is declared in YAML first.

            Examples:
              passerelle content export --csv tables
              passerelle content import --csv tables --dry-run
            """),
        subcommands: [Export.self, Import.self])

    /// `passerelle content export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: .translated("Write the examples and phrases as tables."),
            discussion: .translated("Tables that are in the folder already are replaced."))

        @OptionGroup var tables: TableOptions

        @Option(
            name: .long,
            help: .translated("What stands between the columns: semicolon for a spreadsheet set to French."))
        var separator = ColumnSeparator.comma

        @OptionGroup var options: SettingsOptions

        @OptionGroup var output: LanguageOptions

        func run() throws {
            let root = try options.settings().contentFolder
            let reader = ContentReader()
            let written = AuthoringTables.tables(
                of: try ContentTables.files(under: root), separator: separator, into: reader)
            try ContentTables.stopIfProblems(reader)
            do {
                try FileManager.default.createDirectory(at: tables.folder, withIntermediateDirectories: true)
            } catch {
                throw ValidationError(
                    .translated("\(tables.csv) is no folder and cannot become one. Give the path of a folder."))
            }
            for table in AuthoringTable.allCases {
                guard let file = written[table] else { continue }
                try ContentTables.write(file.bytes, to: tables.place(of: table))
                StandardOutput.print(.translated("wrote \(tables.path(of: table))"))
            }
        }
    }

    /// `passerelle content import`.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: .translated("Put the examples and phrases of tables into the files of intents/."),
            discussion: .translated(
                """
                A table holds all rows: what it has no longer is removed. A table that is not in the folder changes \
                nothing. If a row is wrong, nothing is written, every problem is listed with its row, and the status \
                is 65.
                """))

        @OptionGroup var tables: TableOptions

        @Flag(name: .long, help: .translated("Say what would change, and write nothing."))
        var dryRun = false

        @OptionGroup var options: SettingsOptions

        @OptionGroup var output: LanguageOptions

        func run() throws {
            let root = try options.settings().contentFolder
            let reader = ContentReader()
            let changes = AuthoringTables.changes(
                of: try ContentTables.files(under: root), by: try tables.files(), into: reader)
            try ContentTables.stopIfProblems(reader)
            for change in changes {
                if !dryRun {
                    let place = URL(filePath: root, directoryHint: .isDirectory).appending(path: change.file.path)
                    try ContentTables.write(change.file.bytes, to: place)
                }
                let counts: TranslatableText = "rows added: \(change.added.count), removed: \(change.removed.count)"
                StandardOutput.print(
                    .translated(
                        dryRun
                            ? "would change \(change.file.path): \(counts)" : "changed \(change.file.path): \(counts)"))
                guard dryRun else { continue }
                for row in change.removed { StandardOutput.print("  - \(row)") }
                for row in change.added { StandardOutput.print("  + \(row)") }
            }
            if changes.isEmpty {
                StandardOutput.print(.translated("Nothing changes: the files hold what the tables hold."))
            } else if !dryRun {
                StandardOutput.print(.translated("Run « passerelle check » before you use them."))
            }
        }
    }

    /// Where the tables are.
    struct TableOptions: ParsableArguments {
        @Option(name: .long, help: .translated("The folder of examples.csv and lexicon.csv."), completion: .directory)
        var csv: String

        var folder: URL { URL(filePath: csv, directoryHint: .isDirectory) }

        func place(of table: AuthoringTable) -> URL { folder.appending(path: table.fileName) }

        func path(of table: AuthoringTable) -> String {
            csv.hasSuffix("/") ? csv + table.fileName : "\(csv)/\(table.fileName)"
        }

        /// The tables that are in the folder.
        func files() throws -> [AuthoringTable: ContentFile] {
            var files: [AuthoringTable: ContentFile] = [:]
            for table in AuthoringTable.allCases
            where FileManager.default.fileExists(atPath: place(of: table).path(percentEncoded: false)) {
                files[table] = ContentFile(path: path(of: table), bytes: try Files.bytes(of: path(of: table)))
            }
            guard !files.isEmpty else {
                let names = AuthoringTable.allCases.map(\.fileName).joined(separator: " nor ")
                throw ValidationError(
                    .translated("\(csv) holds neither \(names). Write them with « passerelle content export »."))
            }
            return files
        }
    }

    private static func files(under root: String) throws -> [ContentFile] {
        try ContentFolder.files(under: root, named: "intents")
    }

    private static func stopIfProblems(_ reader: ContentReader) throws {
        for problem in reader.sortedProblems { StandardError.print(problem) }
        if reader.hasErrors { throw ExitCode.incorrectData }
    }

    /// Writes a file whole or not at all, with the permissions that it had; behind a link, the file it leads to.
    private static func write(_ bytes: [UInt8], to place: URL) throws {
        let place = place.resolvingSymlinksInPath()
        let path = place.path(percentEncoded: false)
        let permissions = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        do {
            try Data(bytes).write(to: place, options: .atomic)
            if let permissions {
                try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
            }
        } catch {
            Files.sayUnwritable(path)
            throw ExitCode.failure
        }
    }
}
