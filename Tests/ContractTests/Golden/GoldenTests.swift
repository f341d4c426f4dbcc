import Contract
import Dialogue
import Foundation
import Knowledge
import Questionnaires
import Reports
import TestContent
import TestTexts
import Testing
import Text

/// What people and programs get today, byte for byte, so that nothing of it changes unseen.
@Suite struct GoldenTests {
    private static let content = RealContent.content

    /// In French: questions of every day, then the short form with a few detours.
    private static let french = Result { () throws -> GoldenConversation in
        var conversation = GoldenConversation(try content.get(), in: .fr)
        for text in [
            "Bonjour", "Combien coûte B Corp?", "et pour l'obtenir?", "Quelles certifications pour des femmes?",
            "la suite", "Quels freins rencontrent les PME?", "blablabla", "Où trouver des fournisseurs autochtones?",
        ] {
            try conversation.say(text)
        }
        try conversation.pick("questionnaire.start")
        try conversation.say("Atelier Boréal inc.")
        try conversation.pick("questionnaire.back")
        try conversation.pick("questionnaire.cancel")
        try conversation.pick("yes")
        try conversation.complete(
            "supplier-short",
            answers: [
                "q-legal-name": "Atelier Boréal inc.", "q-employees-count": "1250",
                "q-offer-summary": "Meubles remis à neuf pour les villes et les écoles",
                "q-ownership-groups": "women", "q-ownership-share": "60", "q-ownership-control": "yes",
                "q-compliance-record": "yes", "q-sharing-consent": "all-buyers", "q-attestation": "yes",
            ])
        for choice in ["questionnaire.review", "indicator.explain", "indicator.improve"] {
            try conversation.pick(choice)
        }
        try conversation.send(#"{"text":"#)
        try conversation.pick("no such thing")
        try conversation.say("J'aimerais parler à une personne de votre équipe")
        try conversation.say("Allô?")
        try conversation.pick("handoff.return")
        try conversation.say("fournisseurs écoresponsables")
        try conversation.say("C'est quoi EcoVadis et combien coûte B Corp?")
        try conversation.send(#"{"text": "Combien coute la certif Ecocert?", "language": "fr", "explain": true}"#)
        try conversation.pick("privacy.forget")
        try conversation.pick("yes")
        return conversation
    }

    /// In English: the whole form.
    private static let english = Result { () throws -> GoldenConversation in
        var conversation = GoldenConversation(try content.get(), in: .en)
        for text in ["Hello", "What is EcoVadis?", "How much does it cost?", "Who can help me?"] {
            try conversation.say(text)
        }
        try conversation.complete(
            "supplier-common",
            answers: [
                "q-legal-name": "Kestrel Millwork Ltd.", "q-employees-count": "7",
                "q-offer-summary": "Store fixtures made from reclaimed wood",
                "q-env-management": "certified-system", "q-ghg-inventory": "scopes-1-2", "q-ghg-total": "42",
                "q-ownership-groups": "indigenous", "q-ownership-share": "100", "q-ownership-control": "yes",
                "q-compliance-record": "yes", "q-certification-expiry": "2027-03-31",
                "q-evidence-upload": "signed environmental policy", "q-sharing-consent": "all-buyers",
                "q-attestation": "yes",
            ])
        return conversation
    }

    private static func conversation(_ language: Language) throws -> GoldenConversation {
        switch language {
        case .fr: try french.get()
        case .en: try english.get()
        }
    }

    private static func submissions(_ language: Language) throws -> [SubmissionMessage] {
        try SubmissionMessage.submissions(inLines: Array(conversation(language).submissions.utf8))
    }

    @Test(arguments: Language.allCases)
    func repliesAreAsTheyWere(language: Language) throws {
        try GoldenFile.expect(Self.conversation(language).replies, toBe: "replies-\(language.rawValue).jsonl")
    }

    @Test(arguments: Language.allCases)
    func aSubmissionIsAsItWas(language: Language) throws {
        try #require(Self.submissions(language).count == 1)
        try GoldenFile.expect(Self.conversation(language).submissions, toBe: "submission-\(language.rawValue).json")
    }

    @Test(arguments: Language.allCases)
    func otherEventsAndTheStateAreAsTheyWere(language: Language) throws {
        let conversation = try Self.conversation(language)
        try GoldenFile.expect(conversation.events, toBe: "events-\(language.rawValue).jsonl")
        try GoldenFile.expect(conversation.largestState, toBe: "conversation-\(language.rawValue).json")
    }

    @Test(arguments: Language.allCases)
    func aReportIsAsItWas(language: Language) throws {
        let submission = try #require(try Self.submissions(language).first)
        let knowledge = try Self.content.get().engine.knowledge
        let report = SubmissionReport(
            of: submission, knowledge: knowledge, contentVersion: GoldenConversation.anyVersion,
            improvements: submission.improvements(limit: 5, knowledge: knowledge, language: language))
        try GoldenFile.expect(try #require(report).html, toBe: "report-\(language.rawValue).html")
    }

    @Test func suppliersSideBySideAreAsTheyWere() throws {
        let comparison = SubmissionComparison(
            of: try Language.allCases.flatMap(Self.submissions), knowledge: try Self.content.get().engine.knowledge,
            filter: .init(), language: .fr)
        #expect(comparison.count == 2)
        try GoldenFile.expect(comparison.commaSeparatedValues, toBe: "submissions-fr.csv")
    }

    @Test(arguments: [("supplier-short", Language.fr), ("supplier-common", .en)])
    func aQuestionnaireIsDrawnAsItWas(form: String, language: Language) throws {
        let knowledge = try Self.content.get().engine.knowledge
        let graph = QuestionnaireGraph(
            of: try #require(knowledge.questionnaire(form)), form: form, language: language,
            vocabulary: knowledge.vocabulary)
        try GoldenFile.expect(graph.svg, toBe: "graph-\(form)-\(language.rawValue).svg")
    }
}
