public import Knowledge

extension Questionnaire {
    /// The number of each question that the answers leave to be shown, by its id: its place among them, from 1.
    ///
    /// This is the number that people are told, and by which they name a question, wherever they meet it. How many questions
    /// there are is what the answers so far leave: a later answer may show or hide others, and only others behind it.
    public func numbers(_ form: String, _ sheet: AnswerSheet) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: shown(form, sheet).enumerated().map { ($0.element.id, $0.offset + 1) })
    }

    /// The number of each question of a form, by its id, when all of them are shown.
    public func numbers(ofForm form: String) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: questions(ofForm: form).enumerated().map { ($0.element.id, $0.offset + 1) })
    }
}

extension QuestionnaireRun {
    /// The number of a question in this run, as ``Knowledge/Questionnaire/numbers(_:_:)`` has it; nothing for one that is
    /// not shown.
    public func number(of question: String, in questionnaire: Questionnaire) -> Int? {
        questionnaire.shown(form, sheet).firstIndex { $0.id == question }.map { $0 + 1 }
    }

    /// The question that has a number in this run.
    public func question(numbered number: Int, in questionnaire: Questionnaire) -> Question? {
        let shown = questionnaire.shown(form, sheet)
        // What a person writes may be any number: the one before the least is the greatest, which no questionnaire has.
        return shown.indices.contains(number &- 1) ? shown[number &- 1] : nil
    }
}
