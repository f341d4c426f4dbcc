public import Knowledge
import Rendering
public import Text
import Understanding

extension Questionnaire {
    /// What was understood, to be shown back as plain text, on one line.
    ///
    /// - Parameters:
    ///   - question: the question that is answered: ids of choices are unique only within it, and it knows the unit of a
    ///     number. Without it a choice is looked for in all questions, in order.
    ///   - vocabulary: words what the questionnaire itself has no text for.
    public func display(
        _ value: AnswerValue, to question: Question? = nil, in language: Language, with vocabulary: Vocabulary
    ) -> String {
        display(value, to: question, in: language, with: vocabulary, echoing: MarkdownText.quiet)
    }

    /// The same in CommonMark: what the person wrote stands in it as text.
    package func markdown(
        _ value: AnswerValue, to question: Question?, in language: Language, with vocabulary: Vocabulary
    ) -> String {
        display(value, to: question, in: language, with: vocabulary, echoing: MarkdownText.escaped)
    }

    /// - Parameter echo: makes what the person wrote fit for where it is shown.
    private func display(
        _ value: AnswerValue, to question: Question?, in language: Language, with vocabulary: Vocabulary,
        echoing echo: (String) -> String
    ) -> String {
        func word(_ word: AnswerDisplayWord) -> String { vocabulary.text(word, in: language) }
        return switch value {
        case .flag(let flag): word(flag ? .yes : .no)
        case .choice(let id): title(ofChoice: id, question)?[language] ?? echo(id)
        case .choices(let ids):
            ids.isEmpty
                ? word(.noChoice)
                : ids.map { title(ofChoice: $0, question)?[language] ?? echo($0) }.joined(separator: "; ")
        case .number(let number): display(number.grouped(in: language), question?.unit, in: language)
        case .decimal(let hundredths): display(Self.decimal(hundredths, in: language), question?.unit, in: language)
        case .text(let text): echo(text)
        case .date(let date): CivilDate(date) == nil ? echo(date) : vocabulary.longDate(date, in: language)
        case .evidence(let items):
            items.isEmpty
                ? word(.noEvidence)
                : items.map { display($0, in: language, echoing: echo) }.joined(separator: "; ")
        }
    }

    private func title(ofChoice id: String, _ question: Question?) -> LocalizedText? {
        let choice = question.map { $0.choice(id) } ?? questions.lazy.compactMap { $0.choice(id) }.first
        return choice?.text
    }

    /// A number of hundredths with its decimals, without the noughts at their end.
    private static func decimal(_ hundredths: Int, in language: Language) -> String {
        var decimals = String(hundredths.magnitude % 100 + 100).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        let whole = (hundredths / 100).grouped(in: language)
        return decimals.isEmpty ? whole : whole + (language == .fr ? "," : ".") + decimals
    }

    private func display(_ figures: String, _ unit: LocalizedText?, in language: Language) -> String {
        guard let unit else { return figures }
        // The percent sign follows the figure in English and stands apart in French.
        return unit[language] == "%" && language == .en ? "\(figures)%" : "\(figures)\u{A0}\(unit[language])"
    }

    /// A scheme is shown by its id: the questionnaire does not know its name.
    private func display(
        _ item: AnswerValue.Evidence, in language: Language, echoing echo: (String) -> String
    ) -> String {
        let title = item.kind == .document ? document(item.id)?.title[language] : nil
        let name = title ?? echo(item.id)
        guard let note = item.note.map(echo) else { return name }
        return name.isEmpty ? note : "\(name) (\(note))"
    }
}
