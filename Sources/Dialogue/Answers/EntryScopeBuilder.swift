import Knowledge
import Text

/// Turns entries of the knowledge base into what templates can say of them, field by field as ``EntryFields`` has them.
struct EntryScopeBuilder: Sendable {
    let knowledge: KnowledgeBase
    let language: Language
    let phrases: EntryScopes.Phrases
    /// What was made of the certifications, for what refers to them.
    var certifications: [String: TemplateScope] = [:]
    /// What was made of the solutions, for what refers to them.
    var solutions: [String: TemplateScope] = [:]

    func scope(of entry: Certification) -> TemplateScope {
        scope(
            of: entry, EntryFields.certification,
            reference(
                "certification", entry.id, entry.name[language], entry.provenance, url: entry.url,
                assurance: entry.assurance))
    }

    func scope(of entry: Barrier) -> TemplateScope {
        scope(
            of: entry, EntryFields.barrier, reference("barrier", entry.id, entry.title[language], entry.provenance))
    }

    func scope(of entry: Solution) -> TemplateScope {
        scope(
            of: entry, EntryFields.solution, reference("solution", entry.id, entry.title[language], entry.provenance))
    }

    func scope(of entry: Action) -> TemplateScope {
        scope(of: entry, EntryFields.action, reference("action", entry.id, entry.title[language], entry.provenance))
    }

    func criterion(_ criterion: Criterion, of action: Action) -> TemplateScope {
        scope(
            of: (criterion, action), EntryFields.criterion,
            reference("action", action.id, action.title[language], action.provenance))
    }

    func scope(of entry: Term) -> TemplateScope {
        scope(of: entry, EntryFields.term, reference("term", entry.id, entry.term[language], entry.provenance))
    }

    func scope(of entry: Guide) -> TemplateScope {
        scope(of: entry, EntryFields.guide, reference("guide", entry.id, entry.title[language], entry.provenance))
    }

    /// The fields of where a fact comes from.
    func provenance(_ provenance: Provenance) -> [String: TemplateValue] {
        values(of: provenance, EntryFields.provenance(\.self))
    }

    private func scope<Entry>(
        of entry: Entry, _ fields: [EntryField<Entry>], _ reference: Reference
    ) -> TemplateScope {
        TemplateScope(values(of: entry, fields), reference: reference)
    }

    private func values<Entry>(of entry: Entry, _ fields: [EntryField<Entry>]) -> [String: TemplateValue] {
        Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.value(entry, self)) })
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

    func title<Value: VocabularyValue>(_ value: Value) -> String {
        knowledge.vocabulary.title(of: value)[language]
    }

    func cost(_ cost: Cost) -> String {
        switch cost {
        case .free: phrases(.costFree)
        case .low: phrases(.costLow)
        case .paid: phrases(.costPaid)
        case .unknown: phrases(.costUnknown)
        }
    }

    func effort(_ effort: Effort) -> String {
        switch effort {
        case .low: phrases(.effortLow)
        case .medium: phrases(.effortMedium)
        case .high: phrases(.effortHigh)
        }
    }
}
