package import Text

/// A text that a kind of document says of its own: worded in the vocabulary's file, in both languages, under its raw value.
package protocol DocumentWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What the documents are called in the vocabulary's file.
    static var document: String { get }
    /// What stands in the text for something else, each in braces: `{count}`.
    var fields: [String] { get }
}

extension DocumentWord {
    package var fields: [String] { [] }
}

extension Vocabulary {
    /// What a document says, with its fields filled in.
    package func text<Word: DocumentWord>(
        _ word: Word, in language: Language, _ fields: [String: String] = [:]
    ) -> String {
        guard let text = documents[Word.document]?[word.rawValue]?[language] else {
            preconditionFailure("a vocabulary without \(Word.document).\(word.rawValue) was let through")
        }
        return DocumentText(text).filled(with: fields)
    }
}

/// A text with fields in braces.
struct DocumentText {
    private enum Part {
        case words(Substring)
        case field(String)
    }

    private let parts: [Part]

    init(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            parts.append(.words(rest[..<open]))
            parts.append(.field(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        self.parts = parts + [.words(rest)]
    }

    /// The names of the fields, in order.
    var fields: [String] {
        parts.compactMap { if case .field(let name) = $0 { name } else { nil } }
    }

    /// What is filled in stays as it is, braces and all.
    func filled(with values: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .words(let words): String(words)
            case .field(let name): values[name] ?? ""
            }
        }.joined()
    }
}
