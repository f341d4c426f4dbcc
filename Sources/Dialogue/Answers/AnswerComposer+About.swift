import Knowledge
import Text
import Understanding

extension AnswerComposer {
    /// Terms, ECPAR, the workstream.
    func about(_ request: AnswerRequest) -> [String: TemplateValue] {
        let language = request.language
        let scopes = scopes(in: language)
        let chantier = knowledge.chantier
        switch request.intent {
        case .glossaryDefine:
            let named = request.values(of: .term)
            return [
                "term": .scope(named.count == 1 ? scopes.term(named[0]) : nil),
                "several": .flag(named.count > 1),
                "terms": .list(
                    (named.isEmpty ? knowledge.terms.prefix(5).map(\.id) : named).compactMap { scopes.term($0) }),
            ]
        case .ecparAbout:
            let organisation = knowledge.organisation
            return [
                "ecpar": .scope(
                    scope(
                        "organisation", organisation.id, organisation.name[language], organisation.provenance,
                        in: language,
                        [
                            "name": .text(organisation.name[language]),
                            "long-name": .text(organisation.longName[language]),
                            "facts": .lines(organisation.facts.map { $0.text[language] }),
                        ]))
            ]
        case .chantierAbout:
            return [
                "chantier": .scope(
                    scope(
                        "workstream", "chantier-pme", chantier.name[language], chantier.provenance, in: language,
                        [
                            "name": .text(chantier.name[language]),
                            "period": .text(chantier.period),
                            "what": .text(chantier.what[language]),
                            "spirit": .text(chantier.spirit[language]),
                            "participants": .text(chantier.participants[language]),
                            "objectives": .lines(chantier.objectives.map { $0.text[language] }),
                            "achievements": .lines(chantier.achievements.map { $0.text[language] }),
                            "findings": .lines(chantier.findings.map { $0.text[language] }),
                            "unknowns": .lines(chantier.unknowns.map { $0[language] }),
                        ]))
            ]
        case .chantierMeetings:
            let meeting = request.value(of: .date).flatMap { date in chantier.meetings.first { $0.date.hasPrefix(date) }
            }
            return [
                "meetings": .list(chantier.meetings.map { scope(of: $0, in: language) }),
                "meeting": .scope(meeting.map { scope(of: $0, in: language) }),
                "date-oddity": .text(chantier.dateOddity[language]),
                "count-note": .text(chantier.meetingCount[language]),
            ]
        case .toolAssessment:
            let tool = chantier.tools.first { $0.id == "sustainability-assessment-tool" }
            return [
                "certification": .scope(scopes.certification("sustainability-assessment-tool")),
                "from-chantier": .text(tool?.presented[language]),
                "complement": .text(tool?.complement[language]),
            ]
        default:
            return [:]
        }
    }

    private func scope(of meeting: Meeting, in language: Language) -> TemplateScope {
        scope(
            "workstream", meeting.id, meeting.title[language], meeting.provenance, in: language,
            [
                "id": .text(meeting.id),
                "title": .text(meeting.title[language]),
                "date": .text(knowledge.vocabulary.longDate(meeting.date, in: language)),
                "out-of-sequence": .flag(meeting.dateFlag == .outOfSequence),
                "objectives": .lines(meeting.objectives.map { $0.text[language] }),
                "synthesis": .lines(meeting.synthesis.map { $0.text[language] }),
            ])
    }

    private func scope(
        _ kind: String, _ id: String, _ title: String, _ provenance: Provenance, in language: Language,
        _ fields: [String: TemplateValue]
    ) -> TemplateScope {
        let builder = EntryScopeBuilder(knowledge: knowledge, language: language) { scopes(in: language).phrase($0) }
        return TemplateScope(
            builder.provenance(provenance).merging(fields) { _, new in new },
            reference: builder.reference(kind, id, title, provenance))
    }
}
