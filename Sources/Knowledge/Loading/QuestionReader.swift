import Content
import Text

/// Reads the questions of one questionnaire, which may only depend on those before them.
final class QuestionReader {
    let loader: KnowledgeLoader
    let sections: [String]
    let frameworks: [Questionnaire.Framework]
    private(set) var questions: [Question] = []
    private var number = 0
    /// The place of the section that the questions have come to.
    private var newestSection = 0

    init(loader: KnowledgeLoader, sections: [String], frameworks: [Questionnaire.Framework]) {
        self.loader = loader
        self.sections = sections
        self.frameworks = frameworks
    }

    func read(_ nodes: [ContentNode]) {
        for node in nodes {
            number += 1
            if let question = readQuestion(node) { questions.append(question) }
        }
    }

    private func readQuestion(_ node: ContentNode) -> Question? {
        guard
            let mapping = node.mapping(
                required: ["id", "section", "label", "text", "why", "type", "realism"],
                optional: ["unit", "choices", "validation", "evidence", "show-if", "scoring", "feeds", "crosswalk"])
        else { return nil }
        let id = loader.identifiers.take(mapping, as: .question)
        let section = readSection(mapping["section"])
        let label = mapping.localized("label")
        let text = mapping.localized("text")
        let why = mapping.localized("why")
        let type = mapping.value("type", QuestionType.self)
        let unit = mapping.localized("unit")
        let choices = readChoices(mapping["choices"])
        let validation = readValidation(mapping["validation"], choices: choices)
        let evidence = mapping["evidence"]?.mapping(required: [], optional: ["certifications", "documents"])
        let certifications = loader.readIds(evidence?["certifications"], of: .certification)
        let documents = loader.readIds(evidence?["documents"], of: .document)
        let showIf = mapping.items("show-if").compactMap(readCondition)
        let scoring = readScoring(mapping)
        let realism = mapping["realism"].flatMap(loader.readRealism)
        let crosswalk = readCrosswalk(mapping["crosswalk"])
        if let type { check(type, choices, scoring, mapping) }
        if validation?.mustBe != nil, let node = mapping["validation"], type != .yesNo || validation?.required != true {
            node.report(
                "must-be is for required questions of yes or no: nobody could give that answer",
                remedy: "Make the question required and of type yes-no, or take must-be out.")
        }
        guard let id, let section, let label, let text, let why, let type, let validation, let scoring, let realism
        else { return nil }
        return Question(
            .init(
                id: id, number: number, section: section, label: label, text: text, why: why, type: type, unit: unit,
                choices: choices, validation: validation, certifications: certifications, documents: documents,
                showIf: showIf, scoring: scoring, realism: realism, crosswalk: crosswalk))
    }

    private func readSection(_ node: ContentNode?) -> String? {
        guard let node, let id = node.text() else { return nil }
        guard sections.contains(id) else {
            node.reportUnknown("section", id, among: sections)
            return nil
        }
        // People see sections one after the other: one that comes back would read as a mistake.
        let place = sections.firstIndex(of: id) ?? 0
        if place < newestSection {
            node.report(
                "the section « \(id) » has ended before", remedy: "Put the questions in the order of the sections.")
        }
        newestSection = max(newestSection, place)
        return id
    }

    private func readChoices(_ node: ContentNode?) -> [Choice] {
        var places: [String: ContentNode] = [:]
        return (node?.items ?? []).compactMap { node in
            guard
                let mapping = node.mapping(
                    required: ["id", "fr", "en"],
                    optional: ["points", "exclusive", "counted", "neutral", "certifications"])
            else { return nil }
            let id = mapping.identifier(uniqueIn: &places)
            let french = mapping.text("fr")
            let english = mapping.text("en")
            let points = mapping["points"]?.integer(in: 0...100)
            let certifications = loader.readIds(mapping["certifications"], of: .certification)
            let exclusive = mapping.flag("exclusive")
            let counted = mapping.flag("counted", default: true)
            let neutral = mapping.flag("neutral")
            guard let id, let french, let english else { return nil }
            return Choice(
                id: id, text: LocalizedText(fr: french, en: english), points: points, exclusive: exclusive,
                counted: counted, neutral: neutral, certifications: certifications)
        }
    }

    private func readScoring(_ mapping: ContentMapping) -> QuestionScoring? {
        let feeds = mapping.localized("feeds")
        guard let node = mapping["scoring"] else {
            return QuestionScoring(mode: .none, rule: nil, fullAt: nil, indicator: nil, weight: 0, feeds: feeds)
        }
        guard let scoring = node.mapping(required: ["mode", "rule", "indicator", "weight"], optional: ["full-at"])
        else { return nil }
        let mode = scoring.value("mode", QuestionScoring.Mode.self)
        let rule = scoring.value("rule", QuestionScoring.Rule.self)
        let indicator = scoring.value("indicator", Indicator.self)
        let weight = scoring["weight"]?.integer(in: 1...100)
        let fullAt = scoring["full-at"]?.integer(in: 1...100)
        if rule == .count, !scoring.has("full-at") {
            node.report("the rule count needs « full-at »", remedy: "Say how many choices make a whole point.")
        }
        guard let mode, let rule, let indicator, let weight else { return nil }
        return QuestionScoring(
            mode: mode, rule: rule, fullAt: fullAt, indicator: indicator, weight: weight, feeds: feeds)
    }

    private func readCrosswalk(_ node: ContentNode?) -> [Crosswalk] {
        guard let node else { return [] }
        return node.entries.compactMap { key, keyNode, value in
            guard let framework = frameworks.first(where: { $0.id == key }) else {
                keyNode.reportUnknown("framework", key, among: frameworks.map(\.id))
                return nil
            }
            let topics = value.items.compactMap { item -> String? in
                guard let topic = item.text() else { return nil }
                guard framework.topics.isEmpty || framework.topics.contains(where: { $0.id == topic }) else {
                    item.reportUnknown("topic of \(key)", topic, among: framework.topics.map(\.id))
                    return nil
                }
                return topic
            }
            return Crosswalk(framework: key, topics: topics)
        }
    }

    /// Reports a scoring or choices that do not suit the type of the question.
    private func check(
        _ type: QuestionType, _ choices: [Choice], _ scoring: QuestionScoring?, _ mapping: ContentMapping
    ) {
        let takesChoices = type == .singleChoice || type == .multiChoice
        if takesChoices, choices.count < 2 {
            mapping.node.report("a question of type \(type.rawValue) needs choices", remedy: "Write two or more.")
        }
        if !takesChoices, let node = mapping["choices"] {
            node.report("a question of type \(type.rawValue) has no choices", remedy: "Remove them.")
        }
        guard let rule = scoring?.rule, let node = mapping["scoring"] else { return }
        let suited: [QuestionScoring.Rule: QuestionType] = [
            .choice: .singleChoice, .count: .multiChoice, .yesNo: .yesNo,
        ]
        if let wanted = suited[rule], wanted != type {
            node.report(
                "the rule \(rule.rawValue) does not suit the type \(type.rawValue)",
                remedy: "It suits \(wanted.rawValue) only.")
        } else if rule == .choice, let choice = choices.first(where: { $0.points == nil && !$0.neutral }) {
            node.report("the choice « \(choice.id) » has no points", remedy: "Give it points, or make it neutral.")
        }
    }
}
