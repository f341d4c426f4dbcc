import Knowledge
import Text

/// The fields of each kind of entry: the one list by which templates are checked and scopes are made.
enum EntryFields {
    static let certification: [EntryField<Certification>] =
        provenance(\.provenance) + [
            EntryField<Certification>("id") { entry, _ in .text(entry.id) },
            EntryField<Certification>("name") { entry, to in .text(entry.name[to.language]) },
            EntryField<Certification>("acronym") { entry, to in
                let acronym: String? = entry.acronym?[to.language]
                return .text(acronym.flatMap { entry.name[to.language].contains($0) ? nil : $0 })
            },
            EntryField<Certification>("kind") { entry, to in .text(to.title(entry.kind)) },
            EntryField<Certification>("dimensions") { entry, to in .joined(entry.dimensions.map(to.title)) },
            EntryField<Certification>("groups") { entry, to in .joined(entry.groups.map(to.title)) },
            EntryField<Certification>("approaches") { entry, to in .joined(entry.approaches.map(to.title)) },
            EntryField<Certification>("assurance") { entry, to in .text(to.title(entry.assurance)) },
            EntryField<Certification>("assurance-explained") { entry, to in
                .text(to.knowledge.vocabulary.explanation(of: entry.assurance)[to.language])
            },
            EntryField<Certification>("operator") { entry, to in .text(entry.operator?[to.language]) },
            EntryField<Certification>("scope") { entry, to in .text(to.title(entry.scope)) },
            EntryField<Certification>("attests") { entry, to in .text(entry.attests[to.language]) },
            EntryField<Certification>("eligibility") { entry, to in .text(entry.eligibility[to.language]) },
            EntryField<Certification>("evidence") { entry, to in .text(entry.evidence[to.language]) },
            EntryField<Certification>("verification") { entry, to in .text(entry.verification[to.language]) },
            EntryField<Certification>("cost") { entry, to in .text(to.cost(entry.cost)) },
            EntryField<Certification>("cost-unknown") { entry, _ in .flag(entry.cost == .unknown) },
            EntryField<Certification>("cost-note") { entry, to in .text(entry.costNote?[to.language]) },
            EntryField<Certification>("caution") { entry, to in .text(entry.caution?[to.language]) },
            EntryField<Certification>("url") { entry, _ in .text(entry.url) },
            EntryField<Certification>("status-note") { entry, to in .text(entry.statusNote?[to.language]) },
            EntryField<Certification>("ended") { entry, _ in .flag(entry.status == .ended) },
            EntryField<Certification>("renamed") { entry, _ in .flag(entry.status == .renamed) },
            EntryField<Certification>("mentioned-by-chantier") { entry, _ in .flag(entry.mentionedByChantier) },
        ]

    static let solution: [EntryField<Solution>] =
        provenance(\.provenance) + [
            EntryField<Solution>("id") { entry, _ in .text(entry.id) },
            EntryField<Solution>("title") { entry, to in .text(entry.title[to.language]) },
            EntryField<Solution>("summary") { entry, to in .text(entry.summary[to.language]) },
            EntryField<Solution>("first-step") { entry, to in .text(entry.steps[to.language].first) },
            EntryField<Solution>("steps", .lines) { entry, to in .lines(entry.steps[to.language]) },
            EntryField<Solution>("effort") { entry, to in .text(to.effort(entry.effort)) },
            EntryField<Solution>("actors") { entry, to in .joined(entry.actors.map(to.title)) },
            EntryField<Solution>("note") { entry, to in .text(entry.note?[to.language]) },
            EntryField<Solution>("certifications", .list(EntryField.shape(of: certification))) { entry, to in
                .list(entry.certifications.compactMap { to.certifications[$0] })
            },
        ]

    /// A barrier by itself; its solutions are chosen for who asks, as ``EntryScopes/barrier(_:for:)`` does.
    static let barrier: [EntryField<Barrier>] =
        provenance(\.provenance) + [
            EntryField<Barrier>("id") { entry, _ in .text(entry.id) },
            EntryField<Barrier>("title") { entry, to in .text(entry.title[to.language]) },
            EntryField<Barrier>("explanation") { entry, to in .text(entry.explanation[to.language]) },
            EntryField<Barrier>("who") { entry, to in .joined(entry.dimensions.map(to.title)) },
            EntryField<Barrier>("sides") { entry, to in .joined(entry.sides.map(to.title)) },
            EntryField<Barrier>("stages") { entry, to in .joined(entry.stages.map(to.title)) },
        ]

    static let action: [EntryField<Action>] =
        provenance(\.provenance) + [
            EntryField<Action>("id") { entry, _ in .text(entry.id) },
            EntryField<Action>("title") { entry, to in .text(entry.title[to.language]) },
            EntryField<Action>("description") { entry, to in .text(entry.description[to.language]) },
            EntryField<Action>("priority") { entry, to in .text(to.title(entry.priority)) },
            EntryField<Action>("horizon") { entry, to in .text(to.title(entry.horizon)) },
            EntryField<Action>("stages") { entry, to in .joined(entry.stages.map(to.title)) },
            EntryField<Action>("dimensions") { entry, to in .joined(entry.dimensions.map(to.title)) },
            EntryField<Action>("indicator") { entry, to in .text(entry.indicator[to.language]) },
            EntryField<Action>("first-step") { entry, to in
                .text(entry.solutions.lazy.compactMap { to.knowledge.solution($0)?.steps[to.language].first }.first)
            },
            EntryField<Action>("criteria", .list(EntryField.shape(of: criterion))) { entry, to in
                .list(entry.criteria.map { to.criterion($0, of: entry) })
            },
            EntryField<Action>("solutions", .list(EntryField.shape(of: solution))) { entry, to in
                .list(entry.solutions.compactMap { to.solutions[$0] })
            },
        ]

    /// A criterion of an action.
    static let criterion: [EntryField<(criterion: Criterion, action: Action)>] = [
        EntryField<(criterion: Criterion, action: Action)>("text") { entry, to in
            .text(entry.criterion.text[to.language])
        },
        EntryField<(criterion: Criterion, action: Action)>("realism-sme") { entry, to in
            .text(to.title(entry.criterion.realism.sme))
        },
        EntryField<(criterion: Criterion, action: Action)>("realism-buyer") { entry, to in
            .text(to.title(entry.criterion.realism.buyer))
        },
        EntryField<(criterion: Criterion, action: Action)>("action-title") { entry, to in
            .text(entry.action.title[to.language])
        },
    ]

    static let term: [EntryField<Term>] =
        provenance(\.provenance) + [
            EntryField<Term>("id") { entry, _ in .text(entry.id) },
            EntryField<Term>("term") { entry, to in .text(capitalised(entry.term[to.language])) },
            EntryField<Term>("other-term") { entry, to in .text(entry.term[to.language.other]) },
            EntryField<Term>("definition") { entry, to in .text(entry.definition[to.language]) },
            EntryField<Term>("abbreviations") { entry, to in .joined(entry.abbreviations[to.language]) },
            EntryField<Term>("synonyms") { entry, to in .joined(entry.synonyms[to.language]) },
            EntryField<Term>("other-synonyms") { entry, to in .joined(entry.synonyms[to.language.other]) },
        ]

    static let guide: [EntryField<Guide>] =
        provenance(\.provenance) + [
            EntryField<Guide>("id") { entry, _ in .text(entry.id) },
            EntryField<Guide>("title") { entry, to in .text(entry.title[to.language]) },
            EntryField<Guide>("intro") { entry, to in .text(entry.intro?[to.language]) },
            EntryField<Guide>("steps", .list(["text": .leaf, "detail": .leaf])) { entry, to in
                let reference = to.reference("guide", entry.id, entry.title[to.language], entry.provenance)
                return .list(
                    entry.steps.map {
                        TemplateScope(
                            ["text": .text($0.text[to.language]), "detail": .text($0.detail?[to.language])],
                            reference: reference)
                    })
            },
        ]

    /// What can be said of where a fact comes from.
    static func provenance<Entry>(
        _ path: any KeyPath<Entry, Provenance> & Sendable
    ) -> [EntryField<Entry>] {
        [
            EntryField<Entry>("as-of") { entry, _ in .text(String(entry[keyPath: path].asOf)) },
            EntryField<Entry>("to-check") { entry, _ in .flag(entry[keyPath: path].needsChecking) },
            EntryField<Entry>("confidence") { entry, to in
                let phrase: Phrase =
                    switch entry[keyPath: path].confidence {
                    case .high: .confidenceHigh
                    case .medium: .confidenceMedium
                    case .low: .confidenceLow
                    }
                return .text(to.phrases(phrase))
            },
            EntryField<Entry>("core") { entry, _ in .flag(entry[keyPath: path].authority == .core) },
            EntryField<Entry>("derived") { entry, _ in .flag(entry[keyPath: path].authority == .derived) },
        ]
    }

    /// A term at the beginning of a line.
    private static func capitalised(_ term: String) -> String { term.prefix(1).uppercased() + term.dropFirst() }
}
