import Content
import Foundation
import Knowledge
import Questionnaires
import Testing
import Text

/// The social responsibility indicator, on the real questionnaire.
@Suite struct IndicatorScoreTests {
    let knowledge: KnowledgeBase
    let questionnaire: Questionnaire

    init() throws {
        knowledge = try TestKnowledge.base
        questionnaire = try #require(knowledge.questionnaire("supplier-common"))
    }

    private func score(_ sheet: AnswerSheet, form: String = "supplier-common", on day: String = "2026-11-30")
        -> IndicatorScore
    {
        IndicatorScore(
            questionnaire: questionnaire, form: form, sheet: sheet, knowledge: knowledge,
            on: CivilDate(day) ?? CivilDate(number: 0))
    }

    // MARK: - The method

    @Test(arguments: [0, 1, 2])
    func workedExample(place: Int) throws {
        let example = try WorkedExample.all(of: questionnaire)[place]
        let score = score(example.sheet)
        let parts = score.parts.compactMap { part in part.score.map { (part.id.rawValue, $0) } }
        #expect(Dictionary(uniqueKeysWithValues: parts) == example.subScores, "\(example.id)")
        #expect(score.overall == example.overall, "\(example.id)")
        #expect(score.completeness == example.completeness, "\(example.id)")
        #expect(score.tags.map(\.id) == example.tags, "\(example.id)")
        #expect(score.parts.map(\.id) == Indicator.allCases)
    }

    @Test func everyScoreIsWhatTheMethodSays() {
        var chance = Chance(seed: 20_270_104)
        var shown = 0
        for round in 0..<2_000 {
            let form = round.isMultiple(of: 4) ? "supplier-short" : "supplier-common"
            let sheet = chance.sheet(for: questionnaire)
            let score = score(sheet, form: form)
            let plain = PlainScore(questionnaire, form: form, sheet)
            for part in score.parts {
                #expect(part.score == plain.parts[part.id].map(PlainScore.rounded), "\(round) \(part.id)")
            }
            #expect(score.overall == plain.overall.map(PlainScore.rounded), "\(round)")
            #expect(score.completeness == PlainScore.rounded(plain.completeness), "\(round)")
            if score.overall != nil { shown += 1 }
        }
        #expect((500...1_500).contains(shown), "as many shown as not, about: \(shown)")
    }

    @Test func whatTheQuestionsGiveAddsUp() {
        var chance = Chance(seed: 7)
        for _ in 0..<300 {
            let score = score(chance.sheet(for: questionnaire))
            for part in score.parts {
                let shares = score.contributions.filter { $0.indicator == part.id }.map(\.inPart)
                #expect(shares.reduce(.zero) { $0 + $1.gives } == part.exact ?? .zero)
            }
            let shares = score.contributions.map(\.inOverall)
            #expect(shares.reduce(.zero) { $0 + $1.gives } == score.exactOverall ?? .zero)
        }
    }

    @Test func moreInPlaceNeverLowersAPart() throws {
        var chance = Chance(seed: 11)
        for _ in 0..<50 {
            let sheet = chance.sheet(for: questionnaire)
            let before = score(sheet)
            for contribution in before.contributions where contribution.state != .neutral {
                for answer in contribution.question.possibleAnswers {
                    var raised = sheet
                    raised.answer(contribution.id, answer)
                    let after = score(raised)
                    let change = try #require(after.contributions.first { $0.id == contribution.id })
                    guard change.state == .answered, change.points >= contribution.points else { continue }
                    guard let old = before.part(contribution.indicator)?.exact else { continue }
                    let new = try #require(after.part(contribution.indicator)?.exact)
                    #expect(new >= old, "\(contribution.id) \(answer)")
                }
            }
        }
    }

    @Test func hiddenAnswersChangeNothing() {
        var chance = Chance(seed: 13)
        var hidden = 0
        for round in 0..<300 {
            let form = round.isMultiple(of: 2) ? "supplier-short" : "supplier-common"
            let sheet = chance.sheet(for: questionnaire)
            let shown = Set(questionnaire.shown(form, sheet).map(\.id))
            var other = sheet
            for question in questionnaire.questions(ofForm: form) where !shown.contains(question.id) {
                guard let answer = chance.answer(to: question) else { continue }
                other.answer(question.id, answer)
                hidden += 1
            }
            let (one, two) = (score(sheet, form: form), score(other, form: form))
            #expect(one.parts == two.parts)
            #expect(one.exactOverall == two.exactOverall)
            #expect(one.contributions == two.contributions)
            #expect(one.completeness == two.completeness)
            #expect(one.tags == two.tags)
        }
        #expect(hidden > 300)
    }

    @Test func belowSixtyPercentThereIsNoIndicator() throws {
        var sheet = try WorkedExample.all(of: questionnaire)[0].sheet
        var percents: [Int] = []
        for contribution in score(sheet).contributions where contribution.indicator != .innovation {
            sheet.skip(contribution.id)
            let score = score(sheet)
            // No answer of this example is neutral: what is missing is what was passed.
            let weights = score.contributions.filter { !$0.isBonus && $0.indicator != .innovation }
            let answered = weights.filter { $0.state == .answered }.reduce(0) { $0 + $1.weight }
            let enough = 10 * answered >= 6 * weights.reduce(0) { $0 + $1.weight }
            #expect((score.overall != nil) == enough, "\(score.completeness) %")
            #expect(score.missing.map(\.id) == weights.filter { $0.state == .unanswered }.map(\.id))
            #expect(enough || score.improvements(limit: 5).isEmpty)
            percents.append(score.completeness)
        }
        #expect(percents == percents.sorted(by: >))
        #expect(percents.last == 0)
    }

    @Test func innovationIsShownOnlyWhereThereIsSome() throws {
        var sheet = try WorkedExample.all(of: questionnaire)[1].sheet
        let overall = score(sheet).exactOverall
        #expect(score(sheet).part(.innovation)?.score == 95)
        sheet.answer("q-innovation-type", .choices(["no-innovation"]))
        #expect(score(sheet).part(.innovation)?.score == nil)
        sheet.skip("q-innovation-type")
        #expect(score(sheet).part(.innovation)?.score == nil)
        #expect(score(sheet).exactOverall == overall)
    }

    @Test func aBonusFillsUpToAHundredAtMost() throws {
        var sheet = AnswerSheet()
        for question in questionnaire.questions where question.scoring.indicator == .environment {
            sheet.answer(question.id, try #require(question.bestAnswer))
        }
        let full = score(sheet)
        #expect(full.part(.environment)?.exact == Rational(100))
        #expect(full.contributions.first(where: \.isBonus)?.inPart.gives == .zero)
        sheet.answer("q-env-policy", .choice("written"))
        #expect(score(sheet).contributions.first(where: \.isBonus)?.inPart.gives == Rational(90, over: 23))
        #expect(score(sheet).part(.environment)?.exact == Rational(100))
    }

    // MARK: - Evidence

    @Test func evidenceStandsBesideTheScore() throws {
        var sheet = try WorkedExample.all(of: questionnaire)[0].sheet
        let bare = score(sheet)
        #expect(bare.assurance == .declared)
        #expect(bare.backing.percent == 0)
        sheet.answer("q-certifications-held", .choices(["b-corp"]))
        sheet.answer("q-certification-expiry", .date("2026-11-30"))
        sheet.answer("q-evidence-upload", .evidence([.init(kind: .document, id: "doc-privacy-policy")]))
        let backed = score(sheet)
        #expect(backed.level("q-env-policy") == .claimed)
        #expect(backed.level("q-data-protection") == .documented)
        #expect(backed.level("q-compliance-record") == .declared)
        #expect(backed.part(.environment)?.assurance == .claimed)
        #expect(backed.part(.diversity)?.assurance == .claimed)
        #expect(backed.part(.environment)?.backing.percent == 0)
        #expect(backed.part(.governance)?.backing.percent == 18)
        #expect(backed.exactOverall == bare.exactOverall)
        #expect(backed.parts.map(\.exact) == bare.parts.map(\.exact))
    }

    @Test func whateverIsSaidNothingIsCertifiedByIt() {
        var chance = Chance(seed: 20_261_130)
        for _ in 0..<500 {
            let score = score(chance.sheet(for: questionnaire))
            let levels = score.contributions.compactMap(\.level) + score.parts.map(\.assurance) + [score.assurance]
            #expect(levels.allSatisfy(EvidenceLevel.ofSelfDeclarations.contains))
        }
    }

    @Test(
        arguments: [
            ("2026-12-01", .claimed), ("2026-11-30", .claimed), ("2026-11-29", .declared),
            ("2024-05-01", .declared), ("2000-01-01", .declared), ("2027-02-31", .declared), ("bientôt", .declared),
            (nil, .declared),
        ] as [(String?, EvidenceLevel)])
    func whatHasExpiredOrMayHaveDoesNotCount(expiry: String?, expected: EvidenceLevel) throws {
        var sheet = try WorkedExample.all(of: questionnaire)[1].sheet
        sheet.answer("q-certifications-held", .choices(["b-corp", "cid-ecoresponsable"]))
        if let expiry {
            sheet.answer("q-certification-expiry", .date(expiry))
        } else {
            sheet.skip("q-certification-expiry")
        }
        #expect(score(sheet).level("q-env-policy") == expected)
        #expect(score(sheet).backing.percent == 0)
    }

    @Test func whereTheExpiryIsNotAskedAClaimDoesNotCount() throws {
        var sheet = try WorkedExample.all(of: questionnaire)[1].sheet
        sheet.answer("q-certifications-held", .choices(["b-corp"]))
        sheet.answer("q-certification-expiry", .date("2030-01-01"))
        #expect(score(sheet).level("q-env-policy") == .claimed)
        #expect(score(sheet, form: "supplier-short").level("q-env-policy") == .declared)
    }

    @Test func toNameASchemeAmongTheEvidenceIsNoEvidence() throws {
        var sheet = try WorkedExample.all(of: questionnaire)[0].sheet
        for named in ["b-corp", "ecovadis", "iso-14001"] {
            sheet.answer("q-evidence-upload", .evidence([.init(kind: .certification, id: named, note: "no 42")]))
            #expect(score(sheet).assurance == .declared && score(sheet).backing.percent == 0)
        }
        // It only says which of several a claim is, which must be in force itself.
        sheet = try WorkedExample.all(of: questionnaire)[1].sheet
        sheet.answer("q-certifications-held", .choices(["social-enterprise"]))
        #expect(score(sheet, on: "2027-03-31").level("q-community-engagement") == .declared)
        sheet.answer("q-evidence-upload", .evidence([.init(kind: .certification, id: "buy-social-canada")]))
        #expect(score(sheet, on: "2027-03-31").level("q-community-engagement") == .claimed)
        #expect(score(sheet, on: "2027-04-01").level("q-community-engagement") == .declared)
    }

    @Test func anAnswerThatIsWorthNothingHasNothingToBack() throws {
        var sheet = try WorkedExample.all(of: questionnaire)[2].sheet
        sheet.answer("q-certifications-held", .choices(["b-corp"]))
        sheet.answer("q-certification-expiry", .date("2030-01-01"))
        sheet.answer("q-evidence-upload", .evidence([.init(kind: .document, id: "doc-environment-policy")]))
        for none in ["q-env-policy", "q-ghg-inventory", "q-product-ecolabel", "q-community-engagement"] {
            #expect(score(sheet).contributions.contains { $0.id == none && $0.level == nil }, "\(none)")
        }
        sheet.skip("q-sustainability-governance")
        #expect(score(sheet).level("q-sustainability-governance") == nil)
    }

    // MARK: - Improvements

    @Test func improvementsGainWhatTheySay() throws {
        for example in try WorkedExample.all(of: questionnaire) {
            for part in [nil, .environment, .social] as [Indicator?] {
                let score = score(example.sheet)
                let improvements = score.improvements(limit: 50, of: part)
                #expect(!improvements.isEmpty)
                for improvement in improvements {
                    var sheet = example.sheet
                    sheet.answer(improvement.id, improvement.answer(over: sheet[improvement.id]))
                    let after = self.score(sheet)
                    let old = try #require(part.map { score.part($0)?.exact } ?? score.exactOverall)
                    let new = try #require(part.map { after.part($0)?.exact } ?? after.exactOverall)
                    #expect(improvement.gain > .zero)
                    #expect(new - old == improvement.gain, "\(example.id) \(improvement.id)")
                    #expect(new.rounded == improvement.scoreAfter)
                    #expect(part == nil || improvement.question.scoring.indicator == part)
                }
                #expect(score.improvements(limit: 3, of: part) == Array(improvements.prefix(3)))
            }
        }
    }

    @Test func improvementsSuggestOnlyWhatCanBePutInPlace() throws {
        var sheet = try WorkedExample.all(of: questionnaire)[1].sheet
        sheet.answer("q-compliance-record", .flag(false))
        let improvements = score(sheet).improvements(limit: 50)
        let ids = improvements.map(\.id)
        #expect(!ids.contains("q-compliance-record"), "a record is a fact")
        #expect(!ids.contains("q-product-ecodesign"), "not applicable stays so")
        #expect(!ids.contains("q-human-rights-supply"), "not applicable stays so")
        #expect(!ids.contains("q-data-protection"), "nothing is short")
        for improvement in improvements {
            if case .choice(let choice) = improvement.change { #expect(!choice.neutral) }
            #expect(improvement.certifications.allSatisfy { improvement.question.certifications.contains($0.id) })
        }
    }

    @Test func improvementsNameWhatHelps() throws {
        let sheet = try WorkedExample.all(of: questionnaire)[0].sheet
        let waste = try #require(score(sheet).improvements(limit: 50).first { $0.id == "q-waste-practices" })
        #expect(waste.from.map(\.id) == ["source-reduction", "reuse", "recycling"])
        guard case .further(let count, let choices) = waste.change else {
            Issue.record("not further choices: \(waste.change)")
            return
        }
        #expect(count == 1)
        #expect(choices.map(\.id) == ["organics", "hazardous", "measured-waste"])
        #expect(waste.gain == Rational(100 * 3 * 35, over: 4 * 23 * 100))
        #expect(waste.gainInTenths == 11)
        #expect(waste.effort == .low)
        #expect(waste.certifications.map(\.id) == ["ici-on-recycle-plus", "b-corp", "iso-14001"])
        #expect(waste.solutions.map(\.id) == ["stepwise-certification"])
    }
}

/// Chance that is the same at every run (SplitMix64, Steele, Lea and Flood 2014).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// Answers to some of the questions, hidden ones too.
    mutating func sheet(for questionnaire: Questionnaire) -> AnswerSheet {
        var sheet = AnswerSheet()
        let share = Int.random(in: 20...100, using: &self)
        for question in questionnaire.questions {
            if Int.random(in: 1...100, using: &self) <= share, let answer = answer(to: question) {
                sheet.answer(question.id, answer)
            } else if Bool.random(using: &self) {
                sheet.skip(question.id)
            }
        }
        return sheet
    }

    mutating func answer(to question: Question) -> AnswerValue? {
        switch question.type {
        case .yesNo: return .flag(Bool.random(using: &self))
        case .singleChoice: return question.choices.randomElement(using: &self).map { .choice($0.id) }
        case .multiChoice:
            guard let first = question.choices.randomElement(using: &self) else { return nil }
            if first.exclusive { return .choices([first.id]) }
            let chosen = question.choices.filter { choice in
                choice.id == first.id || !choice.exclusive && Bool.random(using: &self)
            }
            return .choices(chosen.map(\.id))
        case .number: return .number(Int.random(in: 0...3, using: &self))
        case .percentage: return .number(Int.random(in: 0...100, using: &self))
        case .text: return .text("Atelier exemple inc.")
        case .date: return .date("2027-03-31")
        case .evidence:
            return question.documents.randomElement(using: &self).map {
                .evidence([AnswerValue.Evidence(kind: .document, id: $0)])
            }
        }
    }
}

extension Question {
    /// Answers of every worth.
    fileprivate var possibleAnswers: [AnswerValue] {
        switch type {
        case .yesNo: [.flag(false), .flag(true)]
        case .singleChoice: choices.map { .choice($0.id) }
        default: choices.indices.map { .choices(choices[...$0].filter { !$0.exclusive }.map(\.id)) }
        }
    }

    fileprivate var bestAnswer: AnswerValue? {
        type == .singleChoice
            ? choices.max { $0.points ?? 0 < $1.points ?? 0 }.map { .choice($0.id) } : possibleAnswers.last
    }
}

extension IndicatorScore.Improvement {
    /// What the answer is once it is done, with the last of the choices that are open.
    fileprivate func answer(over answer: AnswerValue?) -> AnswerValue {
        switch change {
        case .choice(let choice): .choice(choice.id)
        case .yes: .flag(true)
        case .further(let count, let choices):
            .choices(from.filter { !$0.exclusive }.map(\.id) + choices.suffix(count).map(\.id))
        }
    }
}

/// The answers of an imaginary firm and the results that the method gives.
private struct WorkedExample {
    let id: String
    let sheet: AnswerSheet
    let subScores: [String: Int]
    let overall: Int?
    let completeness: Int?
    let tags: [String]

    static func all(of questionnaire: Questionnaire) throws -> [WorkedExample] {
        let path = TestKnowledge.root + "/Tests/KnowledgeTests/Resources/worked-examples.yaml"
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let file = ContentFile(path: "worked-examples.yaml", bytes: bytes)
        let examples = try #require(ContentReader().root(of: file)?.mapping(required: ["worked-examples"]))
        return try examples.items("worked-examples").map { node in
            let example = try #require(node.mapping(required: ["id", "title", "answers", "expected"]))
            let expected = try #require(
                example["expected"]?.mapping(
                    required: ["sub-scores", "social-responsibility-indicator", "completeness-percent", "tags"]))
            let subScores = (expected["sub-scores"]?.entries ?? []).compactMap { entry in
                entry.value.integer().map { (entry.key, $0) }
            }
            var sheet = AnswerSheet()
            for (id, _, answer) in example["answers"]?.entries ?? [] {
                let question = try #require(questionnaire.question(id))
                sheet.answer(id, try #require(value(answer, of: question)))
            }
            return WorkedExample(
                id: try #require(example.text("id")), sheet: sheet,
                subScores: Dictionary(uniqueKeysWithValues: subScores),
                overall: expected.integer("social-responsibility-indicator"),
                completeness: expected.integer("completeness-percent"), tags: expected.texts("tags"))
        }
    }

    private static func value(_ node: ContentNode, of question: Question) -> AnswerValue? {
        switch question.type {
        case .yesNo: node.flag().map { .flag($0) }
        case .singleChoice: node.text().map { .choice($0) }
        case .multiChoice: .choices(node.texts())
        case .number, .percentage: node.integer().map { .number($0) }
        case .date: node.text().map { .date($0) }
        case .text, .evidence: node.text().map { .text($0) }
        }
    }
}

extension IndicatorScore {
    fileprivate func level(_ question: String) -> EvidenceLevel? {
        contributions.first { $0.id == question }?.level ?? nil
    }
}
