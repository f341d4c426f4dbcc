public import Content
import Knowledge
import Text
public import Understanding

/// How answers are worded: the templates, partials and phrases of `knowledge/answers/`.
public struct AnswerCatalog: Sendable {
    /// What may be asked next: an intent, with entity values that may come from a field of the answer.
    struct SuggestionTemplate: Sendable {
        var intent: Intent
        var entities: [(type: EntityType, value: [TemplateNode])]
    }

    /// The answer to one intent.
    struct Answer: Sendable {
        var suggestions: [SuggestionTemplate]
        var template: [Language: [TemplateNode]]
    }

    var answers: [Intent: Answer] = [:]
    var partials: [Language: [String: [TemplateNode]]] = [:]
    var phrases: [String: [Language: [TemplateNode]]] = [:]

    /// Reads the files of `knowledge/answers/`. Every problem goes to `reader`, with its place; none hides another.
    ///
    /// - Returns: What could be read. Use it only if `reader` has no error.
    ///
    /// - Parameter intents: All intents: each must be answered.
    public static func load(
        files: [ContentFile], of intents: IntentCatalogue, into reader: ContentReader
    ) -> AnswerCatalog {
        var loader = AnswerLoader(reader: reader, intents: intents)
        let roots = files.compactMap { reader.root(of: $0) }
        for root in roots { loader.load(root) }
        loader.check()
        return loader.catalog
    }

    /// Whether the answer to an intent is not the same for an SME and for a buyer.
    func isForSomeone(_ intent: Intent, in language: Language) -> Bool {
        func asks(_ nodes: [TemplateNode], within open: [String]) -> Bool {
            nodes.contains { node in
                switch node {
                case .text, .field: false
                case .section(let path, let body, _), .inverted(let path, let body, _):
                    path == ["sme"] || path == ["buyer"] || asks(body, within: open)
                case .partial(let name, _):
                    !open.contains(name) && asks(partials[language]?[name] ?? [], within: open + [name])
                }
            }
        }
        return asks(answers[intent]?.template[language] ?? [], within: [])
    }

    /// A phrase with its fields filled in.
    func phrase(_ phrase: Phrase, in language: Language, _ fields: [String: String] = [:]) -> String {
        var renderer = TemplateRenderer(partials: [:], caution: "")
        let scope = TemplateScope(fields.mapValues { .text($0) })
        return renderer.render(phrases[phrase.rawValue]?[language] ?? [], with: scope).text
    }
}

/// Reads the files one by one, then checks what refers to another file.
private struct AnswerLoader {
    let reader: ContentReader
    let intents: IntentCatalogue
    var catalog = AnswerCatalog()
    private var answerNodes: [Intent: (node: ContentNode, texts: [Language: ContentNode])] = [:]
    private var phraseNodes: [String: ContentNode] = [:]
    private var anchor: ContentNode?

    init(reader: ContentReader, intents: IntentCatalogue) {
        self.reader = reader
        self.intents = intents
    }

    mutating func load(_ root: ContentNode) {
        guard let file = root.mapping(required: [], optional: ["answers", "partials", "phrases"]) else { return }
        anchor = anchor ?? root
        for (name, _, node) in file["partials"]?.entries ?? [] {
            guard let texts = node.mapping(required: ["fr", "en"]) else { continue }
            for language in Language.allCases {
                catalog.partials[language, default: [:]][name] = texts[language.rawValue].flatMap(template) ?? []
            }
        }
        for (name, keyNode, node) in file["phrases"]?.entries ?? [] {
            guard let texts = node.mapping(required: ["fr", "en"]) else { continue }
            if let first = phraseNodes[name] {
                reader.report(
                    .error, at: keyNode, "the phrase « \(name) » is already at \(first.file):\(first.line)",
                    remedy: "Keep one of the two.")
            }
            phraseNodes[name] = keyNode
            for language in Language.allCases {
                catalog.phrases[name, default: [:]][language] = texts[language.rawValue].flatMap(template) ?? []
            }
        }
        for (id, keyNode, node) in file["answers"]?.entries ?? [] { loadAnswer(id, keyNode, node) }
    }

    private mutating func loadAnswer(_ id: String, _ keyNode: ContentNode, _ node: ContentNode) {
        guard let intent = intents.intent(id) else {
            return keyNode.reportUnknown("intent", id, among: intents.all.map(\.intent.rawValue))
        }
        guard let mapping = node.mapping(required: ["fr", "en"], optional: ["suggestions"])
        else { return }
        var texts: [Language: ContentNode] = [:]
        var templates: [Language: [TemplateNode]] = [:]
        for language in Language.allCases {
            texts[language] = mapping[language.rawValue]
            templates[language] = mapping[language.rawValue].flatMap(template) ?? []
        }
        if answerNodes[intent] != nil {
            reader.report(.error, at: keyNode, "« \(id) » is answered a second time", remedy: "Keep one of the two.")
        }
        answerNodes[intent] = (keyNode, texts)
        let suggestions = mapping["suggestions"]?.items.compactMap { suggestion($0) } ?? []
        catalog.answers[intent] = .init(suggestions: suggestions, template: templates)
    }

    private func template(_ node: ContentNode) -> [TemplateNode]? {
        guard let text = node.text() else { return nil }
        do throws(TemplateProblem) {
            return try TemplateParser.parse(text)
        } catch {
            report(error, in: node)
            return nil
        }
    }

    private func report(_ problem: TemplateProblem, in node: ContentNode) {
        reader.report(.error, at: node, "line \(problem.line) of the text: \(problem.message)", remedy: problem.remedy)
    }

    /// `certification.cost certification={{certification.id}}`
    private func suggestion(_ node: ContentNode) -> AnswerCatalog.SuggestionTemplate? {
        guard let text = node.text() else { return nil }
        let parts = text.split(separator: " ").map(String.init)
        guard let intent = parts.first.flatMap({ intents.intent($0) }) else {
            let known = intents.all.map(\.intent.rawValue)
            let nearest = NearestName.of(parts.first ?? "", among: known)
            reader.report(
                .error, at: node, "no intent is called « \(parts.first ?? "") »",
                remedy: nearest.map { "Did you mean « \($0) »?" } ?? "Write an intent, then entity=value.")
            return nil
        }
        var entities: [(EntityType, [TemplateNode])] = []
        for part in parts.dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2, let type = EntityType(rawValue: halves[0]) else {
                reader.report(
                    .error, at: node, "« \(part) » is no entity=value", remedy: "Write for instance group=women.")
                return nil
            }
            do throws(TemplateProblem) {
                entities.append((type, try TemplateParser.parse(halves[1])))
            } catch {
                report(error, in: node)
                return nil
            }
        }
        return .init(intent: intent, entities: entities)
    }

    func check() {
        for (intent, place) in answerNodes {
            let fields = AnswerShapes.fields(for: intents[intent])
            for language in Language.allCases {
                guard let node = place.texts[language] else { continue }
                let checker = TemplateChecker(partials: catalog.partials[language] ?? [:]) { report($0, in: node) }
                checker.check(catalog.answers[intent]?.template[language] ?? [], against: fields)
            }
            let checker = TemplateChecker(partials: [:]) { report($0, in: place.node) }
            for suggestion in catalog.answers[intent]?.suggestions ?? [] {
                for entity in suggestion.entities { checker.check(entity.value, against: fields) }
            }
        }
        checkCompleteness()
    }

    private func checkCompleteness() {
        guard let anchor else { return }
        for intent in intents.all.map(\.intent) where intent != .questionnaireAnswer && answerNodes[intent] == nil {
            reader.report(
                .error, at: anchor, "nothing answers the intent « \(intent.rawValue) »",
                remedy: "Add it, in French and English, to a file of knowledge/answers/.")
        }
        checkPhrases(anchor)
    }

    private func checkPhrases(_ anchor: ContentNode) {
        var neighbour: (name: String, node: ContentNode)?
        for phrase in Phrase.allCases {
            guard let node = phraseNodes[phrase.rawValue] else {
                let place: TranslatableText = neighbour.map { "after « \($0.name) »" } ?? "under « phrases »"
                reader.report(
                    .error, at: neighbour?.node ?? anchor, "the phrase « \(phrase.rawValue) » is missing",
                    remedy: "Add it, in French and English, \(place).")
                continue
            }
            neighbour = (phrase.rawValue, node)
            let fields = Dictionary(uniqueKeysWithValues: phrase.fields.map { ($0, FieldSchema.leaf) })
            let checker = TemplateChecker(partials: [:]) { report($0, in: node) }
            for language in Language.allCases {
                checker.check(catalog.phrases[phrase.rawValue]?[language] ?? [], against: fields)
            }
        }
        for (name, node) in phraseNodes.sorted(by: { $0.key < $1.key }) where Phrase(rawValue: name) == nil {
            let nearest = NearestName.of(name, among: Phrase.allCases.map(\.rawValue))
            reader.report(
                .error, at: node, "no phrase is called « \(name) »",
                remedy: nearest.map { "Did you mean « \($0) »?" } ?? "Remove it.")
        }
    }
}
