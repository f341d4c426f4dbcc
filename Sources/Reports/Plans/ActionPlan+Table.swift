public import Dialogue
import Knowledge
public import Rendering
public import Text

extension ActionPlan {
    /// The plan as a table: a row of headings, then a row for each action, all of the same length.
    ///
    /// - Parameters:
    ///   - language: The language to write in.
    ///   - start: The first day of the plan.
    public func table(in language: Language, from start: CivilDate) -> [[String]] {
        let wording = Wording(knowledge: knowledge, language: language)
        var rows = [Self.columns.map { wording[$0.heading] }]
        for phase in phases {
            for (step, days) in zip(phase.steps, phase.periods(from: start)) {
                let row = Row(phase: phase, step: step, days: days, wording: wording)
                rows.append(Self.columns.map { wording.language.typeset($0.cell(row)) })
            }
        }
        return rows
    }

    /// The table as comma-separated values (RFC 4180), after the mark by which spreadsheets know UTF-8.
    ///
    /// - Parameters:
    ///   - language: The language to write in.
    ///   - start: The first day of the plan.
    public func commaSeparatedValues(
        in language: Language, from start: CivilDate, separator: ColumnSeparator? = nil
    ) -> String {
        CommaSeparatedValues.spreadsheet(of: table(in: language, from: start), in: language, separator: separator)
    }

    /// What the cells of a row are made of.
    private struct Row {
        let phase: Phase
        let step: Step
        let days: Period
        let wording: Wording

        var action: Action { step.action }
        var provenance: Provenance { action.provenance }
    }

    private static let columns: [(heading: PlanWord, cell: @Sendable (Row) -> String)] = [
        (.phase, { $0.wording.title(of: $0.phase.horizon) }),
        (.number, { String($0.step.number) }),
        (.action, { $0.action.title[$0.wording.language] }),
        (.description, { $0.action.description[$0.wording.language] }),
        (.barriers, { $0.wording.barriers(of: $0.step) }),
        (.priority, { $0.wording.priority(of: $0.action) }),
        (.dimensions, { $0.wording.titles(of: $0.action.dimensions) }),
        (.stages, { $0.wording.titles(of: $0.action.stages) }),
        (.firstStep, { $0.wording.firstStep(of: $0.step) ?? "" }),
        (.indicator, { $0.action.indicator[$0.wording.language] }),
        (.effort, { row in row.step.solution.map { row.wording.title(of: $0.effort) } ?? "" }),
        (.actors, { row in row.step.solution.map { row.wording.titles(of: $0.actors) } ?? "" }),
        (.start, { $0.days.first.description }),
        (.end, { $0.days.last.description }),
        (.authority, { $0.wording.title(of: $0.provenance.authority) }),
        (.sources, { $0.wording.sources(of: $0.provenance) }),
        (.asOf, { String($0.provenance.asOf) }),
        (.confidence, { $0.wording.title(of: $0.provenance.confidence) }),
        (.checking, { $0.provenance.needsChecking ? $0.wording[.toCheck] : "" }),
    ]
}
