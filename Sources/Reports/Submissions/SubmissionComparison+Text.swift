import Contract
import Dialogue
import Knowledge
import Questionnaires
public import Rendering
import Text

extension SubmissionComparison {
    /// A column of the table.
    private struct Column {
        var title: String
        var isNumber = false
        /// Whether it is a text that stands below the figures where there is room for neither beside the other.
        var isDetail = false
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
        ] + details
    }

    /// What tells a buyer whom to turn to, and for what.
    private var details: [Column] {
        let answers: [(SubmissionWord, Questionnaire.Role)] = [
            (.businessNumber, .businessNumber), (.offer, .offerSummary), (.territory, .regionsServed),
            (.size, .employeesCount),
        ]
        return answers.map { word, role in
            Column(title: wording[word], isDetail: true) { $0.answer(to: role, wording) ?? "–" }
        } + [
            Column(title: wording[.certifications], isDetail: true) { names(of: $0).joined(separator: "; ") },
            Column(title: wording[.tags], isDetail: true) { row in
                row.tags.map { wording.plain($0.title) }.joined(separator: "; ")
            },
        ]
    }

    func names(of row: Row) -> [String] {
        row.claims.compactMap { claim in (claim.name ?? claim.schemes.first?.name).map(wording.plain) }
    }

    private func title(of part: Indicator) -> String {
        guard let questionnaire = questionnaires.first else { return part.rawValue }
        return wording.title(of: part, in: questionnaire.scoring)
    }

    /// What must be said with the table.
    private var remarks: [String] {
        var remarks = questionnaires.flatMap { [$0.scoring.alwaysSay, $0.standing] }.map(wording.plain)
        if !rows.isEmpty { remarks += [wording[.onceEach], wording[.noContact]] }
        let corrected = rows.filter { $0.reading.submission.replaces != nil }.map(\.name)
        if !corrected.isEmpty {
            remarks.append("\(wording[.replacing])\(wording.colon)\(corrected.joined(separator: "; ")).")
        }
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
        for row in rows { table.add(shown.map { $0.isDetail ? Self.shortened($0.cell(row)) : $0.cell(row) }) }
        return ([table.description, ""] + remarks).joined(separator: "\n")
    }

    /// The most characters of a text in a table for a terminal.
    private static let longestText = 48

    private static func shortened(_ text: String) -> String {
        text.count > longestText ? text.prefix(longestText - 1) + "…" : text
    }

    /// The table for spreadsheets, with what is usual in the language between columns.
    public var commaSeparatedValues: String { commaSeparatedValues(separator: nil) }

    /// The table for spreadsheets.
    ///
    /// - Parameter separator: What stands between columns; what is usual in the language if left out.
    public func commaSeparatedValues(separator: ColumnSeparator?) -> String {
        let columns = self.columns
        let head = [wording[.conversation]] + columns.map(\.title) + [wording[.run], wording[.replaces]]
        let lines = rows.map { row in
            let submission = row.reading.submission
            let ids = [submission.conversation, submission.run, submission.replaces ?? ""].map { CleanText.line($0) }
            return [ids[0]] + columns.map { $0.cell(row) } + ids.dropFirst()
        }
        return CommaSeparatedValues.spreadsheet(of: [head] + lines, in: wording.language, separator: separator)
    }

    /// The table as a page for a screen or a printer.
    public var html: String {
        let figures = columns.filter { !$0.isDetail }
        let details = columns.filter(\.isDetail)
        // The texts of a supplier stand below its figures, as wide as all of them: so a page of paper holds them.
        let suppliers = rows.map { row in
            let cells = figures.dropFirst().map { column in
                "<td\(column.isNumber ? " class=\"number\"" : "")>\(HTMLEscaping.escaped(column.cell(row)))</td>"
            }
            let texts = details.map { ($0.title, $0.cell(row)) }.filter { !$1.isEmpty && $1 != "–" }.map {
                title, text in
                "<div><dt>\(HTMLEscaping.escaped(title))</dt><dd>\(HTMLEscaping.escaped(text))</dd></div>"
            }
            let below =
                texts.isEmpty
                ? ""
                : """

                <tr class="details"><td colspan="\(figures.count)"><dl>\(texts.joined())</dl></td></tr>
                """
            return "<tr><th scope=\"row\">\(HTMLEscaping.escaped(row.name))</th>\(cells.joined())</tr>\(below)"
        }
        let table =
            rows.isEmpty
            ? "<p>\(wording.markup(.noSubmissions))</p>"
            : Page.table(
                caption: wording[.comparison], isCaptionHidden: true, classes: "comparison stacked",
                head: figures.map(\.title), rows: [suppliers.joined(separator: "\n</tbody>\n<tbody>\n")])
        let always = questionnaires.map { "<p class=\"always\">\(wording.markup($0.scoring.alwaysSay))</p>" }
        let notes = remarks.filter { remark in
            !questionnaires.contains { wording.plain($0.scoring.alwaysSay) == remark }
        }
        return Page(
            language: wording.language, title: wording[.comparison], pageWord: wording[.page],
            orientation: .landscape, style: SubmissionStyle.sheet,
            body: """
                <header>
                <h1>\(wording.markup(.comparison))</h1>
                \(always.joined(separator: "\n"))
                </header>
                <main>
                \(table)
                </main>
                <footer class="note">
                \(notes.map { "<p>\(HTMLEscaping.escaped($0))</p>" }.joined(separator: "\n"))
                </footer>
                """
        ).html
    }
}
