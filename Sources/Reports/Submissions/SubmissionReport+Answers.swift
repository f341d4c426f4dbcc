import Contract
import Dialogue
import Knowledge
import Questionnaires
import Rendering
import Text
import Understanding

extension SubmissionReport {
    /// The answers to the questions that were shown, by section.
    var answers: String {
        let tables = questionnaire.sections.compactMap { section -> String? in
            let questions = reading.shown.filter { $0.section == section.id }
            guard !questions.isEmpty else { return nil }
            return "<h3>\(wording.markup(section.title))</h3>\n"
                + table(wording.plain(section.title), questions.map(row))
        }
        let stray = reading.strayAnswers.map { answer in
            """
            <tr><th scope="row">\(HTMLEscaping.escaped(answer.question))</th>\
            <td class="said">\(list(answer.value.texts.map(wording.quoted)))</td><td></td><td></td></tr>
            """
        }
        let rest =
            stray.isEmpty ? "" : "<h3>\(wording.markup(.strayAnswers))</h3>\n\(table(wording[.strayAnswers], stray))"
        return section("answers", .answers, (tables + [rest]).joined(separator: "\n"))
    }

    private func table(_ caption: String, _ rows: [String]) -> String {
        Page.table(
            caption: caption, isCaptionHidden: true, classes: "answers stacked",
            head: [wording[.question], wording[.answer], wording[.evidence], wording[.level]], rows: rows)
    }

    private func row(_ question: Question) -> String {
        let sensitive = question.validation.sensitive ? "<small>\(wording.markup(.sensitive))</small>" : ""
        let evidence = reading.evidence(for: question.id)
        let items = evidence.map(markup(of:))
        let answer = reading[question.id]
        let level = reading.level(of: question.id)
        let canBeBacked = question.scoring.mode != .none && question.type != .evidence
        return """
            <tr id="\(HTMLEscaping.escaped(question.id))">\
            <th scope="row">\(reading.numbered(question)) \(wording.markup(question.label))\(sensitive)</th>\
            <td class="said">\(answer.map { list(texts(of: $0, to: question)) } ?? none(.noAnswer))</td>\
            <td>\(question.type == .evidence ? "" : level != nil && items.isEmpty ? none(.noEvidence) : list(items))</td>\
            <td>\(level.map(self.level) ?? (canBeBacked ? Self.noLevel : ""))</td></tr>
            """
    }

    private func none(_ word: SubmissionWord) -> String { "<span class=\"none\">\(wording.markup(word))</span>" }

    /// What stands where there is nothing to back.
    private static let noLevel = "<span class=\"none\">–</span>"

    private func level(_ level: EvidenceLevel) -> String {
        "<span class=\"level\"><span class=\"swatch \(level.rawValue)\"></span>"
            + "\(wording.markup(wording.name(of: level, in: method)))</span>"
    }

    /// One item stands alone, several as a list.
    func list(_ items: [String]) -> String {
        items.count > 1 ? "<ul>\(items.map { "<li>\($0)</li>" }.joined())</ul>" : items.first ?? ""
    }

    /// An answer in the question's words, as markup.
    private func texts(of answer: AnswerValue, to question: Question) -> [String] {
        switch answer {
        case .flag(let flag): [wording.markup(flag ? .yes : .no)]
        case .choice(let id): [title(ofChoice: id, of: question)]
        case .choices(let ids): ids.map { title(ofChoice: $0, of: question) }
        case .number(let number): [measured(number, in: question)]
        case .decimal:
            [
                wording.quoted(
                    questionnaire.display(answer, to: question, in: wording.language, with: wording.vocabulary))
            ]
        case .text(let text): [wording.quoted(text)]
        case .date(let day): [wording.quoted(day)]
        case .evidence(let items): items.map(markup(of:))
        }
    }

    private func measured(_ number: Int, in question: Question) -> String {
        if question.type == .percentage { return wording.percent(number) }
        let unit = question.unit.map { "\u{A0}\(wording.markup($0))" } ?? ""
        return number.grouped(in: wording.language) + unit
    }

    /// A choice that the questionnaire does not have any more is called by its id.
    private func title(ofChoice id: String, of question: Question) -> String {
        question.choice(id).map { wording.markup($0.text) } ?? wording.quoted(id)
    }

    private func markup(of item: AnswerValue.Evidence) -> String {
        let title =
            switch item.kind {
            case .document: questionnaire.document(item.id)?.title
            case .certification: reading.knowledge.certification(item.id)?.name
            }
        let parts = [title.map(wording.markup) ?? wording.quoted(item.id), item.note.map(wording.quoted) ?? ""]
        return parts.filter { !$0.isEmpty }.joined(separator: wording.colon)
    }
}
