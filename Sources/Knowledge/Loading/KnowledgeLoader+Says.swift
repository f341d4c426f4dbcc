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
            guard
                let questionnaire = questionnaires.firstIndex(where: { $0.question(id) != nil }),
                let place = questionnaires[questionnaire].questions.firstIndex(where: { $0.id == id })
            else {
                keyNode.reportUnknown("question", id, among: questionnaires.flatMap(\.questions).map(\.id))
                continue
            }
            let question = questionnaires[questionnaire].questions[place]
            guard question.says.isEmpty else {
                keyNode.report("what is said at « \(id) » is written twice", remedy: "Join the two.")
                continue
            }
            questionnaires[questionnaire].questions[place] = question.saying(readSays(of: question, value))
        }
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
