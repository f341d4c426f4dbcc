import Content
import Knowledge
import Text

/// Reads the files of `intents/` one by one, then checks what refers to another file.
struct IntentLoader {
    let reader: ContentReader
    /// The ids of the questionnaires and of their short forms; nothing where they are not known.
    let questionnaires: [String]?
    /// The ids of the guides; nothing where they are not known.
    let guides: [String]?
    var definitions = IntentDefinitions()
    var topicNodes: [Intent: ContentNode] = [:]
    var exampleOwners: [String: Intent] = [:]
    var conceptUses: [(id: String, node: ContentNode)] = []
    var intentUses: [(id: String, node: ContentNode)] = []
    var guideUses: [(id: String, node: ContentNode)] = []
    private var conceptNodes: [String: ContentNode] = [:]

    init(reader: ContentReader, questionnaires: [String]?, guides: [String]?) {
        self.reader = reader
        self.questionnaires = questionnaires
        self.guides = guides
    }

    mutating func load(_ root: ContentNode) {
        guard
            let file = root.mapping(
                required: [],
                optional: [
                    "intents", "concepts", "entities", "function-words", "abbreviations", "polite", "question-joiners",
                    "question-openings", "known-clashes", "questions", "follow-up",
                ])
        else { return }
        for (key, keyNode, value) in file["concepts"]?.entries ?? [] { loadConcept(key, keyNode, value) }
        for (key, keyNode, value) in file["entities"]?.entries ?? [] { loadEntities(key, keyNode, value) }
        for (key, keyNode, value) in file["intents"]?.entries ?? [] { loadTopic(key, keyNode, value) }
        for (key, keyNode, value) in file["questions"]?.entries ?? [] { loadQuestions(key, keyNode, value) }
        if let clashes = file["known-clashes"] { loadKnownClashes(clashes) }
        if let words = file["function-words"].flatMap(phrasesByLanguage) {
            definitions.functionWords = words.mapValues { $0.map(\.text) }
        }
        definitions.polite += allPhrases(of: file["polite"])
        definitions.questionJoiners += allPhrases(of: file["question-joiners"])
        definitions.questionOpenings += allPhrases(of: file["question-openings"])
        if let words = file["follow-up"] { loadFollowUp(words) }
        for (_, _, language) in file["abbreviations"]?.entries ?? [] {
            for (short, _, long) in language.entries {
                if let long = long.text() { definitions.abbreviations.append((short, long)) }
            }
        }
    }

    /// The words of follow-ups, each list by its name.
    private mutating func loadFollowUp(_ node: ContentNode) {
        guard
            let lists = node.mapping(
                required: ["goes-on", "goes-on-behind", "points-back", "after-elision", "the-other"], optional: [])
        else { return }
        func words(_ name: String) -> Set<String> {
            let located = lists[name].flatMap(phrasesByLanguage) ?? [:]
            return Set(located.values.joined().compactMap { word in foldedWord(word, in: node) })
        }
        definitions.followUp.goesOn = words("goes-on")
        definitions.followUp.goesOnBehind = words("goes-on-behind")
        definitions.followUp.pointsBack = words("points-back")
        definitions.followUp.afterElision = words("after-elision")
        definitions.followUp.theOther = words("the-other")
    }

    /// A single word, folded; else that is a problem.
    private func foldedWord(_ word: Located, in node: ContentNode) -> String? {
        let words = FoldedText(word.text).words
        guard words.count == 1 else {
            node.report("« \(word.text) » is not one word", remedy: "Write each word by itself, without an apostrophe.")
            return nil
        }
        return String(decoding: words[0], as: UTF8.self)
    }

    /// A word a line, folded; lines that begin with `#` say where the list comes from.
    mutating func loadEverydayWords(_ file: ContentFile) {
        let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
            guard line.allSatisfy({ (0x61...0x7A).contains($0) }) else {
                reader.report(
                    .error, file: file.path, line: number + 1, column: 1, "this is no folded word",
                    remedy: "Write one word a line, in small letters without accents.")
                return
            }
            definitions.everydayWords.append(String(decoding: line, as: UTF8.self))
        }
    }

    /// A phrase and where it stands, `file:line:column`.
    typealias Located = (text: String, place: ContentPlace)

    func phrasesByLanguage(_ node: ContentNode) -> [Language: [Located]]? {
        node.mapping(required: Language.allCases.map(\.rawValue), optional: []).map(phrases)
    }

    private func phrases(of mapping: ContentMapping) -> [Language: [Located]] {
        var phrases: [Language: [Located]] = [:]
        for language in Language.allCases {
            phrases[language] = mapping.items(language.rawValue).compactMap { item in
                item.text().map { ($0, item.place) }
            }
        }
        return phrases
    }

    private func allPhrases(of node: ContentNode?) -> [String] {
        guard let phrases = node.flatMap(phrasesByLanguage) else { return [] }
        return Language.allCases.flatMap { phrases[$0] ?? [] }.map(\.text)
    }

    /// The most words of a phrase.
    private static let mostWords = 6

    /// Both languages' phrases as one list, French first, with the origin of each.
    private func joined(
        _ phrases: [Language: [Located]]
    ) -> (phrases: [String], origins: [IntentDefinitions.Origin]) {
        let all = Language.allCases.flatMap { language in (phrases[language] ?? []).map { (language, $0) } }
        for (_, phrase) in all {
            let words = phrase.text.split(whereSeparator: \.isWhitespace).count
            guard words > Self.mostWords else { continue }
            reader.report(
                .error, file: phrase.place.file, line: phrase.place.line, column: phrase.place.column,
                "this phrase has \(words) words, more than \(Self.mostWords)",
                remedy: "Write the words that tell; a whole sentence belongs under the examples of an intent.")
        }
        return (all.map { $1.text }, all.map { .init(language: $0, place: $1.place) })
    }

    private mutating func loadConcept(_ id: String, _ keyNode: ContentNode, _ node: ContentNode) {
        guard let mapping = node.mapping(required: ["means", "fr", "en"], optional: []) else { return }
        if let first = conceptNodes[id] {
            reader.report(
                .error, at: keyNode, "concept « \(id) » is declared a second time",
                remedy: "Join it with the one at \(first.place).")
            return
        }
        conceptNodes[id] = keyNode
        _ = mapping["means"]?.localized()
        let (texts, origins) = joined(phrases(of: mapping))
        definitions.concepts.append(.init(id: id, phrases: texts, place: keyNode.place, origins: origins))
    }

    private mutating func loadEntities(_ type: String, _ keyNode: ContentNode, _ node: ContentNode) {
        guard let type = keyNode.value(EntityType.self, called: "entity type") else { return }
        for (value, valueNode, words) in node.entries {
            guard isKnown(value, as: type, at: valueNode), let phrases = phrasesByLanguage(words) else { continue }
            let (texts, origins) = joined(phrases)
            definitions.entityValues.append(
                .init(type: type, value: value, phrases: texts, place: valueNode.place, origins: origins))
        }
    }

    /// Whether entities of a type have a value; one that they do not have is reported.
    func isKnown(_ value: String, as type: EntityType, at node: ContentNode) -> Bool {
        let known = type == .questionnaire ? questionnaires : type.allowedValues
        guard let known, !known.contains(value) else { return true }
        reader.report(
            .error, at: node, "unknown \(TranslatableText(stringLiteral: type.rawValue)) « \(value) »",
            remedy: remedy(for: value, among: known))
        return false
    }

    func checkReferences() {
        for (id, node) in conceptUses where conceptNodes[id] == nil {
            reader.report(
                .error, at: node, "no concept is called « \(id) »",
                remedy: remedy(for: id, among: Array(conceptNodes.keys).sorted()))
        }
        let used = Set(conceptUses.map(\.id) + KnownConcept.allCases.map(\.rawValue))
        for concept in definitions.concepts where !used.contains(concept.id) {
            if let node = conceptNodes[concept.id] {
                reader.report(
                    .warning, at: node, "no rule uses the concept « \(concept.id) »",
                    remedy: "Use it in a rule, or remove it.")
            }
        }
        for (id, node) in intentUses where topicNodes[Intent(rawValue: id)] == nil {
            node.reportUnknown("intent", id, among: topicNodes.keys.map(\.rawValue).sorted())
        }
        for (id, node) in guideUses {
            if let guides, !guides.contains(id) { node.reportUnknown("guide", id, among: guides) }
        }
        for intent in Intent.contract where intent.isRecognisedFromText && topicNodes[intent] == nil {
            guard let anchor = topicNodes.values.min(by: { ($0.file, $0.line) < ($1.file, $1.line) }) else { continue }
            reader.report(
                .error, at: anchor, "nothing describes the intent « \(intent.rawValue) »",
                remedy: "Add it, with a title, rules and examples in both languages, to a file of intents/.")
        }
    }

    func remedy(for name: String, among known: [String]) -> TranslatableText {
        if let nearest = NearestName.of(name, among: known) { return "Did you mean « \(nearest) »?" }
        return "Known: \(known.joined(separator: ", "))."
    }
}
