import Content
import Text

extension KnowledgeLoader {
    /// Fewer ways of complaining than this, and people are not understood.
    static let complaintsWanted = 15

    func readBarrier(_ node: ContentNode) -> Barrier? {
        guard
            let mapping = node.mapping(
                required: ["id", "title", "explanation", "sides", "stages", "complaints"] + Self.provenanceKeys,
                optional: ["dimensions"])
        else { return nil }
        let id = identifiers.take(mapping, as: .barrier)
        let title = mapping.localized("title")
        let explanation = mapping.localized("explanation")
        let dimensions = mapping.values("dimensions", Dimension.self, called: "dimension")
        let sides = mapping.values("sides", Actor.self, called: "side")
        let stages = mapping.values("stages", Stage.self, called: "stage")
        let complaints = mapping.localizedList("complaints")
        let provenance = readProvenance(mapping)
        if let complaints, min(complaints.fr.count, complaints.en.count) < Self.complaintsWanted {
            mapping["complaints"]?.report(
                .warning, "\(complaints.fr.count) complaints in French, \(complaints.en.count) in English",
                remedy: "Write at least \(Self.complaintsWanted) in each.")
        }
        guard let id else { return nil }
        names.add(mapping["title"], of: id, .barrier)
        names.add(mapping["complaints"], of: id, .barrier)
        guard let title, let explanation, let complaints, let provenance else { return nil }
        return Barrier(
            id: id, title: title, explanation: explanation, dimensions: dimensions, sides: sides, stages: stages,
            complaints: complaints, provenance: provenance)
    }

    func readSolution(_ node: ContentNode) -> Solution? {
        guard
            let mapping = node.mapping(
                required: ["id", "title", "summary", "barriers", "actors", "effort", "steps", "aliases"]
                    + Self.provenanceKeys,
                optional: ["certifications", "note"])
        else { return nil }
        let id = identifiers.take(mapping, as: .solution)
        let title = mapping.localized("title")
        let summary = mapping.localized("summary")
        let barriers = readIds(mapping["barriers"], of: .barrier)
        let actors = mapping.values("actors", Actor.self, called: "actor")
        let effort = mapping.value("effort", Effort.self)
        let steps = readParallelList(mapping["steps"])
        let certifications = readIds(mapping["certifications"], of: .certification)
        let aliases = mapping.localizedList("aliases")
        let note = mapping.localized("note")
        let provenance = readProvenance(mapping)
        guard let id else { return nil }
        names.add(mapping["title"], of: id, .solution)
        names.add(mapping["aliases"], of: id, .solution)
        NameRegistry.checkLengths(of: mapping["aliases"])
        guard let title, let summary, let effort, let steps, let aliases, let provenance else { return nil }
        return Solution(
            id: id, title: title, summary: summary, barriers: barriers, actors: actors, effort: effort, steps: steps,
            certifications: certifications, aliases: aliases, note: note, provenance: provenance)
    }

    func readAction(_ node: ContentNode) -> Action? {
        guard
            let mapping = node.mapping(
                required: [
                    "id", "title", "description", "priority", "horizon", "stages", "dimensions", "solutions",
                    "criteria",
                    "indicator", "aliases",
                ] + Self.provenanceKeys)
        else { return nil }
        let id = identifiers.take(mapping, as: .action)
        let title = mapping.localized("title")
        let description = mapping.localized("description")
        let priority = mapping.value("priority", Priority.self)
        let horizon = mapping.value("horizon", Horizon.self)
        let stages = mapping.values("stages", Stage.self, called: "stage")
        let dimensions = mapping.values("dimensions", Dimension.self, called: "dimension")
        let solutions = readIds(mapping["solutions"], of: .solution)
        let criteria = mapping.items("criteria").compactMap(readCriterion)
        let indicator = mapping.localized("indicator")
        let aliases = mapping.localizedList("aliases")
        let provenance = readProvenance(mapping)
        guard let id else { return nil }
        names.add(mapping["title"], of: id, .action)
        names.add(mapping["aliases"], of: id, .action)
        NameRegistry.checkLengths(of: mapping["aliases"])
        guard let title, let description, let priority, let horizon, let indicator, let aliases, let provenance
        else { return nil }
        return Action(
            id: id, title: title, description: description, priority: priority, horizon: horizon, stages: stages,
            dimensions: dimensions, solutions: solutions, criteria: criteria, indicator: indicator,
            aliases: aliases, provenance: provenance)
    }

    private func readCriterion(_ node: ContentNode) -> Criterion? {
        guard let mapping = node.mapping(required: ["text", "realism"]) else { return nil }
        let text = mapping.localized("text")
        let realism = mapping["realism"].flatMap(readRealism)
        guard let text, let realism else { return nil }
        return Criterion(text: text, realism: realism)
    }

    func readRealism(_ node: ContentNode) -> Realism? {
        guard let mapping = node.mapping(required: ["sme", "buyer"]) else { return nil }
        let sme = mapping.value("sme", RealismLevel.self, called: "realism")
        let buyer = mapping.value("buyer", RealismLevel.self, called: "realism")
        guard let sme, let buyer else { return nil }
        return Realism(sme: sme, buyer: buyer)
    }

    func readTerm(_ node: ContentNode) -> Term? {
        guard
            let mapping = node.mapping(
                required: ["id", "topic", "term", "definition"] + Self.provenanceKeys,
                optional: ["abbreviations", "synonyms"])
        else { return nil }
        let id = identifiers.take(mapping, as: .term)
        let topic = mapping.value("topic", Topic.self)
        let term = mapping.localized("term")
        let abbreviations = mapping.localizedList("abbreviations") ?? LocalizedList()
        let definition = mapping.localized("definition")
        let synonyms = mapping.localizedList("synonyms") ?? LocalizedList()
        let provenance = readProvenance(mapping)
        guard let id else { return nil }
        names.add(mapping["term"], of: id, .term)
        names.add(mapping["abbreviations"], of: id, .term)
        names.add(mapping["synonyms"], of: id, .term)
        guard let topic, let term, let definition, let provenance else { return nil }
        return Term(
            id: id, topic: topic, term: term, abbreviations: abbreviations, definition: definition,
            synonyms: synonyms, provenance: provenance)
    }

    func readGuide(_ node: ContentNode) -> Guide? {
        guard
            let mapping = node.mapping(
                required: ["id", "title", "steps"] + Self.provenanceKeys, optional: ["intro"])
        else { return nil }
        let id = identifiers.take(mapping, as: .guide)
        let title = mapping.localized("title")
        let intro = mapping.localized("intro")
        var places: [String: ContentNode] = [:]
        let steps = mapping.items("steps").compactMap { readStep($0, &places) }
        let provenance = readProvenance(mapping)
        guard let id, let title, let provenance else { return nil }
        return Guide(id: id, title: title, intro: intro, steps: steps, provenance: provenance)
    }

    private func readStep(_ node: ContentNode, _ places: inout [String: ContentNode]) -> Guide.Step? {
        guard let mapping = node.mapping(required: ["text"], optional: ["id", "detail", "references"])
        else { return nil }
        let id = mapping.identifier(uniqueIn: &places)
        let text = mapping.localized("text")
        let detail = mapping.localized("detail")
        let references = readReferences(mapping["references"])
        guard let text else { return nil }
        return Guide.Step(id: id, text: text, detail: detail, references: references)
    }
}
