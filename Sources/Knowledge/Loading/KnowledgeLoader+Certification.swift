import Content
import Text

extension KnowledgeLoader {
    func readCertification(_ node: ContentNode) -> Certification? {
        guard
            let mapping = node.mapping(
                required: [
                    "id", "name", "aliases", "kind", "approaches", "assurance", "scope", "attests", "eligibility",
                    "evidence", "verification", "cost", "status", "mentioned-by-chantier",
                ] + Self.provenanceKeys,
                optional: [
                    "acronym", "context", "dimensions", "groups", "operator", "cost-note", "caution", "url",
                    "status-note",
                ])
        else { return nil }
        let id = identifiers.take(mapping, as: .certification)
        let name = mapping.localized("name")
        let acronym = mapping["acronym"].flatMap(readAcronym)
        let aliases = mapping.localizedList("aliases")
        let kind = mapping.value("kind", SchemeKind.self)
        let context = mapping.values("context", SchemeContext.self, called: "context")
        let dimensions = mapping.values("dimensions", Dimension.self, called: "dimension")
        let groups = mapping.values("groups", OwnerGroup.self, called: "group")
        let approaches = mapping.values("approaches", Approach.self, called: "approach")
        let assurance = mapping.value("assurance", Assurance.self)
        let runBy = mapping.localized("operator")
        let scope = mapping.value("scope", Scope.self)
        let attests = mapping.localized("attests")
        let eligibility = mapping.localized("eligibility")
        let evidence = mapping.localized("evidence")
        let verification = mapping.localized("verification")
        let cost = mapping.value("cost", Cost.self)
        let costNote = mapping.localized("cost-note")
        let caution = mapping.localized("caution")
        let url = mapping["url"].flatMap(readAddress)
        let status = mapping.value("status", Status.self)
        let statusNote = mapping.localized("status-note")
        let mentioned = mapping["mentioned-by-chantier"]?.flag()
        let provenance = readProvenance(mapping)
        if !mapping.has("dimensions"), !mapping.has("context") {
            node.report(
                "this scheme has neither dimensions nor context",
                remedy: "Say what it proves something about, or what it serves.")
        }
        guard let id else { return nil }
        names.add(mapping["name"], of: id, .certification)
        names.add(mapping["acronym"], of: id, .certification)
        names.add(mapping["aliases"], of: id, .certification)
        NameRegistry.checkLengths(of: mapping["aliases"])
        guard let name, let aliases, let kind, let assurance, let scope, let attests, let eligibility, let evidence,
            let verification, let cost, let status, let mentioned, let provenance
        else { return nil }
        return Certification(
            id: id, name: name, acronym: acronym, aliases: aliases, kind: kind, context: context,
            dimensions: dimensions, groups: groups, approaches: approaches, assurance: assurance, operator: runBy,
            scope: scope, attests: attests, eligibility: eligibility, evidence: evidence, verification: verification,
            cost: cost, costNote: costNote, caution: caution, url: url, status: status, statusNote: statusNote,
            mentionedByChantier: mentioned, provenance: provenance)
    }

    /// An acronym is mostly the same in both languages: one text is then enough.
    private func readAcronym(_ node: ContentNode) -> LocalizedText? {
        if node.isMapping { return node.localized() }
        return node.text().map { LocalizedText(fr: $0, en: $0) }
    }
}
