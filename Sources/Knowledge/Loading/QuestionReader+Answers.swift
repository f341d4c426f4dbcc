import Content
import Text

extension QuestionReader {
    /// What an answer must be like; without the key, anything goes.
    func readValidation(_ node: ContentNode?, choices: [Choice]) -> Validation? {
        guard let node else {
            return Validation(
                required: false, sensitive: false, minLength: nil, maxLength: nil, digits: [], min: nil, max: nil,
                minChoices: nil, decimals: false, maxItems: nil, maxTitleLength: nil, earliest: nil, defaultChoice: nil,
                mustBe: nil,
                hint: nil)
        }
        guard
            let mapping = node.mapping(
                required: [],
                optional: [
                    "required", "sensitive", "min-length", "max-length", "digits", "min", "max", "decimals",
                    "min-choices",
                    "max-items", "max-title-length", "earliest", "default", "must-be", "hint",
                ])
        else { return nil }
        let validation = Validation(
            required: mapping.flag("required"), sensitive: mapping.flag("sensitive"),
            minLength: mapping["min-length"]?.integer(in: 1...10_000),
            maxLength: mapping["max-length"]?.integer(in: 1...10_000),
            digits: mapping.items("digits").compactMap { $0.integer(in: 1...50) },
            min: mapping["min"]?.integer(in: Validation.numbers), max: mapping["max"]?.integer(in: Validation.numbers),
            minChoices: mapping["min-choices"]?.integer(in: 1...100), decimals: mapping.flag("decimals"),
            maxItems: mapping["max-items"]?.integer(in: 1...100),
            maxTitleLength: mapping["max-title-length"]?.integer(in: 1...10_000),
            earliest: mapping["earliest"]?.date(), defaultChoice: mapping.text("default"),
            mustBe: mapping["must-be"]?.flag(), hint: mapping.localized("hint"))
        if let least = validation.min, let most = validation.max, least > most {
            node.report("min is greater than max", remedy: "Exchange them.")
        }
        if let least = validation.minLength, let most = validation.maxLength, least > most {
            node.report("min-length is greater than max-length", remedy: "Exchange them.")
        }
        if let choice = validation.defaultChoice, !choices.contains(where: { $0.id == choice }) {
            mapping["default"]?.reportUnknown("choice", choice, among: choices.map(\.id))
        }
        return validation
    }

    /// A condition on a question already read.
    func readCondition(_ node: ContentNode) -> Condition? {
        guard let mapping = node.mapping(required: ["question", "is", "value"]) else { return nil }
        let comparison = mapping.value("is", ConditionOperator.self, called: "comparison")
        guard let questionNode = mapping["question"], let id = questionNode.text(), let valueNode = mapping["value"]
        else { return nil }
        guard let question = questions.first(where: { $0.id == id }) else {
            questionNode.reportUnknown("earlier question", id, among: questions.map(\.id))
            return nil
        }
        guard let comparison, let value = readValue(valueNode, comparison, of: question) else { return nil }
        return Condition(question: id, comparison: comparison, value: value)
    }

    private func readValue(
        _ node: ContentNode, _ comparison: ConditionOperator, of question: Question
    ) -> Condition.Value? {
        guard comparison.suits(question.type) else {
            node.report(
                "« \(question.id) » is of type \(question.type.rawValue), which « \(comparison.rawValue) » does not compare",
                remedy:
                    "Compare numbers with gt, gte, eq or neq, yes or no with eq or neq, a choice with eq, neq, in or "
                    + "not-in, and choices with includes-any or excludes-all.")
            return nil
        }
        switch question.type {
        case .number, .percentage: return node.integer(in: Validation.numbers).map(Condition.Value.number)
        case .yesNo: return node.flag().map(Condition.Value.flag)
        default: break
        }
        guard comparison.namesSeveral else { return readChoice(node, of: question).map { .choices([$0]) } }
        let nodes = node.items
        if node.isSequence, nodes.isEmpty {
            node.report("the condition names no choice", remedy: "Name the choices, or take the condition out.")
        }
        return .choices(nodes.compactMap { readChoice($0, of: question) })
    }

    private func readChoice(_ node: ContentNode, of question: Question) -> String? {
        guard let id = node.text() else { return nil }
        guard question.choice(id) != nil else {
            node.reportUnknown("choice of \(question.id)", id, among: question.choices.map(\.id))
            return nil
        }
        return id
    }
}

extension ConditionOperator {
    /// Whether answers to questions of a type can be compared so.
    fileprivate func suits(_ type: QuestionType) -> Bool {
        switch self {
        case .greater, .greaterOrEqual: type == .number || type == .percentage
        case .equal, .notEqual: ![.text, .date, .evidence].contains(type)
        case .isIn, .isNotIn: type == .singleChoice
        case .includesAny, .excludesAll: type == .multiChoice
        }
    }

    /// Whether it compares with a list of choices rather than with one.
    fileprivate var namesSeveral: Bool { ![.equal, .notEqual].contains(self) }
}
