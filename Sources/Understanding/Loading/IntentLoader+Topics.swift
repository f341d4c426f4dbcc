import Content
import Knowledge
import Text

/// One intent: its titles, rules and examples.
extension IntentLoader {
    mutating func loadTopic(_ id: String, _ keyNode: ContentNode, _ node: ContentNode) {
        let intent = Intent(rawValue: id)
        guard id.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(\.isIdentifier) else {
            reader.report(
                .error, at: keyNode, "« \(id) » is no id of an intent",
                remedy: "Write small letters and hyphens, with a dot between: bid.security.")
            return
        }
        if let first = topicNodes[intent] {
            reader.report(
                .error, at: keyNode, "intent « \(id) » is described a second time",
                remedy: "Join it with the one at \(first.place).")
            return
        }
        topicNodes[intent] = keyNode
        guard
            let mapping = node.mapping(
                required: ["title", "examples"],
                optional: ["title-about", "rules", "not-when"] + Self.descriptionKeys)
        else { return }
        let examples = mapping["examples"].flatMap(phrasesByLanguage) ?? [:]
        checkExamples(of: intent, mapping["examples"])
        definitions.topics.append(
            .init(
                intent: intent,
                description: description(of: intent, mapping),
                titleAbout: mapping["title-about"].flatMap(titleAbout),
                rules: mapping["rules"]?.items.compactMap { rule($0) } ?? [],
                notWhen: mapping["not-when"]?.items.flatMap { conditions($0) } ?? [],
                examples: examples.mapValues { $0.map(\.text) },
                place: keyNode.place,
                examplePlaces: examples.mapValues { $0.map(\.place) }))
    }

    /// Questions that people asked: in one language or both.
    mutating func loadQuestions(_ id: String, _ keyNode: ContentNode, _ node: ContentNode) {
        intentUses.append((id, keyNode))
        guard let mapping = node.mapping(required: [], optional: Language.allCases.map(\.rawValue)) else { return }
        checkExamples(of: Intent(rawValue: id), node)
        for language in Language.allCases {
            let texts = mapping.items(language.rawValue).compactMap { $0.text() }
            if !texts.isEmpty {
                definitions.questions.append(.init(intent: Intent(rawValue: id), language: language, texts: texts))
            }
        }
    }

    private mutating func checkExamples(of intent: Intent, _ node: ContentNode?) {
        for (_, _, language) in node?.entries ?? [] {
            for item in language.items {
                guard let text = item.text() else { continue }
                let folded = FoldedText(text).words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
                if let owner = exampleOwners[folded], owner != intent {
                    reader.report(
                        .error, at: item, "« \(text) » is an example of \(owner.rawValue) too",
                        remedy: "Leave it with the intent it belongs to.")
                }
                exampleOwners[folded] = intent
            }
        }
    }

    private func titleAbout(_ node: ContentNode) -> (text: LocalizedText, type: EntityType)? {
        guard let text = node.localized() else { return nil }
        let types = Language.allCases.compactMap { language -> EntityType? in
            guard let open = text[language].firstIndex(of: "{"), let close = text[language].firstIndex(of: "}"),
                open < close
            else { return nil }
            return EntityType(rawValue: String(text[language][text[language].index(after: open)..<close]))
        }
        guard types.count == 2, types[0] == types[1] else {
            reader.report(
                .error, at: node, "the title names no known entity in both languages",
                remedy: "Write one entity type in braces, the same in French and English: {certification}.")
            return nil
        }
        return (text, types[0])
    }

    private mutating func rule(_ node: ContentNode) -> IntentDefinitions.Rule? {
        guard let mapping = node.mapping(required: ["when"], optional: ["strength", "unless"]),
            let when = mapping["when"]
        else { return nil }
        let needed = when.items.map { conditions($0) }
        let unless = mapping["unless"]?.items.flatMap { conditions($0) } ?? []
        let strength =
            mapping["strength"].flatMap { $0.value(IntentDefinitions.Strength.self, called: "strength") } ?? .normal
        guard !needed.isEmpty else {
            reader.report(
                .error, at: when, "a rule needs something to be present",
                remedy: "Name at least one concept or @entity.")
            return nil
        }
        let source = when.items.compactMap { $0.text() }.joined(separator: " + ")
        return IntentDefinitions.Rule(
            when: needed, unless: unless, strength: strength, source: source, place: node.place)
    }

    /// `cost`, `@certification`, `@group=women`, or several with `|` between.
    private mutating func conditions(_ node: ContentNode) -> [IntentDefinitions.Condition] {
        guard let text = node.text() else { return [] }
        return text.split(separator: "|").compactMap { part in
            let part = part.filter { $0 != " " }
            guard part.hasPrefix("@") else {
                conceptUses.append((String(part), node))
                return .concept(String(part))
            }
            let halves = part.dropFirst().split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = halves.first, let type = EntityType(rawValue: name) else {
                reader.report(
                    .error, at: node, "unknown entity type « \(part.dropFirst()) »",
                    remedy: remedy(for: halves.first ?? "", among: EntityType.allCases.map(\.rawValue)))
                return nil
            }
            guard halves.count == 2 else { return .entity(type) }
            if !type.isEntry || type == .questionnaire { _ = isKnown(halves[1], as: type, at: node) }
            return .value(type, halves[1])
        }
    }
}

extension EntityType {
    /// The values of an enumerated type; empty for types whose values are entries, numbers and the like.
    public var allowedValues: [String] {
        switch self {
        case .dimension: Dimension.allCases.map(\.rawValue)
        case .group: OwnerGroup.allCases.map(\.rawValue)
        case .approach: Approach.allCases.map(\.rawValue)
        case .assurance: Assurance.allCases.map(\.rawValue)
        case .kind: SchemeKind.allCases.map(\.rawValue)
        case .actor: Actor.allCases.map(\.rawValue)
        case .stage: Stage.allCases.map(\.rawValue)
        case .priority: Priority.allCases.map { String($0.rawValue) }
        case .horizon: Horizon.allCases.map(\.rawValue)
        case .language: Language.allCases.map(\.rawValue)
        default: []
        }
    }
}
