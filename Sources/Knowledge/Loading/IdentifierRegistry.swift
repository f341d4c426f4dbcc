import Content
import Text

/// Knows which ids are taken, and where.
final class IdentifierRegistry {
    private var places: [EntryKind: [(id: String, node: ContentNode)]] = [:]
    private var known: [EntryReference: ContentNode] = [:]

    /// Reads an id and takes it for an entry of a kind. An id that is badly formed or already taken is reported.
    func take(_ mapping: ContentMapping, as kind: EntryKind) -> String? {
        guard let node = mapping["id"], let id = node.identifier() else { return nil }
        let reference = EntryReference(kind: kind, id: id)
        if let first = known[reference] {
            node.report(
                "the \(kind.name) « \(id) » is already defined at \(first.place)",
                remedy: "Give one of the two another id.")
            return nil
        }
        guard places[kind]?.count ?? 0 < Self.most else {
            node.report(
                "this is one \(kind.name) more than \(Self.most)", remedy: "Keep those that people ask about.")
            return nil
        }
        known[reference] = node
        places[kind, default: []].append((id, node))
        return id
    }

    /// The most entries of a kind.
    private static let most = 10_000

    func contains(_ reference: EntryReference) -> Bool { known[reference] != nil }

    /// Where each entry is defined.
    var definedAt: [EntryReference: ContentPlace] { known.mapValues(\.place) }

    func ids(of kind: EntryKind) -> [String] { entries(of: kind).map(\.id) }

    func entries(of kind: EntryKind) -> [(id: String, node: ContentNode)] { places[kind] ?? [] }
}

extension EntryKind {
    /// The kind for who edits the content.
    var name: TranslatableText { TranslatableText(stringLiteral: rawValue) }
}

extension ContentNode {
    /// An id: at most 48 lowercase letters, digits and hyphens.
    func identifier() -> String? {
        guard let text = text() else { return nil }
        let isWellFormed = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
        guard isWellFormed else {
            report("« \(text) » is no id", remedy: "Write it with lowercase letters, digits and hyphens only.")
            return nil
        }
        guard text.utf8.count <= 48 else {
            report("this id has \(text.utf8.count) characters", remedy: "Write it with at most 48.")
            return nil
        }
        return text
    }
}
