import Dialogue
import Knowledge
import Questionnaires
import Text

extension SubmissionComparison {
    /// A column of the table.
    private struct Column {
        var title: String
        var isNumber = false
        var cell: (Row) -> String
    }

    private var columns: [Column] {
        let parts = Indicator.allCases.map { part in
            Column(title: title(of: part), isNumber: true) { row in
                if let score = row.parts[part] { return String(score) }
                return part == .diversity && row.withholdsDiversity ? wording[.withheld] : "–"
            }
        }
        return [
            Column(title: wording[.supplier]) { $0.name },
            Column(title: wording[.date]) { $0.reading.submission.day.description },
            Column(title: wording[.form]) { wording.plain($0.reading.title) },
            Column(title: wording[.overall], isNumber: true) { row in
                row.withholdsDiversity
                    ? wording[.withheld] : row.reading.submission.indicator.overall.map(String.init) ?? "–"
            },
            Column(title: "\(wording[.completeness]) (%)", isNumber: true) {
                String($0.reading.submission.indicator.completeness)
            },
        ] + parts + [
            Column(title: wording[.assurance]) { row in
                wording.name(of: row.backing.level, in: row.reading.questionnaire.scoring)
            },
            Column(title: wording[.backedShare], isNumber: true) { row in
                row.backing.percent.flatMap { $0 > 0 ? String($0) : nil } ?? "–"
            },
            Column(title: wording[.certifications]) { row in names(of: row).joined(separator: "; ") },
            Column(title: wording[.tags]) { row in row.tags.map { wording.plain($0.title) }.joined(separator: "; ") },
        ]
    }

    private func names(of row: Row) -> [String] {
        row.claims.compactMap { claim in (claim.name ?? claim.schemes.first?.name).map(wording.plain) }
    }

    private func title(of part: Indicator) -> String {
        guard let questionnaire = questionnaires.first else { return part.rawValue }
        return wording.title(of: part, in: questionnaire.scoring)
    }

    /// What must be said with the table.
    private var remarks: [String] {
        var remarks = questionnaires.flatMap { [$0.scoring.alwaysSay, $0.standing] }.map(wording.plain)
        if !rows.isEmpty { remarks.append(wording[.onceEach]) }
        if unshared > 0 { remarks.append("\(wording[.leftOut])\(wording.colon)\(unshared).") }
        return remarks
    }

    /// The table for a terminal, with what must be said of it.
    public var text: String {
        guard !rows.isEmpty else { return ([wording[.noSubmissions]] + remarks).joined(separator: "\n") }
        let columns = self.columns
        // The name of the form is the longest of all and the least needed on a terminal.
        let shown = columns.filter { $0.title != wording[.form] }
        var table = TextTable(shown.map { $0.isNumber ? .right : .left })
        table.add(shown.map(\.title))
        for row in rows { table.add(shown.map { $0.cell(row) }) }
        return ([table.description, ""] + remarks).joined(separator: "\n")
    }

    /// The table for spreadsheets, with the mark that tells Excel that it is UTF-8.
    public var commaSeparatedValues: String {
        let columns = self.columns
        let head = [wording[.conversation]] + columns.map(\.title)
        let lines = rows.map { row in
            [CleanText.line(row.reading.submission.conversation)] + columns.map { $0.cell(row) }
        }
        return CommaSeparatedValues.byteOrderMark + CommaSeparatedValues.text(of: [head] + lines)
    }

    /// The table as a page for a screen or a printer.
    public var html: String {
        let columns = self.columns
        let lines = rows.map { row in
            let cells = columns.dropFirst().map { column in
                "<td\(column.isNumber ? " class=\"number\"" : "")>\(Markup.escaped(column.cell(row)))</td>"
            }
            return "<tr><th scope=\"row\">\(Markup.escaped(row.name))</th>\(cells.joined())</tr>"
        }
        let table =
            rows.isEmpty
            ? "<p>\(wording.markup(.noSubmissions))</p>"
            : SubmissionPage.table(
                caption: wording[.comparison], isCaptionHidden: true, classes: "comparison", head: columns.map(\.title),
                rows: lines)
        let always = questionnaires.map { "<p class=\"always\">\(wording.markup($0.scoring.alwaysSay))</p>" }
        let notes = remarks.filter { remark in
            !questionnaires.contains { wording.plain($0.scoring.alwaysSay) == remark }
        }
        return SubmissionPage(
            language: wording.language, title: wording[.comparison], orientation: "landscape",
            body: """
                <header>
                <h1>\(wording.markup(.comparison))</h1>
                \(always.joined(separator: "\n"))
                </header>
                <main>
                \(table)
                </main>
                <footer class="note">
                \(notes.map { "<p>\(Markup.escaped($0))</p>" }.joined(separator: "\n"))
                </footer>
                """
        ).html
    }
}
