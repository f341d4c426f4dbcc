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

@Suite struct RationalTests {
    @Test func fractionsAreReduced() {
        #expect(Rational(6, over: -4) == Rational(-3, over: 2))
        #expect(Rational(0, over: 7) == .zero)
        #expect(Rational(1, over: 6) + Rational(1, over: 3) == Rational(1, over: 2))
        #expect(Rational(2, over: 3) / Rational(4, over: 9) - Rational(1, over: 2) == Rational(1))
        #expect(Rational(14, over: 6).description == "7/3")
    }

    @Test(arguments: [(1, 2, 1), (5, 2, 3), (-1, 2, 0), (-3, 2, -1), (-5, 3, -2), (49, 100, 0), (7, 1, 7)])
    func theHalfGoesUp(numerator: Int, denominator: Int, expected: Int) {
        #expect(Rational(numerator, over: denominator).rounded == expected)
    }

    @Test func noFractionTraps() {
        let numbers = [Int.min, .min + 1, -1_000_003, -1, 0, 1, 3, 97, 1 << 32, (1 << 53) + 1, .max - 1, .max]
        let fractions = numbers.flatMap { above in numbers.filter { $0 != 0 }.map { Rational(above, over: $0) } }
        for left in fractions {
            #expect(left.denominator > 0 && left.rounded(toParts: 10) == left.rounded(toParts: 10))
            for right in fractions {
                for result in [left + right, left - right, left * right, right == .zero ? .zero : left / right] {
                    #expect(result.denominator > 0)
                }
                #expect((left < right) == !(right <= left))
            }
        }
        // The least common multiple of these has 69 bits.
        let primes = [97, 89, 83, 79, 73, 71, 67, 61, 59, 53, 47]
        let sum = primes.reduce(Rational.zero) { $0 + Rational(1, over: $1) }
        #expect(sum.rounded(toParts: 1_000_000) == 162_447)
    }

    @Test func largeFractionsCompare() {
        let near = Rational(Int.max - 1, over: Int.max)
        #expect(near < Rational(1))
        #expect(Rational(Int.max - 2, over: Int.max - 1) < near)
        #expect(Rational(1, over: 20).rounded(toParts: 10) == 1)
    }
}

// MARK: - The same by other means

/// The method in floating point, as the text of the questionnaire's facts tells it.
private struct PlainScore {
    var parts: [Indicator: Double] = [:]
    var overall: Double?
    var completeness = 0.0

    /// Half up; exact results are never so near to a half without being one.
    static func rounded(_ value: Double) -> Int { Int((value + 0.5 + 1e-10).rounded(.down)) }

    init(_ questionnaire: Questionnaire, form: String, _ sheet: AnswerSheet) {
        var seen: [String: AnswerValue] = [:]
        var above: [Indicator: Double] = [:]
        var below: [Indicator: Double] = [:]
        var (real, all) = (0.0, 0.0)
        var hasInnovation = false
        let short = questionnaire.shortForm?.id == form ? questionnaire.shortForm?.questions : nil
        for question in questionnaire.questions where short?.contains(question.id) ?? true {
            guard question.showIf.allSatisfy({ Self.holds($0, seen[$0.question]) }) else { continue }
            let answer = sheet[question.id]
            seen[question.id] = answer
            if question.id == "q-innovation-type", let answer { hasInnovation = answer != .choices(["no-innovation"]) }
            guard let indicator = question.scoring.indicator else { continue }
            let choices = question.choices.filter { Self.ids(answer).contains($0.id) }
            if choices.contains(where: \.neutral) { continue }
            var points = 0.0
            switch question.scoring.rule {
            case .choice: points = Double(choices.first?.points ?? 0) / 100
            case .count: points = min(1, Double(choices.filter(\.counted).count) / Double(question.scoring.fullAt ?? 0))
            case .yesNo: points = answer == .flag(true) ? 1 : 0
            case nil: break
            }
            let weight = Double(question.scoring.weight)
            above[indicator, default: 0] += weight * points
            if question.scoring.mode == .bonus { continue }
            below[indicator, default: 0] += weight
            if indicator == .innovation { continue }
            all += weight
            if answer != nil { real += weight }
        }
        for (indicator, weight) in below where indicator != .innovation || hasInnovation {
            parts[indicator] = min(100, 100 * (above[indicator] ?? 0) / weight)
        }
        completeness = all > 0 ? 100 * real / all : 0
        let weights: [Indicator: Double] = [.environment: 35, .social: 25, .governance: 20, .diversity: 20]
        let scored = weights.filter { parts[$0.key] != nil }
        if completeness > 60 - 1e-10, !scored.isEmpty {
            overall =
                scored.reduce(0) { $0 + $1.value * (parts[$1.key] ?? 0) } / scored.values.reduce(0, +)
        }
    }

    private static func ids(_ answer: AnswerValue?) -> [String] {
        switch answer {
        case .choice(let id): [id]
        case .choices(let ids): ids
        default: []
        }
    }

    private static func holds(_ condition: Condition, _ answer: AnswerValue?) -> Bool {
        var number: Int?
        if case .number(let given) = answer { number = given }
        switch (condition.value, condition.comparison) {
        case (.number(let limit), .greater): return number ?? .min > limit
        case (.number(let limit), .greaterOrEqual): return number ?? .min >= limit
        case (.choices(let list), .isIn), (.choices(let list), .includesAny):
            return !Set(ids(answer)).isDisjoint(with: list)
        case (.choices(let list), .isNotIn), (.choices(let list), .excludesAll):
            return Set(ids(answer)).isDisjoint(with: list)
        default:
            Issue.record("a condition that no question of this questionnaire has: \(condition)")
            return false
        }
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

    mutating func answer(to question: Knowledge.Question) -> AnswerValue? {
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

extension Knowledge.Question {
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

    private static func value(_ node: ContentNode, of question: Knowledge.Question) -> AnswerValue? {
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
