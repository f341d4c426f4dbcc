public import Authoring
import Dialogue
import Knowledge
import Rendering
import Text

/// The figures of an evaluation as one HTML page that needs nothing else: no script, no font or picture from elsewhere.
///
/// The markup is well-formed XML too, so that any reader of either can take it.
public struct EvaluationPage: Sendable {
    let summary: EvaluationSummary
    private let file: String
    private let contentVersion: String

    /// - Parameters:
    ///   - file: The name of the file of questions.
    ///   - contentVersion: What names the content by which they were understood.
    public init(of summary: EvaluationSummary, file: String, contentVersion: String) {
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
            Section(id: "figures", title: "Figures", body: headline),
            Section(id: "parts", title: "By language and style", body: partTable + partCharts),
            Section(id: "entities", title: "Entities", body: entities),
            Section(id: "risk", title: "Risk and coverage", body: riskAndCoverage),
            Section(id: "confusions", title: "What is taken for what", body: confusions),
            Section(id: "pairs", title: "The worst pairs", body: worstPairs),
            Section(id: "wrong", title: "Wrong questions", body: wrongQuestions),
        ]
    }

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
            language: .en, title: "How well \(file) is understood", pageWord: "page", orientation: .landscape,
            style: Self.style,
            body: """
                <header>
                <h1>How well questions are understood</h1>
                <p>\(summary.all.questions) questions of <code>\(HTMLEscaping.escaped(file))</code>, content version \
                <code>\(HTMLEscaping.escaped(contentVersion))</code>.</p>
                <nav aria-label="Sections"><ul>\(links)</ul></nav>
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
            let value = rate.of == 0 ? "–" : "\(rate.percentage) %"
            return """
                <div><dt>\(measure.title)</dt><dd class="value">\(value)</dd>\
                <dd class="interval">\(rate.intervalText)</dd>\
                <dd class="interval">\(rate.count) of \(rate.of)</dd><dd class="meaning">\(measure.meaning)</dd></div>
                """
        }
        return """
            <dl class="figures">
            \(figures.joined(separator: "\n"))
            </dl>
            <p class="note">Below each figure stands its 95 % Wilson interval. Those of entities are somewhat too \
            narrow: what one question names is not found independently.</p>
            """
    }

    private var riskAndCoverage: String {
        let points = summary.riskCoverage.map { point in
            """
            <tr><th scope="row">\(point.leadText)</th><td>\(point.coverage(of: summary.all.questions).percentage)</td>\
            <td>\(point.precision.percentage)</td><td>\(point.direct)</td><td>\(point.right)</td></tr>
            """
        }
        let direct = summary.all.directPrecision
        let coverage = Evaluation.Rate(count: direct.of, of: summary.all.questions)
        let table = Page.table(
            caption: "What each required lead would give", classes: "numbers",
            head: ["lead", "coverage, %", "precision, %", "answered", "right"],
            rows: points + [
                """
                <tr class="all"><th scope="row">in force</th><td>\(coverage.percentage)</td>\
                <td>\(direct.percentage)</td><td>\(direct.of)</td><td>\(direct.count)</td></tr>
                """
            ])
        return """
            <p>The more the first candidate must lead the second before it is answered at once, the fewer questions \
            are (coverage), and the more of those rightly (precision); the others get a menu. Refused questions are \
            never answered at once.</p>
            <div class="beside"><figure>
            \(RiskCoverageChart(of: summary).svg)
            </figure>
            \(table)</div>
            """
    }
}
