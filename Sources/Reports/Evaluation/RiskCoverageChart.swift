import Authoring
import Knowledge
import Text

/// The precision of what is answered at once over how much is, for growing leads required; what is in force is marked.
struct RiskCoverageChart {
    /// A point in tenths of a percent.
    private struct Point: Hashable {
        var coverage: Int
        var precision: Int
        var name: String

        init?(coverage: Evaluation.Rate, precision: Evaluation.Rate, name: TranslatableText, in language: Language) {
            guard let x = coverage.tenths, let y = precision.tenths else { return nil }
            (self.coverage, self.precision) = (x, y)
            let (covered, precise) = (coverage.percentage(in: language), precision.percentage(in: language))
            self.name = language.say("\(name): coverage \(covered) %, precision \(precise) %")
        }
    }

    private let language: Language
    private let curve: [Point]
    private let inForce: Point?
    private let coverages: ClosedRange<Int>
    private let precisions: ClosedRange<Int>

    init(of summary: EvaluationSummary, language: Language) {
        self.language = language
        let questions = summary.all.questions
        curve = summary.riskCoverage.compactMap { point in
            Point(
                coverage: point.coverage(of: questions), precision: point.precision,
                name: "lead \(point.lead(in: language))", in: language)
        }
        let direct = summary.all.directPrecision
        inForce = Point(
            coverage: Evaluation.Rate(count: direct.of, of: questions), precision: direct, name: "in force",
            in: language)
        let all = curve + [inForce].compactMap(\.self)
        coverages = Self.range(of: all.map(\.coverage))
        precisions = Self.range(of: all.map(\.precision))
    }

    /// The whole tens of percent around some values.
    private static func range(of values: [Int]) -> ClosedRange<Int> {
        guard let least = values.min(), let most = values.max() else { return 0...1000 }
        let low = min(least / 100 * 100, 900)
        return low...max((most + 99) / 100 * 100, low + 100)
    }

    private static let (width, height) = (560, 340)
    private static let (left, right, top, bottom) = (52, 542, 20, 292)

    private func x(_ tenths: Int) -> Int { Self.place(tenths, in: coverages, from: Self.left, to: Self.right) }
    private func y(_ tenths: Int) -> Int { Self.place(tenths, in: precisions, from: Self.bottom, to: Self.top) }

    private static func place(_ value: Int, in range: ClosedRange<Int>, from start: Int, to end: Int) -> Int {
        start + (value - range.lowerBound) * (end - start) / (range.upperBound - range.lowerBound)
    }

    var svg: String {
        let line = curve.map { "\(x($0.coverage)),\(y($0.precision))" }.joined(separator: " ")
        let dots = curve.map { point in
            """
            <circle class="dot" cx="\(x(point.coverage))" cy="\(y(point.precision))" r="3">\
            <title>\(point.name)</title></circle>
            """
        }
        return """
            <svg viewBox="0 0 \(Self.width) \(Self.height)" width="\(Self.width)" role="img" \
            aria-labelledby="risk-chart-title risk-chart-desc">
            <title id="risk-chart-title">\(language.say("Precision over coverage"))</title>
            <desc id="risk-chart-desc">\(description)</desc>
            \(grid)
            <text x="\((Self.left + Self.right) / 2)" y="\(Self.height - 8)" text-anchor="middle">\
            \(language.say("coverage: answered at once, in percent of all questions"))</text>
            <text x="\(-(Self.top + Self.bottom) / 2)" y="14" text-anchor="middle" transform="rotate(-90)">\
            \(language.say("precision: of those, right, in percent"))</text>
            <polyline class="curve" points="\(line)"/>
            \(dots.joined(separator: "\n"))
            \(mark)
            </svg>
            """
    }

    private var description: String {
        let ends = [curve.first, curve.last].compactMap { $0?.name }.joined(separator: "; ")
        return language.say(
            "From one end to the other: \(ends). \(inForce?.name ?? language.say("Nothing is answered at once")).")
    }

    private var grid: String {
        let columns = Self.ticks(in: coverages).map { tick in
            """
            <path class="grid" d="M\(x(tick)) \(Self.top)V\(Self.bottom)"/>\
            <text x="\(x(tick))" y="\(Self.bottom + 18)" text-anchor="middle">\(tick / 10)</text>
            """
        }
        let rows = Self.ticks(in: precisions).map { tick in
            """
            <path class="grid" d="M\(Self.left) \(y(tick))H\(Self.right)"/>\
            <text x="\(Self.left - 8)" y="\(y(tick) + 4)" text-anchor="end">\(tick / 10)</text>
            """
        }
        return (columns + rows).joined(separator: "\n")
    }

    /// Steps of one to twenty percent, at most about ten of them.
    private static func ticks(in range: ClosedRange<Int>) -> [Int] {
        let span = range.upperBound - range.lowerBound
        let step = span <= 100 ? 20 : span <= 500 ? 100 : 200
        return Array(stride(from: range.lowerBound, through: range.upperBound, by: step))
    }

    private var mark: String {
        guard let inForce else { return "" }
        let (x, y) = (x(inForce.coverage), y(inForce.precision))
        let answered = Evaluation.Rate.text(inForce.coverage, in: language)
        let right = Evaluation.Rate.text(inForce.precision, in: language)
        // Precision falls as coverage grows, so this corner is the emptiest.
        return """
            <circle class="mark" cx="\(x)" cy="\(y)" r="8"><title>\(inForce.name)</title></circle>
            <circle class="mark" cx="\(Self.left + 18)" cy="\(Self.bottom - 18)" r="8"/>
            <text class="mark-label" x="\(Self.left + 34)" y="\(Self.bottom - 14)">\
            \(language.say("in force: \(answered) % answered, \(right) % of them right"))</text>
            """
    }
}
