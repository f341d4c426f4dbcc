import Contract
import Dialogue
import Knowledge
import Questionnaires
import Rendering

extension SubmissionReport {
    /// The indicator, its parts, and how far they are backed.
    var summary: String {
        """
        <section class="summary" aria-label="\(wording.markup(.indicator))">
        <div class="card">
        <h2>\(wording.markup(.indicator))</h2>
        \(figure)
        </div>
        <div class="card">
        <h2>\(wording.markup(.assurance))</h2>
        \(assurance)
        </div>
        \(radar)
        <div class="card parts">
        <h2>\(wording.markup(.parts))</h2>
        \(parts)
        </div>
        </section>
        """
    }

    private var score: SubmissionMessage.Score { submission.indicator }

    private var figure: String {
        let completeness = """
            <p>\(wording.markup(.completeness))\(wording.colon)<b>\(wording.percent(score.completeness))</b></p>
            """
        guard let overall = score.overall else {
            let isWithheld = !submission.consent.includesDiversity
            return """
                <p class="figure none">\(wording.markup(isWithheld ? .withheld : .notShown))</p>
                \(completeness)
                <p class="note">\(isWithheld ? wording.markup(.withheldOverall) : wording.markup(method.completeness))</p>
                """
        }
        return """
            <p class="figure">\(overall) <small>\(wording.markup(.outOfHundred))</small></p>
            \(completeness)
            """
    }

    private var assurance: String {
        let backing = reading.backing
        let level = backing.level
        let meaning = method.levels[level].map(wording.markup) ?? level.rawValue
        let scale = EvidenceLevel.ofSelfDeclarations.map { each in
            let mark = each == level ? " aria-current=\"true\"" : ""
            let name = wording.markup(wording.name(of: each, in: method))
            let shown = each == level ? "<b>\(name)</b>" : name
            return "<li\(mark)><span class=\"swatch \(each.rawValue)\"></span>\(shown)</li>"
        }
        return """
            <p class="grade">\(meaning)</p>
            <ol class="levels">\(scale.joined())</ol>
            \(share(of: backing))
            <p>\(wording.markup(.assuranceApart)).</p>
            """
    }

    /// The share of the weight that documents back; where none does there is no share to speak of.
    private func share(of backing: IndicatorScore.Backing) -> String {
        guard let percent = backing.percent, percent > 0 else { return "<p>\(wording.markup(.noDocument)).</p>" }
        let share = "\(wording.percent(percent)) \(wording.markup(method.backedShare))"
        return """
            <svg class="strip" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-labelledby="backed">
            <title id="backed">\(share)</title>
            <rect class="declared" width="100" height="6"/><rect class="documented" width="\(percent)" height="6"/>
            </svg>
            <p><b>\(wording.percent(percent))</b> \(wording.markup(method.backedShare)).</p>
            """
    }

    private var radar: String {
        let axes = score.parts.compactMap { part in
            isApart(part)
                ? nil
                : part.score.map {
                    RadarChart.Axis(title: wording.title(of: part.id, in: method), score: $0)
                }
        }
        guard let svg = RadarChart(title: wording[.radar], axes: axes).svg else { return "" }
        return "<figure class=\"card radar\"><figcaption>\(wording.markup(.radar))</figcaption>\n\(svg)\n</figure>"
    }

    private var parts: String {
        let rows = score.parts.map { part in
            let result = part.score.map(String.init) ?? "<span class=\"none\">\(wording.markup(.notComputed))</span>"
            let weight = isApart(part) ? wording.markup(.apart) : wording.percent(method.weights[part.id] ?? 0)
            return """
                <tr><th scope="row">\(wording.markup(wording.title(of: part.id, in: method)))</th>\
                <td class="number">\(result)</td><td class="number">\(weight)</td>\
                <td class="number">\(part.answered) / \(part.of)</td></tr>
                """
        }
        return Page.table(
            caption: wording[.parts], isCaptionHidden: true, classes: "figures",
            head: [wording[.part], wording[.score], wording[.weight], wording[.answered]], rows: rows)
    }

    private func isApart(_ part: SubmissionMessage.Part) -> Bool { method.weights[part.id] ?? 0 == 0 }
}
