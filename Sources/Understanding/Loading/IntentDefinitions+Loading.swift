public import Knowledge

extension IntentDefinitions {
    /// Reads the files of `intents/`. Every problem goes to `reader`, with its place; none hides another.
    ///
    /// - Returns: What could be read. Use it only if `reader` has no error.
    public static func load(files: [ContentFile], into reader: ContentReader) -> IntentDefinitions {
        var loader = IntentLoader(reader: reader)
        for file in files {
            guard let root = reader.root(of: file) else { continue }
            loader.load(root)
        }
        loader.checkReferences()
        return loader.definitions
    }
}

/// Reads the files one by one, then checks what refers to another file.
private struct IntentLoader {
    let reader: ContentReader
    var definitions = IntentDefinitions()
    private var conceptNodes: [String: ContentNode] = [:]
    private var topicNodes: [Intent: ContentNode] = [:]
    private var conceptUses: [(id: String, node: ContentNode)] = []
    private var exampleOwners: [String: Intent] = [:]

    init(reader: ContentReader) { self.reader = reader }

    mutating func load(_ root: ContentNode) {
        guard
            let file = root.mapping(
                required: [],
                optional: ["intents", "concepts", "entities", "function-words", "abbreviations", "polite"])
        else { return }
        for (key, keyNode, value) in file["concepts"]?.entries ?? [] { loadConcept(key, keyNode, value) }
        for (key, keyNode, value) in file["entities"]?.entries ?? [] { loadEntities(key, keyNode, value) }
        for (key, keyNode, value) in file["intents"]?.entries ?? [] { loadTopic(key, keyNode, value) }
        if let words = file["function-words"].flatMap(phrasesByLanguage) { definitions.functionWords = words }
        if let polite = file["polite"].flatMap(phrasesByLanguage) {
            definitions.polite += Language.allCases.flatMap { polite[$0] ?? [] }
        }
        for (_, _, language) in file["abbreviations"]?.entries ?? [] {
            for (short, _, long) in language.entries {
                if let long = long.text() { definitions.abbreviations.append((short, long)) }
            }
        }
    }

    private func phrasesByLanguage(_ node: ContentNode) -> [Language: [String]]? {
        guard let mapping = node.mapping(required: Language.allCases.map(\.rawValue), optional: []) else { return nil }
        var phrases: [Language: [String]] = [:]
        for language in Language.allCases { phrases[language] = mapping[language.rawValue]?.texts() ?? [] }
        return phrases
    }

    private mutating func loadConcept(_ id: String, _ keyNode: ContentNode, _ node: ContentNode) {
        guard let mapping = node.mapping(required: ["means", "fr", "en"], optional: []) else { return }
        if let first = conceptNodes[id] {
            reader.report(
                .error, at: keyNode, "concept « \(id) » is declared a second time",
                remedy: "Join it with the one at \(first.file):\(first.line):\(first.column).")
            return
        }
        conceptNodes[id] = keyNode
        _ = mapping["means"]?.localized()
        let phrases = (mapping["fr"]?.texts() ?? []) + (mapping["en"]?.texts() ?? [])
        definitions.concepts.append(
            .init(id: id, phrases: phrases, place: "\(keyNode.file):\(keyNode.line):\(keyNode.column)"))
    }

    private mutating func loadEntities(_ type: String, _ keyNode: ContentNode, _ node: ContentNode) {
        guard let type = keyNode.value(EntityType.self, called: "entity type") else { return }
        for (value, valueNode, words) in node.entries {
            if !type.allows(value) {
                let known = type.allowedValues
                reader.report(
                    .error, at: valueNode, "unknown \(type.rawValue) « \(value) »",
                    remedy: remedy(for: value, among: known))
                continue
            }
            guard let phrases = phrasesByLanguage(words) else { continue }
            definitions.entityValues.append(
                .init(type: type, value: value, phrases: Language.allCases.flatMap { phrases[$0] ?? [] }))
        }
    }

    private mutating func loadTopic(_ id: String, _ keyNode: ContentNode, _ node: ContentNode) {
        guard let intent = keyNode.value(Intent.self, called: "intent") else { return }
        if let first = topicNodes[intent] {
            reader.report(
                .error, at: keyNode, "intent « \(id) » is described a second time",
                remedy: "Join it with the one at \(first.file):\(first.line):\(first.column).")
            return
        }
        topicNodes[intent] = keyNode
        guard
            let mapping = node.mapping(
                required: ["title", "examples"], optional: ["title-about", "rules", "not-when"])
        else { return }
        let title = mapping["title"]?.localized() ?? LocalizedText(fr: "", en: "")
        let examples = mapping["examples"].flatMap(phrasesByLanguage) ?? [:]
        checkExamples(of: intent, mapping["examples"])
        definitions.topics.append(
            .init(
                intent: intent,
                title: title,
                titleAbout: mapping["title-about"].flatMap(titleAbout),
                rules: mapping["rules"]?.items.compactMap { rule($0) } ?? [],
                notWhen: mapping["not-when"]?.items.flatMap { conditions($0) } ?? [],
                examples: examples))
    }

    private mutating func checkExamples(of intent: Intent, _ node: ContentNode?) {
        for (_, _, language) in node?.entries ?? [] {
            for item in language.items {
                guard let text = item.text() else { continue }
                let folded = Tokenizer.pieces(of: text).map { String(decoding: $0.word, as: UTF8.self) }.joined(
                    separator: " ")
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
        return IntentDefinitions.Rule(when: needed, unless: unless, strength: strength, source: source)
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
            if !type.isEntry, !type.allows(halves[1]) {
                reader.report(
                    .error, at: node, "unknown \(type.rawValue) « \(halves[1]) »",
                    remedy: remedy(for: halves[1], among: type.allowedValues))
            }
            return .value(type, halves[1])
        }
    }

    mutating func checkReferences() {
        for (id, node) in conceptUses where conceptNodes[id] == nil {
            reader.report(
                .error, at: node, "no concept is called « \(id) »",
                remedy: remedy(for: id, among: Array(conceptNodes.keys).sorted()))
        }
        let used = Set(conceptUses.map(\.id))
        for concept in definitions.concepts where !used.contains(concept.id) {
            if let node = conceptNodes[concept.id] {
                reader.report(
                    .warning, at: node, "no rule uses the concept « \(concept.id) »",
                    remedy: "Use it in a rule, or remove it.")
            }
        }
        for intent in Intent.allCases where intent.isRecognisedFromText && topicNodes[intent] == nil {
            guard let anchor = topicNodes.values.min(by: { ($0.file, $0.line) < ($1.file, $1.line) }) else { continue }
            reader.report(
                .error, at: anchor, "nothing describes the intent « \(intent.rawValue) »",
                remedy: "Add it, with a title, rules and examples in both languages, to a file of intents/.")
        }
    }

    private func remedy(for name: String, among known: [String]) -> String {
        if let nearest = NearestName.of(name, among: known) { return "Did you mean « \(nearest) »?" }
        return "Known: \(known.joined(separator: ", "))."
    }
}

extension EntityType {
    /// The values of an enumerated type; empty for types whose values are entries, numbers and the like.
    public var allowedValues: [String] {
        switch self {
        case .dimension: Dimension.allCases.map(\.rawValue)
        case .group: Group.allCases.map(\.rawValue)
        case .approach: Approach.allCases.map(\.rawValue)
        case .assurance: Assurance.allCases.map(\.rawValue)
        case .kind: SchemeKind.allCases.map(\.rawValue)
        case .actor: Actor.allCases.map(\.rawValue)
        case .stage: Stage.allCases.map(\.rawValue)
        case .priority: Priority.allCases.map { String($0.rawValue) }
        case .horizon: Horizon.allCases.map(\.rawValue)
        case .language: Language.allCases.map(\.rawValue)
        case .questionnaire: ["supplier-common", "supplier-short"]
        default: []
        }
    }

    func allows(_ value: String) -> Bool { allowedValues.contains(value) }
}
