import Content
import Text

extension KnowledgeLoader {
    /// Each kind of document that has words of its own.
    private static let documents: [any DocumentWord.Type] = [
        PlanWord.self, HarmonisationWord.self, DrawingWord.self, QuestionType.self, SubmissionWord.self,
        AnswerDisplayWord.self, DateWord.self,
    ]

    /// What documents say of their own: each of their words in both languages, with its fields.
    func readDocuments(_ node: ContentNode) -> [String: [String: LocalizedText]] {
        guard let mapping = node.mapping(required: Self.documents.map { $0.document }) else { return [:] }
        return Dictionary(uniqueKeysWithValues: Self.documents.map { ($0.document, readWords($0, in: mapping)) })
    }

    private func readWords<Word: DocumentWord>(
        _ type: Word.Type, in mapping: ContentMapping
    ) -> [String: LocalizedText] {
        let keys = Word.allCases.map(\.rawValue)
        guard let texts = mapping[Word.document]?.mapping(required: keys) else { return [:] }
        var words: [String: LocalizedText] = [:]
        for word in Word.allCases {
            guard let node = texts[word.rawValue], let text = node.localized() else { continue }
            for language in Language.allCases { checkFields(of: word, in: text[language], node) }
            words[word.rawValue] = text
        }
        return words
    }

    private func checkFields(of word: some DocumentWord, in text: String, _ node: ContentNode) {
        let written = DocumentText(text).fields
        for field in written where !word.fields.contains(field) {
            node.reportUnknown("field", field, among: word.fields)
        }
        for field in word.fields where !written.contains(field) {
            node.report("« \(text) » lacks the field « {\(field)} »", remedy: "Write it where it is to stand.")
        }
    }
}
