import Content
import Text

extension KnowledgeLoader {
    func readQuestionnaire(_ node: ContentNode) -> Questionnaire? {
        guard
            let mapping = node.mapping(
                required: [
                    "id", "title", "about", "standing", "passing", "sections", "documents", "frameworks",
                    "crosswalk-sources", "scoring", "questions", "roles",
                ] + Self.provenanceKeys,
                optional: ["short-form", "tags"])
        else { return nil }
        let id = mapping["id"]?.identifier()
        let title = mapping.localized("title")
        let about = mapping.localized("about")
        let standing = mapping.localized("standing")
        let passing = mapping.localized("passing")
        let sections = readTitled(mapping["sections"]).map { Questionnaire.Section(id: $0.id, title: $0.title) }
        let documents = mapping.items("documents").compactMap(readDocument)
        let frameworks = readFrameworks(mapping["frameworks"])
        let crosswalkSources = mapping["crosswalk-sources"].map(readSources(list:)) ?? []
        let scoring = mapping["scoring"].flatMap(readScoringMethod)
        let questions = QuestionReader(
            loader: self, sections: sections.map(\.id), frameworks: frameworks)
        questions.read(mapping.items("questions"))
        let size = Questionnaire.keptSize(of: questions.questions)
        if size > Questionnaire.mostKept {
            mapping["questions"]?.report(
                "the ids of these questions and of their choices take up to \(size) bytes of a conversation's state, which has "
                    + "room for \(Questionnaire.mostKept)",
                remedy: "Shorten ids, or make two questionnaires of it.")
        }
        for section in sections where !questions.questions.contains(where: { $0.section == section.id }) {
            mapping["sections"]?.report(
                .warning, "the section « \(section.id) » has no question", remedy: "Take it out, or give it one.")
        }
        var placesOfTags: [String: ContentNode] = [:]
        let tags = mapping.items("tags").compactMap { readTag($0, questions, &placesOfTags) }
        let shortForm = mapping["short-form"].flatMap { readShortForm($0, questions) }
        let roles = mapping["roles"].map { readRoles($0, questions.questions, shortForm) } ?? [:]
        let provenance = readProvenance(mapping)
        guard let id, let title, let about, let standing, let passing, let scoring, let provenance else { return nil }
        return Questionnaire(
            id: id, title: title, about: about, standing: standing, passing: passing, shortForm: shortForm,
            sections: sections, documents: documents, frameworks: frameworks, crosswalkSources: crosswalkSources,
            tags: tags, scoring: scoring, questions: questions.questions, roles: roles,
            provenance: provenance)
    }

    /// Items of the form `{id, fr, en}`.
    private func readTitled(_ node: ContentNode?) -> [(id: String, title: LocalizedText)] {
        var places: [String: ContentNode] = [:]
        return (node?.items ?? []).compactMap { node in
            guard let mapping = node.mapping(required: ["id", "fr", "en"]) else { return nil }
            let id = mapping.identifier(uniqueIn: &places)
            let french = mapping.text("fr")
            let english = mapping.text("en")
            guard let id, let french, let english else { return nil }
            return (id, LocalizedText(fr: french, en: english))
        }
    }

    private func readDocument(_ node: ContentNode) -> Questionnaire.Document? {
        guard let mapping = node.mapping(required: ["id", "fr", "en"]) else { return nil }
        let id = identifiers.take(mapping, as: .document)
        let french = mapping.text("fr")
        let english = mapping.text("en")
        guard let id, let french, let english else { return nil }
        return Questionnaire.Document(id: id, title: LocalizedText(fr: french, en: english))
    }

    private func readFrameworks(_ node: ContentNode?) -> [Questionnaire.Framework] {
        var places: [String: ContentNode] = [:]
        return (node?.items ?? []).compactMap { node in
            guard
                let mapping = node.mapping(
                    required: ["id", "title"], optional: ["certification", "note", "topics"])
            else { return nil }
            let id = mapping.identifier(uniqueIn: &places)
            let title = mapping.localized("title")
            let certification = mapping["certification"].flatMap { node -> String? in
                guard let id = node.identifier() else { return nil }
                references.append(
                    PendingReference(reference: EntryReference(kind: .certification, id: id), node: node))
                return id
            }
            let note = mapping.localized("note")
            let topics = readTitled(mapping["topics"])
            guard let id, let title else { return nil }
            return Questionnaire.Framework(
                id: id, title: title, certification: certification, note: note,
                topics: topics.map { Questionnaire.Framework.Topic(id: $0.id, title: $0.title) })
        }
    }

    private func readTag(
        _ node: ContentNode, _ questions: QuestionReader, _ places: inout [String: ContentNode]
    ) -> Questionnaire.Tag? {
        guard let mapping = node.mapping(required: ["id", "title", "when"]) else { return nil }
        let id = mapping.identifier(uniqueIn: &places)
        let title = mapping.localized("title")
        let conditions = mapping.items("when").compactMap(questions.readCondition)
        guard let id, let title else { return nil }
        return Questionnaire.Tag(id: id, title: title, conditions: conditions)
    }

    private func readShortForm(_ node: ContentNode, _ questions: QuestionReader) -> Questionnaire.ShortForm? {
        guard let mapping = node.mapping(required: ["id", "title", "questions"]) else { return nil }
        let id = mapping["id"]?.identifier()
        let title = mapping.localized("title")
        let chosen = readIds(mapping["questions"], of: .question)
        let order = questions.questions.map(\.id)
        let places = chosen.compactMap(order.firstIndex(of:))
        if places != places.sorted() {
            mapping["questions"]?.report(
                "the questions are not in the order of the whole",
                remedy: "Put them in the order in which they are defined.")
        }
        for question in questions.questions where chosen.contains(question.id) {
            for condition in question.showIf where !chosen.contains(condition.question) {
                mapping["questions"]?.report(
                    "« \(question.id) » depends on « \(condition.question) », which is not in the short form",
                    remedy: "Add that question, or leave this one out.")
            }
        }
        guard let id, let title else { return nil }
        return Questionnaire.ShortForm(id: id, title: title, questions: chosen, among: questions.questions)
    }
}
