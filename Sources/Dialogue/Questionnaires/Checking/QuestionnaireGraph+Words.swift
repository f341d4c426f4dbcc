import Knowledge

extension QuestionnaireGraph {
    /// What the drawing says beside the texts of the questionnaire.
    enum Words {
        static let types: [QuestionType: LocalizedText] = [
            .yesNo: LocalizedText(fr: "oui ou non", en: "yes or no"),
            .singleChoice: LocalizedText(fr: "un choix", en: "one choice"),
            .multiChoice: LocalizedText(fr: "plusieurs choix", en: "several choices"),
            .number: LocalizedText(fr: "nombre", en: "number"),
            .percentage: LocalizedText(fr: "pourcentage", en: "percentage"),
            .text: LocalizedText(fr: "texte", en: "text"),
            .date: LocalizedText(fr: "date", en: "date"),
            .evidence: LocalizedText(fr: "pièces justificatives", en: "evidence"),
        ]
        static let required = LocalizedText(fr: "obligatoire", en: "required")
        static let neutral = LocalizedText(fr: "choix neutre", en: "neutral choice")
        static let sensitive = LocalizedText(fr: "réponse volontaire", en: "voluntary answer")
        static let legend: [(sign: Sign, text: LocalizedText)] = [
            (.required, LocalizedText(fr: "Obligatoire pour soumettre", en: "Required to submit")),
            (.conditional, LocalizedText(fr: "Posée selon les réponses", en: "Asked depending on the answers")),
            (.weight, LocalizedText(fr: "Partie du score et poids", en: "Part of the score and weight")),
            (
                .bonus,
                LocalizedText(
                    fr: "Bonus : s'ajoute aux points, jamais au poids",
                    en: "Bonus: adds to the points, never to the weight")
            ),
            (
                .arrow,
                LocalizedText(
                    fr: "Réponse qui fait poser une question; s'il y en a plusieurs, toutes doivent tenir",
                    en: "Answer that has a question asked; where there are several, all must hold")
            ),
            (
                .neutral,
                LocalizedText(
                    fr: "Choix neutre : retire la question du calcul",
                    en: "Neutral choice: takes the question out of the score")
            ),
        ]

        /// What is drawn beside a text of the legend.
        enum Sign { case required, conditional, weight, bonus, arrow, neutral }
    }

    /// A text with the spaces of its language.
    func typeset(_ text: String) -> String { language == .fr ? FrenchTypography.apply(to: text) : text }

    /// The type and what else is particular about the answer, in one line.
    func marks(of question: Knowledge.Question) -> String {
        var marks = [Words.types[question.type]]
        if question.validation.required { marks.append(Words.required) }
        if question.validation.sensitive { marks.append(Words.sensitive) }
        if question.scoring.mode != .none, question.choices.contains(where: \.neutral) { marks.append(Words.neutral) }
        return typeset(marks.compactMap { $0?[language] }.joined(separator: " · "))
    }

    /// The part of the score and the weight; nothing for a question that does not count.
    func badge(of question: Knowledge.Question) -> String? {
        guard let part = question.scoring.indicator, question.scoring.mode != .none else { return nil }
        let title = questionnaire.scoring.titles[part]?[language] ?? part.rawValue
        return question.scoring.mode == .bonus
            ? "\(title) · bonus +\(question.scoring.weight)" : "\(title) · \(question.scoring.weight)"
    }

    /// The number of a question in this form, by its id.
    private func number(of id: String) -> String {
        numbers[id].map(String.init) ?? "?"
    }

    /// A condition with the number of the question that it is on.
    func words(for condition: Condition) -> String {
        let number = number(of: condition.question)
        return typeset(
            language == .fr
                ? "Si n\u{BA}\u{A0}\(number) : \(answer(condition))" : "If no.\u{A0}\(number): \(answer(condition))")
    }

    private func answer(_ condition: Condition) -> String {
        switch condition.value {
        case .number(let number): answer(condition, number)
        case .flag(let flag):
            (condition.comparison == .notEqual ? phrase("pas ", "not ") : "")
                + (flag ? phrase("oui", "yes") : phrase("non", "no"))
        case .choices(let ids): answer(condition, ids)
        }
    }

    private func answer(_ condition: Condition, _ number: Int) -> String {
        let isShare = questionnaire.question(condition.question)?.type == .percentage
        let amount = isShare ? "\(number)" + phrase(" %", "%") : "\(number)"
        return switch condition.comparison {
        case .greater: phrase("plus de ", "more than ") + amount
        case .greaterOrEqual: amount + phrase(" ou plus", " or more")
        case .notEqual, .isNotIn, .excludesAll: phrase("pas ", "not ") + amount
        case .equal, .isIn, .includesAny: amount
        }
    }

    private func answer(_ condition: Condition, _ ids: [String]) -> String {
        let choices = questionnaire.question(condition.question)?.choices ?? []
        let others = choices.filter { !ids.contains($0.id) }
        let named = choices.filter { ids.contains($0.id) }
        switch condition.comparison {
        case .notEqual, .isNotIn, .excludesAll:
            return phrase("pas ", "not ") + list(named)
        case .includesAny where !others.isEmpty && others.count < named.count && others.allSatisfy(\.exclusive):
            return phrase("un choix autre que ", "a choice other than ") + list(others)
        default:
            return list(named)
        }
    }

    /// Choices as « one », « another » or « a third ».
    private func list(_ choices: [Choice]) -> String {
        let texts = choices.map { phrase("« \($0.text.fr) »", "“\($0.text.en)”") }
        guard texts.count > 1, let last = texts.last else { return texts.joined() }
        return texts.dropLast().joined(separator: ", ") + phrase(" ou ", " or ") + last
    }

    func phrase(_ french: String, _ english: String) -> String { language == .fr ? french : english }
}
