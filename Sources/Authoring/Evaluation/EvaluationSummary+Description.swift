import Rendering
import Text
import Understanding

extension EvaluationSummary: CustomStringConvertible {
    /// The figures and what was taken for what, for a terminal.
    public var description: String {
        var sections = [
            "all: \(all.questions) questions; 95 % Wilson intervals\n\(headline)",
            "by language and style, in percent\n\(table)",
        ]
        if !byEntityType.isEmpty { sections.append("entities by type\n\(entityTable)") }
        sections.append(
            "risk and coverage, by the lead that the first candidate must have over the second\n\(riskTable)")
        guard !confusions.isEmpty else { return sections.joined(separator: "\n\n") }
        sections.append("confusions\n\(confusionTable)")
        sections.append(
            """
            worst pairs: what the examples of both share (words by their stems, #concepts, @entities; in thousandths
            of a bit), and what spoke for the wrong one (in thousandths of a score of 1)
            """)
        return (sections + worstPairs.map(text)).joined(separator: "\n\n")
    }

    private var headline: TextTable {
        var table = TextTable([.left, .right, .left, .left], indentation: 2)
        for measure in EvaluationMeasure.allCases {
            let rate = measure.rate(in: all)
            table.add([
                measure.title, rate.of == 0 ? "–" : "\(rate.percentage) %", "(\(rate.count) of \(rate.of))",
                rate.intervalText,
            ])
        }
        return table
    }

    private var table: TextTable {
        let measures = EvaluationMeasure.allCases
        var table = TextTable([.left, .right] + measures.map { _ in .right }, indentation: 2)
        table.add(["", "questions"] + measures.map(\.column))
        for (name, part) in rows {
            table.add([name, "\(part.questions)"] + measures.map { $0.rate(in: part).percentage })
        }
        return table
    }

    private var entityTable: TextTable {
        var table = TextTable([.left, .right, .right, .right, .right, .right], indentation: 2)
        table.add(["", "precision", "recall", "expected", "found", "right"])
        for (name, score) in [("all", all.entities)] + entityRows {
            table.add([
                name, score.precision.percentage, score.recall.percentage, "\(score.expected)", "\(score.found)",
                "\(score.right)",
            ])
        }
        return table
    }

    private var riskTable: TextTable {
        var table = TextTable([.right, .right, .right, .right, .right], indentation: 2)
        table.add(["lead", "coverage", "precision", "answered", "right"])
        for point in riskCoverage {
            table.add([
                point.leadText, point.coverage(of: all.questions).percentage, point.precision.percentage,
                "\(point.direct)", "\(point.right)",
            ])
        }
        table.add([
            "in force", Evaluation.Rate(count: all.directPrecision.of, of: all.questions).percentage,
            all.directPrecision.percentage, "\(all.directPrecision.of)", "\(all.directPrecision.count)",
        ])
        return table
    }

    private static let mostConfusions = 20

    private var confusionTable: String {
        var table = TextTable([.left, .left, .right], indentation: 2)
        table.add(["expected", "got", "count"])
        for confusion in confusions.prefix(Self.mostConfusions) {
            table.add([confusion.expected.rawValue, confusion.got.rawValue, "\(confusion.count)"])
        }
        let others = confusions.count - Self.mostConfusions
        return table.description + (others > 0 ? "\n  and \(others) more" : "")
    }

    private func text(of pair: Pair) -> String {
        let shared = pair.shared.heaviest.map { "\($0.name) \($0.weight)" }.joined(separator: ", ")
        let confusion = pair.confusion
        var lines = [
            "\(confusion.expected.rawValue) taken for \(confusion.got.rawValue): \(confusion.count)",
            "  share \(Evaluation.Rate.text(pair.shared.likeness)) %: \(shared.isEmpty ? "nothing" : shared)",
        ]
        for question in questions(of: confusion) {
            lines.append("  \(question.id) [\(question.style)] « \(question.text) »")
            lines += question.reasons.map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}

extension EvaluationSummary.RiskPoint {
    /// The lead as a decimal number: `0.08`.
    package var leadText: String { "\(lead / 100).\(lead % 100 < 10 ? "0" : "")\(lead % 100)" }
}
