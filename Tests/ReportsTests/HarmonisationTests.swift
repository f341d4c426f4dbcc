import Dialogue
import Foundation
import Knowledge
import Rendering
import Reports
import TestContent
import TestTexts
import Testing
import Text
import Understanding

/// Buyers' questionnaires beside the common base, on the real content.
@Suite struct HarmonisationTests {
    /// The questionnaires of `Tests/Questionnaires`. The thresholds were chosen on the first two only.
    private static let files = ["bank.csv", "city.csv", "retailer.csv", "health-network.csv"]

    private static func text(of file: String) throws -> String {
        try String(contentsOfFile: "\(RealContent.root)/Tests/Questionnaires/\(file)", encoding: .utf8)
    }

    private static func harmonisation(of questionnaires: [BuyerQuestionnaire]) throws -> Harmonisation {
        let engine = try RealContent.engine
        return Harmonisation(
            of: questionnaires, with: try #require(engine.knowledge.questionnaires.first), by: engine.interpreter,
            vocabulary: engine.knowledge.vocabulary)
    }

    private static func harmonisation(of files: [String]) throws -> Harmonisation {
        try harmonisation(
            of: files.map { try BuyerQuestionnaire(name: $0, commaSeparatedValues: text(of: $0)) })
    }

    private static let all = Result { try harmonisation(of: files) }

    /// What a person says that each question of a file asks, by its row: an id of the base, or `none`.
    private static func expectations(of file: String) throws -> [Int: String] {
        let table = try CommaSeparatedValues.rows(of: text(of: file))
        return Dictionary(uniqueKeysWithValues: table.enumerated().dropFirst().map { ($0 + 1, $1[1]) })
    }

    @Test(arguments: files)
    func matchesAreRightAndMany(file: String) throws {
        let harmonisation = try Self.harmonisation(of: [file])
        let expected = try Self.expectations(of: file)
        #expect(harmonisation.correspondences.count == expected.count)
        let matches = harmonisation.correspondences.filter { $0.verdict == .match }
        let right = matches.count { $0.question == expected[$0.row.number] }
        let inBase = expected.values.count { $0 != "none" }
        #expect(right * 100 >= matches.count * 90, "\(right) of \(matches.count) matches are right")
        #expect(right * 100 >= inBase * 75, "\(right) of \(inBase) questions that the base has are matched rightly")
    }

    @Test func everyQuestionIsOnceInTheCrosswalk() throws {
        let harmonisation = try Self.all.get()
        let rows = harmonisation.crosswalk(in: .en)
        #expect(rows.count == harmonisation.questionnaires.reduce(1) { $0 + $1.rows.count })
        #expect(Set(rows.map(\.count)) == [10])
        for row in rows.dropFirst() {
            #expect(["match", "doubtful", "none"].contains(row[6]))
            #expect(row[3].isEmpty == (row[6] == "none"))
            let score = try #require(Int(row[5]))
            #expect((0...1000).contains(score) && (Int(row[9]) ?? 0) <= score)
        }
    }

    @Test func theCrosswalkReadsBackAsItWasWritten() throws {
        let harmonisation = try Self.all.get()
        let text = harmonisation.commaSeparatedValues(in: .fr)
        #expect(text.hasPrefix(CommaSeparatedValues.byteOrderMark))
        let rows = try CommaSeparatedValues.rows(of: text)
        // Reasons may begin with the @ of a kind of thing, which a spreadsheet would compute.
        #expect(rows.map { $0.map(CommaSeparatedValues.original) } == harmonisation.crosswalk(in: .fr))
    }

    @Test func allAskOneAsksAndNobodyAsks() throws {
        let harmonisation = try Self.harmonisation(of: [
            questionnaire("a", "What is your organization's legal name?", "Do you have ethics rules?"),
            questionnaire("b", "Quel est le nom légal de votre entreprise?", "Quelle est la couleur de vos camions?"),
        ])
        #expect(harmonisation.askedByAll.map(\.id) == ["q-legal-name"])
        #expect(harmonisation.askedByOne.map(\.question.id) == ["q-ethics-code"])
        #expect(harmonisation.askedByOne.map(\.questionnaire) == [0])
        #expect(harmonisation.askedByNone.contains { $0.id == "q-ghg-total" })
        #expect(!harmonisation.askedByNone.contains { $0.id == "q-legal-name" || $0.id == "q-ethics-code" })
    }

    @Test func aNearTieIsLeftToAPerson() throws {
        let harmonisation = try Self.harmonisation(of: [
            questionnaire("a", "Do you have a documented environmental policy approved by senior management?")
        ])
        let correspondence = try #require(harmonisation.correspondences.first)
        #expect(correspondence.verdict == .doubtful && correspondence.candidates.count == 2)
        #expect(harmonisation.askedByAll.isEmpty && harmonisation.askedByOne.isEmpty)
        #expect(harmonisation.doubtful == [correspondence])
    }

    @Test func aMatchSaysWhatIsShared() throws {
        let harmonisation = try Self.harmonisation(of: [questionnaire("a", "Do you measure your GHG emissions?")])
        let correspondence = try #require(harmonisation.correspondences.first)
        #expect(correspondence.question == "q-ghg-inventory")
        #expect(correspondence.candidates[0].shared.contains("emission"))
    }

    @Test func anEmptyOrForeignQuestionIsNotInTheBase() throws {
        let harmonisation = try Self.harmonisation(of: [questionnaire("a", "???", "Ωμέγα 42", "🐟")])
        #expect(harmonisation.correspondences.allSatisfy { $0.verdict == .none && $0.question == nil })
        #expect(harmonisation.lacking.count == 3)
    }

    @Test func thePageIsWellFormedAndShowsTextsAsText() throws {
        let harmonisation = try Self.harmonisation(of: [
            questionnaire("<b>.csv", "<script>alert('GES')</script>", "Quel est le nom légal de votre entreprise?")
        ])
        for language in Language.allCases {
            let html = harmonisation.html(in: language)
            #expect(!html.contains("<script") && html.contains("&lt;script&gt;") && html.contains("&lt;b&gt;.csv"))
            for question in harmonisation.base.questions { #expect(html.contains("<code>\(question.id)</code>")) }
        }
    }

    @Test func formulasOfOthersAreNotComputed() throws {
        let harmonisation = try Self.harmonisation(of: [questionnaire("a", "=HYPERLINK(\"http://example.org\")")])
        let rows = try CommaSeparatedValues.rows(of: harmonisation.commaSeparatedValues(in: .en))
        #expect(rows[1][2] == "'=HYPERLINK(\"http://example.org\")")
    }

    @Test func nothingOfABuyerLivesInPagesTablesAndTexts() throws {
        var numbers = SeededNumbers(seed: 20)
        for _ in 0..<8 {
            let texts = (0..<4).map { _ in HostileText.text(&numbers) }
            let harmonisation = try Self.harmonisation(of: [
                BuyerQuestionnaire(name: texts[0], rows: texts.map { .init(number: 2, text: $0) })
            ])
            let page = harmonisation.html(in: .fr)
            #expect(!HostileText.hasHidden(page) && !page.contains("<script") && !page.contains("<img"), "\(texts)")
            let table = harmonisation.commaSeparatedValues(in: .fr)
            let lines = table.replacing("\r\n", with: "\n").replacing(CommaSeparatedValues.byteOrderMark, with: "")
            #expect(!HostileText.hasHidden(lines) && !HostileText.computes(table: table), "\(texts)")
            let rows = try CommaSeparatedValues.rows(of: table).dropFirst()
            #expect(rows.map { CommaSeparatedValues.original($0[2]) } == texts.map(CleanText.lines), "\(texts)")
        }
    }

    @Test func theTextIsInTheLanguageAskedFor() throws {
        let harmonisation = try Self.all.get()
        #expect(harmonisation.text(in: .fr).contains("Ce que tous demandent"))
        #expect(harmonisation.text(in: .en).contains("What all ask"))
        for file in Self.files { #expect(harmonisation.text(in: .en).contains(file)) }
    }

    private func questionnaire(_ name: String, _ texts: String...) -> BuyerQuestionnaire {
        BuyerQuestionnaire(name: name, rows: texts.enumerated().map { .init(number: $0 + 2, text: $1) })
    }
}

/// Where the questions of a table are.
@Suite struct BuyerQuestionnaireTests {
    private func rows(_ text: String) throws -> [BuyerQuestionnaire.Row] {
        try BuyerQuestionnaire(name: "a.csv", commaSeparatedValues: text).rows
    }

    @Test(arguments: ["Question", "QUESTIONS", "texte", " Libellé ", "libelle", "Text"])
    func theHeadingNamesTheColumn(heading: String) throws {
        let rows = try rows("Code,\(heading),Remark\nA1,Nom légal?,a much longer remark than the question\n,,\n")
        #expect(rows == [.init(number: 2, text: "Nom légal?")])
    }

    @Test func theHeadingMayStandBelowATitle() throws {
        let rows = try rows("Fournisseurs 2026;\n;\nNo;Question\n1;Nom légal?\n")
        #expect(rows == [.init(number: 4, text: "Nom légal?")])
    }

    @Test func withoutHeadingTheLongestColumnHasThem() throws {
        #expect(try rows("Code,Item\nA1,Your legal name?\n") == [.init(number: 2, text: "Your legal name?")])
        #expect(try rows("What is your name?\nWhat do you sell?\n").map(\.number) == [1, 2])
    }

    @Test func aCellOfSeveralLinesIsOneQuestion() throws {
        #expect(try rows("Question\n\"Nom\n légal?\u{1B}\"\n") == [.init(number: 2, text: "Nom légal?")])
    }

    @Test func whatIsNoQuestionnaireIsRefused() throws {
        #expect(throws: BuyerQuestionnaire.Unreadable.noQuestion(file: "a.csv")) { try rows("") }
        #expect(throws: BuyerQuestionnaire.Unreadable.noQuestion(file: "a.csv")) { try rows("Question\n\n") }
        #expect(throws: BuyerQuestionnaire.Unreadable.self) { try rows("Question\n\"open\n") }
    }
}
