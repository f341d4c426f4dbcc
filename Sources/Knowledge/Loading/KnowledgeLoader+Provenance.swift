import Content
import Text

extension KnowledgeLoader {
    static let provenanceKeys = ["source", "as-of", "confidence", "authority"]
    /// The provenance of an entry, from the keys that every entry has.
    func readProvenance(_ mapping: ContentMapping) -> Provenance? {
        let sources = mapping["source"].map(readSources(list:)) ?? []
        let asOf = mapping["as-of"]?.integer(in: years)
        let confidence = mapping.value("confidence", Confidence.self)
        let authority = mapping.value("authority", Authority.self)
        if confidence == .high, !sources.isEmpty, sources.allSatisfy({ $0 == .generalKnowledge }) {
            mapping["confidence"]?.report(
                "the confidence is high, but no source is a document",
                remedy: "Cite a page or chantier-pme, or write medium or low.")
        }
        guard !sources.isEmpty, let asOf, let confidence, let authority else { return nil }
        return Provenance(sources: sources, asOf: asOf, confidence: confidence, authority: authority)
    }

    func readSources(list node: ContentNode) -> [Source] {
        let items = node.items
        if items.isEmpty, node.isSequence {
            node.report("the list of sources is empty", remedy: "Write at least one, be it general-knowledge.")
        }
        return items.compactMap(readSource)
    }

    private func readSource(_ node: ContentNode) -> Source? {
        guard let text = node.text() else { return nil }
        switch text {
        case "chantier-pme": return .chantier
        case "general-knowledge": return .generalKnowledge
        default:
            if text.contains("://") { return readAddress(node).map(Source.url) }
            node.reportUnknown("source", text, among: ["chantier-pme", "general-knowledge", "https://…"])
            return nil
        }
    }

    /// An address of a public page.
    func readAddress(_ node: ContentNode) -> String? {
        guard let text = node.text() else { return nil }
        let rest = ["https://", "http://"].first(where: text.hasPrefix).map { text.dropFirst($0.count) }
        let host = rest?.prefix { $0 != "/" && $0 != "?" && $0 != "#" } ?? ""
        guard host.contains("."), !host.hasPrefix("."), !host.hasSuffix("."), !text.contains(where: \.isWhitespace)
        else {
            node.report("« \(text) » is no address", remedy: "Write it in full, as https://example.org/page.")
            return nil
        }
        return text
    }

    /// Ids of entries of one kind, to be checked when all are read.
    func readIds(_ node: ContentNode?, of kind: EntryKind) -> [String] {
        guard let node else { return [] }
        var seen: Set<String> = []
        return node.items.compactMap { item in
            guard let id = item.identifier() else { return nil }
            guard seen.insert(id).inserted else {
                item.report("« \(id) » is already in this list", remedy: "Remove one of the two.")
                return nil
            }
            references.append(PendingReference(reference: EntryReference(kind: kind, id: id), node: item))
            return id
        }
    }

    /// References of the form `kind:id`, to be checked when all are read.
    func readReferences(_ node: ContentNode?) -> [EntryReference] {
        guard let node else { return [] }
        return node.items.compactMap { item in
            guard let text = item.text() else { return nil }
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                item.report("« \(text) » is no reference", remedy: "Write kind:id, as solution:prompt-payment.")
                return nil
            }
            guard let kind = EntryKind(rawValue: parts[0]) else {
                item.reportUnknown("kind of entry", parts[0], among: EntryKind.allCases.map(\.rawValue))
                return nil
            }
            let reference = EntryReference(kind: kind, id: parts[1])
            references.append(PendingReference(reference: reference, node: item))
            return reference
        }
    }

    /// A list in both languages whose items answer each other, as steps do.
    func readParallelList(_ node: ContentNode?) -> LocalizedList? {
        guard let node, let list = node.localizedList() else { return nil }
        guard list.fr.count == list.en.count, !list.isEmpty else {
            node.report(
                "\(list.fr.count) in French, \(list.en.count) in English",
                remedy: "Write as many in one language as in the other, at least one.")
            return nil
        }
        return list
    }

    func readSources(_ node: ContentNode) -> SourceTitles? {
        guard let mapping = node.mapping(required: ["chantier-pme", "general-knowledge"]) else { return nil }
        let chantier = mapping.localized("chantier-pme")
        let generalKnowledge = mapping.localized("general-knowledge")
        guard let chantier, let generalKnowledge else { return nil }
        return SourceTitles(chantier: chantier, generalKnowledge: generalKnowledge)
    }
}
