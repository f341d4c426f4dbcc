import Content
import Text

extension KnowledgeLoader {
    func readOrganisation(_ node: ContentNode) -> Organisation? {
        guard let mapping = node.mapping(required: ["id", "name", "long-name", "facts"] + Self.provenanceKeys)
        else { return nil }
        let id = mapping["id"]?.identifier()
        let name = mapping.localized("name")
        let longName = mapping.localized("long-name")
        let facts = readFacts(mapping["facts"])
        let provenance = readProvenance(mapping)
        guard let id, let name, let longName, let provenance else { return nil }
        return Organisation(id: id, name: name, longName: longName, facts: facts, provenance: provenance)
    }

    func readChantier(_ node: ContentNode) -> Chantier? {
        guard
            let mapping = node.mapping(
                required: [
                    "id", "name", "period", "what", "spirit", "participants", "text-state", "objectives",
                    "achievements",
                    "meeting-count", "date-oddity", "meetings", "findings", "tools", "unknowns", "priority-basis",
                    "realism-basis",
                ] + Self.provenanceKeys)
        else { return nil }
        let id = mapping["id"]?.identifier()
        let name = mapping.localized("name")
        let period = mapping.text("period")
        let what = mapping.localized("what")
        let spirit = mapping.localized("spirit")
        let participants = mapping.localized("participants")
        let textState = mapping.localized("text-state")
        let objectives = readFacts(mapping["objectives"])
        let achievements = readFacts(mapping["achievements"])
        let meetingCount = mapping.localized("meeting-count")
        let dateOddity = mapping.localized("date-oddity")
        let meetings = mapping.items("meetings").compactMap(readMeeting)
        let findings = readFacts(mapping["findings"])
        let tools = mapping.items("tools").compactMap(readTool)
        let unknowns = mapping.items("unknowns").compactMap { $0.localized() }
        let priorityBasis = mapping.localized("priority-basis")
        let realismBasis = mapping.localized("realism-basis")
        let provenance = readProvenance(mapping)
        guard let id, let name, let period, let what, let spirit, let participants, let textState, let meetingCount,
            let dateOddity, let priorityBasis, let realismBasis, let provenance
        else { return nil }
        return Chantier(
            id: id, name: name, period: period, what: what, spirit: spirit, participants: participants,
            textState: textState, objectives: objectives, achievements: achievements, meetingCount: meetingCount,
            dateOddity: dateOddity, meetings: meetings, findings: findings, tools: tools, unknowns: unknowns,
            priorityBasis: priorityBasis, realismBasis: realismBasis, provenance: provenance)
    }

    private func readFacts(_ node: ContentNode?) -> [Fact] {
        var places: [String: ContentNode] = [:]
        return (node?.items ?? []).compactMap { node in
            guard
                let mapping = node.mapping(
                    required: ["id", "text"] + Self.provenanceKeys, optional: ["references"])
            else { return nil }
            let id = mapping.identifier(uniqueIn: &places)
            let text = mapping.localized("text")
            let references = readReferences(mapping["references"])
            let provenance = readProvenance(mapping)
            guard let id, let text, let provenance else { return nil }
            return Fact(id: id, text: text, references: references, provenance: provenance)
        }
    }

    private func readMeeting(_ node: ContentNode) -> Meeting? {
        guard
            let mapping = node.mapping(
                required: ["id", "date", "title", "objectives", "synthesis"] + Self.provenanceKeys,
                optional: ["date-flag"])
        else { return nil }
        let id = mapping["id"]?.identifier()
        let date = mapping["date"]?.date()
        let dateFlag = mapping.value("date-flag", Meeting.DateFlag.self)
        let title = mapping.localized("title")
        let objectives = mapping.items("objectives").compactMap(readPoint)
        let synthesis = mapping.items("synthesis").compactMap(readPoint)
        let provenance = readProvenance(mapping)
        guard let id, let date, let title, let provenance else { return nil }
        return Meeting(
            id: id, date: date, dateFlag: dateFlag, title: title, objectives: objectives, synthesis: synthesis,
            provenance: provenance)
    }

    private func readPoint(_ node: ContentNode) -> Meeting.Point? {
        guard let mapping = node.mapping(required: ["text", "placement"]) else { return nil }
        let text = mapping.localized("text")
        let placement = mapping.value("placement", Meeting.Placement.self)
        guard let text, let placement else { return nil }
        return Meeting.Point(text: text, placement: placement)
    }

    private func readTool(_ node: ContentNode) -> PresentedTool? {
        guard let mapping = node.mapping(required: ["id", "name", "presented", "complement"] + Self.provenanceKeys)
        else { return nil }
        let id = mapping["id"]?.identifier()
        let name = mapping.localized("name")
        let presented = mapping.localized("presented")
        let complement = mapping.localized("complement")
        let provenance = readProvenance(mapping)
        if let id, let idNode = mapping["id"] {
            references.append(
                PendingReference(reference: EntryReference(kind: .certification, id: id), node: idNode))
        }
        guard let id, let name, let presented, let complement, let provenance else { return nil }
        return PresentedTool(
            id: id, name: name, presented: presented, complement: complement, provenance: provenance)
    }
}

extension ContentMapping {
    /// The id of an item, unique among those of its list.
    func identifier(uniqueIn places: inout [String: ContentNode]) -> String? {
        guard let idNode = self["id"], let id = idNode.identifier() else { return nil }
        if let first = places[id] {
            idNode.report("the id « \(id) » is already taken at \(first.place)", remedy: "Give one another id.")
            return nil
        }
        places[id] = idNode
        return id
    }
}

extension ContentNode {
    /// A day, `YYYY-MM-DD`.
    func date() -> String? {
        guard let text = text() else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDate =
            parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
            && (1...12).contains(Int(parts[1]) ?? 0) && (1...31).contains(Int(parts[2]) ?? 0)
        guard isDate else {
            report("« \(text) » is no day", remedy: "Write it as 2021-04-27.")
            return nil
        }
        return text
    }
}
