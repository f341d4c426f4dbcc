import Knowledge
import Text

/// Turns entries of the knowledge base into what templates can say of them.
struct EntryScopeBuilder {
    let knowledge: KnowledgeBase
    let language: Language
    let phrases: EntryScopes.Phrases

    func scope(of entry: Certification) -> TemplateScope {
        let name = entry.name[language]
        let acronym = entry.acronym?[language]
        return TemplateScope(
            provenance(entry.provenance).merging([
                "id": .text(entry.id),
                "name": .text(name),
                "acronym": .text(acronym.flatMap { name.contains($0) ? nil : $0 }),
                "kind": .text(title(entry.kind)),
                "dimensions": .joined(entry.dimensions.map(title)),
                "groups": .joined(entry.groups.map(title)),
                "approaches": .joined(entry.approaches.map(title)),
                "assurance": .text(title(entry.assurance)),
                "assurance-explained": .text(knowledge.vocabulary.explanation(of: entry.assurance)[language]),
                "operator": .text(entry.operator?[language]),
                "scope": .text(title(entry.scope)),
                "attests": .text(entry.attests[language]),
                "eligibility": .text(entry.eligibility[language]),
                "evidence": .text(entry.evidence[language]),
                "verification": .text(entry.verification[language]),
                "cost": .text(cost(entry.cost)),
                "cost-unknown": .flag(entry.cost == .unknown),
                "cost-note": .text(entry.costNote?[language]),
                "caution": .text(entry.caution?[language]),
                "url": .text(entry.url),
                "status-note": .text(entry.statusNote?[language]),
                "ended": .flag(entry.status == .ended),
                "renamed": .flag(entry.status == .renamed),
                "mentioned-by-chantier": .flag(entry.mentionedByChantier),
            ]) { _, new in new },
            reference: reference(
                "certification", entry.id, name, entry.provenance, url: entry.url, assurance: entry.assurance))
    }

    func scope(of entry: Barrier) -> TemplateScope {
        TemplateScope(
            provenance(entry.provenance).merging([
                "id": .text(entry.id),
                "title": .text(entry.title[language]),
                "explanation": .text(entry.explanation[language]),
                "who": .joined(entry.dimensions.map(title)),
                "sides": .joined(entry.sides.map(title)),
                "stages": .joined(entry.stages.map(title)),
            ]) { _, new in new },
            reference: reference("barrier", entry.id, entry.title[language], entry.provenance))
    }

    func scope(of entry: Solution, certifications: [String: TemplateScope]) -> TemplateScope {
        TemplateScope(
            provenance(entry.provenance).merging([
                "id": .text(entry.id),
                "title": .text(entry.title[language]),
                "summary": .text(entry.summary[language]),
                "first-step": .text(entry.steps[language].first),
                "steps": .lines(entry.steps[language]),
                "effort": .text(effort(entry.effort)),
                "actors": .joined(entry.actors.map(title)),
                "note": .text(entry.note?[language]),
                "certifications": .list(entry.certifications.compactMap { certifications[$0] }),
            ]) { _, new in new },
            reference: reference("solution", entry.id, entry.title[language], entry.provenance))
    }

    func scope(of entry: Action, solutions: [String: TemplateScope]) -> TemplateScope {
        let first = entry.solutions.lazy.compactMap { knowledge.solution($0)?.steps[language].first }.first
        return TemplateScope(
            provenance(entry.provenance).merging([
                "id": .text(entry.id),
                "title": .text(entry.title[language]),
                "description": .text(entry.description[language]),
                "priority": .text(title(entry.priority)),
                "horizon": .text(title(entry.horizon)),
                "stages": .joined(entry.stages.map(title)),
                "dimensions": .joined(entry.dimensions.map(title)),
                "indicator": .text(entry.indicator[language]),
                "first-step": .text(first),
                "criteria": .list(entry.criteria.map { criterion($0, of: entry) }),
                "solutions": .list(entry.solutions.compactMap { solutions[$0] }),
            ]) { _, new in new },
            reference: reference("action", entry.id, entry.title[language], entry.provenance))
    }

    func criterion(_ criterion: Criterion, of action: Action) -> TemplateScope {
        TemplateScope(
            [
                "text": .text(criterion.text[language]),
                "realism-sme": .text(title(criterion.realism.sme)),
                "realism-buyer": .text(title(criterion.realism.buyer)),
                "action-title": .text(action.title[language]),
            ],
            reference: reference("action", action.id, action.title[language], action.provenance))
    }

    /// A term at the beginning of a line.
    private static func capitalised(_ term: String) -> String { term.prefix(1).uppercased() + term.dropFirst() }

    func scope(of entry: Term) -> TemplateScope {
        TemplateScope(
            provenance(entry.provenance).merging([
                "id": .text(entry.id),
                "term": .text(Self.capitalised(entry.term[language])),
                "other-term": .text(entry.term[language.other]),
                "definition": .text(entry.definition[language]),
                "abbreviations": .joined(entry.abbreviations[language]),
                "synonyms": .joined(entry.synonyms[language]),
                "other-synonyms": .joined(entry.synonyms[language.other]),
            ]) { _, new in new },
            reference: reference("term", entry.id, entry.term[language], entry.provenance))
    }

    func scope(of entry: Guide) -> TemplateScope {
        let reference = reference("guide", entry.id, entry.title[language], entry.provenance)
        return TemplateScope(
            provenance(entry.provenance).merging([
                "id": .text(entry.id),
                "title": .text(entry.title[language]),
                "intro": .text(entry.intro?[language]),
                "steps": .list(
                    entry.steps.map {
                        TemplateScope(
                            ["text": .text($0.text[language]), "detail": .text($0.detail?[language])],
                            reference: reference)
                    }),
            ]) { _, new in new },
            reference: reference)
    }

    func reference(
        _ kind: String, _ id: String, _ title: String, _ provenance: Provenance, url: String? = nil,
        assurance: Assurance? = nil
    ) -> Reference {
        let documentary = provenance.sources.lazy.compactMap { source -> String? in
            if case .url(let address) = source { return address }
            return nil
        }
        return Reference(
            kind: kind, id: id, title: title, url: url ?? documentary.first, assurance: assurance,
            asOf: provenance.asOf,
            confidence: provenance.confidence, needsChecking: provenance.needsChecking)
    }

    func provenance(_ provenance: Provenance) -> [String: TemplateValue] {
        let confidence: Phrase =
            switch provenance.confidence {
            case .high: .confidenceHigh
            case .medium: .confidenceMedium
            case .low: .confidenceLow
            }
        return [
            "as-of": .text(String(provenance.asOf)),
            "to-check": .flag(provenance.needsChecking),
            "confidence": .text(phrases(confidence)),
            "core": .flag(provenance.authority == .core),
            "derived": .flag(provenance.authority == .derived),
        ]
    }

    private func title<Value: VocabularyValue>(_ value: Value) -> String {
        knowledge.vocabulary.title(of: value)[language]
    }

    private func cost(_ cost: Cost) -> String {
        switch cost {
        case .free: phrases(.costFree)
        case .low: phrases(.costLow)
        case .paid: phrases(.costPaid)
        case .unknown: phrases(.costUnknown)
        }
    }

    private func effort(_ effort: Effort) -> String {
        switch effort {
        case .low: phrases(.effortLow)
        case .medium: phrases(.effortMedium)
        case .high: phrases(.effortHigh)
        }
    }
}
