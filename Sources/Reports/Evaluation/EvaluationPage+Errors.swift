import Authoring
import Knowledge
import Rendering
import Text
import Understanding

/// What went wrong, and why.
extension EvaluationPage {
    var confusions: String {
        guard !summary.confusions.isEmpty else { return "<p>\(say("Nothing is taken for anything else."))</p>" }
        let about: TranslatableText =
            "Rows are what the questions want, columns what they were taken for; only intents with errors are shown. "
            + "\(Self.code(Intent.outOfScope)) among the columns also stands for questions that were not understood."
        return "<p>\(say(about))</p>\n\(ConfusionMatrix(of: summary, language: language).table)"
    }

    var worstPairs: String {
        guard !summary.worstPairs.isEmpty else { return "<p>\(say("There is none."))</p>" }
        let pairs = summary.worstPairs.map { pair in
            let confusion = pair.confusion
            let rows = summary.questions(of: confusion).map { question in
                """
                <tr><th scope="row">\(Self.name(of: question))</th><td>\(Self.text(of: question))</td>\
                <td>\(features(of: question))</td></tr>
                """
            }
            let table = Page.table(
                caption: say("What spoke for \(confusion.got.rawValue)"), classes: "texts",
                head: (["question", "text", "features and points"] as [TranslatableText]).map(say), rows: rows)
            return """
                <article>
                <h3>\(say("\(Self.code(confusion.expected)) taken for \(Self.code(confusion.got)): \(confusion.count)"))</h3>
                <p>\(text(of: pair.shared))</p>
                \(table)
                </article>
                """
        }
        let about: TranslatableText = """
            Of the most frequent confusions: which words (by their stems), <code>#concepts</code> and kinds of \
            thing named (<code>@kind</code>) the examples of both intents share most weight in, in thousandths of a \
            bit; and for each question which features gave how much to the wrong intent, in thousandths of a score of 1. \
            <code>one+two</code> are two words in a row. What is shared tells nothing apart: give the right intent \
            examples with other words.
            """
        return "<p>\(say(about))</p>\n\(pairs.joined(separator: "\n"))"
    }

    private func text(of shared: SharedFeatures) -> String {
        guard !shared.heaviest.isEmpty else { return say("Their examples share nothing.") }
        return say("Their examples are \(Evaluation.Rate.text(shared.likeness, in: language)) % alike and share: ")
            + Self.features(shared.heaviest.map { ($0.name, $0.weight) })
    }

    private func features(of question: WrongQuestion) -> String {
        guard let best = question.best, !best.contributions.isEmpty else { return say("none") }
        return Self.features(best.contributions.map { ($0.feature, $0.points) })
    }

    private static func features(_ features: [(name: String, weight: Int)]) -> String {
        features.map { "<span class=\"feature\">\(HTMLEscaping.escaped($0.name)) <b>\($0.weight)</b></span>" }
            .joined(separator: " ")
    }

    var wrongQuestions: String {
        guard !summary.wrongQuestions.isEmpty else { return "<p>\(say("There is none."))</p>" }
        let rows = summary.wrongQuestions.map { question in
            let reasons = question.reasons(in: language).map { "<li>\(HTMLEscaping.escaped($0))</li>" }.joined()
            return """
                <tr><th scope="row">\(Self.name(of: question))</th><td>\(Self.text(of: question))</td>\
                <td>\(Self.code(question.expected))</td><td>\(Self.code(question.got))</td>\
                <td><ul>\(reasons)</ul></td></tr>
                """
        }
        return Page.table(
            caption: say("Questions whose best candidate is wrong, and why. Points are thousandths."), classes: "texts",
            head: (["question", "text", "expected", "got", "why"] as [TranslatableText]).map(say), rows: rows)
    }

    private static func name(of question: WrongQuestion) -> String {
        "\(HTMLEscaping.escaped(question.id))<small>\(HTMLEscaping.escaped(question.style))</small>"
    }

    /// Isolated, since a text can hold marks that turn the direction of what follows.
    private static func text(of question: WrongQuestion) -> String {
        "<bdi lang=\"\(question.language.rawValue)\">\(HTMLEscaping.escaped(question.text))</bdi>"
    }

    /// The id of an intent, which may be broken after its dot.
    static func code(_ intent: Intent) -> String {
        "<code>\(HTMLEscaping.escaped(intent.rawValue).replacing(".", with: ".<wbr/>"))</code>"
    }

    /// A name as it is.
    static func code(_ name: String) -> String { "<code>\(HTMLEscaping.escaped(name))</code>" }
}
