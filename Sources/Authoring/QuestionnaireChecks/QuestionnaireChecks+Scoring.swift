import Content
import Dialogue
import Knowledge
import Questionnaires

extension QuestionnaireChecks {
    /// Every part of the score can be computed, and every question of it can give all and nothing more than its weight.
    mutating func checkScoring() {
        let weights = questionnaire.scoring.weights
        let sum = weights.values.reduce(0, +)
        if sum != 100 || weights.values.contains(where: { $0 < 0 }) {
            report(
                "the weights of the parts of the score add up to \(sum), or one of them is negative",
                remedy: "Make them add up to 100, none below 0.")
        }
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
                remedy: "Take them out, or let it count.")
        }
        if let choice = question.choices.first(where: { $0.points != nil }) {
            report(
                "the question « \(question.id) » does not count, but its choice « \(choice.id) » has points",
                remedy: "Take the points out, or let it count.")
        }
    }

    private mutating func checkScored(_ question: Question) {
        let scoring = question.scoring
        let holder = "the question « \(question.id) »"
        guard let rule = scoring.rule, scoring.indicator != nil, scoring.weight > 0 else {
            return report(
                "\(holder) counts, but lacks a rule, a part or a weight above 0",
                remedy: "Give it all three, or let it not count.")
        }
        let type: QuestionType =
            switch rule {
            case .choice: .singleChoice
            case .count: .multiChoice
            case .yesNo: .yesNo
            }
        guard question.type == type else {
            return report(
                "\(holder) is of type \(question.type.rawValue), which the rule \(rule.rawValue) does not suit",
                remedy: "The rule suits \(type.rawValue) only.")
        }
        if rule != .count, scoring.fullAt != nil {
            report("\(holder) has full-at, which the rule \(rule.rawValue) does not use", remedy: "Take it out.")
        }
        switch rule {
        case .choice: checkPoints(question)
        case .count: checkCount(question)
        case .yesNo: break
        }
        checkNeutral(question, rule)
    }

    private mutating func checkPoints(_ question: Question) {
        for choice in question.choices where !choice.neutral && !(0...100).contains(choice.points ?? -1) {
            report(
                "the choice « \(choice.id) » of the question « \(question.id) » has "
                    + (choice.points.map { "\($0) points" } ?? "no points"),
                remedy: "Give it 0 to 100 hundredths of a point, or make it neutral.")
        }
        let best = question.choices.filter { !$0.neutral }.compactMap(\.points).max() ?? 0
        if best < 100 {
            report(
                "no choice of the question « \(question.id) » gives a whole point: the best gives \(best) hundredths",
                remedy: "Give the best choice 100.")
        }
    }

    private mutating func checkCount(_ question: Question) {
        let counted = question.choices.filter { $0.counted && !$0.neutral }
        let together = counted.count { !$0.exclusive }
        let most = together > 0 ? together : min(1, counted.count)
        guard let fullAt = question.scoring.fullAt, fullAt > 0 else {
            return report(
                "the question « \(question.id) » counts choices, but does not say how many make a whole point",
                remedy: "Give it full-at, 1 or more.")
        }
        if fullAt > most {
            report(
                "the question « \(question.id) » wants \(fullAt) choices for a whole point, but \(most) can be counted",
                remedy: "Lower full-at, or add choices.")
        }
        if let choice = question.choices.first(where: { $0.points != nil }) {
            report(
                "the question « \(question.id) » counts choices, but its choice « \(choice.id) » has points",
                remedy: "Take the points out.")
        }
    }

    private mutating func checkNeutral(_ question: Question, _ rule: QuestionScoring.Rule) {
        for choice in question.choices where choice.neutral {
            let name = "the choice « \(choice.id) » of the question « \(question.id) »"
            if choice.points != nil {
                report("\(name) is neutral, but has points", remedy: "Take the points out.")
            }
            if rule == .count, !choice.exclusive || choice.counted {
                report(
                    "\(name) is neutral, but can be chosen beside others or is counted",
                    remedy: "Make it exclusive, with counted: false.")
            }
            if question.scoring.mode == .bonus {
                report(
                    "\(name) is neutral, but a bonus takes nothing away that a neutral choice could spare",
                    remedy: "Take neutral out.", severity: .warning)
            }
        }
    }
}
