import Foundation
import Questionnaires
import Reports
import Testing
import Text

@testable import Knowledge

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The drawing of a questionnaire shows each question and condition, whatever its labels are.
@Suite struct QuestionnaireGraphTests {
    private let knowledge: KnowledgeBase
    private let questionnaire: Questionnaire

    init() throws {
        knowledge = try TestKnowledge.base
        questionnaire = try #require(knowledge.questionnaire("supplier-common"))
    }

    private func drawn(of questionnaire: Questionnaire, _ form: String, _ language: Language) -> String {
        QuestionnaireGraph(of: questionnaire, form: form, language: language, vocabulary: knowledge.vocabulary).svg
    }

    @Test(arguments: ["supplier-common", "supplier-short"], Language.allCases)
    func theDrawingShowsEveryQuestionAndCondition(form: String, language: Language) throws {
        let svg = drawn(of: questionnaire, form, language)
        let drawing = try #require(DrawingReader(svg))
        let questions = questionnaire.questions(ofForm: form)
        #expect(drawing.texts(of: "count") == questions.indices.map { String($0 + 1) })
        let labels = drawing.texts(of: "label").joined(separator: " ")
        for question in questions { #expect(labels.contains(question.label[language])) }
        let conditions = questions.flatMap(\.showIf).count
        #expect(drawing.counts["condition"] == conditions)
        #expect(drawing.counts["arrow"] == conditions + 1, "one more stands in the legend")
        #expect(drawing.counts["required"] == questions.count { $0.validation.required } + 1)
        #expect(
            drawing.elements.isSubset(of: ["svg", "title", "desc", "style", "rect", "path", "circle", "text", "g"]))
        #expect(svg.components(separatedBy: "://").count == 2, "the name of the format, and no address")
        #expect(svg.contains("prefers-color-scheme: dark"))
        #expect(svg == drawn(of: questionnaire, form, language))
    }

    @Test func hardLabelsAreWrappedAndEscaped() throws {
        let label = "<b>&\"R'D\"</b> " + String(repeating: "Anticonstitutionnellement", count: 5) + " et autre chose"
        let hard = questionnaire.changing("q-env-policy") { $0.with(label: LocalizedText(fr: label, en: label)) }
        let drawing = try #require(
            DrawingReader(drawn(of: hard, hard.id, .fr)))
        let lines = drawing.texts(of: "label")
        #expect(lines.joined().contains("<b>&\"R'D\"</b>"))
        #expect(lines.allSatisfy { $0.count <= 60 } && lines.count > questionnaire.questions.count + 2)
    }
}

/// The elements and texts of a drawing, where it is well-formed XML.
private final class DrawingReader: NSObject, XMLParserDelegate {
    private(set) var elements: Set<String> = []
    /// How many elements have each class.
    private(set) var counts: [String: Int] = [:]
    private var found: [(style: String, text: String)] = []
    private var style: String?

    init?(_ source: String) {
        super.init()
        let parser = XMLParser(data: Data(source.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func texts(of style: String) -> [String] { found.filter { $0.style == style }.map(\.text) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        elements.insert(name)
        for part in (attributes["class"] ?? "").split(separator: " ") { counts[String(part), default: 0] += 1 }
        style = name == "text" ? attributes["class"] : nil
        if let style { found.append((style, "")) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if style != nil { found[found.count - 1].text += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        style = nil
    }
}
