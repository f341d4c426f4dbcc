import Contract
import Dialogue
import Foundation
import Knowledge
import Questionnaires
import Rendering
import Reports
import TestContent
import TestTexts
import Testing
import Text

/// What a person writes comes back as text and as nothing else, on every way by which it comes back.
@Suite struct EchoTests {
    private static let content = RealContent.content

    /// A person who sends one question after the other, in one conversation.
    private struct Person {
        private let dialogue: InMemorySession
        private(set) var lines: [String] = []

        init() throws { dialogue = InMemorySession(content: try EchoTests.content.get()) }

        /// - Returns: The reply.
        @discardableResult mutating func send(_ fields: [String: Any]) throws -> [String: Any] {
            var fields = fields
            fields["conversation"] = "c"
            fields["language"] = "fr"
            let line = String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self)
            lines.append(dialogue.answer(line: line, now: 1_767_323_045_678))
            return try reply(lines.count - 1)
        }

        func reply(_ place: Int) throws -> [String: Any] {
            try #require(
                try JSONSerialization.jsonObject(with: Data(lines[place].utf8)) as? [String: Any], "\(lines[place])")
        }
    }

    /// The kinds of question that a person can answer with words of their own, each by the choice that opens it.
    private static let opened = [
        "q-legal-name", "q-offer-summary", "q-env-policy", "q-regions-served", "q-employees-count",
    ]

    private func conversation(of text: String) throws -> Person {
        var person = try Person()
        try person.send(["text": text])
        try person.send(["text": "/" + text])
        try person.send(["text": "/certification.cost certification=" + text.filter { $0 != " " }])
        try person.send(["text": "/help number=" + text.filter { $0 != " " }])
        try person.send(["text": text, "explain": true, "channel": text])
        try person.send(["choice": "questionnaire.start"])
        for question in Self.opened {
            try person.send(["choice": "questionnaire.edit question=\(question)"])
            try person.send(["text": text])
            try person.send(["choices": [text]])
            try person.send(["choice": text])
            try person.send(["text": "1, " + text])
        }
        try person.send(["choice": "questionnaire.review"])
        try person.send(["choice": "repeat"])
        try person.send(["choice": "human.handoff"])
        return person
    }

    @Test func nothingOfAPersonLivesInAReply() throws {
        var numbers = SeededNumbers(seed: 10)
        for _ in 0..<25 {
            let text = HostileText.text(&numbers)
            let person = try conversation(of: text)
            for (place, line) in person.lines.enumerated() {
                #expect(!HostileText.hasHidden(line), "\(text.debugDescription) at \(place)")
                let reply = try person.reply(place)
                guard let markdown = reply["markdown"] as? String, let plain = reply["text"] as? String else {
                    continue
                }
                #expect(!HostileText.hasHidden(markdown) && !HostileText.hasHidden(plain))
                let problem = (reply["questionnaire"] as? [String: Any])?["problem"] as? [String: Any]
                let rejected = reply["rejected"] as? [String: Any]
                for message in [problem?["message"], rejected?["message"]].compactMap({ $0 as? String }) {
                    #expect(!HostileText.hasHidden(message))
                    #expect(!message.contains("@channel") && !message.contains("<!") && !message.contains("<@"))
                }
                // Answers from the content link to their sources; what is led through does not.
                guard reply["outcome"] as? String == "questionnaire" || reply["outcome"] as? String == "rejected" else {
                    continue
                }
                #expect(!HostileText.isLive(markdown: markdown), "\(text.debugDescription) at \(place): \(markdown)")
                #expect(!plain.contains("@channel") && !plain.contains("<!") && !plain.contains("<@"))
            }
        }
    }

    @Test(arguments: [
        "Écobois & fils inc.", "L'Œuvre (2020) — « à l'heure »", "a_b*c #1 <3", "שלום בע״מ", "👩🏽\u{200D}💻 Studio",
        "C:\\Atelier",
    ])
    func aNameComesBackAsItWasWritten(name: String) throws {
        var person = try Person()
        try person.send(["choice": "questionnaire.start"])
        try person.send(["choice": "questionnaire.edit question=q-legal-name"])
        try person.send(["text": name])
        let review = try person.send(["choice": "questionnaire.review"])
        // French sets the spaces of a whole reply.
        let text = (review["text"] as? String)?.replacing("\u{A0}", with: " ")
        #expect(text?.contains(name) == true, "\(review)")
    }

    @Test func terminalSequencesOfAnAnswerDoNotComeBack() throws {
        var person = try Person()
        try person.send(["choice": "questionnaire.start"])
        try person.send(["text": "Acme\u{1B}]0;pwn\u{7}\u{1B}[2J \u{202E}evil"])
        let review = try person.send(["choice": "questionnaire.review"])
        #expect((review["text"] as? String)?.contains("Acme]0;pwn[2J evil") == true)
        let refused = try person.send(["choices": ["\u{0}\u{1B}[31m"]])
        #expect((refused["markdown"] as? String)?.contains("\\[31m") == true)
    }

    // MARK: - Submissions

    private func submission(_ text: String) -> SubmissionMessage {
        SubmissionMessage(
            conversation: text, run: text, questionnaire: "supplier-common", questionnaireVersion: text,
            form: "supplier-common", language: .fr, startedAt: 0, completedAt: 1_767_323_045_678,
            answers: [
                .init(question: "q-legal-name", value: .text(text)),
                .init(question: text, value: .list([text, text])),
                .init(question: "q-offer-summary", value: .text(text)),
                .init(
                    question: "q-env-policy", value: .text(text),
                    evidence: [.init(kind: .document, id: text, note: text)]),
                .init(
                    question: "q-env-management", value: .text("certified-system"),
                    evidence: [.init(kind: .certification, id: "iso-14001", note: text)]),
            ],
            indicator: .init(overall: 70, completeness: 80, parts: [], assurance: .init(level: .declared, percent: 1)),
            tags: [text], sharing: "all-buyers", knowledgeVersion: text)
    }

    @Test func nothingOfASupplierLivesInReportsAndComparisons() throws {
        let knowledge = try Self.content.get().engine.knowledge
        var numbers = SeededNumbers(seed: 11)
        for _ in 0..<60 {
            let text = HostileText.text(&numbers)
            let message = submission(text)
            #expect(!HostileText.hasHidden(String(decoding: message.value, as: UTF8.self)))
            #expect(try SubmissionMessage(value: message.value) == message)
            let report = try #require(SubmissionReport(of: message, knowledge: knowledge, contentVersion: text))
            let comparison = SubmissionComparison(of: [message], knowledge: knowledge, filter: .init(), language: .fr)
            for page in [report.html, comparison.html] {
                #expect(!HostileText.hasHidden(page), "\(text.debugDescription)")
                #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<http"))
            }
            let table = comparison.commaSeparatedValues
            #expect(!HostileText.computes(table: table), "\(table.debugDescription)")
            #expect(!HostileText.hasHidden(table.replacing("\r\n", with: "\n").replacing("\u{FEFF}", with: "")))
            #expect(!HostileText.hasHidden(comparison.text))
        }
    }

    @Test func aNameReadsBackFromTheTable() throws {
        let knowledge = try Self.content.get().engine.knowledge
        for name in ["Acme;=1+1", "Écobois, fils & cie", "=HYPERLINK(\"x\")", "L'\"Atelier\""] {
            let comparison = SubmissionComparison(
                of: [submission(name)], knowledge: knowledge, filter: .init(), language: .fr)
            let rows = try CommaSeparatedValues.rows(of: comparison.commaSeparatedValues)
            #expect(CommaSeparatedValues.original(rows[1][1]) == name)
        }
    }
}
