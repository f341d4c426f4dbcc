import Rendering
public import Text
import Understanding

extension EvaluationSummary {
    /// The figures and what was taken for what, for a terminal.
    public func text(in language: Language) -> String {
        var sections = [
            language.say("all: \(all.questions) questions; 95 % Wilson intervals") + "\n\(headline(in: language))",
            language.say("by language and style, in percent") + "\n\(table(in: language))",
        ]
        if !byEntityType.isEmpty {
            sections.append(language.say("entities by type") + "\n\(entityTable(in: language))")
        }
        sections.append(
            language.say("risk and coverage, by the lead that the first candidate must have over the second")
                + "\n\(riskTable(in: language))")
        guard !confusions.isEmpty else { return sections.joined(separator: "\n\n") }
        sections.append(language.say("confusions") + "\n\(confusionTable(in: language))")
        sections.append(
            language.say(
                """
                worst pairs: what the examples of both share (words by their stems, #concepts, @entities; in thousandths
                of a bit), and what spoke for the wrong one (in thousandths of a score of 1)
                """))
        return (sections + worstPairs.map { text(of: $0, in: language) }).joined(separator: "\n\n")
    }

    private func headline(in language: Language) -> TextTable {
        var table = TextTable([.left, .right, .left, .left], indentation: 2)
        for measure in EvaluationMeasure.allCases {
            let rate = measure.rate(in: all)
            table.add([
                language.say(measure.title),
                rate.of == 0 ? "–" : language.typeset("\(rate.percentage(in: language)) %"),
                "(\(rate.counts(in: language)))", rate.interval(in: language),
            ])
        }
        return table
    }

    private func table(in language: Language) -> TextTable {
        let measures = EvaluationMeasure.allCases
        var table = TextTable([.left, .right] + measures.map { _ in .right }, indentation: 2)
        table.add(["", language.say("questions")] + measures.map { language.say($0.column) })
        for (name, part) in rows(in: language) {
            table.add([name, "\(part.questions)"] + measures.map { $0.rate(in: part).percentage(in: language) })
        }
        return table
    }

    private func entityTable(in language: Language) -> TextTable {
        var table = TextTable([.left, .right, .right, .right, .right, .right], indentation: 2)
        table.add(
            [""] + (["precision", "recall", "expected", "found", "right"] as [TranslatableText]).map(language.say))
        for (name, score) in [(language.say("all"), all.entities)] + entityRows {
            table.add([
                name, score.precision.percentage(in: language), score.recall.percentage(in: language),
                "\(score.expected)", "\(score.found)",
                "\(score.right)",
            ])
        }
        return table
    }

    private func riskTable(in language: Language) -> TextTable {
        var table = TextTable([.right, .right, .right, .right, .right], indentation: 2)
        table.add(
            (["lead", "coverage", "precision", "answered", "right"] as [TranslatableText]).map(language.say))
        for point in riskCoverage {
            table.add([
                point.lead(in: language), point.coverage(of: all.questions).percentage(in: language),
                point.precision.percentage(in: language),
                "\(point.direct)", "\(point.right)",
            ])
        }
        table.add([
            language.say("in force"),
            Evaluation.Rate(count: all.directPrecision.of, of: all.questions).percentage(in: language),
            all.directPrecision.percentage(in: language), "\(all.directPrecision.of)", "\(all.directPrecision.count)",
        ])
        return table
    }

    private static let mostConfusions = 20

    private func confusionTable(in language: Language) -> String {
        var table = TextTable([.left, .left, .right], indentation: 2)
        table.add((["expected", "got", "count"] as [TranslatableText]).map(language.say))
        for confusion in confusions.prefix(Self.mostConfusions) {
            table.add([confusion.expected.rawValue, confusion.got.rawValue, "\(confusion.count)"])
        }
        let others = confusions.count - Self.mostConfusions
        return table.description + (others > 0 ? "\n" + language.say("  and \(others) more") : "")
    }

    private func text(of pair: Pair, in language: Language) -> String {
        let shared = pair.shared.heaviest.map { "\($0.name) \($0.weight)" }.joined(separator: ", ")
        let confusion = pair.confusion
        var lines = [
            language.say("\(confusion.expected.rawValue) taken for \(confusion.got.rawValue): \(confusion.count)"),
            language.say(
                "  share \(Evaluation.Rate.text(pair.shared.likeness, in: language)) %: \(shared.isEmpty ? language.say("nothing") : shared)"
            ),
        ]
        for question in questions(of: confusion) {
            lines.append("  \(question.id) [\(question.style)] « \(question.text) »")
            lines += question.reasons(in: language).map { "    \($0)" }
        }
        return lines.joined(separator: "\n")
    }
}

extension EvaluationSummary.RiskPoint {
    /// The lead as a decimal number: `0.08`.
    package func lead(in language: Language) -> String {
        "\(lead / 100)\(language.decimalSeparator)\(lead % 100 < 10 ? "0" : "")\(lead % 100)"
    }
}
