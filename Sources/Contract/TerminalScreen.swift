/// What a chat in a terminal shows of replies, and what a line that is typed there means.
///
/// One list of numbers is in sight at a time: that of the reply's own text, where it has one, which the assistant reads; else
/// that of the suggestions, which is read here.
public struct TerminalScreen: Sendable {
    /// Lines that are shown together.
    public struct Block: Sendable, Hashable {
        public enum Kind: Sendable, Hashable {
            case text, sources, suggestions
        }

        public var kind: Kind
        public var text: String
    }

    /// What stands above sources and suggestions, by language.
    public struct Words: Sendable, Hashable {
        public var sources: String
        public var suggestions: String

        public init(sources: String, suggestions: String) {
            self.sources = sources
            self.suggestions = suggestions
        }
    }

    /// The suggestions that were numbered here.
    private var numbered: [ReplyMessage.Suggestion] = []
    /// All suggestions in sight, which can be typed as they are shown.
    private var offered: [ReplyMessage.Suggestion] = []
    /// The sources of the reply above.
    private var sources: [String] = []
    /// All sources that were shown so far.
    private var shown: Set<String> = []

    public init() {}

    /// The most sources that are shown.
    private static let mostSources = 5

    /// What is shown of a reply.
    public mutating func blocks(of reply: ReplyMessage, _ words: Words) -> [Block] {
        var blocks = [Block(kind: .text, text: reply.text)]
        let sources = reply.references.compactMap { reference in reference.url.map { "\(reference.title): \($0)" } }
        // A questionnaire has one source, and it is not said at each question.
        let isSaid = reply.questionnaire?.question != nil && shown.isSuperset(of: sources)
        if !sources.isEmpty, sources != self.sources, !isSaid {
            self.sources = sources
            shown.formUnion(sources)
            let lines = sources.prefix(Self.mostSources).map { "  \($0)" }
            blocks.append(Block(kind: .sources, text: ([words.sources] + lines).joined(separator: "\n")))
        }
        offered = reply.suggestions
        numbered = reply.listsNumbers ? [] : reply.suggestions
        // What the text says already is not said twice: choices of its list, « passer ».
        let said = Self.compared(reply.text)
        let unsaid = reply.suggestions.filter { !said.contains(Self.compared($0.title)) }
        let lines =
            reply.listsNumbers
            ? unsaid.map { "  • \($0.title)" } : numbered.enumerated().map { "  \($0.offset + 1). \($0.element.title)" }
        if !lines.isEmpty {
            blocks.append(Block(kind: .suggestions, text: ([words.suggestions] + lines).joined(separator: "\n")))
        }
        return blocks
    }

    /// The question that a line asks: a number picks from the list that was numbered here, and a suggestion typed as it was
    /// shown is picked.
    public func question(for line: String, channel: String) -> ClientQuestion {
        let place = line.hasSuffix(".") || line.hasSuffix(")") ? line.dropLast() : line[...]
        if place.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(place), number > 0,
            number <= numbered.count
        {
            return ClientQuestion(choice: numbered[number - 1].id, channel: channel)
        }
        let typed = Self.compared(line)
        if let picked = offered.first(where: { Self.compared($0.title) == typed }) {
            return ClientQuestion(choice: picked.id, channel: channel)
        }
        return ClientQuestion(text: line, channel: channel)
    }

    /// A text without what nobody types as it is shown: capitals, and the spaces of French typography.
    private static func compared(_ text: String) -> String {
        String(text.lowercased().map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
    }
}

extension ReplyMessage {
    /// Whether numbers belong to the text: a menu's, the open question's, or those of a list.
    fileprivate var listsNumbers: Bool {
        questionnaire?.question != nil
            || text.split(separator: "\n").contains { line in
                let digits = line.prefix { $0.isASCII && $0.isNumber }
                let rest = line.dropFirst(digits.count)
                return !digits.isEmpty && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
            }
    }

    /// Whether a questionnaire is open: asked, or paused.
    public var hasOpenQuestionnaire: Bool {
        questionnaire.map { $0.state == "asking" || $0.state == "paused" } ?? false
    }
}
