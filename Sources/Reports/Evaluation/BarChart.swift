import Authoring
import Knowledge
import Rendering
import Text

/// Percentages as bars, one below the other, each with its 95 % confidence interval as a line across its end.
struct BarChart {
    /// What the ids inside the drawing begin with.
    let id: String
    let title: String
    let meaning: String
    let language: Language
    let bars: [(name: String, rate: Evaluation.Rate)]

    private static let rowHeight = 22
    private static let barWidth = 180
    private static let valueWidth = 52
    /// The width of a letter of a label, generously.
    private static let letterWidth = 7

    var svg: String {
        let labelWidth = (bars.map(\.name.count).max() ?? 0) * Self.letterWidth + 10
        let width = labelWidth + Self.barWidth + Self.valueWidth
        let height = bars.count * Self.rowHeight + 4
        let values = bars.map { "\($0.name) \($0.rate.text(in: language))" }.joined(separator: "; ")
        let rows = bars.enumerated().map { place, bar in
            row(bar, isFirst: place == 0, top: place * Self.rowHeight + 2, left: labelWidth)
        }
        return """
            <svg viewBox="0 0 \(width) \(height)" width="\(width)" role="img" aria-labelledby="\(id)-title \(id)-desc">
            <title id="\(id)-title">\(HTMLEscaping.escaped(title))</title>
            <desc id="\(id)-desc">\(HTMLEscaping.escaped("\(meaning) \(language.say("In percent: \(values)."))"))</desc>
            \(rows.joined(separator: "\n"))
            </svg>
            """
    }

    private func row(_ bar: (name: String, rate: Evaluation.Rate), isFirst: Bool, top: Int, left: Int) -> String {
        let middle = top + Self.rowHeight / 2
        let end = left + Self.barWidth + Self.valueWidth
        let first = isFirst ? " class=\"first\"" : ""
        let texts = """
            <text\(first) x="\(left - 8)" y="\(middle + 4)" text-anchor="end">\(HTMLEscaping.escaped(bar.name))</text>\
            <text\(first) x="\(end)" y="\(middle + 4)" text-anchor="end">\(bar.rate.percentage(in: language))</text>
            """
        guard let tenths = bar.rate.tenths else { return texts }
        func x(_ tenths: Int) -> Int { left + tenths * Self.barWidth / 1000 }
        let height = Self.rowHeight - 6
        let (low, high) = (x(bar.rate.interval.lowerBound), x(bar.rate.interval.upperBound))
        return """
            \(texts)<rect class="track" x="\(left)" y="\(top + 3)" width="\(Self.barWidth)" height="\(height)"/>\
            <rect class="bar" x="\(left)" y="\(top + 3)" width="\(x(tenths) - left)" height="\(height)"/>\
            <path class="interval" d="M\(low) \(middle)H\(high)M\(low) \(middle - 4)V\(middle + 4)\
            M\(high) \(middle - 4)V\(middle + 4)"/>
            """
    }
}
