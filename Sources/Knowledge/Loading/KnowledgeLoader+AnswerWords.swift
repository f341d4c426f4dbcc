import Content
import Text

extension KnowledgeLoader {
    /// Reads the words by which answers are recognised, each set under its key.
    func readAnswerWords(_ node: ContentNode) -> AnswerWords? {
        let keys = AnswerWords.Meaning.keys + AnswerWords.Values.keys + AnswerWords.Readings.keys
        guard let mapping = node.mapping(required: keys) else { return nil }
        var sets: [AnswerWords.Meaning: LocalizedList] = [:]
        for meaning in AnswerWords.Meaning.allCases { sets[meaning] = mapping[meaning.key].map(readSet) }
        var values: [AnswerWords.Values: [String: Int]] = [:]
        for table in AnswerWords.Values.allCases {
            values[table] = mapping[table.key].map { node in readTable(node) { $0.integer(in: table.bounds) } }
        }
        var readings: [AnswerWords.Readings: [String: String]] = [:]
        for table in AnswerWords.Readings.allCases {
            readings[table] = mapping[table.key].map { node in readTable(node) { $0.text() } }
        }
        return AnswerWords(sets, values: values, readings: readings)
    }

    /// A set: `{fr: […], en: […]}`, of which one may be empty.
    private func readSet(_ node: ContentNode) -> LocalizedList {
        guard let mapping = node.mapping(required: ["fr", "en"]) else { return LocalizedList() }
        let lists = Language.allCases.map { language in
            mapping.items(language.rawValue).compactMap { item -> String? in
                guard let text = item.text() else { return nil }
                guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
                    item.report("« \(text) » has neither a letter nor a figure", remedy: "Write a word.")
                    return nil
                }
                return text
            }
        }
        let hasItems = Language.allCases.contains { language in
            mapping[language.rawValue].map { !$0.isSequence || !$0.items.isEmpty } ?? true
        }
        if !hasItems { reportEmpty(node) }
        return LocalizedList(fr: lists[0], en: lists[1])
    }

    /// A table: `{fr: {word: value}, en: {word: value}}`, of which one may be empty.
    private func readTable<Value: Equatable>(
        _ node: ContentNode, _ read: (ContentNode) -> Value?
    ) -> [String: Value] {
        guard let mapping = node.mapping(required: ["fr", "en"]) else { return [:] }
        let entries = Language.allCases.flatMap { mapping[$0.rawValue]?.entries ?? [] }
        if entries.isEmpty, Language.allCases.allSatisfy({ mapping[$0.rawValue]?.isMapping ?? false }) {
            reportEmpty(node)
        }
        var table: [String: Value] = [:]
        for (word, keyNode, value) in entries {
            guard let value = read(value) else { continue }
            if let other = table.updateValue(value, forKey: word), other != value {
                keyNode.report("« \(word) » stands both for \(other) and for \(value)", remedy: "Keep one of the two.")
            }
        }
        return table
    }

    private func reportEmpty(_ node: ContentNode) {
        node.report("there is no word here in either language", remedy: "Write at least one, in French or in English.")
    }
}
