import Knowledge

extension Question {
    /// Why a value cannot answer the question, by its kind and its choices; nothing when it can.
    func refusal(of value: AnswerValue, in questionnaire: Questionnaire) -> QuestionnaireRun.Refusal? {
        switch (type, value) {
        case (.yesNo, .flag), (.number, .number), (.percentage, .number), (.date, .date):
            return nil
        case (.number, .decimal):
            return validation.decimals ? nil : .wrongKind
        case (.text, .text(let text)):
            return text.isEmpty ? .empty : nil
        case (.singleChoice, .choice(let id)):
            return choice(id) == nil ? .unknownChoice : nil
        case (.multiChoice, .choices(let ids)):
            if ids.isEmpty { return validation.required || validation.minChoices ?? 0 > 0 ? .empty : nil }
            return ids.allSatisfy { choice($0) != nil } ? nil : .unknownChoice
        case (.evidence, .evidence(let items)):
            let areKnown = items.allSatisfy { item in
                item.kind == .certification || item.id.isEmpty || questionnaire.document(item.id) != nil
            }
            return items.isEmpty ? .empty : areKnown ? nil : .unknownChoice
        default:
            return .wrongKind
        }
    }

    /// The value with its choices in the question's order, each once.
    func ordered(_ value: AnswerValue) -> AnswerValue {
        guard case .choices(let ids) = value else { return value }
        return .choices(choices.map(\.id).filter(ids.contains))
    }
}
