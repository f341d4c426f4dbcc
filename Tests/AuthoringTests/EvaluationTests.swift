import Authoring
import Content
import Dialogue
import Foundation
import Knowledge
import Reports
import TestTexts
import Testing
import Text
import Understanding

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Evaluations of small sets on the real content. The questions are so plain that what they are understood to be is
/// certain; what a set claims they should be is often wrong on purpose.
@Suite struct EvaluationTests {
    private static let interpreter = Result { () throws -> Interpreter in
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        let reader = ContentReader()
        let knowledge = KnowledgeBase.load(
            files: try ContentFolder.files(under: root, named: "knowledge").filter { !$0.path.contains("/answers/") },
            into: reader)
        let definitions = IntentDefinitions.load(
            files: try ContentFolder.files(under: root, named: "intents"), into: reader)
        return Interpreter(definitions: definitions, knowledge: try #require(knowledge))
    }

    private func summary(_ lines: String) throws -> EvaluationSummary {
        let questions = try EvaluationQuestion.questions(in: lines.utf8)
        return EvaluationSummary(Evaluation(of: questions, by: try Self.interpreter.get()))
    }

    /// Five questions in scope: two right, two taken for another intent, one refused. Two out of scope: one answered.
    private static let mixed = #"""
        {"id":"1","text":"Combien coûte B Corp?","language":"fr","intent":"certification.cost","entities":{"certification":["b-corp"]}}
        {"id":"2","text":"C'est quoi EcoVadis?","language":"fr","intent":"certification.describe","style":"spoken","entities":{"certification":["ecovadis","fsc"],"date":["2026-01-01"]}}
        {"id":"3","text":"What is EcoVadis?","language":"en","intent":"privacy.forget","entities":{"certification":["b-corp"]}}
        {"id":"4","text":"How much does EcoVadis cost?","language":"en","intent":"chantier.meetings","style":"spoken"}

        {"id":"5","text":"Quelle est la météo demain?","language":"fr","intent":"fallback.out-of-scope","entities":{"certification":["b-corp"]}}
        {"id":"6","text":"What is B Corp?","language":"en","intent":"fallback.out-of-scope","style":"spoken"}
        {"id":"7","text":"Quelle est la météo demain?","language":"en","intent":"chantier.meetings"}
        """#

    private func rate(_ count: Int, of: Int) -> Evaluation.Rate { Evaluation.Rate(count: count, of: of) }

    @Test func nothingOfAQuestionLivesInThePage() throws {
        var numbers = SeededNumbers(seed: 30)
        let texts = (0..<12).map { _ in HostileText.text(&numbers) }
        let lines = try texts.map { text in
            let fields = ["id": text, "text": text, "language": "fr", "intent": "privacy.forget", "style": text]
            return String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
        }
        let page = EvaluationPage(
            of: try summary(lines.joined(separator: "\n")), file: texts[0], contentVersion: texts[1], language: .en
        ).html
        #expect(!HostileText.hasHidden(page) && !page.contains("<script") && !page.contains("<img"))
        #expect(XMLParser(data: Data(page.utf8)).parse())
    }

    @Test func figuresAreCounted() throws {
        let all = try summary(Self.mixed).all
        #expect(all.questions == 7)
        #expect(all.rightFirst == rate(2, of: 5))
        #expect(all.rightInThree == rate(2, of: 5))
        #expect(all.directPrecision == rate(2, of: 5))
        #expect(all.menus == rate(0, of: 5))
        #expect(all.outOfScopeCaught == rate(1, of: 2))
        #expect(all.wronglyRefused == rate(1, of: 5))
        #expect(all.languageRight == rate(6, of: 7))
    }

    @Test func figuresAreCountedByLanguageAndStyle() throws {
        let summary = try summary(Self.mixed)
        #expect(summary.byLanguage["fr"]?.rightFirst == rate(2, of: 2))
        #expect(summary.byLanguage["fr"]?.outOfScopeCaught == rate(1, of: 1))
        #expect(summary.byLanguage["en"]?.rightFirst == rate(0, of: 3))
        #expect(summary.byLanguage["en"]?.directPrecision == rate(0, of: 3))
        #expect(Set(summary.byStyle.keys) == ["full", "spoken"])
        #expect(summary.byStyle["spoken"]?.rightFirst == rate(1, of: 2))
        #expect(summary.byStyle["full"]?.wronglyRefused == rate(1, of: 3))
        #expect(summary.byIntent["chantier.meetings"] == rate(0, of: 2))
    }

    @Test func oneOfTheFirstThreeIsEnoughForRightInThree() throws {
        let text = "Combien coûte B Corp?"
        let candidates = try Self.interpreter.get().interpret(text, prior: nil).candidates.map(\.intent)
        let lines = [candidates[1], candidates[2], candidates[3]].map { intent in
            #"{"id":"\#(intent)","text":"\#(text)","language":"fr","intent":"\#(intent.rawValue)"}"#
        }
        let all = try summary(lines.joined(separator: "\n")).all
        // One that is out of scope is no question in scope.
        let inScope = candidates[1...3].filter { $0 != .outOfScope }.count
        #expect(all.rightFirst == rate(0, of: inScope))
        #expect(all.rightInThree == rate(candidates[1...2].filter { $0 != .outOfScope }.count, of: inScope))
    }

    @Test func entitiesAreCountedAsPairsOfTypeAndValue() throws {
        let summary = try summary(Self.mixed)
        // Named: b-corp; ecovadis, fsc, a date; b-corp. Found: b-corp; ecovadis; ecovadis; ecovadis.
        #expect(summary.all.entities.precision == rate(2, of: 4))
        #expect(summary.all.entities.recall == rate(2, of: 5))
        #expect(summary.byLanguage["fr"]?.entities.precision == rate(2, of: 2))
        #expect(summary.byLanguage["fr"]?.entities.recall == rate(2, of: 4))
        #expect(summary.byStyle["spoken"]?.entities.precision == rate(1, of: 2))
        #expect(summary.byStyle["spoken"]?.entities.recall == rate(1, of: 3))
        #expect(Set(summary.byEntityType.keys) == ["certification", "date"])
        #expect(summary.byEntityType["certification"]?.precision == rate(2, of: 4))
        #expect(summary.byEntityType["certification"]?.recall == rate(2, of: 4))
        #expect(summary.byEntityType["date"]?.recall == rate(0, of: 1))
    }

    @Test func valuesAreEntitiesToo() throws {
        let summary = try summary(
            #"""
            {"id":"1","text":"Quelle certification pour 51 % de femmes?","language":"fr","intent":"certification.find","entities":{"percentage":["51"],"group":["women"]}}
            """#)
        #expect(summary.byEntityType["percentage"]?.precision == rate(1, of: 1))
        #expect(summary.byEntityType["percentage"]?.recall == rate(1, of: 1))
        #expect(summary.byEntityType["group"]?.recall == rate(1, of: 1))
    }

    @Test func secondQuestionsAreCounted() throws {
        let summary = try summary(
            #"""
            {"id":"1","text":"C'est quoi B Corp? Combien ça coûte?","language":"fr","intent":"certification.describe","also":["certification.cost"]}
            {"id":"2","text":"C'est quoi B Corp? Combien ça coûte?","language":"fr","intent":"certification.describe"}
            {"id":"3","text":"What is EcoVadis?","language":"en","intent":"certification.describe","also":["certification.cost"]}
            """#)
        #expect(summary.all.secondQuestions.found == rate(1, of: 2))
        #expect(summary.all.secondQuestions.unexpected == rate(1, of: 2))
        #expect(summary.byLanguage["en"]?.secondQuestions.found == rate(0, of: 1))
        #expect(summary.byLanguage["en"]?.secondQuestions.unexpected == rate(0, of: 0))
    }

    @Test func confusionsComeWithWhatTheyShareAndWhatSpokeForThem() throws {
        let summary = try summary(
            #"""
            {"id":"1","text":"How much does EcoVadis cost?","language":"en","intent":"certification.obtain"}
            {"id":"2","text":"C'est quoi EcoVadis?","language":"fr","intent":"certification.compare"}
            {"id":"3","text":"Combien coûte B Corp?","language":"fr","intent":"certification.obtain"}
            {"id":"4","text":"Quelle est la météo demain?","language":"fr","intent":"certification.compare"}
            """#)
        #expect(
            summary.confusions.map { "\($0.expected.rawValue) \($0.got.rawValue) \($0.count)" } == [
                "certification.obtain certification.cost 2", "certification.compare certification.describe 1",
                "certification.compare fallback.out-of-scope 1",
            ])
        #expect(summary.worstPairs.map(\.confusion) == summary.confusions)
        for pair in summary.worstPairs {
            let weights = pair.shared.heaviest.map(\.weight)
            #expect((1...8).contains(weights.count) && weights == weights.sorted(by: >))
            #expect((1..<1000).contains(pair.shared.likeness))
        }
        #expect(summary.wrongQuestions.map(\.id) == ["1", "2", "3", "4"])
        let cost = try #require(summary.wrongQuestions.first?.best)
        #expect(cost.intent == .certificationCost)
        #expect(cost.contributions.contains { $0.feature == "#cost" })
    }

    @Test func aGreaterLeadAnswersFewer() throws {
        let summary = try summary(Self.mixed)
        #expect(summary.riskCoverage.map(\.lead) == Array(stride(from: 0, through: 40, by: 2)))
        let first = try #require(summary.riskCoverage.first)
        #expect(first.direct == 5 && first.right == 2)
        for (lesser, greater) in zip(summary.riskCoverage, summary.riskCoverage.dropFirst()) {
            #expect(greater.direct <= lesser.direct && greater.right <= lesser.right)
        }
    }

    @Test(arguments: [
        // 81 of 263 is the example of Newcombe, Two-sided confidence intervals for the single proportion, 1998.
        (count: 81, of: 263, low: 255, high: 366),
        (count: 0, of: 10, low: 0, high: 278),
        (count: 10, of: 10, low: 722, high: 1000),
        (count: 0, of: 0, low: 0, high: 1000),
    ])
    func intervalsAreWilsons(count: Int, of: Int, low: Int, high: Int) {
        #expect(rate(count, of: of).interval == low...high)
    }

    @Test func jsonKeepsTheFieldsThatOthersRead() throws {
        let data = try JSONEncoder().encode(try summary(Self.mixed))
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let all = try #require(json["all"] as? [String: Any])
        let byLanguage = try #require(json["byLanguage"] as? [String: [String: Any]])
        for (part, field, count, of) in [
            (all, "rightFirst", 2, 5), (all, "wronglyRefused", 1, 5), (all, "outOfScopeCaught", 1, 2),
            (byLanguage["en"] ?? [:], "rightFirst", 0, 3), (byLanguage["fr"] ?? [:], "outOfScopeCaught", 1, 1),
        ] {
            let rate = try #require(part[field] as? [String: Any])
            #expect(rate["count"] as? Int == count && rate["of"] as? Int == of)
        }
    }

    @Test func theTextShowsEveryPart() throws {
        let text = try summary(Self.mixed).text(in: .en)
        for line in [
            "right first                40.0 %  (2 of 5)  11.8 to 76.9", "entity recall              40.0 %  (2 of 5)",
            "second question found           –  (0 of 0)  –", "4 [spoken] « How much does EcoVadis cost? »",
        ] {
            #expect(text.contains(line), "\(line)")
        }
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows.contains { $0.prefix(3) == ["en", "4", "0.0"] })
        #expect(rows.contains { $0.prefix(3) == ["spoken", "3", "50.0"] })
        #expect(rows.contains(["chantier.meetings", "certification.cost", "1"]))
    }

    @Test func thePageIsWellFormedAndNeedsNothingElse() throws {
        let lines = #"""
            {"id":"1","text":"</td><script>alert('&')</script> What is EcoVadis?\u202e\u0000","language":"en","intent":"privacy.forget","style":"<b>"}
            """#
        let page = EvaluationPage(
            of: try summary(Self.mixed + "\n" + lines), file: "a&b.jsonl", contentVersion: "1", language: .en)
        for forbidden in ["<script", "<link", "<img", "<iframe", "src=", "http:", "https:", "url(", "@import"] {
            #expect(!page.html.contains(forbidden), "\(forbidden)")
        }
        #expect(page.html.contains("&lt;/td&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"))
        let elements = Elements()
        let parser = XMLParser(data: Data(page.html.utf8))
        parser.delegate = elements
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
        #expect(elements.count["svg", default: 0] > 0)
        #expect(elements.count["svg"] == elements.count["desc"])
        #expect(elements.count["table"] == elements.count["caption"])
        #expect(elements.ids.count == Set(elements.ids).count)
        #expect(elements.references.allSatisfy(elements.ids.contains))
    }

    @Test(arguments: [EvaluationTests.mixed, ""])
    func thePageIsTheSameEachTime(lines: String) throws {
        let pages = try (0..<2).map { _ in
            EvaluationPage(of: try summary(lines), file: "a", contentVersion: "1", language: .en).html
        }
        #expect(pages[0] == pages[1])
    }

    @Test func anUnreadableLineIsNamed() throws {
        let good = #"{"id":"1","text":"Bonjour","language":"fr","intent":"greet"}"#
        for (line, words) in [
            (#"{"id":"1","text":"Bonjour","language":"fr"}"#, "intent"), ("Bonjour", "JSON"),
            (#"{"id":"1","text":"a","language":"fr","intent":"greet","entities":{"terms":["a"]}}"#, "« term »"),
            (good.replacing("Bonjour", with: String(repeating: "1", count: 4001)), "longer than 4000"),
            (good.replacing("\"Bonjour\"", with: "-9223372036854775808"), "text"),
            (good.replacing("\"Bonjour\"", with: "NaN"), "JSON"),
        ] {
            let error = try #require(throws: JSONLines.Unreadable.self) {
                try EvaluationQuestion.questions(in: "\(good)\n\n\(line)\n\(line)".utf8)
            }
            #expect(error.problems.map(\.line) == [3, 4])
            #expect(error.problems.allSatisfy { $0.message.description.contains(words) }, "\(error)")
        }
    }
}

/// What a page holds.
private final class Elements: NSObject, XMLParserDelegate {
    var count: [String: Int] = [:]
    var ids: [String] = []
    /// What is named as a title or description of an element, or linked to.
    var references: [String] = []

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
        attributes: [String: String]
    ) {
        count[elementName, default: 0] += 1
        if let id = attributes["id"] { ids.append(id) }
        references += attributes["aria-labelledby"]?.split(separator: " ").map(String.init) ?? []
        if let link = attributes["href"] { references.append(String(link.dropFirst())) }
    }
}
