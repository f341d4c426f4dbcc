public import ArgumentParser
import Bridges
import Contract
import Dialogue
import Foundation
import Kafka
public import Knowledge
import Logging
import Rendering
import Reports
import Service
import Text

/// `passerelle submissions`: suppliers side by side.
struct Submissions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Compare the suppliers that finished a questionnaire: a table, a spreadsheet or a page."),
        discussion: .translated(
            """
            With --kafka, reads the topic of submissions from its beginning to its present end; nothing is written. \
            With files, a submission a line.

            The newest submission of a conversation counts, and only where its person agreed to share the answers. \
            Answers on diversity are shown, and can be filtered by, only where sharing them was agreed to.

            Examples:
              passerelle submissions --kafka --dimension eco-responsible
              passerelle submissions --kafka --group women --format csv --output suppliers.csv
              passerelle submissions submissions.jsonl --assurance documented --format html --output suppliers.html
            """)
    )

    @Flag(name: .long, help: .translated("Read the topic of the configured cluster."))
    var kafka = false

    @Argument(help: .translated("Files of submissions."), completion: .file(extensions: ["jsonl"]))
    var files: [String] = []

    @Option(
        name: .long, help: .translated("Only suppliers that a mark, a score, an answer or a claim connects with it."))
    var dimension: Knowledge.Dimension?

    @Option(name: .long, help: .translated("Only suppliers owned by people of this group who share that they are."))
    var group: OwnerGroup?

    @Option(
        name: .long,
        help: .translated(
            "Only suppliers shown with this level or a higher one. A self-declaration reaches at most: documented."))
    var assurance: EvidenceLevel?

    @Flag(
        name: .long,
        help: .translated(
            "Show also suppliers that share only with the buyer who invited them. Give it only if you are that buyer.")
    )
    var invited = false

    @Option(name: .long, help: .translated("The language of the table."))
    var language: Language = .fr

    /// What a comparison can be written as.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, csv, html, json
    }

    @Option(
        name: .long,
        help: .translated("What to write: csv is for spreadsheets, html for browsers and printers, json for programs."))
    var format = Format.table

    @Option(
        name: .long, help: .translated("Write to this file rather than to standard output."),
        completion: .file(extensions: ["txt", "csv", "html", "json"]))
    var output: String?

    @Option(
        name: .long,
        help: .translated(
            "What stands between the columns of a CSV: a semicolon in French, a comma in English if left out."))
    var separator: ColumnSeparator?

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard kafka == files.isEmpty else {
            throw ValidationError(.translated("Give either --kafka, or files of submissions."))
        }
        if separator != nil, format != .csv {
            throw ValidationError(.translated("--separator is for --format csv: give that too, or leave it out."))
        }
    }

    func run() async throws {
        let settings = try options.settings()
        let content = try options.content(of: settings)
        let submissions = kafka ? try await readTopic(settings) : try files.flatMap(read)
        let comparison = SubmissionComparison(
            of: submissions, knowledge: content.engine.knowledge,
            filter: .init(dimension: dimension, group: group, assurance: assurance, hasInvited: invited),
            language: language)
        if comparison.unknown > 0 {
            StandardError.print(
                "\(comparison.unknown) submissions answer a questionnaire that the content does not have: left out.")
        }
        let document =
            switch format {
            case .table: comparison.text + "\n"
            case .csv: comparison.commaSeparatedValues(separator: separator)
            case .html: comparison.html
            case .json: comparison.json
            }
        try Files.write(document, toFileOrOutput: output)
    }

    private func read(_ file: String) throws -> [SubmissionMessage] {
        let lines = try Files.data(of: file)
        do {
            return try SubmissionMessage.submissions(inLines: lines)
        } catch {
            StandardError.print("\(file): \(error.text)")
            throw ExitCode.failure
        }
    }

    private func readTopic(_ settings: Settings) async throws -> [SubmissionMessage] {
        let log = settings.logger(atLeast: .warning)
        return try await KafkaThread.run(name: "submissions") { () throws -> [SubmissionMessage] in
            var submissions: [SubmissionMessage] = []
            let history = TopicScan(settings.service.kafka, logger: log)
            try history.read([settings.service.topics.submissions]) { record in
                guard let value = record.value else { return }
                do {
                    submissions.append(try SubmissionMessage(value: value))
                } catch {
                    log.warning("\(record.topicPartition) offset \(record.offset): \(error)")
                }
            }
            return submissions
        }
    }
}

extension OwnerGroup: ExpressibleByArgument {}
extension EvidenceLevel: ExpressibleByArgument {}
