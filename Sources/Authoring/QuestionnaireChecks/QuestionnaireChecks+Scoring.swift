import Content
import Dialogue
import Knowledge
import Questionnaires
import Text

extension QuestionnaireChecks {
    /// Every part of the score can be computed, and every question of it can give all and nothing more than its weight.
    mutating func checkScoring() {
        for form in questionnaire.forms { checkParts(of: form) }
        for question in questionnaire.questions {
            if question.scoring.mode == .none { checkUnscored(question) } else { checkScored(question) }
        }
    }

    private mutating func checkParts(of form: String) {
        let questions = questionnaire.questions(ofForm: form)
        for part in Indicator.allCases {
            let scored = questions.filter { $0.scoring.indicator == part }
            let weight = scored.reduce(0) { $1.scoring.mode == .standard ? $0 + $1.scoring.weight : $0 }
            guard weight <= 0 else { continue }
            if let bonus = scored.first(where: { $0.scoring.mode == .bonus }) {
                report(
                    "the bonus of « \(bonus.id) » adds to « \(part.rawValue) », for which « \(form) » has nothing else",
                    remedy: "Add a standard question of that part, or take the bonus out.")
            } else if form == questionnaire.id || questionnaire.scoring.weights[part] ?? 0 > 0 {
                report(
                    "« \(form) » has no weight for « \(part.rawValue) »: that part of the score cannot be computed",
                    remedy: "Add a standard question of that part.",
                    severity: form == questionnaire.id ? .error : .warning)
            }
        }
    }

    private mutating func checkUnscored(_ question: Question) {
        let scoring = question.scoring
        if scoring.rule != nil || scoring.indicator != nil || scoring.fullAt != nil || scoring.weight != 0 {
            report(
                "the question « \(question.id) » does not count, but has a rule, a part or a weight",
                remedy: "Take them out, or let it count.", about: question)
        }
        if let choice = question.choices.first(where: { $0.points != nil }) {
            report(
                "the question « \(question.id) » does not count, but its choice « \(choice.id) » has points",
                remedy: "Take the points out, or let it count.", about: question)
        }
    }

    private mutating func checkScored(_ question: Question) {
        guard let rule = question.scoring.rule else { return }
        if rule != .count, question.scoring.fullAt != nil {
            report(
                "the question « \(question.id) » has full-at, which the rule \(rule.rawValue) does not use",
                remedy: "Take it out.", about: question)
        }
        switch rule {
        case .choice: checkPoints(question)
        case .count: checkCount(question)
        case .yesNo: break
        }
        checkNeutral(question, rule)
    }

    private mutating func checkPoints(_ question: Question) {
        let best = question.choices.filter { !$0.neutral }.compactMap(\.points).max() ?? 0
        if best < 100 {
            report(
                "no choice of the question « \(question.id) » gives a whole point: the best gives \(best) hundredths",
                remedy: "Give the best choice 100.", about: question)
        }
    }

    private mutating func checkCount(_ question: Question) {
        let counted = question.choices.filter { $0.counted && !$0.neutral }
        let together = counted.count { !$0.exclusive }
        let most = together > 0 ? together : min(1, counted.count)
        if let fullAt = question.scoring.fullAt, fullAt > most {
            report(
                "the question « \(question.id) » wants \(fullAt) choices for a whole point, but \(most) can be counted",
                remedy: "Lower full-at, or add choices.", about: question)
        }
        if let choice = question.choices.first(where: { $0.points != nil }) {
            report(
                "the question « \(question.id) » counts choices, but its choice « \(choice.id) » has points",
                remedy: "Take the points out.", about: question)
        }
    }

    private mutating func checkNeutral(_ question: Question, _ rule: QuestionScoring.Rule) {
        for choice in question.choices where choice.neutral {
            let name: TranslatableText = "the choice « \(choice.id) » of the question « \(question.id) »"
            if choice.points != nil {
                report("\(name) is neutral, but has points", remedy: "Take the points out.", about: question)
            }
            if rule == .count, !choice.exclusive || choice.counted {
                report(
                    "\(name) is neutral, but can be chosen beside others or is counted",
                    remedy: "Make it exclusive, with counted: false.", about: question)
            }
            if question.scoring.mode == .bonus {
                report(
                    "\(name) is neutral, but a bonus takes nothing away that a neutral choice could spare",
                    remedy: "Take neutral out.", about: question, severity: .warning)
            }
        }
    }
}
