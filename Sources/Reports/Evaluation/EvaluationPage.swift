public import Authoring
import Dialogue
import Knowledge
import Rendering
public import Text

/// The figures of an evaluation as one HTML page that needs nothing else: no script, no font or picture from elsewhere.
///
/// The markup is well-formed XML too, so that any reader of either can take it.
public struct EvaluationPage: Sendable {
    let summary: EvaluationSummary
    private let file: String
    private let contentVersion: String
    let language: Language

    /// - Parameters:
    ///   - file: The name of the file of questions.
    ///   - contentVersion: What names the content by which they were understood.
    ///   - language: What the page is written in.
    public init(of summary: EvaluationSummary, file: String, contentVersion: String, language: Language) {
        self.language = language
        self.summary = summary
        self.file = file
        self.contentVersion = contentVersion
    }

    private struct Section {
        var id: String
        var title: String
        var body: String
    }

    private var sections: [Section] {
        [
            Section(id: "figures", title: say("Figures"), body: headline),
            Section(id: "parts", title: say("By language and style"), body: partTable + partCharts),
            Section(id: "entities", title: say("Entities"), body: entities),
            Section(id: "risk", title: say("Risk and coverage"), body: riskAndCoverage),
            Section(id: "confusions", title: say("What is taken for what"), body: confusions),
            Section(id: "pairs", title: say("The worst pairs"), body: worstPairs),
            Section(id: "wrong", title: say("Wrong questions"), body: wrongQuestions),
        ]
    }

    /// A text in the language of the page.
    func say(_ text: TranslatableText) -> String { language.say(text) }

    /// The page, in UTF-8.
    public var html: String {
        let sections = self.sections
        let links = sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" }.joined()
        let bodies = sections.map { section in
            """
            <section id="\(section.id)" aria-labelledby="\(section.id)-title">
            <h2 id="\(section.id)-title">\(section.title)</h2>
            \(section.body)
            </section>
            """
        }.joined(separator: "\n")
        return Page(
            language: language, title: say("How well \(file) is understood"), pageWord: "page", orientation: .landscape,
            style: Self.style,
            body: """
                <header>
                <h1>\(say("How well questions are understood"))</h1>
                <p>\(say("\(summary.all.questions) questions of \(Self.code(file)), content version \(Self.code(contentVersion))."))</p>
                <nav aria-label="\(say("Sections"))"><ul>\(links)</ul></nav>
                </header>
                <main>
                \(bodies)
                </main>
                """
        ).html
    }

    private var headline: String {
        let figures = EvaluationMeasure.allCases.map { measure in
            let rate = measure.rate(in: summary.all)
            let value = rate.of == 0 ? "–" : language.typeset("\(rate.percentage(in: language)) %")
            return """
                <div><dt>\(say(measure.title))</dt><dd class="value">\(value)</dd>\
                <dd class="interval">\(rate.interval(in: language))</dd>\
                <dd class="interval">\(rate.counts(in: language))</dd><dd class="meaning">\(say(measure.meaning))</dd></div>
                """
        }
        return """
            <dl class="figures">
            \(figures.joined(separator: "\n"))
            </dl>
            <p class="note">\(say(Self.aboutIntervals))</p>
            """
    }

    private static let aboutIntervals: TranslatableText =
        "Below each figure stands its 95 % Wilson interval. Those of entities are somewhat too narrow: what one question names is "
        + "not found independently."

    private static let aboutRisk: TranslatableText =
        "The more the first candidate must lead the second before it is answered at once, the fewer questions are (coverage), and "
        + "the more of those rightly (precision); the others get a menu. Refused questions are never answered at once."

    private var riskAndCoverage: String {
        let points = summary.riskCoverage.map { point in
            """
            <tr><th scope="row">\(point.lead(in: language))</th><td>\(point.coverage(of: summary.all.questions).percentage(in: language))</td>\
            <td>\(point.precision.percentage(in: language))</td><td>\(point.direct)</td><td>\(point.right)</td></tr>
            """
        }
        let direct = summary.all.directPrecision
        let coverage = Evaluation.Rate(count: direct.of, of: summary.all.questions)
        let table = Page.table(
            caption: say("What each required lead would give"), classes: "numbers",
            head: (["lead", "coverage, %", "precision, %", "answered", "right"] as [TranslatableText]).map(say),
            rows: points + [
                """
                <tr class="all"><th scope="row">\(say("in force"))</th><td>\(coverage.percentage(in: language))</td>\
                <td>\(direct.percentage(in: language))</td><td>\(direct.of)</td><td>\(direct.count)</td></tr>
                """
            ])
        return """
            <p>\(say(Self.aboutRisk))</p>
            <div class="beside"><figure>
            \(RiskCoverageChart(of: summary, language: language).svg)
            </figure>
            \(table)</div>
            """
    }
}
