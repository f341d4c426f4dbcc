import Dialogue
import Knowledge
import Questionnaires
import Rendering
import Text

extension SubmissionReport {
    /// What the supplier claims that an organization can confirm, with where and how.
    var claims: String {
        let claims = reading.claims
        guard !claims.isEmpty else {
            return section("claims", .claims, "<p>\(wording.markup(.noClaims))</p>", isShort: true)
        }
        let table = Page.table(
            caption: wording[.claims], isCaptionHidden: true, classes: "claims stacked",
            head: [wording[.claim], wording[.address], wording[.howToCheck]], rows: claims.map(row))
        let warning = reading.mayHaveExpired ? "<p class=\"warning\">\(wording.markup(.mayBeExpired))</p>" : ""
        return section(
            "claims", .claims, "<p class=\"note\">\(wording.markup(.claimsNote))</p>\n\(warning)\n\(table)")
    }

    private func row(_ claim: SubmissionFacts.Claim) -> String {
        let question = claim.question.map { "<small>\(reading.numbered($0)) \(wording.markup($0.label))</small>" } ?? ""
        let note = claim.note.map { "<br/>\(wording.quoted($0))" } ?? ""
        let title = claim.name ?? claim.schemes.first?.name
        let addresses = claim.schemes.compactMap { scheme in
            scheme.url.map { url in
                let link = "<a class=\"address\" href=\"\(HTMLEscaping.escaped(url))\">\(HTMLEscaping.escaped(url))</a>"
                return claim.schemes.count > 1 ? wording.markup(scheme.name) + wording.colon + link : link
            }
        }
        let checks =
            claim.name == nil ? claim.schemes.map { wording.markup($0.verification) } : [wording.markup(.whichOne)]
        return """
            <tr><th scope="row">\(title.map(wording.markup) ?? "")\(note)\(question)</th>\
            <td>\(list(addresses))</td><td>\(list(checks))</td></tr>
            """
    }

    /// The topics of other frameworks that the answers touch.
    var crosswalk: String {
        let answered = reading.shown.filter { reading[$0.id] != nil }
        let groups = questionnaire.frameworks.map { topics(of: $0, answered) }.filter { !$0.isEmpty }
        guard !groups.isEmpty else { return "" }
        // A body of rows for each framework: what the heading at its beginning is of.
        let rows = groups.map { $0.joined(separator: "\n") }.joined(separator: "\n</tbody>\n<tbody>\n")
        let table = Page.table(
            caption: wording[.crosswalk], isCaptionHidden: true, classes: "crosswalk stacked",
            head: ["\(wording[.framework]), \(wording[.topic])", wording[.answeredQuestions]],
            rows: [rows])
        return section("crosswalk", .crosswalk, "<p class=\"note\">\(wording.markup(.crosswalkNote))</p>\n\(table)")
    }

    private func topics(of framework: Questionnaire.Framework, _ answered: [Question]) -> [String] {
        let used = answered.flatMap(\.crosswalk).filter { $0.framework == framework.id }.flatMap(\.topics)
        let all = Set(used)
        let topics: [(id: String, title: String)] =
            framework.topics.isEmpty
            ? all.sorted(by: Self.precedes).map { ($0, $0) }
            : framework.topics.filter { all.contains($0.id) }.map { ($0.id, wording.plain($0.title)) }
        guard !topics.isEmpty else { return [] }
        let head = "<tr><th scope=\"rowgroup\" colspan=\"2\">\(title(of: framework))</th></tr>"
        return [head]
            + topics.map { topic in
                let questions = answered.filter { question in
                    question.crosswalk.contains { $0.framework == framework.id && $0.topics.contains(topic.id) }
                }
                let links = questions.map {
                    "<a href=\"#\(HTMLEscaping.escaped($0.id))\">\(wording.markup($0.label))</a>"
                }
                return "<tr><td>\(HTMLEscaping.escaped(topic.title))</td><td>\(links.joined(separator: "; "))</td></tr>"
            }
    }

    private func title(of framework: Questionnaire.Framework) -> String {
        let note = framework.note.map { "<small>\(wording.markup($0))</small>" } ?? ""
        return wording.markup(framework.title) + note
    }

    /// Orders the numbers of disclosures: 2-7 before 2-13, and both before 205-2.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let numbers = [left, right].map { $0.split(separator: "-").map { Int($0) ?? 0 } }
        return numbers[0] == numbers[1] ? left < right : numbers[0].lexicographicallyPrecedes(numbers[1])
    }
}
