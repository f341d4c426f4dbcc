import Authoring
import Knowledge
import Rendering
import Text

/// The figures by language, style and type of entity.
extension EvaluationPage {
    var partTable: String {
        let measures = EvaluationMeasure.allCases
        let rows = summary.rows.enumerated().map { place, row in
            let cells = measures.map { Self.cell($0.rate(in: row.part)) }.joined()
            return """
                <tr\(place == 0 ? " class=\"all\"" : "")><th scope="row">\(HTMLEscaping.escaped(row.name))</th>\
                <td>\(row.part.questions)</td>\(cells)</tr>
                """
        }
        return Page.table(
            caption: "Every figure by language and style, in percent, with its count", classes: "numbers",
            head: ["part", "questions"] + measures.map(\.title), rows: rows)
    }

    private static func cell(_ rate: Evaluation.Rate) -> String {
        rate.of == 0
            ? "<td class=\"none\">–</td>" : "<td>\(rate.percentage)<small>\(rate.count) of \(rate.of)</small></td>"
    }

    var partCharts: String {
        let charts = EvaluationMeasure.allCases.map { measure in
            BarChart(
                id: "parts-\(measure)", title: measure.title, meaning: measure.meaning,
                bars: summary.rows.map { ($0.name, measure.rate(in: $0.part)) })
        }
        return Self.figures(charts)
    }

    var entities: String {
        guard !summary.byEntityType.isEmpty else { return "<p>The questions name nothing, and nothing was found.</p>" }
        let scores = [("all", summary.all.entities)] + summary.entityRows
        let rows = scores.enumerated().map { place, row in
            """
            package <tr\(place == 0 ? " class=\"all\"" : "")><th scope="row">\(row.0)</th>\
            <td>\(row.1.precision.percentage)</td><td>\(row.1.recall.percentage)</td><td>\(row.1.expected)</td>\
            <td>\(row.1.found)</td><td>\(row.1.right)</td></tr>
            """
        }
        let charts = [EvaluationMeasure.entityPrecision, .entityRecall].map { measure in
            BarChart(
                id: "entities-\(measure)", title: measure.title, meaning: measure.meaning,
                bars: scores.map { ($0.0, measure == .entityPrecision ? $0.1.precision : $0.1.recall) })
        }
        let table = Page.table(
            caption: "What is named and what was found, by type", classes: "numbers",
            head: ["type", "precision, %", "recall, %", "expected", "found", "right"], rows: rows)
        return "<div class=\"beside\">\(table)\n\(Self.figures(charts))</div>"
    }

    private static func figures(_ charts: [BarChart]) -> String {
        let figures = charts.map { "<figure><figcaption>\($0.title)</figcaption>\n\($0.svg)\n</figure>" }
        return "<div class=\"charts\">\n\(figures.joined(separator: "\n"))\n</div>"
    }
}
