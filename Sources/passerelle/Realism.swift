import ArgumentParser
import Bridges
import Dialogue
import Kafka
import Knowledge
import Logging
import Rendering
import Reports
import Service
import Text

/// `passerelle realism`: how realistic people find the criteria, beside what the knowledge base says.
struct Realism: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Sum the ratings of criteria, beside the knowledge base's own appraisal."),
        discussion: .translated(
            """
            Ratings stand in insight records: {"rating": {"question": "q-ghg-inventory", "realistic": 4, "audience": \
            "sme"}}, from 1 to 5; all other records are passed over. With --kafka, reads the insight topic from its \
            beginning to its present end; nothing is written.

            Examples:
              passerelle realism insights.jsonl
              passerelle realism --kafka --language en --output-csv realism.csv
            """)
    )

    @Flag(name: .long, help: .translated("Read the insight topic of the configured cluster."))
    var kafka = false

    @Argument(
        help: .translated("Files of insight records, an object a line."), completion: .file(extensions: ["jsonl"]))
    var files: [String] = []

    @Option(name: .long, help: .translated("The language of the labels."))
    var language: Language = .fr

    @Option(name: .long, help: .translated("Write the table to this file too."), completion: .file(extensions: ["csv"]))
    var outputCsv: String?

    @Option(
        name: .long,
        help: .translated(
            "What stands between the columns of a CSV: a semicolon in French, a comma in English if left out."))
    var separator: ColumnSeparator?

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        guard kafka == files.isEmpty else {
            throw ValidationError(.translated("Give either --kafka, or files of insight records."))
        }
        if separator != nil, outputCsv == nil {
            throw ValidationError(
                .translated("--separator is for a table: give --output-csv with it, or leave it out."))
        }
    }

    func run() async throws {
        let settings = try options.settings()
        let knowledge = try options.content(of: settings).engine.knowledge
        let ratings = kafka ? try await ratingsOfTopic(settings) : try ratingsOfFiles()
        if let outputCsv {
            try Files.write(
                ratings.commaSeparatedValues(of: knowledge, in: language, separator: separator), to: outputCsv)
        }
        StandardOutput.print(ratings.text(of: knowledge, in: language))
    }

    private func ratingsOfFiles() throws -> RealismRatings {
        var ratings = RealismRatings()
        for path in files { ratings.add(lines: try Files.bytes(of: path)) }
        return ratings
    }

    private func ratingsOfTopic(_ settings: Settings) async throws -> RealismRatings {
        let log = settings.logger(atLeast: .warning)
        let (configuration, topic) = (settings.service.kafka, settings.service.topics.insights)
        return try await KafkaThread.run(name: "realism") { () throws -> RealismRatings in
            var ratings = RealismRatings()
            try TopicScan(configuration, logger: log).read([topic]) { record in
                if let value = record.value { ratings.add(value) }
            }
            return ratings
        }
    }
}
