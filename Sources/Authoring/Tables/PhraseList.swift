import Content
import Dialogue
import Knowledge
import Text

/// What a list of texts belongs to. The raw values are what the lexicon's table has in its column `section`.
enum PhraseSection: String, CaseIterable, Sendable {
    case intent
    case concept
    case entity
    case functionWord = "function-word"
    case abbreviation
    case polite
    case questionJoiner = "question-joiner"
    case questionOpening = "question-opening"

    /// Whether rows name what they belong to, or, with abbreviations, what they unfold.
    var hasIDs: Bool {
        switch self {
        case .intent, .concept, .entity, .abbreviation: true
        case .functionWord, .polite, .questionJoiner, .questionOpening: false
        }
    }

    /// The key of the sections that hold a list for each language, without ids between.
    fileprivate init?(key: String) {
        switch key {
        case "function-words": self = .functionWord
        case "abbreviations": self = .abbreviation
        case "polite": self = .polite
        case "question-joiners": self = .questionJoiner
        case "question-openings": self = .questionOpening
        default: return nil
        }
    }
}

/// Which list it is.
struct PhraseListID: Hashable, Sendable {
    var section: PhraseSection
    /// The intent, the concept or the entity as `type=value`; empty in sections with one list for each language.
    var id: String
    var language: Language

    /// A row of the table that holds the list.
    func row(key: String?, text: String) -> [String] {
        section == .intent
            ? [id, language.rawValue, text] : [section.rawValue, key ?? id, language.rawValue, text]
    }

    /// A text of the list as a row of a report.
    func described(_ phrase: Phrase) -> String {
        "\(name) · \(phrase.key.map { "\($0) → " } ?? "")\(phrase.text)"
    }

    /// The list as people would call it.
    var name: String {
        "\(section.rawValue)\(id.isEmpty ? "" : " « \(id) »") in \(language.rawValue)"
    }
}

/// A text of a list, with the abbreviation it unfolds, if it does.
struct Phrase: Hashable, Sendable {
    var key: String?
    /// The text, without white space around it.
    var text: String
}

extension String {
    /// The text as a cell of a table has it: without the white space around it, and with plain line feeds.
    var trimmed: String {
        var characters = self[...]
        while characters.first?.isWhitespace == true { characters.removeFirst() }
        while characters.last?.isWhitespace == true { characters.removeLast() }
        return String(characters.map { $0 == "\r\n" ? "\n" : $0 })
    }
}

/// A list of texts in a content file: a sequence, or for abbreviations a mapping.
struct PhraseList {
    /// A place in the file: line and column, counted from 1, the column in Unicode scalars.
    struct Place: Hashable {
        var line: Int
        var column: Int
    }

    /// One text of the list.
    struct Item {
        var phrase: Phrase
        /// Where its text begins, or its abbreviation.
        var start: Place
        /// Where its text begins.
        var textStart: Place

        var key: String? { phrase.key }
        var text: String { phrase.text }
    }

    let id: PhraseListID
    /// Which of the files holds it.
    let fileIndex: Int
    let place: Place
    let items: [Item]

    /// Finds the lists in content files, in the order in which they stand there.
    static func lists(in files: [ContentFile], into reader: ContentReader) -> [PhraseList] {
        var lists: [PhraseList] = []
        for (index, file) in files.enumerated() where file.path.hasSuffix(".yaml") {
            guard let root = reader.root(of: file) else { continue }
            for (key, _, value) in root.entries {
                for (section, id, languages) in parts(of: value, under: key) {
                    for (name, _, node) in languages.entries {
                        guard let language = Language(rawValue: name) else { continue }
                        let id = PhraseListID(section: section, id: id, language: language)
                        lists.append(PhraseList(id: id, fileIndex: index, node: node))
                    }
                }
            }
        }
        return lists
    }

    private init(id: PhraseListID, fileIndex: Int, node: ContentNode) {
        self.id = id
        self.fileIndex = fileIndex
        place = Place(node)
        if id.section == .abbreviation {
            items = node.entries.compactMap { key, keyNode, value in
                value.text().map {
                    Item(phrase: Phrase(key: key, text: $0.trimmed), start: Place(keyNode), textStart: Place(value))
                }
            }
        } else {
            items = node.items.compactMap { item in
                item.text().map {
                    Item(phrase: Phrase(key: nil, text: $0.trimmed), start: Place(item), textStart: Place(item))
                }
            }
        }
    }

    /// The mappings from languages to lists under a key of a file.
    private static func parts(
        of node: ContentNode, under key: String
    ) -> [(section: PhraseSection, id: String, languages: ContentNode)] {
        switch key {
        case "intents":
            node.entries.flatMap { id, _, intent in
                intent.entries.filter { $0.key == "examples" }.map { (.intent, id, $0.value) }
            }
        case "concepts":
            node.entries.map { id, _, concept in (.concept, id, concept) }
        case "entities":
            node.entries.flatMap { type, _, values in
                values.entries.map { value, _, languages in (.entity, "\(type)=\(value)", languages) }
            }
        default:
            PhraseSection(key: key).map { [($0, "", node)] } ?? []
        }
    }
}

extension PhraseList.Place {
    fileprivate init(_ node: ContentNode) { self.init(line: node.line, column: node.column) }
}
