import Knowledge
import Text
import Understanding

extension AnswerComposer {
    /// The common questionnaire and its indicator.
    func questionnaires(_ request: AnswerRequest) -> [String: TemplateValue] {
        let language = request.language
        let asked = request.value(of: .questionnaire).flatMap { knowledge.questionnaire($0) }
        guard let questionnaire = asked ?? knowledge.questionnaires.first else { return [:] }
        switch request.intent {
        case .questionnaireCrosswalk:
            return crosswalk(of: questionnaire, for: request)
        case .indicatorExplain:
            let total = max(1, questionnaire.scoring.weights.values.reduce(0, +))
            return [
                "questionnaire": .scope(scope(of: questionnaire, in: language)),
                "parts": .list(
                    Indicator.allCases.compactMap { part -> TemplateScope? in
                        guard let weight = questionnaire.scoring.weights[part], weight > 0,
                            let title = questionnaire.scoring.titles[part]
                        else { return nil }
                        return TemplateScope([
                            "title": .text(title[language]), "percent": .text(String(weight * 100 / total)),
                        ])
                    }),
                "minimum-percent": .text(String(questionnaire.scoring.minimumCompleteness)),
                "always-say": .text(questionnaire.scoring.alwaysSay[language]),
            ]
        case .indicatorImprove:
            return ["levers": .list(levers(of: questionnaire, in: language))]
        default:
            return ["questionnaire": .scope(scope(of: questionnaire, in: language))]
        }
    }

    private func scope(of questionnaire: Questionnaire, in language: Language) -> TemplateScope {
        let builder = EntryScopeBuilder(knowledge: knowledge, language: language) { scopes(in: language).phrase($0) }
        let sections = questionnaire.sections.map { section in
            TemplateScope([
                "title": .text(section.title[language]),
                "count": .text(String(questionnaire.questions.count { $0.section == section.id })),
            ])
        }
        return TemplateScope(
            builder.provenance(questionnaire.provenance).merging([
                "id": .text(questionnaire.id),
                "title": .text(questionnaire.title[language]),
                "question-count": .text(String(questionnaire.questions.count)),
                "section-count": .text(String(questionnaire.sections.count)),
                "required-count": .text(String(questionnaire.questions.count { $0.validation.required })),
                "short-count": .text((questionnaire.shortForm?.questions.count).map(String.init)),
                "standing": .text(questionnaire.standing[language]),
                "sections": .list(sections),
            ]) { _, new in new },
            reference: builder.reference(
                "questionnaire", questionnaire.id, questionnaire.title[language], questionnaire.provenance))
    }

    private func crosswalk(of questionnaire: Questionnaire, for request: AnswerRequest) -> [String: TemplateValue] {
        let named = request.values(of: .certification)
        let framework = questionnaire.frameworks.first { framework in
            named.contains { $0 == framework.id || $0 == framework.certification }
                || request.refinements.contains(framework.id)
        }
        guard let framework else {
            let frameworks = questionnaire.frameworks.map { framework in
                TemplateScope([
                    "title": .text(framework.title[request.language]),
                    "count": .text(String(matches(questionnaire, framework).count)),
                ])
            }
            return ["frameworks": .list(frameworks), "count": .text(String(frameworks.count))]
        }
        let matched = matches(questionnaire, framework)
        return [
            "framework": .scope(
                TemplateScope(
                    ["id": .text(framework.id), "title": .text(framework.title[request.language])],
                    reference: framework.certification.flatMap {
                        scopes(in: request.language).certification($0)?.reference
                    })),
            "questionnaire": .scope(scope(of: questionnaire, in: request.language)),
            "matches": .list(
                matched.map { question, topics in
                    let titles = topics.map { topic in
                        framework.topics.first { $0.id == topic }?.title[request.language] ?? topic
                    }
                    return TemplateScope([
                        "label": .text(question.label[request.language]), "reference": .joined(titles),
                    ])
                }),
            "count": .text(String(matched.count)),
        ]
    }

    private func matches(
        _ questionnaire: Questionnaire, _ framework: Questionnaire.Framework
    ) -> [(question: Question, topics: [String])] {
        questionnaire.questions.compactMap { question in
            question.crosswalk.first { $0.framework == framework.id }.map { (question, $0.topics) }
        }
    }

    /// The questions that weigh most in the indicator, with what proves a good answer.
    private func levers(of questionnaire: Questionnaire, in language: Language) -> [TemplateScope] {
        questionnaire.questions
            .filter {
                $0.scoring.mode == .standard
                    && (questionnaire.scoring.weights[$0.scoring.indicator ?? .innovation] ?? 0) > 0
            }
            .stablySorted { -$0.scoring.weight }
            .prefix(10)
            .map { question in
                let part = question.scoring.indicator.flatMap { questionnaire.scoring.titles[$0] }
                let evidence = question.documents.compactMap { questionnaire.document($0)?.title[language] }
                return TemplateScope([
                    "label": .text(question.label[language]),
                    "part": .text(part?[language]),
                    "evidence": .text(evidence.first),
                ])
            }
    }
}
