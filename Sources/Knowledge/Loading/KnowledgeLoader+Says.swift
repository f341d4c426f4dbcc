import Content
import Text

extension KnowledgeLoader {
    /// Reads the phrases of a part, by what they mean.
    func readAnswerPhrases(_ node: ContentNode) -> AnswerPhrases {
        let names = AnswerPhrases.Meaning.allCases.map(\.rawValue)
        guard let mapping = node.mapping(required: names) else { return AnswerPhrases() }
        var phrases: [AnswerPhrases.Meaning: LocalizedList] = [:]
        for meaning in AnswerPhrases.Meaning.allCases {
            guard let node = mapping[meaning.rawValue] else { continue }
            phrases[meaning] = readPhrases(node)
        }
        return AnswerPhrases(phrases)
    }

    /// Gives the choices of questions what people say for them.
    func readSays(_ node: ContentNode) {
        for (id, keyNode, value) in node.entries {
            change(id, keyNode) { question in
                guard question.says.isEmpty else {
                    keyNode.report("what is said at « \(id) » is written twice", remedy: "Join the two.")
                    return question
                }
                return question.saying(readSays(of: question, value))
            }
        }
    }

    /// Gives questions whole answers to them.
    func readAnswers(_ node: ContentNode) {
        for (id, keyNode, value) in node.entries {
            change(id, keyNode) { question in
                question.answered(question.answers + value.items.compactMap { readAnswer(to: question, $0) })
            }
        }
    }

    /// Changes the question of an id, which is reported if there is none.
    private func change(_ id: String, _ node: ContentNode, _ changed: (Question) -> Question) {
        guard
            let questionnaire = questionnaires.firstIndex(where: { $0.question(id) != nil }),
            let place = questionnaires[questionnaire].questions.firstIndex(where: { $0.id == id })
        else {
            return node.reportUnknown("question", id, among: questionnaires.flatMap(\.questions).map(\.id))
        }
        questionnaires[questionnaire].questions[place] = changed(questionnaires[questionnaire].questions[place])
    }

    private func readAnswer(to question: Question, _ node: ContentNode) -> AnswerExample? {
        let isSaid = !question.sayable.isEmpty
        guard let mapping = node.mapping(required: isSaid ? ["says"] : [], optional: ["fr", "en"]) else { return nil }
        let texts = LocalizedList(fr: mapping.texts("fr"), en: mapping.texts("en"))
        guard isSaid else { return AnswerExample(says: [], texts: texts) }
        let says = mapping.texts("says")
        guard says.allSatisfy(question.sayable.contains) else {
            for id in says where !question.sayable.contains(id) {
                node.reportUnknown("choice of \(question.id)", id, among: question.sayable)
            }
            return nil
        }
        guard !says.isEmpty, says.count == 1 || question.type == .multiChoice else {
            node.report(
                "answers to « \(question.id) » say \(says.count) things", remedy: "Name the one choice that they say.")
            return nil
        }
        return AnswerExample(says: says, texts: texts)
    }

    /// Gives the documents of questionnaires what people call them.
    func readDocumentsSay(_ node: ContentNode) {
        for (id, keyNode, value) in node.entries {
            guard
                let questionnaire = questionnaires.firstIndex(where: { $0.document(id) != nil }),
                let place = questionnaires[questionnaire].documents.firstIndex(where: { $0.id == id })
            else {
                keyNode.reportUnknown("document", id, among: questionnaires.flatMap(\.documents).map(\.id))
                continue
            }
            questionnaires[questionnaire].documents[place].says = readPhrases(value)
        }
    }

    private func readSays(of question: Question, _ node: ContentNode) -> [String: LocalizedList] {
        var says: [String: LocalizedList] = [:]
        var owners: [String: String] = [:]
        for (choice, keyNode, value) in node.entries {
            guard question.sayable.contains(choice) else {
                keyNode.reportUnknown("choice of \(question.id)", choice, among: question.sayable)
                continue
            }
            let phrases = readPhrases(value)
            for phrase in Set((phrases.fr + phrases.en).map { $0.lowercased() }).sorted() {
                if let owner = owners.updateValue(choice, forKey: phrase), owner != choice {
                    value.report(
                        "« \(phrase) » is said both for « \(owner) » and for « \(choice) »",
                        remedy: "Keep it where it tells, or say more in each.")
                }
            }
            says[choice] = phrases
        }
        return says
    }

    func readPhrases(_ node: ContentNode) -> LocalizedList {
        guard let mapping = node.mapping(required: ["fr", "en"]) else { return LocalizedList() }
        return LocalizedList(fr: mapping.texts("fr"), en: mapping.texts("en"))
    }
}
