import Content
import Knowledge
import Text

/// Pairs of words that are told apart by nothing, and why they may stay as they are.
extension IntentLoader {
    mutating func loadKnownClashes(_ node: ContentNode) {
        let kinds = IntentDefinitions.KnownClash.Kind.allCases
        for group in node.items {
            guard let mapping = group.mapping(required: ["reason"], optional: kinds.map(\.rawValue)) else { continue }
            _ = mapping["reason"]?.localized()
            if kinds.allSatisfy({ mapping[$0.rawValue] == nil }) {
                group.report(
                    "this reason has no words", remedy: "Add « \(kinds[0].rawValue): [[one, other]] », or remove it.")
            }
            for kind in kinds {
                for pair in mapping.items(kind.rawValue) { loadKnownClash(pair, kind) }
            }
        }
    }

    private mutating func loadKnownClash(_ node: ContentNode, _ kind: IntentDefinitions.KnownClash.Kind) {
        let texts = node.isSequence ? node.texts() : []
        let words = Set(texts.map { FoldedText($0).words }.filter { $0.count == 1 }.joined())
        guard texts.count == 2, words.count == 2 else {
            return node.report("this must be two words that clash", remedy: "Write [one, other], a word each.")
        }
        let clash = IntentDefinitions.KnownClash(
            kind: kind, words: Set(words.map { String(decoding: $0, as: UTF8.self) }), place: node.place)
        if let first = definitions.knownClashes.first(where: { $0.kind == kind && $0.words == clash.words }) {
            return node.report(
                "« \(texts[0]) » and « \(texts[1]) » are declared a second time",
                remedy: "Keep these or those at \(first.place).")
        }
        definitions.knownClashes.append(clash)
    }
}
