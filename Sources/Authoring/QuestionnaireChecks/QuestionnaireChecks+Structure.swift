import Content
import Dialogue
import Knowledge
import Questionnaires

extension QuestionnaireChecks {
    /// What the parts of the questionnaire name exists, and no two parts have one name.
    mutating func checkStructure() {
        reportTwice(questionnaire.sections.map(\.id), "sections")
        reportTwice(questionnaire.documents.map(\.id), "documents")
        reportTwice(questionnaire.frameworks.map(\.id), "frameworks")
        reportTwice(questionnaire.tags.map(\.id), "tags")
        reportTwice(questionnaire.questions.map(\.id), "questions")
        for framework in questionnaire.frameworks {
            reportTwice(framework.topics.map(\.id), "topics of the framework « \(framework.id) »")
            reportMissing(framework.certification.map { [$0] } ?? [], of: "the framework « \(framework.id) »")
        }
        for question in questionnaire.questions { checkStructure(of: question) }
        checkOrderOfSections()
        checkShortForm()
    }

    private mutating func checkStructure(of question: Question) {
        let holder = "the question « \(question.id) »"
        reportTwice(question.choices.map(\.id), "choices of \(holder)")
        reportMissing(question.certifications + question.choices.flatMap(\.certifications), of: holder)
        for document in question.documents where questionnaire.document(document) == nil {
            report(
                "\(holder) names the document « \(document) », which the questionnaire does not have",
                remedy: "Add it under documents, or take it out.")
        }
        for crosswalk in question.crosswalk {
            guard let framework = questionnaire.framework(crosswalk.framework) else {
                report(
                    "\(holder) names the framework « \(crosswalk.framework) », which the questionnaire does not have",
                    remedy: "Add it under frameworks, or take it out.")
                continue
            }
            let known = Set(framework.topics.map(\.id))
            for topic in crosswalk.topics where !known.isEmpty && !known.contains(topic) {
                report(
                    "\(holder) names the topic « \(topic) », which the framework « \(framework.id) » does not have",
                    remedy: "Name one of \(framework.topics.map(\.id).joined(separator: ", ")).")
            }
        }
        if let choice = question.validation.defaultChoice, question.choice(choice) == nil {
            report("\(holder) has no choice « \(choice) » to hold by default", remedy: "Name one of its choices.")
        }
        if question.validation.mustBe != nil, question.type != .yesNo || !question.validation.required {
            report(
                "\(holder) has must-be, but is no required question of yes or no: nobody can give that answer",
                remedy: "Make it required and of type yes-no, or take must-be out.")
        }
    }

    /// People see sections one after the other: one that comes back would read as a mistake.
    private mutating func checkOrderOfSections() {
        var last = 0
        for question in questionnaire.questions {
            guard let place = questionnaire.sections.firstIndex(where: { $0.id == question.section }) else {
                report(
                    "the question « \(question.id) » is in the section « \(question.section) », which is none",
                    remedy: "Name one of \(questionnaire.sections.map(\.id).joined(separator: ", ")).")
                continue
            }
            if place < last {
                report(
                    "the question « \(question.id) » comes after the section « \(question.section) » has ended",
                    remedy: "Put the questions in the order of the sections.")
            }
            last = max(last, place)
        }
        for section in questionnaire.sections
        where !questionnaire.questions.contains(where: { $0.section == section.id }) {
            report("the section « \(section.id) » has no question", remedy: "Take it out.", severity: .warning)
        }
    }

    private mutating func checkShortForm() {
        guard let form = questionnaire.shortForm else { return }
        let places = places(questionnaire.questions)
        reportTwice(form.questions, "questions of « \(form.id) »")
        for id in form.questions where places[id] == nil {
            report(
                "« \(form.id) » names « \(id) », which is no question", remedy: "Name a question of the questionnaire.")
        }
        let order = form.questions.compactMap { places[$0] }
        if order != order.sorted() {
            report(
                "the questions of « \(form.id) » are not in the order of the questionnaire",
                remedy: "Put them in that order.")
        }
        for question in questionnaire.questions(ofForm: form.id) {
            for condition in question.showIf
            where places[condition.question] != nil && !form.questions.contains(condition.question) {
                report(
                    "« \(form.id) » asks « \(question.id) », but not « \(condition.question) », which shows it",
                    remedy: "Add that question to the short form, or leave this one out.")
            }
        }
    }

    private mutating func reportTwice(_ ids: [String], _ what: String) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            report("two of the \(what) are called « \(id) »", remedy: "Give each its own id.")
        }
    }

    private mutating func reportMissing(_ certifications: [String], of holder: String) {
        var seen: Set<String> = []
        for id in certifications where knowledge.certification(id) == nil && seen.insert(id).inserted {
            report(
                "\(holder) names the scheme « \(id) », which the knowledge base does not have",
                remedy: "Add it to knowledge/certifications, or take it out.")
        }
    }
}
