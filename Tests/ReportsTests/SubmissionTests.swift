import Contract
import Dialogue
import Foundation
import Knowledge
import Questionnaires
import Rendering
import Reports
import TestContent
import Testing
import Text

/// Finished questionnaires as messages, as reports and side by side, on the real content.
@Suite struct SubmissionTests {
    private static let content = RealContent.content

    private var knowledge: KnowledgeBase { get throws { try Self.content.get().engine.knowledge } }

    private func submission(
        _ conversation: String = "c1", name: String = "Atelier Boréal inc.",
        completedAt: RecordTime = 1_767_323_045_678,
        sharing: String? = "all-buyers", overall: Int? = 72, assurance: EvidenceLevel = .documented,
        answers: [SubmissionMessage.Answer] = []
    ) -> SubmissionMessage {
        SubmissionMessage(
            conversation: conversation, run: "r1", questionnaire: "supplier-common", questionnaireVersion: "1",
            form: "supplier-common", language: .fr, startedAt: 1_767_322_000_000, completedAt: completedAt,
            answers: [
                .init(question: "q-legal-name", value: .text(name)),
                .init(question: "q-employees-count", value: .number(1250)),
                .init(
                    question: "q-env-management", value: .text("certified-system"),
                    evidence: [.init(kind: .certification, id: "iso-14001", note: "CERT-42")]),
                .init(
                    question: "q-env-policy", value: .text("written"),
                    evidence: [.init(kind: .document, id: "doc-environment-policy")]),
                .init(question: "q-ownership-groups", value: .list(["women"])),
                .init(question: "q-ownership-share", value: .number(60)),
                .init(question: "q-ownership-control", value: .flag(true)),
                .init(question: "q-compliance-record", value: .flag(true)),
            ] + answers,
            indicator: .init(
                overall: overall, completeness: 88,
                parts: [
                    .init(id: .environment, score: 74, answered: 7, of: 8),
                    .init(id: .social, score: 66, answered: 4, of: 4),
                    .init(id: .governance, score: 81, answered: 4, of: 4),
                    .init(id: .diversity, score: 59, answered: 3, of: 3),
                    .init(id: .innovation, score: nil, answered: 0, of: 4),
                ],
                assurance: .init(level: assurance, percent: 43)),
            tags: ["diverse-owned"], sharing: sharing, knowledgeVersion: "abc")
    }

    private func report(_ submission: SubmissionMessage, language: Language? = nil) throws -> String {
        let report = try #require(
            SubmissionReport(of: submission, knowledge: try knowledge, language: language, contentVersion: "abc"))
        return report.html
    }

    private func comparison(
        _ submissions: [SubmissionMessage], _ filter: SubmissionComparison.Filter = .init()
    ) throws -> SubmissionComparison {
        SubmissionComparison(of: submissions, knowledge: try knowledge, filter: filter, language: .fr)
    }

    @Test func aMessageIsAsTheContractHasIt() throws {
        let value = submission().value
        let object = try #require(try JSONSerialization.jsonObject(with: Data(value)) as? [String: Any])
        #expect(object["declaredBy"] as? String == "self")
        #expect(object["completedAt"] as? String == "2026-01-02T03:04:05.678Z")
        let answers = try #require(object["answers"] as? [[String: Any]])
        #expect(answers[0]["value"] as? String == "Atelier Boréal inc.")
        #expect(answers[1]["value"] as? Int == 1250)
        #expect(answers[4]["value"] as? [String] == ["women"])
        #expect(answers[6]["value"] as? Bool == true)
        #expect((answers[2]["evidence"] as? [[String: String]])?.first?["id"] == "iso-14001")
        #expect((object["indicator"] as? [String: Any])?["overall"] as? Int == 72)
        #expect(try SubmissionMessage(value: value) == submission())
    }

    @Test func whatIsNoSubmissionIsToldWithItsPlace() throws {
        #expect {
            try SubmissionMessage.submissions(inLines: submission().value + Array("\n\n{\"run\":1}\n".utf8))
        } throws: { error in
            let error = error as? JSONLines.Unreadable
            return error?.problems.map(\.line) == [3]
                && error?.description.contains("the field « conversation » is missing") == true
        }
    }

    @Test func severalSubmissionsAreNotTakenForOne() throws {
        let line = String(decoding: submission().value, as: UTF8.self)
        #expect(try SubmissionMessage.submissions(inLines: "\(line)\n\(line)\n".utf8) == [submission(), submission()])
        let error = #expect(throws: SubmissionMessage.Unreadable.self) {
            try SubmissionMessage(value: "\(line)\n\(line)\n".utf8)
        }
        #expect(error?.text.text(in: .en).contains("it holds 2 submissions, a line each, and one is wanted") == true)
    }

    @Test func answersAreKeptInPlainForm() {
        #expect(SubmissionValue(AnswerValue.choice("written")) == .text("written"))
        #expect(SubmissionValue(AnswerValue.choices(["a", "b"])) == .list(["a", "b"]))
        let evidence = AnswerValue.evidence([
            .init(kind: .document, id: "doc-photo"), .init(kind: .document, id: "", note: "lettre"),
        ])
        #expect(SubmissionValue(evidence) == .list(["doc-photo", "lettre"]))
    }

    @Test(arguments: Language.allCases)
    func aReportSaysWhatItIsWorth(language: Language) throws {
        let html = try report(submission(), language: language)
        let method = try #require(try knowledge.questionnaires.first).scoring
        #expect(html.contains("<html lang=\"\(language.rawValue)-CA\">"))
        #expect(html.contains(HTMLEscaping.escaped(method.alwaysSay[language])))
        #expect(html.contains(language == .fr ? "non celui de l&#39;ECPAR" : "not ECPAR&#39;s own"))
        #expect(html.contains("Atelier Boréal inc.") && html.contains("datetime=\"2026-01-02T03:04:05.678Z\""))
        #expect(!html.contains("<script") && !html.contains("@import"))
    }

    @Test func aReportSaysWhereAClaimIsChecked() throws {
        let html = try report(submission())
        let scheme = try #require(try knowledge.certification("iso-14001"))
        #expect(
            html.contains(HTMLEscaping.escaped(scheme.verification.fr.prefix { $0 != ":" && $0 != "«" }.description)))
        #expect(html.contains("href=\"\(try #require(scheme.url))\""))
        #expect(html.contains("CERT-42"))
    }

    @Test func onlyQuestionsThatWereShownAreReported() throws {
        let html = try report(submission())
        #expect(html.contains("id=\"q-ownership-share\"") && html.contains("60\u{A0}%"))
        #expect(!html.contains("id=\"q-ghg-total\""))
        #expect(html.contains("1\u{A0}250"))
    }

    @Test func anAnswerWithoutAPlaceIsNotLost() throws {
        let html = try report(submission(answers: [.init(question: "q-of-old", value: .text("ancienne réponse"))]))
        #expect(html.contains("q-of-old") && html.contains("ancienne réponse"))
    }

    @Test func withTooFewAnswersNoIndicatorIsShown() throws {
        let html = try report(submission(overall: nil))
        #expect(html.contains("Non montré") && !html.contains("72 <small>"))
    }

    @Test func whatASupplierWritesStaysText() throws {
        let name = "<script>alert(1)</script> & \u{202E}fils"
        let html = try report(submission(name: name))
        #expect(html.contains("&lt;script&gt;") && !html.contains("<script") && !html.contains("\u{202E}"))
        let table = try comparison([submission(name: "=HYPERLINK(\"x\")")])
        #expect(table.commaSeparatedValues.contains("\"'=HYPERLINK(\"\"x\"\")\""))
        #expect(try !comparison([submission(name: "\u{1B}[2JX")]).text.contains("\u{1B}"))
    }

    @Test func aPageIsWellFormed() throws {
        for html in [try report(submission()), try comparison([submission()]).html] {
            var open: [Substring] = []
            for piece in html.split(separator: "<").dropFirst() {
                let tag = piece.prefix { $0 != ">" }
                if tag.hasPrefix("/") {
                    #expect(open.popLast() == tag.dropFirst())
                } else if !tag.hasSuffix("/") {
                    open.append(tag.prefix { $0 != " " })
                }
            }
            #expect(open.isEmpty)
        }
    }

    @Test func theNewestOfAConversationCounts() throws {
        let old = submission(name: "Ancien nom", completedAt: 1_700_000_000_000)
        let new = submission(name: "Nouveau nom")
        for order in [[old, new], [new, old]] {
            let table = try comparison(order)
            #expect(table.count == 1 && table.text.contains("Nouveau nom"))
        }
    }

    @Test func whatIsNotSharedIsNotCompared() throws {
        let kept = submission("a", sharing: "private")
        let invited = submission("b", sharing: "this-buyer")
        let unsaid = submission("c", sharing: nil)
        let table = try comparison([kept, invited, unsaid, submission("d")])
        #expect(table.count == 1 && table.unshared == 3)
        #expect(try comparison([kept, invited], .init(hasInvited: true)).count == 1)
        let earlier = submission("a", completedAt: 1_700_000_000_000)
        #expect(try comparison([earlier, kept]).count == 0)
    }

    @Test func diversityIsShownAndSoughtOnlyWhereItIsShared() throws {
        let held = SubmissionMessage.Answer(question: "q-certifications-held", value: .list(["diversity-certificate"]))
        let open = submission("a", answers: [held])
        let closed = submission("b", sharing: "all-buyers-no-diversity", answers: [held])
        let table = try comparison([closed])
        #expect(table.count == 1 && table.text.contains("non partagé"))
        for text in [table.text, table.commaSeparatedValues, table.html] {
            #expect(!text.contains("issue de la diversité") && !text.contains("Certificat de diversité"))
        }
        #expect(try comparison([open]).text.contains("Propriété issue de la diversité"))
        #expect(try comparison([open, closed], .init(group: .women)).count == 1)
        #expect(try comparison([open, closed], .init(group: .veterans)).count == 0)
        #expect(try comparison([open, closed], .init(dimension: .diversity)).count == 1)
    }

    @Test func suppliersAreSoughtByDimensionAndAssurance() throws {
        let all = [
            // What the message says of it is what was claimed once.
            submission("a", assurance: .certified), submission("b", assurance: .declared, answers: [Self.described]),
        ]
        #expect(try comparison(all, .init(assurance: .declared)).count == 2)
        #expect(try comparison(all, .init(assurance: .documented)).count == 1)
        #expect(try comparison(all, .init(assurance: .certified)).count == 0)
        let rows = try CommaSeparatedValues.rows(of: comparison(all).commaSeparatedValues)
        #expect(rows[1].contains("Déclaré") && !rows[1].contains("43"))
        #expect(rows[2].contains("Documenté (pièce décrite, non vérifiée)"))
        #expect(try comparison(all, .init(dimension: .ecoResponsible)).count == 2)
        #expect(try comparison(all, .init(dimension: .innovation)).count == 0)
    }

    private static let profile: [SubmissionMessage.Answer] = [
        .init(question: "q-business-number", value: .text("1141234567")),
        .init(question: "q-regions-served", value: .list(["all-quebec", "rest-canada"])),
        .init(
            question: "q-offer-summary",
            value: .text(
                "Mobilier de bureau remis à neuf pour les édifices publics, avec la livraison et l'installation.")),
    ]

    @Test func aBuyerSeesWhomToTurnToAndForWhat() throws {
        var message = submission(answers: Self.profile)
        message.replaces = "r0"
        let table = try comparison([message])
        let territory = "Tout le Québec; Ailleurs au Canada"
        for text in [table.commaSeparatedValues, table.html, table.json] {
            for part in ["1141234567", territory, "1\u{A0}250\u{A0}personnes (ETP)", "la livraison et"] {
                #expect(text.contains(part), "\(part)")
            }
        }
        // A terminal has the beginning of a long text.
        #expect(
            table.text.contains("1141234567") && table.text.contains("Mobilier de bureau remis à neuf pour les édific"))
        #expect(!table.text.contains("installation"))
        #expect(table.text.contains("Déclarations corrigées, qui remplacent une déclaration antérieure"))
        let rows = try CommaSeparatedValues.rows(of: table.commaSeparatedValues)
        #expect(rows[0].suffix(2) == ["Déclaration", "Remplace"] && rows[1].suffix(2) == ["r1", "r0"])
        let json = try JSONSerialization.jsonObject(with: Data(table.json.utf8)) as? [[String: Any]]
        #expect(json?.first?["replaces"] as? String == "r0" && json?.first?["completedOn"] as? String == "2026-01-01")
        #expect((json?.first?["assurance"] as? [String: Any])?["level"] as? String == "declared")
    }

    @Test func whatSharingDoesNotCoverIsNotSeen() throws {
        for (sharing, hasInvited) in [("private", true), ("this-buyer", false)] {
            let table = try comparison(
                [submission(sharing: sharing, answers: Self.profile)], .init(hasInvited: hasInvited))
            for text in [table.text, table.commaSeparatedValues, table.html, table.json] {
                #expect(!text.contains("1141234567") && !text.contains("Mobilier"))
            }
        }
        let closed = try comparison([submission(sharing: "all-buyers-no-diversity", answers: Self.profile)])
        #expect(closed.json.contains("1141234567") && !closed.json.contains("overall"))
        #expect(!closed.json.contains("diversity") && !closed.json.contains("diverse-owned"))
    }

    /// Documents that are described to back both answers on the environment.
    private static let described = SubmissionMessage.Answer(
        question: "q-evidence-upload", value: .list(["doc-action-plan"]),
        evidence: [.init(kind: .document, id: "doc-action-plan")])

    private static func held(_ schemes: [String], until day: String?) -> [SubmissionMessage.Answer] {
        [.init(question: "q-certifications-held", value: .list(schemes))]
            + (day.map { [.init(question: "q-certification-expiry", value: .text($0))] } ?? [])
    }

    @Test(arguments: [
        // The questionnaire was completed on 2 January 2026 at 3:04 UTC: on the 1st, in Québec.
        ("2026-01-01", true), ("2025-12-31", false), ("2024-05-01", false),
    ])
    func aClaimIsShownAsOneAndAnExpiredOneNotAtAll(day: String, counts: Bool) throws {
        let held = submission(answers: Self.held(["b-corp", "cid-ecoresponsable"], until: day))
        let (html, table) = (try report(held), try comparison([held]))
        let claim = "Déclaré (certification affirmée)"
        #expect(html.contains("<p class=\"grade\">\(claim)\u{A0}:") == counts)
        #expect(html.contains("peut être échu") == !counts)
        for text in [table.text, table.commaSeparatedValues, table.html] { #expect(text.contains(claim) == counts) }
        for text in [html, table.text, table.commaSeparatedValues, table.html] {
            #expect(!text.contains("Certifié") && !text.contains("Vérifié"))
        }
    }

    @Test func whatIsNotInPlaceHasNoLevelInTheReport() throws {
        let html = try report(
            submission(answers: [
                .init(question: "q-ghg-inventory", value: .text("not-measured")), Self.described,
                .init(question: "q-waste-practices", value: .list(["no-practice"])),
                .init(question: "q-certifications-held", value: .list(["no-certificate"])),
            ]))
        for (question, level) in [
            ("q-ghg-inventory", "–"), ("q-waste-practices", "–"), ("q-ghg-target", "–"),
            ("q-certifications-held", ""), ("q-env-policy", "Documenté (pièce décrite, non vérifiée)"),
            ("q-compliance-record", "Déclaré"),
        ] {
            let row = try #require(
                html.split(separator: "<tr id=\"\(question)\">").last?.split(separator: "</tr>").first)
            let cell = try #require(row.split(separator: "<td>", omittingEmptySubsequences: false).last)
            let text = cell.split(separator: "<").compactMap { $0.split(separator: ">", maxSplits: 1).last }.filter {
                !$0.contains("/") && !$0.contains("class")
            }
            #expect(text.joined() == level, "\(question)")
        }
    }

    @Test func withoutADocumentNoShareIsSpokenOf() throws {
        let bare = submission(answers: Self.held(["b-corp"], until: "2030-01-01"))
        var message = bare
        message.answers.removeAll { $0.question == "q-env-policy" }
        let html = try report(message)
        #expect(html.contains("Aucune pièce n&#39;est décrite") && !html.contains("du poids est appuyé"))
        #expect(try report(bare).contains("du poids est appuyé par une pièce décrite, non vérifiée"))
    }

    @Test func aDayIsThatOfQuebec() throws {
        // 0:01 on 30 November in UTC: 19:01 on the 29th in Montréal.
        let evening = submission(completedAt: 1_795_996_860_000)
        #expect(evening.completedAt == "2026-11-30T00:01:00.000Z")
        #expect(try report(evening).contains(">2026-11-29</time>"))
        let table = try comparison([evening])
        for text in [table.text, table.commaSeparatedValues, table.html] { #expect(text.contains("2026-11-29")) }
    }

    @Test func aTableIsInAlphabeticalOrder() throws {
        let table = try comparison(
            ["Zeste", "Écobois", "Atelier"].enumerated().map { submission("c\($0)", name: $1) })
        let rows = try CommaSeparatedValues.rows(of: table.commaSeparatedValues)
        #expect(rows.dropFirst().map { $0[1] } == ["Atelier", "Écobois", "Zeste"])
        #expect(Set(rows.map(\.count)).count == 1)
        #expect(try comparison([]).json == "[]\n")
    }
}
