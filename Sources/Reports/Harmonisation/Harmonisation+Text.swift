import Dialogue
import Knowledge
public import Text
import Understanding

extension Harmonisation {
    /// The figures and lists for a terminal: a line for each question.
    ///
    /// - Parameter language: The language of labels and reasons.
    public func text(in language: Language) -> String {
        func word(_ word: HarmonisationWord) -> String { vocabulary.text(word, in: language) }
        var sections = [questionnaires.indices.map { figures(of: $0, in: language) }.joined(separator: "\n")]
        func add(_ heading: HarmonisationWord, _ lines: [String]) {
            let lines = lines.isEmpty ? [word(.nothing)] : lines
            sections.append(([word(heading)] + lines.map { "  \($0)" }).joined(separator: "\n"))
        }
        add(
            .allAsk,
            askedByAll.flatMap { question in
                [Self.name(of: question, in: language)]
                    + asked(question.id, .match).map { "  \(questionnaires[$0.questionnaire].name) · \($0.row.text)" }
            })
        add(
            .oneAsks,
            askedByOne.flatMap { only in
                [Self.name(of: only.question, in: language)]
                    + asked(only.question.id, .match).map {
                        "  \(questionnaires[$0.questionnaire].name) · \($0.row.text)"
                    }
            })
        add(.noneAsks, askedByNone.map { Self.name(of: $0, in: language) })
        add(.doubts, doubtful.flatMap { doubt in [place(of: doubt, in: language)] + choices(of: doubt, in: language) })
        add(
            .lacks,
            lacking.map { lack in
                let topic = lack.candidates.first.flatMap { lack.topic == nil ? nil : name(of: $0, in: language) }
                return ([place(of: lack, in: language)] + [topic].compactMap { $0 }).joined(separator: "  → ")
            })
        return sections.joined(separator: "\n\n")
    }

    private func figures(of questionnaire: Int, in language: Language) -> String {
        let own = correspondences.filter { $0.questionnaire == questionnaire }
        let matches = own.count { $0.verdict == .match }
        let doubts = own.count { $0.verdict == .doubtful }
        let counts: [(HarmonisationWord, Int)] = [
            (.questions, own.count), (.sure, matches), (.perhaps, doubts), (.absent, own.count - matches - doubts),
        ]
        let column =
            "\(vocabulary.text(HarmonisationWord.column, in: language)) \(questionnaires[questionnaire].column)"
        return
            ([questionnaires[questionnaire].name, column] + counts.map { "\(vocabulary.text($0, in: language)) \($1)" })
            .joined(separator: " · ")
    }

    private static func name(of question: Question, in language: Language) -> String {
        "\(question.id)  \(question.label[language])"
    }

    private func place(of correspondence: Correspondence, in language: Language) -> String {
        let place =
            "\(questionnaires[correspondence.questionnaire].name), \(vocabulary.text(HarmonisationWord.row, in: language))"
        return "\(place) \(correspondence.row.number) · \(correspondence.row.text)"
    }

    private func choices(of correspondence: Correspondence, in language: Language) -> [String] {
        let score = vocabulary.text(HarmonisationWord.score, in: language)
        return correspondence.candidates.prefix(2).map { candidate in
            let id = if case .question(let id) = candidate.subject { "\(id)  " } else { "" }
            return "  ? \(id)\(name(of: candidate, in: language)) (\(score) \(candidate.score))"
        }
    }
}
