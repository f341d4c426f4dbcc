public import ArgumentParser
import Dialogue
import Foundation
public import Knowledge
public import Rendering
import Reports
import Text

/// `passerelle plan`: what a contracting organization can do over time, as a document.
struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: .translated("Write an action plan for a buyer: a document, a table or a calendar."),
        discussion: .translated(
            """
            The actions of the knowledge base in three phases (within 6, 18 and 36 months), with their first step, what to \
            measure, what they rest on, and dates from the first day on. Priorities, order and dates are a proposal.

            Examples:
              passerelle plan --dimension diversity --horizon medium
              passerelle plan --language en --start 2027-01-04 --format csv --output plan.csv
              passerelle plan --format ics --output plan.ics
            """)
    )

    @Option(name: .long, help: .translated("Only actions that speak to this dimension; give it again for another."))
    var dimension: [Knowledge.Dimension] = []

    @Option(name: .long, help: .translated("Only actions of this horizon and shorter ones."))
    var horizon: Horizon?

    @Option(
        name: .long, help: .translated("Only actions that change this step of a purchase; give it again for another."))
    var stage: [Stage] = []

    @Option(name: .long, help: .translated("The language of the plan."))
    var language: Language = .fr

    @Option(
        name: .long,
        help: ArgumentHelp(.translated("The first day of the plan: today if left out."), valueName: "yyyy-mm-dd"),
        transform: Self.day)
    var start: CivilDate?

    /// What a plan can be written as.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, markdown, csv, ics
    }

    @Option(name: .long, help: .translated("What to write: csv is for spreadsheets, ics for calendars."))
    var format = Format.text

    @Option(
        name: .long, help: .translated("Write to this file rather than to standard output."),
        completion: .file(extensions: ["txt", "md", "csv", "ics"]))
    var output: String?

    @Option(
        name: .long,
        help: .translated(
            "What stands between the columns of a CSV: a semicolon in French, a comma in English if left out."))
    var separator: ColumnSeparator?

    @OptionGroup var options: SettingsOptions

    func validate() throws {
        if separator != nil, format != .csv {
            throw ValidationError(.translated("--separator is for --format csv: give that too, or leave it out."))
        }
    }

    func run() throws {
        let content = try options.content(of: options.settings())
        let plan = ActionPlan(
            knowledge: content.engine.knowledge, dimensions: dimension, stages: stage, horizon: horizon)
        try sayWhatHasNoAction(in: content.engine.knowledge)
        if let narrowing = plan.unmet.first {
            throw ValidationError(
                .translated("No action is left with this --\(narrowing.rawValue). Choose another, or leave it out."))
        }
        try Files.write(document(of: plan, from: start ?? .today), toFileOrOutput: output)
    }

    /// Says which of the dimensions have no action: the plan cannot be about them, and does not look as if it were.
    private func sayWhatHasNoAction(in knowledge: KnowledgeBase) throws {
        let without = ActionPlan.withoutAction(dimension, in: knowledge)
        guard !without.isEmpty else { return }
        let language = OutputLanguage.current
        let names = without.map { "\($0.rawValue) (\(knowledge.vocabulary.title(of: $0)[language]))" }.joined(
            separator: ", ")
        guard without.count < dimension.count else {
            let others = Knowledge.Dimension.allCases.filter { ActionPlan.withoutAction([$0], in: knowledge).isEmpty }
            throw ValidationError(
                .translated(
                    "No action of the knowledge base speaks to \(names). Some speak to "
                        + "\(others.map(\.rawValue).joined(separator: ", "))."))
        }
        StandardError.print("No action of the knowledge base speaks to \(names): the plan is about the rest.")
    }

    private func document(of plan: ActionPlan, from start: CivilDate) -> String {
        switch format {
        case .text: plan.text(in: language, from: start) + "\n"
        case .markdown: plan.markdown(in: language, from: start) + "\n"
        case .csv: plan.commaSeparatedValues(in: language, from: start, separator: separator)
        case .ics: plan.calendar(in: language, from: start)
        }
    }

    private static func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(text) else {
            let years = CivilDate.years
            throw ValidationError(
                .translated(
                    "« \(text) » is no date from \(years.lowerBound) to \(years.upperBound). Write it as 2027-01-04."))
        }
        return day
    }
}

extension CivilDate {
    /// This day where the process runs.
    fileprivate static var today: Self {
        let now = Date()
        let seconds = Int(now.timeIntervalSince1970.rounded(.down)) + TimeZone.current.secondsFromGMT(for: now)
        return Self(number: seconds / 86_400)
    }
}

extension Knowledge.Dimension: ExpressibleByArgument {}
extension Horizon: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}

extension ColumnSeparator: ExpressibleByArgument {}
