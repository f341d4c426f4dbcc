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
        let body = """
            <main>
            <h1>\(page[.title])</h1>
            <p>\(page[.explanation])</p>
            \(page.matrix)
            <h2>\(page[.allAsk])</h2>
            \(page.list(askedByAll.map { page.item($0) }))
            <h2>\(page[.oneAsks])</h2>
            \(page.list(askedByOne.map { page.item($0.question) }))
            <h2>\(page[.noneAsks])</h2>
            \(page.list(askedByNone.map { page.label(of: $0) }))
            <h2 id="doubtful">\(page[.doubts])</h2>
            \(page.table(of: doubtful, .doubts))
            <h2 id="lacking">\(page[.lacks])</h2>
            \(page.table(of: lacking, .lacks))
            </main>
            """
        return Page(
            language: language, title: vocabulary.text(HarmonisationWord.title, in: language),
            pageWord: vocabulary.text(HarmonisationWord.page, in: language), orientation: .landscape,
            style: HarmonisationMarkup.style, body: body
        ).html
    }
}

/// The parts of the page, as markup.
private struct HarmonisationMarkup {
    let harmonisation: Harmonisation
    let language: Language

    /// A word, escaped.
    subscript(word: HarmonisationWord) -> String {
        HTMLEscaping.escaped(text(word))
    }

    /// A word, unescaped.
    func text(_ word: HarmonisationWord) -> String { harmonisation.vocabulary.text(word, in: language) }

    func name(of questionnaire: Int) -> String {
        "<bdi>\(HTMLEscaping.escaped(harmonisation.questionnaires[questionnaire].name))</bdi>"
    }

    func label(of question: Question) -> String {
        "\(HTMLEscaping.escaped(question.label[language])) <code>\(HTMLEscaping.escaped(question.id))</code>"
    }

    /// A question of the base with how the buyers word it.
    func item(_ question: Question) -> String {
        let wordings = harmonisation.asked(question.id, .match).map {
            "<li>\(name(of: $0.questionnaire)) : <bdi>\(HTMLEscaping.escaped($0.row.text))</bdi></li>"
        }
        return "\(label(of: question))<ul>\(wordings.joined())</ul>"
    }

    func list(_ items: [String]) -> String {
        guard !items.isEmpty else { return "<p>\(self[.nothing])</p>" }
        return "<ul>\n\(items.map { "<li>\($0)</li>" }.joined(separator: "\n"))\n</ul>"
    }

    /// The questions of the base by questionnaire; a cell holds the rows that ask them, doubtful ones with a question mark.
    var matrix: String {
        let base = harmonisation.base
        let columns = harmonisation.questionnaires.indices
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
        return Page.table(
            caption: text(.title), isCaptionHidden: true, classes: "stacked",
            head: [text(.base)] + harmonisation.questionnaires.map(\.name), rows: rows)
    }

    /// The wordings of the buyers, each with its row where a pointer rests; doubtful ones behind a question mark.
    private func cell(_ asking: [Harmonisation.Correspondence]) -> String {
        let isSure = asking.contains { $0.verdict == .match }
        let rows = asking.map { correspondence in
            let mark = correspondence.verdict == .match ? "" : "? "
            let title = "\(self[.row]) \(correspondence.row.number)"
            return "<span title=\"\(title)\">\(mark)<bdi>\(HTMLEscaping.escaped(correspondence.row.text))</bdi></span>"
        }
        let kind = asking.isEmpty ? "" : " class=\"\(isSure ? "match" : "doubtful")\""
        // On a phone, where the cells of a row stand one below the other, each says whose it is.
        let file = asking.first.map { "<small class=\"file\">\(name(of: $0.questionnaire))</small>" } ?? ""
        return "<td\(kind)>\(file)\(rows.joined(separator: "<br/>"))</td>"
    }

    /// Questions of the buyers, each with the two likeliest and why.
    func table(of correspondences: [Harmonisation.Correspondence], _ caption: HarmonisationWord) -> String {
        guard !correspondences.isEmpty else { return "<p>\(self[.nothing])</p>" }
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
        return Page.table(
            caption: text(caption), isCaptionHidden: true, classes: "stacked",
            head: [HarmonisationWord.file, .question, .nearest, .second, .shared].map(text), rows: rows)
    }

    private func text(of candidate: QuestionMatcher.Candidate?) -> String {
        guard let candidate else { return "" }
        let name = HTMLEscaping.escaped(harmonisation.name(of: candidate, in: language))
        let id =
            if case .question(let id) = candidate.subject { " <code>\(HTMLEscaping.escaped(id))</code>" } else { "" }
        return "\(name)\(id) <small>\(self[.score]) \(candidate.score)</small>"
    }

    static let style = """
        .file { display: none; color: inherit; }
        @media screen and (max-width: 44rem) { .file { display: block; } }
        .match { background: var(--sure); }
        .doubtful { background: var(--doubt); }
        .match code, .doubtful code { color: var(--ink); }
        """
}
