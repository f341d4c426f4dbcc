import Content
import Foundation
import Knowledge
import Testing
import Text

/// What is wrong in the content is said, all of it, whatever else is wrong.
@Suite("Problems in the knowledge base")
struct LoadingTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path(percentEncoded: false)

    /// The problems of the product's own content after a file was changed.
    private func problems(in path: String, changing old: String, to new: String) throws -> [String] {
        let reader = ContentReader()
        var files = try ContentFolder.files(under: Self.root, named: "knowledge")
        let place = try #require(files.firstIndex { $0.path == path })
        let text = String(decoding: files[place].bytes, as: UTF8.self)
        let range = try #require(text.range(of: old), "the content no longer holds « \(old) »")
        files[place] = ContentFile(path: path, text: text.replacingCharacters(in: range, with: new))
        let base = KnowledgeBase.load(files: files, into: reader)
        #expect((base == nil) == reader.hasErrors)
        return reader.sortedProblems.map { problem in
            // Lines move as people edit: only what is said matters here.
            "\(problem.severity.rawValue): \(problem.message). \(problem.remedy ?? "")"
        }
    }

    @Test("a small broken file: everything is reported, at its place")
    func broken() {
        let reader = ContentReader()
        let file = ContentFile(
            path: "knowledge/barriers.yaml",
            text: """
                barriers:
                  - id: late-payment
                    title: {fr: Paiement tardif}
                    explanation: {fr: Ils paient tard., en: They pay late.}
                    sides: [seller]
                    stages: [bid]
                    complaints: {fr: [payé trop tard], en: [paid too late]}
                    source: [chantier-pem, "https://exemple"]
                    as-of: 1891
                    confidence: hihg
                    authority: core
                  - id: late-payment
                    titre: x
                solution: []

                """)
        #expect(KnowledgeBase.load(files: [file], into: reader) == nil)
        let expected = """
            knowledge/barriers.yaml:3:12: error: the key « en » is missing here. Add « en: … ».
            knowledge/barriers.yaml:5:13: error: unknown side « seller ». Write one of sme, buyer, intermediary.
            knowledge/barriers.yaml:6:14: error: unknown stage « bid ». Write one of prospecting, registration, \
            qualification, bidding, award, delivery-payment; did you mean « bidding »?
            knowledge/barriers.yaml:7:17: warning: 1 complaints in French, 1 in English. Write at least 15 in each.
            knowledge/barriers.yaml:8:14: error: unknown source « chantier-pem ». Write one of chantier-pme, \
            general-knowledge, https://…; did you mean « chantier-pme »?
            knowledge/barriers.yaml:8:28: error: « https://exemple » is no address. \
            Write it in full, as https://example.org/page.
            knowledge/barriers.yaml:9:12: error: 1891 is out of bounds. Write a number from 1990 to 2100.
            knowledge/barriers.yaml:10:17: error: unknown confidence « hihg ». Write one of high, medium, low; \
            did you mean « high »?
            knowledge/barriers.yaml:12:9: error: the barrier « late-payment » is already defined at \
            knowledge/barriers.yaml:2:9. Give one of the two another id.
            knowledge/barriers.yaml:13:5: error: unknown key « titre ». Write one of id, title, explanation, sides, \
            stages, complaints, source, as-of, confidence, authority, dimensions; did you mean « title »?
            knowledge/barriers.yaml:14:1: error: unknown part of the knowledge base « solution ». Write one of \
            certifications, barriers, solutions, actions, terms, guides, vocabulary, sources, organisation, chantier, \
            answer-words, questionnaire, says, answer-examples, documents-say, answer-phrases, question-wordings, \
            outside-topics; did you mean « solutions »?
            """
        let found = reader.sortedProblems.map(\.description)
        for line in expected.split(separator: "\n") { #expect(found.contains(String(line)), "\(found)") }
        #expect(found.contains { $0.hasPrefix("knowledge:1:1: error: no file defines « vocabulary »") })
    }

    @Test("a reference to nothing, with the nearest id")
    func reference() throws {
        #expect(
            try problems(
                in: "knowledge/actions.yaml", changing: "solutions: [debriefing]", to: "solutions: [debrifing]")
                == ["error: unknown solution « debrifing ». No such solution is defined; did you mean « debriefing »?"])
        #expect(
            try problems(
                in: "knowledge/guides.yaml", changing: "[document:doc-certificate-copy]",
                to: "[document:doc-certificate-coppy]")
                == [
                    "error: unknown document « doc-certificate-coppy ». No such document is defined; "
                        + "did you mean « doc-certificate-copy »?"
                ])
    }

    @Test("a name that leads to two entries")
    func sharedName() throws {
        let found = try problems(
            in: "knowledge/certifications/eco-responsible.yaml", changing: "fr: [e-peat,", to: "fr: [B-Corp, e-peat,")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("error: « B-Corp » already names the certification « b-corp », at ") == true)
    }

    @Test("a title missing from the vocabulary")
    func vocabulary() throws {
        #expect(
            try problems(
                in: "knowledge/vocabulary.yaml", changing: "    veterans:\n", to: "    veteran:\n"
            ).count == 2)
    }

    @Test("a condition on a choice that is none, and one on a later question")
    func condition() throws {
        let path = "knowledge/questionnaires/supplier-common.yaml"
        #expect(
            try problems(
                in: path, changing: "value: [scopes-1-2, scopes-1-2-3]", to: "value: [scope-1-2, scopes-1-2-3]")
                == [
                    "error: unknown choice of q-ghg-inventory « scope-1-2 ». Write one of not-measured, started, "
                        + "scopes-1-2, scopes-1-2-3; did you mean « scopes-1-2 »?"
                ])
        let later = try problems(
            in: path, changing: "question: q-ghg-inventory, is: in", to: "question: q-attestation, is: in")
        #expect(later.first?.hasPrefix("error: unknown earlier question « q-attestation »") == true)
    }

    @Test(
        "questions that cannot be asked as they are written",
        arguments: [
            (
                "question: q-ghg-inventory, is: in, value: [scopes-1-2, scopes-1-2-3]",
                "question: q-ghg-inventory, is: gt, value: 3",
                "error: « q-ghg-inventory » is of type single-choice, which « gt » does not compare. Compare numbers with"
            ),
            (
                "is: in, value: [scopes-1-2, scopes-1-2-3]", "is: includes-any, value: [scopes-1-2]",
                "error: « q-ghg-inventory » is of type single-choice, which « includes-any » does not compare."
            ),
            (
                "is: in, value: [scopes-1-2, scopes-1-2-3]", "is: in, value: []",
                "error: the condition names no choice. Name the choices, or take the condition out."
            ),
            (
                "section: diversity-inclusion", "section: identity-profile",
                "error: the section « identity-profile » has ended before. Put the questions in the order of the sections."
            ),
            (
                "  sections:\n", "  sections:\n    - {id: empty, fr: Vide, en: Empty}\n",
                "warning: the section « empty » has no question. Take it out, or give it one."
            ),
            (
                "required: true, must-be: true", "required: false, must-be: true",
                "error: must-be is for required questions of yes or no: nobody could give that answer."
            ),
            (
                "  tags:\n", "  tags:\n    - {id: diverse-owned, title: {fr: De femmes, en: Of women}, when: []}\n",
                "error: the id « diverse-owned » is already taken at"
            ),
        ])
    func question(old: String, new: String, expected: String) throws {
        let found = try problems(in: "knowledge/questionnaires/supplier-common.yaml", changing: old, to: new)
        #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
    }

    @Test(
        "roles that name nothing, or a question that cannot have them",
        arguments: [
            (
                "legal-name: q-legal-name", "legal-nam: q-legal-name",
                "error: unknown key « legal-nam ». Write one of legal-name, sharing-consent, attestation, business-number, "
                    + "organization-type, employees-count, regions-served, offer-summary, ownership-groups, accessibility, "
                    + "certifications-held, certification-expiry, evidence; did you mean « legal-name »?"
            ),
            (
                "    attestation: q-attestation\n", "",
                "error: the key « attestation » is missing here. Add « attestation: … »."
            ),
            (
                "legal-name: q-legal-name", "legal-name: q-legal-names",
                "error: unknown question « q-legal-names ». No such question is defined; did you mean « q-legal-name »?"
            ),
            (
                "certification-expiry: q-certification-expiry", "certification-expiry: q-legal-name",
                "error: « q-legal-name » is of type text, and the role « certification-expiry » needs date. "
                    + "Name another question, or give this one that type."
            ),
            (
                "{id: this-buyer,", "{id: that-buyer,",
                "error: unknown choice of sharing « that-buyer ». Write one of private, this-buyer, "
                    + "all-buyers-no-diversity, all-buyers; did you mean « this-buyer »?"
            ),
            (
                "{id: disability, fr: Personnes", "{id: disabled, fr: Personnes", "error: unknown group « disabled »."
            ),
            (
                "q-sharing-consent, q-attestation]", "q-sharing-consent]",
                "error: the short form « supplier-short » does not ask « q-attestation ». Add it to the short form."
            ),
        ])
    func role(old: String, new: String, expected: String) throws {
        let found = try problems(
            in: "knowledge/questionnaires/supplier-common.yaml", changing: old, to: new)
        #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
    }

    @Test("a question has the role that the content gives it")
    func roles() throws {
        let reader = ContentReader()
        let files = try ContentFolder.files(under: Self.root, named: "knowledge")
        let questionnaire = try #require(KnowledgeBase.load(files: files, into: reader)?.questionnaires.first)
        #expect(Set(questionnaire.roles.keys) == Set(Questionnaire.Role.allCases))
        #expect(questionnaire.question(for: .evidence)?.type == .evidence)
        let renamed = files.map { file in
            let text = String(decoding: file.bytes, as: UTF8.self)
            return ContentFile(path: file.path, text: text.replacing("q-sharing-consent", with: "q-sharing"))
        }
        let changed = try #require(KnowledgeBase.load(files: renamed, into: reader)?.questionnaires.first)
        #expect(changed.question(for: .sharingConsent)?.id == "q-sharing")
    }

    @Test("a text of documents that is missing, or has not its fields")
    func documents() throws {
        let path = "knowledge/vocabulary.yaml"
        #expect(
            try problems(
                in: path, changing: "limited-to: {fr: Limité à, en: Limited to}", to: "limited: {fr: a, en: b}"
            )
            .contains("error: the key « limited-to » is missing here. Add « limited-to: … ».")
        )
        #expect(
            try problems(in: path, changing: "from {first} to {last}", to: "from {first} on, {until}") == [
                "error: unknown field « until ». Write one of first, last.",
                "error: « from {first} on, {until} » lacks the field « {last} ». Write it where it is to stand.",
            ])
    }

    @Test("a barrier that no solution addresses, a confidence that no document bears, a name that nobody says")
    func entries() throws {
        func found(withConfidence confidence: String) throws -> [String] {
            try problems(
                in: "knowledge/barriers.yaml", changing: "barriers:\n",
                to: """
                    barriers:
                      - id: nobody-answers
                        title: {fr: Personne ne répond, en: Nobody answers}
                        explanation: {fr: On attend., en: One waits.}
                        sides: [sme]
                        stages: [bidding]
                        complaints: {fr: [personne ne me rappelle du tout], en: [nobody ever calls me back at all]}
                        source: [general-knowledge]
                        as-of: 2024
                        confidence: \(confidence)
                        authority: research

                    """)
        }
        #expect(
            try found(withConfidence: "high").contains {
                $0.hasPrefix("error: the confidence is high, but no source is a document. Cite a page")
            })
        #expect(
            try found(withConfidence: "low").contains {
                $0.hasPrefix("error: no solution addresses the barrier « nobody-answers »")
            })
        let name = "le nom que personne ne dira jamais de sa vie au complet"
        #expect(
            try problems(
                in: "knowledge/certifications/eco-responsible.yaml", changing: "fr: [e-peat,",
                to: "fr: [\(name), e-peat,")
                == ["error: this name has 12 words, more than 10: nobody says it so. Write what people call it."])
    }

    @Test("a fact from a year to come is refused by who asks for it")
    func future() throws {
        let files = try ContentFolder.files(under: Self.root, named: "knowledge")
        let reader = ContentReader()
        #expect(KnowledgeBase.load(files: files, into: reader, thisYear: 2001) == nil)
        #expect(reader.sortedProblems.contains { $0.description.contains("Write a number from 1990 to 2001.") })
        #expect(KnowledgeBase.load(files: files, into: ContentReader(), thisYear: 2100) != nil)
    }

    @Test("weights that do not add up, a scoring that does not suit")
    func scoring() throws {
        let path = "knowledge/questionnaires/supplier-common.yaml"
        #expect(
            try problems(in: path, changing: "environment: 35", to: "environment: 36")
                == ["error: the weights add up to 101. Make them add up to 100."])
        #expect(
            try problems(in: path, changing: "rule: choice,", to: "rule: yes-no,")
                == ["error: the rule yes-no does not suit the type single-choice. It suits yes-no only."])
    }

    @Test("a file that cannot be read does not hide behind what refers to it")
    func unread() throws {
        let found = try problems(in: "knowledge/barriers.yaml", changing: "barriers:\n", to: "barriers: [\n")
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("error: this is not valid YAML") == true)
    }

    @Test("ids and questionnaires that a conversation's state has no room for are refused")
    func room() throws {
        let path = "knowledge/questionnaires/supplier-common.yaml"
        let long = String(repeating: "q", count: 49)
        #expect(
            try problems(in: path, changing: "id: identity-profile", to: "id: \(long)").contains {
                $0.contains("this id has 49 characters")
            })
        let choices = (0..<200).map { "{id: a-choice-with-a-long-id-\($0), fr: Choix \($0), en: Choice \($0)}" }
        let changed = try problems(
            in: path, changing: "- {id: local-mrc,",
            to: "- \(choices.joined(separator: "\n        - "))\n        - {id: local-mrc,")
        #expect(changed.contains { $0.contains("bytes of a conversation's state") }, "\(changed)")
    }
}
