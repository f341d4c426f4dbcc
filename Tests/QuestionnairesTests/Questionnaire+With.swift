import Questionnaires
import Text

@testable import Knowledge

extension Questionnaire {
    func changing(_ id: String, _ change: (Question) -> Question) -> Questionnaire {
        with(questions: questions.map { $0.id == id ? change($0) : $0 })
    }

    /// This one with other questions, other questions of its short form, or other weights for some parts of the score.
    func with(
        questions: [Question]? = nil, shortForm chosen: [String]? = nil, weights: [Indicator: Int]? = nil
    ) -> Questionnaire {
        Questionnaire(
            id: id, title: title, about: about, standing: standing, passing: passing,
            shortForm: shortForm.map {
                ShortForm(
                    id: $0.id, title: $0.title, questions: chosen ?? $0.questions, among: questions ?? self.questions)
            },
            sections: sections, documents: documents, frameworks: frameworks, crosswalkSources: crosswalkSources,
            tags: tags, scoring: weights.map(scoring.with) ?? scoring, questions: questions ?? self.questions,
            roles: roles, provenance: provenance)
    }
}

extension ScoringMethod {
    func with(weights: [Indicator: Int]) -> ScoringMethod {
        ScoringMethod(
            titles: titles, weights: weights, minimumCompleteness: minimumCompleteness, levels: levels,
            levelOfAssurance: levelOfAssurance, answerPoints: answerPoints, subScore: subScore, bonus: bonus,
            neutral: neutral, overall: overall, innovationDisplay: innovationDisplay, rounding: rounding,
            completeness: completeness, assurance: assurance, backedShare: backedShare, alwaysSay: alwaysSay)
    }
}

extension Question {
    func with(
        id: String? = nil, section: String? = nil, label: LocalizedText? = nil, why: LocalizedText? = nil,
        type: QuestionType? = nil, choices: [Choice]? = nil, validation: Validation? = nil,
        certifications: [String]? = nil, documents: [String]? = nil, showIf: [Condition]? = nil,
        scoring: QuestionScoring? = nil, crosswalk: [Crosswalk]? = nil
    ) -> Question {
        Question(
            .init(
                id: id ?? self.id, number: self.number, section: section ?? self.section, label: label ?? self.label,
                text: self.text, why: why ?? self.why, type: type ?? self.type, unit: self.unit,
                choices: choices ?? self.choices, validation: validation ?? self.validation,
                certifications: certifications ?? self.certifications, documents: documents ?? self.documents,
                showIf: showIf ?? self.showIf, scoring: scoring ?? self.scoring, realism: self.realism,
                crosswalk: crosswalk ?? self.crosswalk))
    }
}

extension Choice {
    func with(id: String? = nil, text: LocalizedText? = nil, points: Int? = nil) -> Choice {
        Choice(
            id: id ?? self.id, text: text ?? self.text, points: points ?? self.points, exclusive: exclusive,
            counted: counted, neutral: neutral, certifications: certifications)
    }
}

extension Validation {
    static func of(
        required: Bool = false, min: Int? = nil, max: Int? = nil, minChoices: Int? = nil, mustBe: Bool? = nil
    ) -> Validation {
        Validation(
            required: required, sensitive: false, minLength: nil, maxLength: nil, digits: [], min: min, max: max,
            minChoices: minChoices, decimals: false, maxItems: nil, maxTitleLength: nil, earliest: nil,
            defaultChoice: nil,
            mustBe: mustBe, hint: nil)
    }
}

extension QuestionScoring {
    static func of(
        _ mode: Mode, _ rule: Rule?, _ indicator: Indicator?, weight: Int, fullAt: Int?
    ) -> QuestionScoring {
        QuestionScoring(mode: mode, rule: rule, fullAt: fullAt, indicator: indicator, weight: weight, feeds: nil)
    }
}
