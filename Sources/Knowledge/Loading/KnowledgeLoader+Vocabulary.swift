import Content

extension KnowledgeLoader {
    func readVocabulary(_ node: ContentNode) -> Vocabulary? {
        let names = [
            Dimension.vocabularyName, OwnerGroup.vocabularyName, Approach.vocabularyName, Assurance.vocabularyName,
            SchemeKind.vocabularyName, SchemeContext.vocabularyName, Actor.vocabularyName, Stage.vocabularyName,
            Priority.vocabularyName, Horizon.vocabularyName, Cost.vocabularyName, Scope.vocabularyName,
            Effort.vocabularyName, Status.vocabularyName, Confidence.vocabularyName, Authority.vocabularyName,
            RealismLevel.vocabularyName, Topic.vocabularyName, EntryKind.vocabularyName, "documents",
        ]
        guard let mapping = node.mapping(required: names) else { return nil }
        let described = ["suppliers", "businesses"]
        var words: [String: [String: Vocabulary.Words]] = [:]
        read(Dimension.self, in: mapping, also: described, into: &words)
        read(OwnerGroup.self, in: mapping, also: described, into: &words)
        read(Approach.self, in: mapping, also: ["explained"], into: &words)
        read(Assurance.self, in: mapping, also: ["explained"], into: &words)
        read(SchemeKind.self, in: mapping, into: &words)
        read(SchemeContext.self, in: mapping, into: &words)
        read(Actor.self, in: mapping, into: &words)
        read(Stage.self, in: mapping, into: &words)
        read(Priority.self, in: mapping, into: &words)
        read(Horizon.self, in: mapping, into: &words)
        read(Cost.self, in: mapping, into: &words)
        read(Scope.self, in: mapping, into: &words)
        read(Effort.self, in: mapping, into: &words)
        read(Status.self, in: mapping, into: &words)
        read(Confidence.self, in: mapping, into: &words)
        read(Authority.self, in: mapping, into: &words)
        read(RealismLevel.self, in: mapping, into: &words)
        read(Topic.self, in: mapping, into: &words)
        read(EntryKind.self, in: mapping, into: &words)
        return Vocabulary(words: words, documents: mapping["documents"].map(readDocuments) ?? [:])
    }

    private func read<Value: VocabularyValue>(
        _ type: Value.Type, in mapping: ContentMapping, also required: [String] = [],
        into words: inout [String: [String: Vocabulary.Words]]
    ) {
        let keys = Value.allCases.map(\.vocabularyKey)
        guard let values = mapping[Value.vocabularyName]?.mapping(required: keys) else { return }
        for key in keys {
            guard
                let entry = values[key]?.mapping(
                    required: ["title"] + required,
                    optional: ["suppliers", "businesses", "explained"].filter { !required.contains($0) })
            else { continue }
            let suppliers = entry.localized("suppliers")
            let businesses = entry.localized("businesses")
            let explained = entry.localized("explained")
            guard let title = entry.localized("title") else { continue }
            words[Value.vocabularyName, default: [:]][key] = Vocabulary.Words(
                title: title, suppliers: suppliers, businesses: businesses, explained: explained)
        }
    }
}
