import Authoring
import Knowledge
import Text
import Understanding

/// What is taken for what, as a table of counts that are the darker the higher; only intents with errors.
struct ConfusionMatrix {
    private let summary: EvaluationSummary
    private let rows: [Intent]
    private let columns: [Intent]
    private let counts: [EvaluationSummary.Confusion.Key: Int]
    private let most: Int
    private let language: Language

    init(of summary: EvaluationSummary, language: Language) {
        self.summary = summary
        self.language = language
        let expected = Set(summary.confusions.map(\.expected))
        let got = Set(summary.confusions.map(\.got))
        rows = expected.sorted { $0.order < $1.order }
        columns = got.sorted { $0.order < $1.order }
        counts = Dictionary(uniqueKeysWithValues: summary.confusions.map { ($0.key, $0.count) })
        most = summary.confusions.map(\.count).max() ?? 1
    }

    /// How many shades there are.
    private static let shades = 5

    var table: String {
        let head = columns.map { "<th scope=\"col\" class=\"upright\"><span>\(EvaluationPage.code($0))</span></th>" }
        let body = rows.map { row in
            let right = summary.byIntent[row.rawValue] ?? Evaluation.Rate(count: 0, of: 0)
            let cells = columns.map { cell(row, $0) }.joined()
            return """
                <tr><th scope="row">\(EvaluationPage.code(row))</th>\
                <td class="right">\(right.counts(in: language))</td>\(cells)</tr>
                """
        }
        let caption = language.say("What is taken for what: expected by row, got by column")
        return """
            <div class="scroll" role="group" tabindex="0" aria-label="\(caption)">
            <table class="matrix">
            <caption>\(caption)</caption>
            <thead><tr><th scope="col">\(language.say("expected"))</th><th scope="col">\(language.say("right"))</th>\(head.joined())</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody>
            </table>
            </div>
            """
    }

    private func cell(_ row: Intent, _ column: Intent) -> String {
        guard row != column else { return "<td class=\"same\"></td>" }
        guard let count = counts[.init(expected: row, got: column)] else { return "<td></td>" }
        // Few errors are pale, even where none are more.
        let shade = most <= Self.shades ? count : (count * Self.shades + most - 1) / most
        return "<td class=\"shade-\(shade)\">\(count)</td>"
    }
}

extension EvaluationSummary.Confusion {
    /// What is taken for what.
    fileprivate struct Key: Hashable {
        var expected: Intent
        var got: Intent
    }

    fileprivate var key: Key { Key(expected: expected, got: got) }
}
