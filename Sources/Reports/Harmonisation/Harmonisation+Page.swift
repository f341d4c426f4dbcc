import Dialogue
import Knowledge
import Rendering
public import Text
import Understanding

extension Harmonisation {
    /// One HTML page that needs nothing else: the questions of the base by questionnaire, and below them what a person must
    /// decide and what the base lacks. The markup is well-formed XML too.
    ///
    /// - Parameter language: The language of the page.
    public func html(in language: Language) -> String {
        let page = HarmonisationMarkup(harmonisation: self, language: language)
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>\(page[.title])</title>
            <style>
            \(HarmonisationMarkup.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(page[.title])</h1>
            <p>\(page[.explanation])</p>
            \(page.matrix)
            <h2>\(page[.allAsk])</h2>
            \(page.list(askedByAll.map { page.label(of: $0) }))
            <h2>\(page[.oneAsks])</h2>
            \(page.list(askedByOne.map { "\(page.label(of: $0.question)) ← \(page.name(of: $0.questionnaire))" }))
            <h2>\(page[.noneAsks])</h2>
            \(page.list(askedByNone.map { page.label(of: $0) }))
            <h2 id="doubtful">\(page[.doubts])</h2>
            \(page.table(of: doubtful))
            <h2 id="lacking">\(page[.lacks])</h2>
            \(page.table(of: lacking))
            </main>
            </body>
            </html>

            """
    }
}

/// The parts of the page, as markup.
private struct HarmonisationMarkup {
    let harmonisation: Harmonisation
    let language: Language

    /// A word, escaped.
    subscript(word: HarmonisationWord) -> String {
        HTMLEscaping.escaped(harmonisation.vocabulary.text(word, in: language))
    }

    func name(of questionnaire: Int) -> String {
        "<bdi>\(HTMLEscaping.escaped(harmonisation.questionnaires[questionnaire].name))</bdi>"
    }

    func label(of question: Question) -> String {
        "\(HTMLEscaping.escaped(question.label[language])) <code>\(HTMLEscaping.escaped(question.id))</code>"
    }

    func list(_ items: [String]) -> String {
        guard !items.isEmpty else { return "<p>\(self[.nothing])</p>" }
        return "<ul>\n\(items.map { "<li>\($0)</li>" }.joined(separator: "\n"))\n</ul>"
    }

    /// The questions of the base by questionnaire; a cell holds the rows that ask them, doubtful ones with a question mark.
    var matrix: String {
        let base = harmonisation.base
        let columns = harmonisation.questionnaires.indices
        let head = columns.map { "<th scope=\"col\">\(name(of: $0))</th>" }.joined()
        let asking = Dictionary(grouping: harmonisation.correspondences) { $0.question ?? "" }
        let rows = base.sections.flatMap { section -> [String] in
            let title = HTMLEscaping.escaped(section.title[language])
            let heading = "<tr><th scope=\"rowgroup\" colspan=\"\(columns.count + 1)\">\(title)</th></tr>"
            return [heading]
                + base.questions.filter { $0.section == section.id }.map { question in
                    let cells = columns.map { column in
                        cell((asking[question.id] ?? []).filter { $0.questionnaire == column })
                    }
                    return "<tr><th scope=\"row\">\(label(of: question))</th>\(cells.joined())</tr>"
                }
        }
        return Self.table(head: "<th scope=\"col\">\(self[.base])</th>\(head)", rows: rows)
    }

    private func cell(_ asking: [Harmonisation.Correspondence]) -> String {
        let isSure = asking.contains { $0.verdict == .match }
        let rows = asking.map { correspondence in
            let mark = correspondence.verdict == .match ? "●" : "?"
            let title = HTMLEscaping.escaped(correspondence.row.text)
            return "<span title=\"\(title)\">\(mark) \(self[.row]) \(correspondence.row.number)</span>"
        }
        let kind = asking.isEmpty ? "" : " class=\"\(isSure ? "match" : "doubtful")\""
        return "<td\(kind)>\(rows.joined(separator: "<br/>"))</td>"
    }

    /// Questions of the buyers, each with the two nearest of the base and why.
    func table(of correspondences: [Harmonisation.Correspondence]) -> String {
        guard !correspondences.isEmpty else { return "<p>\(self[.nothing])</p>" }
        let head = [HarmonisationWord.file, .question, .nearest, .second, .shared]
            .map { "<th scope=\"col\">\(self[$0])</th>" }.joined()
        let rows = correspondences.map { correspondence in
            let candidates = correspondence.candidates
            let shared = candidates.first?.shared.joined(separator: ", ") ?? ""
            return """
                <tr><td>\(name(of: correspondence.questionnaire)), \(self[.row]) \(correspondence.row.number)</td>\
                <td><bdi>\(HTMLEscaping.escaped(correspondence.row.text))</bdi></td>\
                <td>\(text(of: candidates.first))</td><td>\(text(of: candidates.dropFirst().first))</td>\
                <td>\(shared.isEmpty ? self[.nothingShared] : HTMLEscaping.escaped(shared))</td></tr>
                """
        }
        return Self.table(head: head, rows: rows)
    }

    private func text(of candidate: QuestionMatcher.Candidate?) -> String {
        guard let candidate, let question = harmonisation.base.question(candidate.question) else { return "" }
        return "\(label(of: question)) <small>\(self[.score]) \(candidate.score)</small>"
    }

    private static func table(head: String, rows: [String]) -> String {
        """
        <div class="scroll" tabindex="0">
        <table>
        <thead><tr>\(head)</tr></thead>
        <tbody>
        \(rows.joined(separator: "\n"))
        </tbody>
        </table>
        </div>
        """
    }

    static let style = """
        :root { color-scheme: light dark; }
        body { margin: 0 auto; max-width: 80rem; padding: 1.5rem 1.25rem 4rem; font: 1rem/1.5 system-ui, sans-serif; }
        h2 { margin-top: 2.5rem; font-size: 1.3rem; }
        p { max-width: 48rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .875rem; line-height: 1.35; }
        th, td { padding: .35rem .6rem; border: 1px solid #8886; text-align: left; vertical-align: top; }
        tbody th { font-weight: 500; }
        th[scope="rowgroup"] { font-weight: 700; background: #8882; }
        code, small { color: #777; font-size: .85em; }
        .match { background: #2a93; }
        .doubtful { background: #fb04; }
        @media print {
          @page { size: A4 landscape; margin: 14mm; }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          .scroll { overflow: visible; }
          tr { break-inside: avoid; }
        }
        """
}
