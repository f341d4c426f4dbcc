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

    private static let matcher = Result { () throws -> QuestionMatcher in
        let knowledge = try RealContent.knowledge
        return QuestionMatcher(
            questions: try #require(knowledge.questionnaires.first).questions, wordings: knowledge.wordings,
            interpreter: try RealContent.interpreter)
    }

    private static func harmonisation(of questionnaires: [BuyerQuestionnaire]) throws -> Harmonisation {
        let knowledge = try RealContent.knowledge
        return Harmonisation(
            of: questionnaires, with: try #require(knowledge.questionnaires.first), knowledge: knowledge,
            matcher: try matcher.get())
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
        #expect(right == matches.count, "\(right) of \(matches.count) matches are right")
        #expect(right * 100 >= inBase * 70, "\(right) of \(inBase) questions that the base has are matched rightly")
    }

    /// Questionnaires of people who had not seen the base, in the encodings and shapes that they keep them in. Beside each stands what its
    /// questions ask, by row: ids of the base or `none`, with `|` between them where several are right.
    @Test func sureMatchesOfStrangersAreRight() throws {
        let folder = "\(RealContent.root)/Tests/Questionnaires/strangers"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }.sorted()
        try #require(!files.isEmpty)
        var (sure, wrong) = (0, [String]())
        for file in files {
            let text = try #require(
                TextDecoding.text(of: try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))))
            let labels = try String(contentsOfFile: "\(folder)/\(file.dropLast(4)).labels.tsv", encoding: .utf8)
            let expected = Dictionary(
                uniqueKeysWithValues: labels.split(separator: "\n").compactMap { line -> (Int, Set<Substring>)? in
                    let cells = line.split(separator: "\t")
                    return Int(cells[0]).map { ($0, Set(cells[1].split(separator: "|"))) }
                })
            let questionnaire = try BuyerQuestionnaire(
                name: file, commaSeparatedValues: text, isRecognised: try Self.matcher.get().isRecognised)
            #expect(questionnaire.rows.map(\.number) == expected.keys.sorted(), "\(file), \(questionnaire.column)")
            for match in try Self.harmonisation(of: [questionnaire]).correspondences where match.verdict == .match {
                sure += 1
                let isRight = expected[match.row.number]?.contains(match.question?[...] ?? "") == true
                if !isRight { wrong.append("\(file), row \(match.row.number): \(match.question ?? "")") }
            }
        }
        #expect(sure > 15 && wrong.count * 100 <= sure * 3, "\(wrong.count) of \(sure): \(wrong)")
    }

    @Test func whatTheBaseDoesNotAskIsNamed() throws {
        let harmonisation = try Self.harmonisation(of: [
            questionnaire(
                "a", "Chiffre d'affaires des trois derniers exercices", "Institution financière et numéro de transit",
                "Three client references for similar work", "Fax")
        ])
        #expect(harmonisation.correspondences.map(\.verdict) == [.none, .none, .none, .none])
        #expect(harmonisation.correspondences.map(\.topic) == ["turnover", "bank", "references", "phone"])
        #expect(harmonisation.text(in: .fr).contains("Fax  → Téléphone, courriel et site web"))
    }

    @Test func everyQuestionIsOnceInTheCrosswalk() throws {
        let harmonisation = try Self.all.get()
        let rows = harmonisation.crosswalk(in: .en)
        #expect(rows.count == harmonisation.questionnaires.reduce(1) { $0 + $1.rows.count })
        #expect(Set(rows.map(\.count)) == [11])
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
            questionnaire("a", "What is your organization's legal name?", "Do you have a code of ethics?"),
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
            questionnaire("a", "Do you have a policy for it?")
        ])
        let correspondence = try #require(harmonisation.correspondences.first)
        #expect(correspondence.verdict == .doubtful && correspondence.candidates.count == 3)
        #expect(harmonisation.askedByAll.isEmpty && harmonisation.askedByOne.isEmpty)
        #expect(harmonisation.doubtful == [correspondence])
    }

    @Test func aMatchSaysWhatIsShared() throws {
        let harmonisation = try Self.harmonisation(of: [questionnaire("a", "Do you measure your GHG emissions?")])
        let correspondence = try #require(harmonisation.correspondences.first)
        #expect(correspondence.question == "q-ghg-inventory")
        #expect(correspondence.candidates[0].shared.contains { $0.contains("emission") || $0.contains("measur") })
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

    @Test(arguments: ["Question", "QUESTIONS", "texte", " Libellé ", "libelle", "Énoncé"])
    func theHeadingNamesTheColumn(heading: String) throws {
        let rows = try rows("Code,\(heading),Remark\nA1,Nom légal?,a much longer remark than the question\n,,\n")
        #expect(rows == [.init(number: 2, text: "Nom légal?")])
    }

    @Test func theHeadingMayStandBelowATitle() throws {
        let rows = try rows("Fournisseurs 2026;\n;\nNo;Question\n1;Nom légal?\n")
        #expect(rows == [.init(number: 4, text: "Nom légal?")])
    }

    @Test func theColumnIsFoundByWhatIsInIt() throws {
        #expect(try rows("Code,Item\nA1,Your legal name?\n") == [.init(number: 2, text: "Your legal name?")])
        #expect(try rows("What is your name?\nWhat do you sell?\n").map(\.number) == [1, 2])
        let answers =
            "Ref,Section,Requirement,Answer type\n1,A,Fax,Y/N\n2,A,Legal name of your firm,Y/N\n3,B,Do you recycle?,Text\n"
        #expect(try rows(answers).map(\.text) == ["Fax", "Legal name of your firm", "Do you recycle?"])
        // A heading does not make a column of numbers one of questions.
        let numbers = "Question,Ask\n1,Legal name\n2,Do you recycle your waste?\n"
        #expect(try rows(numbers).map(\.text) == ["Legal name", "Do you recycle your waste?"])
    }

    @Test func sectionsAreNoQuestions() throws {
        let table =
            "No;Question;Réponse\nENVIRONNEMENT;;\n1;Recyclez-vous?;oui\n;SOCIAL;\n2;Avez-vous un code d'éthique?;non\n"
        #expect(try rows(table).map(\.text) == ["Recyclez-vous?", "Avez-vous un code d'éthique?"])
    }

    @Test(arguments: ["Exigence", "exigence", "B", "b", "2"]) func theColumnCanBeSaid(column: String) throws {
        let table = "Remarque,Exigence\nA remark that is longer than the question,Fax?\n"
        let questionnaire = try BuyerQuestionnaire(name: "a.csv", commaSeparatedValues: table, column: column)
        #expect(questionnaire.rows.map(\.text) == ["Fax?"] && questionnaire.column == "B, « Exigence »")
    }

    @Test func aColumnThatIsNotThereIsTold() {
        #expect(throws: BuyerQuestionnaire.Unreadable.noColumn("C", file: "a.csv", headings: ["Code", "Item"])) {
            try BuyerQuestionnaire(name: "a.csv", commaSeparatedValues: "Code,Item\nA1,Your name?\n", column: "C")
        }
    }

    @Test func aCellOfSeveralLinesIsOneQuestion() throws {
        #expect(try rows("Question\n\"Nom\n légal?\u{1B}\"\n") == [.init(number: 2, text: "Nom légal?")])
    }

    @Test func whatIsNoQuestionnaireIsRefused() throws {
        #expect(throws: BuyerQuestionnaire.Unreadable.noQuestion(file: "a.csv")) { try rows("") }
        #expect(throws: BuyerQuestionnaire.Unreadable.noQuestion(file: "a.csv")) { try rows("Question\n\n") }
        #expect(throws: BuyerQuestionnaire.Unreadable.noQuestion(file: "a.csv")) { try rows("1,Y/N\n2,Y/N\n3,Y/N\n") }
        #expect(throws: BuyerQuestionnaire.Unreadable.self) { try rows("Question\n\"open\n") }
    }
}
