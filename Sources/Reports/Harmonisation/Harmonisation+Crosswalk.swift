import Knowledge
public import Rendering
public import Text
import Understanding

extension Harmonisation {
    /// The crosswalk as a table: a row of headings, then a row for each question of the buyers, all of the same length.
    ///
    /// Headings and verdicts are the same in both languages, for programs. A question with the verdict `none` has no base
    /// question; its score is that of the nearest one.
    ///
    /// - Parameter language: The language of labels and reasons.
    public func crosswalk(in language: Language) -> [[String]] {
        [Self.headings] + correspondences.map { row(of: $0, in: language) }
    }

    /// The crosswalk as comma-separated values (RFC 4180), after the mark by which spreadsheets know UTF-8.
    ///
    /// - Parameter language: The language of labels and reasons.
    public func commaSeparatedValues(in language: Language, separator: ColumnSeparator? = nil) -> String {
        CommaSeparatedValues.spreadsheet(of: crosswalk(in: language), in: language, separator: separator)
    }

    private static let headings = [
        "file", "row", "question", "base_question", "label", "score", "verdict", "why", "second_best", "second_score",
        "outside_topic",
    ]

    private func row(of correspondence: Correspondence, in language: Language) -> [String] {
        let nearest = correspondence.ofBase.first
        let second = correspondence.ofBase.dropFirst().first
        return [
            questionnaires[correspondence.questionnaire].name,
            String(correspondence.row.number),
            correspondence.row.text,
            correspondence.question ?? "",
            correspondence.question.flatMap(base.question)?.label[language] ?? "",
            String(nearest?.candidate.score ?? 0),
            correspondence.verdict.rawValue,
            reason(for: correspondence, in: language),
            second?.id ?? "",
            second.map { String($0.candidate.score) } ?? "",
            correspondence.topic ?? "",
        ]
    }

    /// What speaks for the likeliest, and which question of the base is nearest where it is no match.
    func reason(for correspondence: Correspondence, in language: Language) -> String {
        guard let first = correspondence.candidates.first else { return "" }
        let shared =
            first.shared.isEmpty
            ? vocabulary.text(HarmonisationWord.nothingShared, in: language) : first.shared.joined(separator: ", ")
        return correspondence.question == nil ? "\(name(of: first, in: language)): \(shared)" : shared
    }

    /// What a candidate is called: its label in the base, or the title of its topic.
    func name(of candidate: QuestionMatcher.Candidate, in language: Language) -> String {
        switch candidate.subject {
        case .question(let id): base.question(id)?.label[language] ?? id
        case .outside(let id): knowledge.wordings.outside.first { $0.id == id }?.title[language] ?? id
        }
    }
}
