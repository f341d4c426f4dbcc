import Content
import Text

extension KnowledgeLoader {
    /// Reads how others word questions, once the questions are known.
    func readQuestionWordings(_ node: ContentNode) {
        let known = questionnaires.flatMap(\.questions).map(\.id)
        for (id, keyNode, value) in node.entries {
            guard known.contains(id) else {
                keyNode.reportUnknown("question", id, among: known)
                continue
            }
            wordings.ofQuestions[id] = readPhrases(value)
        }
    }

    /// Reads what organisations ask besides.
    func readOutsideTopics(_ node: ContentNode) {
        for item in node.items {
            guard let mapping = item.mapping(required: ["id", "title", "wordings"]), let id = mapping.text("id"),
                let title = mapping.localized("title"), let phrases = mapping["wordings"]
            else { continue }
            guard !wordings.outside.contains(where: { $0.id == id }) else {
                item.report("the topic « \(id) » is defined twice", remedy: "Join the two.")
                continue
            }
            wordings.outside.append(.init(id: id, title: title, wordings: readPhrases(phrases)))
        }
    }
}
