import Content
internal import Foundation
import Text

/// Knows which entry each name leads to, so that none leads to two.
final class NameRegistry {
    private struct Key: Hashable {
        let kind: EntryKind
        let language: Language
        let folded: String
    }

    private var owners: [Key: (id: String, node: ContentNode)] = [:]

    /// Notes the names that a node gives to an entry. A name that another entry of its kind bears is reported.
    func add(_ node: ContentNode?, of id: String, _ kind: EntryKind) {
        guard let node, node.isMapping else { return }
        for (key, _, value) in node.entries {
            guard let language = Language(rawValue: key) else { continue }
            for name in value.isSequence ? value.items : [value] {
                add(name, of: id, kind, in: language)
            }
        }
    }

    private func add(_ node: ContentNode, of id: String, _ kind: EntryKind, in language: Language) {
        // An empty text is reported where it is read for good.
        guard let text = node.scalarText else { return }
        let key = Key(kind: kind, language: language, folded: Self.folded(text))
        guard let owner = owners[key] else {
            owners[key] = (id, node)
            return
        }
        guard owner.id != id else { return }
        node.report(
            "« \(text) » already names the \(kind.name) « \(owner.id) », at \(owner.node.place)",
            remedy: "A name leads to one entry only: remove one of the two.")
    }

    /// A name without what a reader does not hear: case, accents, punctuation.
    static func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber && $0 != "+" }
            .joined(separator: " ")
    }

    /// Reports the other names of an entry, as `aliases` has them, that nobody would say.
    static func checkLengths(of aliases: ContentNode?) {
        for (_, _, names) in aliases?.entries ?? [] {
            for name in names.isSequence ? names.items : [] {
                let words = (name.scalarText ?? "").split(whereSeparator: \.isWhitespace).count
                guard words > mostWords else { continue }
                name.report(
                    "this name has \(words) words, more than \(mostWords): nobody says it so",
                    remedy: "Write what people call it.")
            }
        }
    }

    /// The most words of a name that people say.
    private static let mostWords = 10
}
