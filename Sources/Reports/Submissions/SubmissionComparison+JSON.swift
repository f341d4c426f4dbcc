import Contract
import Dialogue
import Knowledge
import Questionnaires
import Text

extension SubmissionComparison {
    /// A supplier in JSON, with what is shown of it. What is not shared, and what was not answered, is not there.
    private struct Supplier: Encodable {
        struct Backing: Encodable {
            var level: EvidenceLevel
            var percent: Int?
        }

        var conversation: String
        var run: String
        var replaces: String?
        var name: String?
        var businessNumber: String?
        var offer: String?
        var territory: String?
        var size: String?
        /// In Québec.
        var completedOn: String
        var form: String
        var overall: Int?
        var completeness: Int
        var parts: [String: Int]
        var assurance: Backing
        var certifications: [String]
        var tags: [String]
    }

    /// The suppliers as JSON, an array of objects.
    public var json: String {
        let suppliers = rows.map { row in
            let submission = row.reading.submission
            func answer(_ role: Questionnaire.Role) -> String? { row.answer(to: role, wording) }
            return Supplier(
                conversation: submission.conversation, run: submission.run, replaces: submission.replaces,
                name: row.reading.legalName, businessNumber: answer(.businessNumber), offer: answer(.offerSummary),
                territory: answer(.regionsServed), size: answer(.employeesCount),
                completedOn: submission.day.description, form: submission.form,
                overall: row.withholdsDiversity ? nil : submission.indicator.overall,
                completeness: submission.indicator.completeness,
                parts: Dictionary(uniqueKeysWithValues: row.parts.map { ($0.rawValue, $1) }),
                assurance: .init(level: row.backing.level, percent: row.backing.percent),
                certifications: names(of: row), tags: row.tags.map(\.id))
        }
        return String(decoding: MessageText.json(suppliers), as: UTF8.self) + "\n"
    }
}
