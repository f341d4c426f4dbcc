import Dialogue
import Knowledge

extension QuestionnaireChecks {
    /// Each condition is on a question that exists, that comes earlier and that has such answers.
    mutating func checkConditions() {
        let places = places(questionnaire.questions)
        for (place, question) in questionnaire.questions.enumerated() {
            for condition in question.showIf {
                check(condition, of: "the question « \(question.id) »")
                guard let other = places[condition.question], other >= place else { continue }
                report(
                    other == place
                        ? "the question « \(question.id) » is shown by its own answer"
                        : "the question « \(question.id) » is shown by « \(condition.question) », which comes later",
                    remedy: "Ask « \(condition.question) » before, or take the condition out.")
            }
        }
        for tag in questionnaire.tags {
            for condition in tag.conditions { check(condition, of: "the tag « \(tag.id) »") }
        }
        if let cycle = cycle() {
            report(
                "the questions \(cycle.map { "« \($0) »" }.joined(separator: ", ")) show each other in a circle",
                remedy: "Take one of the conditions out.")
        }
    }

    private mutating func check(_ condition: Condition, of holder: String) {
        guard let question = questionnaire.question(condition.question) else {
            return report(
                "\(holder) has a condition on « \(condition.question) », which is no question",
                remedy: "Name a question of the questionnaire.")
        }
        guard condition.suits(question) else {
            return report(
                "\(holder) has the condition « \(condition.words) », which does not suit a question of type "
                    + question.type.rawValue,
                remedy: "Compare numbers with gt, gte, eq or neq, yes or no with eq or neq, a choice with eq, neq, in "
                    + "or not-in, and choices with includes-any or excludes-all.")
        }
        guard case .choices(let ids) = condition.value else { return }
        if ids.isEmpty {
            report(
                "\(holder) has the condition « \(condition.words) », which names no choice",
                remedy: "Name the choices, or take the condition out.")
        }
        for id in ids where question.choice(id) == nil {
            report(
                "\(holder) has a condition on the choice « \(id) », which « \(question.id) » does not have",
                remedy: "Name one of \(question.choices.map(\.id).joined(separator: ", ")).")
        }
    }

    /// Questions each of which is shown by the next, and the last by the first.
    private func cycle() -> [String]? {
        var done: Set<String> = []
        func search(_ id: String, _ path: [String]) -> [String]? {
            if let start = path.firstIndex(of: id) { return Array(path[start...]) }
            guard let question = questionnaire.question(id), !done.contains(id) else { return nil }
            for condition in question.showIf {
                if let cycle = search(condition.question, path + [id]) { return cycle }
            }
            done.insert(id)
            return nil
        }
        return questionnaire.questions.lazy.compactMap { search($0.id, []) }.first
    }

    /// The place of each question in a form, by id.
    func places(_ questions: [Question]) -> [String: Int] {
        Dictionary(questions.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Condition {
    /// Whether answers to the question can be compared in this way.
    fileprivate func suits(_ question: Question) -> Bool {
        let isNumber = question.type == .number || question.type == .percentage
        let isChoice = question.type == .singleChoice
        let isChoices = question.type == .multiChoice
        return switch (comparison, value) {
        case (.greater, .number), (.greaterOrEqual, .number): isNumber
        case (.equal, .number), (.notEqual, .number): isNumber
        case (.equal, .flag), (.notEqual, .flag): question.type == .yesNo
        case (.equal, .choices(let ids)), (.notEqual, .choices(let ids)): ids.count == 1 && (isChoice || isChoices)
        case (.isIn, .choices), (.isNotIn, .choices): isChoice
        case (.includesAny, .choices), (.excludesAll, .choices): isChoices
        default: false
        }
    }
}
