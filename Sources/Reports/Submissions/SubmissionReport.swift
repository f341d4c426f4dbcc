public import Contract
public import Knowledge
import Rendering
public import Text

/// A finished questionnaire as a document for a screen or a printer.
public struct SubmissionReport: Sendable {
    /// Something that would raise the indicator once it is done.
    public struct Improvement: Sendable, Hashable {
        /// What to do.
        public var title: String
        /// What the indicator would gain, in tenths of a point.
        public var gainInTenths: Int
        /// How to do it, what it takes.
        public var detail: String

        public init(title: String, gainInTenths: Int, detail: String) {
            self.title = title
            self.gainInTenths = gainInTenths
            self.detail = detail
        }
    }

    let reading: SubmissionFacts
    let wording: SubmissionWording
    private let contentVersion: String
    private let improvements: [Improvement]

    /// Nothing where the knowledge base has no such questionnaire.
    ///
    /// - Parameters:
    ///   - language: The language to write in; the submission's own if left out.
    ///   - contentVersion: What names the content that the report is written with.
    ///   - improvements: What would raise the indicator, in this language, the best first.
    public init?(
        of submission: SubmissionMessage, knowledge: KnowledgeBase, language: Language? = nil, contentVersion: String,
        improvements: [Improvement] = []
    ) {
        guard let reading = SubmissionFacts(submission, knowledge: knowledge) else { return nil }
        self.reading = reading
        self.contentVersion = contentVersion
        self.improvements = improvements
        wording = SubmissionWording(language: language ?? submission.language, vocabulary: knowledge.vocabulary)
    }

    /// The page, in UTF-8. It needs nothing else: no script, no font or picture from elsewhere.
    public var html: String {
        let sections = [raising, answers, claims, crosswalk, standing].joined(separator: "\n")
        return Page(
            language: wording.language, title: "\(name) – \(wording[.report])", pageWord: wording[.page],
            orientation: .portrait, style: SubmissionStyle.sheet,
            body: "\(head)\n<main>\n\(summary)\n\(sections)\n</main>\n\(foot)"
        ).html
    }

    var submission: SubmissionMessage { reading.submission }
    var questionnaire: Questionnaire { reading.questionnaire }
    var method: ScoringMethod { questionnaire.scoring }
    private var name: String { reading.legalName ?? wording[.noName] }

    private var head: String {
        let consent = questionnaire.question(for: .sharingConsent)?.choice(submission.consent.rawValue)
        var facts = [
            (
                SubmissionWord.completedOn,
                "<time datetime=\"\(HTMLEscaping.escaped(submission.completedAt))\">"
                    + "\(submission.day)</time>"
            ),
            (.answeredIn, wording.markup(reading.title)),
        ]
        if let consent { facts.append((.sharing, wording.markup(consent.text))) }
        if !reading.tags.isEmpty {
            facts.append((.tags, reading.tags.map { wording.markup($0.title) }.joined(separator: ", ")))
        }
        let list = facts.map { "<div><dt>\(wording.markup($0))</dt><dd>\($1)</dd></div>" }.joined(separator: "\n")
        return """
            <header>
            <p class="kind">\(wording.markup(.report))</p>
            <h1>\(HTMLEscaping.escaped(name))</h1>
            <dl class="facts">
            \(list)
            </dl>
            <p class="always">\(wording.markup(method.alwaysSay)) \(wording.markup(.reconstructed)).</p>
            </header>
            """
    }

    private var raising: String {
        guard !improvements.isEmpty else { return "" }
        let rows = improvements.map { improvement in
            """
            <tr><th scope="row">\(wording.markup(improvement.title))</th>\
            <td class="number">+\(wording.tenths(improvement.gainInTenths))</td>\
            <td>\(wording.markup(improvement.detail))</td></tr>
            """
        }
        let table = Page.table(
            caption: wording[.improvements], isCaptionHidden: true, classes: "improvements stacked",
            head: [wording[.step], wording[.gain], wording[.howTo]], rows: rows)
        return section(
            "improvements", .improvements, "<p class=\"note\">\(wording.markup(.improvementsNote))</p>\n\(table)",
            isShort: true)
    }

    private var standing: String {
        let texts = [
            (SubmissionWord.standingTitle, questionnaire.standing), (.method, method.overall),
            (.completeness, method.completeness), (.assurance, method.assurance),
        ]
        let items = texts.map { "<p><b>\(wording.markup($0))\(wording.colon)</b>\(wording.markup($1))</p>" }
        return section("standing", .standing, items.joined(separator: "\n"), isShort: true)
    }

    private var foot: String {
        let version = submission.knowledgeVersion
        var parts = [
            "\(wording.markup(.informationFrom)) \(questionnaire.provenance.asOf)",
            "\(wording.markup(.versions))\(wording.colon)\(HTMLEscaping.escaped(version))",
        ]
        // The words and the correspondences are today's, though the answers and the score are not.
        if version != contentVersion {
            parts.append("\(wording.markup(.shownOn))\(wording.colon)\(HTMLEscaping.escaped(contentVersion))")
        }
        return "<footer class=\"note\"><p>\(parts.joined(separator: "; ")).</p></footer>"
    }

    func section(_ id: String, _ title: SubmissionWord, _ body: String, isShort: Bool = false) -> String {
        """
        <section\(isShort ? " class=\"short\"" : "") aria-labelledby="\(id)">
        <h2 id="\(id)">\(wording.markup(title))</h2>
        \(body)
        </section>
        """
    }
}
