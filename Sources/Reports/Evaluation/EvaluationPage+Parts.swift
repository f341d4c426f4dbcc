import Authoring
import Knowledge
import Rendering
import Text

/// The figures by language, style and type of entity.
extension EvaluationPage {
    var partTable: String {
        let measures = EvaluationMeasure.allCases
        let rows = summary.rows(in: language).enumerated().map { place, row in
            let cells = measures.map { cell($0.rate(in: row.part)) }.joined()
            return """
                <tr\(place == 0 ? " class=\"all\"" : "")><th scope="row">\(HTMLEscaping.escaped(row.name))</th>\
                <td>\(row.part.questions)</td>\(cells)</tr>
                """
        }
        return Page.table(
            caption: say("Every figure by language and style, in percent, with its count"), classes: "numbers",
            head: [say("part"), say("questions")] + measures.map { say($0.title) }, rows: rows)
    }

    private func cell(_ rate: Evaluation.Rate) -> String {
        rate.of == 0
            ? "<td class=\"none\">–</td>"
            : "<td>\(rate.percentage(in: language))<small>\(rate.counts(in: language))</small></td>"
    }

    var partCharts: String {
        let charts = EvaluationMeasure.allCases.map { measure in
            BarChart(
                id: "parts-\(measure)", title: say(measure.title), meaning: say(measure.meaning), language: language,
                bars: summary.rows(in: language).map { ($0.name, measure.rate(in: $0.part)) })
        }
        return Self.figures(charts)
    }

    var entities: String {
        guard !summary.byEntityType.isEmpty else {
            return "<p>\(say("The questions name nothing, and nothing was found."))</p>"
        }
        let scores = [(say("all"), summary.all.entities)] + summary.entityRows
        let rows = scores.enumerated().map { place, row in
            """
            <tr\(place == 0 ? " class=\"all\"" : "")><th scope="row">\(row.0)</th>\
            <td>\(row.1.precision.percentage(in: language))</td><td>\(row.1.recall.percentage(in: language))</td><td>\(row.1.expected)</td>\
            <td>\(row.1.found)</td><td>\(row.1.right)</td></tr>
            """
        }
        let charts = [EvaluationMeasure.entityPrecision, .entityRecall].map { measure in
            BarChart(
                id: "entities-\(measure)", title: say(measure.title), meaning: say(measure.meaning), language: language,
                bars: scores.map { ($0.0, measure == .entityPrecision ? $0.1.precision : $0.1.recall) })
        }
        let table = Page.table(
            caption: say("What is named and what was found, by type"), classes: "numbers",
            head: (["type", "precision, %", "recall, %", "expected", "found", "right"] as [TranslatableText]).map(say),
            rows: rows)
        return "<div class=\"beside\">\(table)\n\(Self.figures(charts))</div>"
    }

    private static func figures(_ charts: [BarChart]) -> String {
        let figures = charts.map { "<figure><figcaption>\($0.title)</figcaption>\n\($0.svg)\n</figure>" }
        return "<div class=\"charts\">\n\(figures.joined(separator: "\n"))\n</div>"
    }
}
