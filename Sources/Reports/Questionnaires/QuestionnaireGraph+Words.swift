import Dialogue
import Knowledge
import Text

extension QuestionnaireGraph {
    /// What stands for the drawing's signs in the legend, in order.
    static let legend: [(sign: Sign, word: DrawingWord)] = [
        (.required, .legendRequired), (.conditional, .legendConditional), (.weight, .legendWeight),
        (.bonus, .legendBonus), (.arrow, .legendArrow), (.neutral, .legendNeutral),
    ]

    /// What is drawn beside a text of the legend.
    enum Sign { case required, conditional, weight, bonus, arrow, neutral }

    /// A text with the spaces of its language.
    func typeset(_ text: String) -> String { language.typeset(text) }

    func word(_ word: DrawingWord, _ fields: [String: String] = [:]) -> String {
        vocabulary.text(word, in: language, fields)
    }

    /// The type and what else is particular about the answer, in one line.
    func marks(of question: Question) -> String {
        var marks = [vocabulary.text(question.type, in: language)]
        if question.validation.required { marks.append(word(.required)) }
        if question.validation.sensitive { marks.append(word(.sensitive)) }
        if question.scoring.mode != .none, question.choices.contains(where: \.neutral) { marks.append(word(.neutral)) }
        return typeset(marks.joined(separator: " · "))
    }

    /// The part of the score and the weight; nothing for a question that does not count.
    func badge(of question: Question) -> String? {
        guard let part = question.scoring.indicator, question.scoring.mode != .none else { return nil }
        let title = questionnaire.scoring.titles[part]?[language] ?? part.rawValue
        let weight = String(question.scoring.weight)
        return "\(title) · \(question.scoring.mode == .bonus ? word(.bonus, ["weight": weight]) : weight)"
    }

    /// The number of a question in this form, by its id.
    private func number(of id: String) -> String {
        numbers[id].map(String.init) ?? "?"
    }

    /// A condition with the number of the question that it is on.
    func words(for condition: Condition) -> String {
        let number = number(of: condition.question)
        return typeset(word(.condition, ["number": number, "answer": answer(condition)]))
    }

    private func answer(_ condition: Condition) -> String {
        switch condition.value {
        case .number(let number): answer(condition, number)
        case .flag(let flag): condition.comparison == .notEqual ? not(word(flag ? .yes : .no)) : word(flag ? .yes : .no)
        case .choices(let ids): answer(condition, ids)
        }
    }

    private func answer(_ condition: Condition, _ number: Int) -> String {
        let isShare = questionnaire.question(condition.question)?.type == .percentage
        let amount = isShare ? word(.percent, ["number": String(number)]) : String(number)
        return switch condition.comparison {
        case .greater: word(.moreThan, ["amount": amount])
        case .greaterOrEqual: word(.orMore, ["amount": amount])
        case .notEqual, .isNotIn, .excludesAll: not(amount)
        case .equal, .isIn, .includesAny: amount
        }
    }

    private func answer(_ condition: Condition, _ ids: [String]) -> String {
        let choices = questionnaire.question(condition.question)?.choices ?? []
        let others = choices.filter { !ids.contains($0.id) }
        let named = choices.filter { ids.contains($0.id) }
        switch condition.comparison {
        case .notEqual, .isNotIn, .excludesAll:
            return not(list(named))
        case .includesAny where !others.isEmpty && others.count < named.count && others.allSatisfy(\.exclusive):
            return word(.otherThan, ["choices": list(others)])
        default:
            return list(named)
        }
    }

    /// Choices as « one », « another » or « a third ».
    private func list(_ choices: [Choice]) -> String {
        let texts = choices.map { word(.quoted, ["choice": $0.text[language]]) }
        guard texts.count > 1, let last = texts.last else { return texts.joined() }
        return word(.or, ["first": texts.dropLast().joined(separator: ", "), "last": last])
    }

    private func not(_ answer: String) -> String { word(.not, ["answer": answer]) }
}
