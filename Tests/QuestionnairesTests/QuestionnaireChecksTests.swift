import Foundation
import Questionnaires
import Testing

@testable import Knowledge

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The proofs of a questionnaire: none is missed on the real one, and each fault that is put into it is found.
@Suite struct QuestionnaireChecksTests {
    private let knowledge: KnowledgeBase
    private let questionnaire: Questionnaire

    init() throws {
        knowledge = try TestKnowledge.base
        questionnaire = try #require(knowledge.questionnaire("supplier-common"))
    }

    // MARK: - The real questionnaire

    @Test func theRealQuestionnairesHaveNoProblem() {
        for questionnaire in knowledge.questionnaires {
            #expect(QuestionnaireChecks.problems(in: questionnaire, knowledge: knowledge) == [])
        }
    }

    @Test func everyQuestionComesWithTheAnswersThatAreNamed() {
        for form in questionnaire.forms {
            let proof = QuestionnaireProof(of: questionnaire, form: form)
            let questions = questionnaire.questions(ofForm: form)
            #expect(proof.isComplete && proof.deadEnds.isEmpty)
            #expect(Set(proof.shown.keys) == Set(questions.map(\.id)))
            #expect(Set(proof.hidden.keys) == Set(questions.filter { !$0.showIf.isEmpty }.map(\.id)))
            for (id, sheet) in proof.shown {
                #expect(questionnaire.shown(form, sheet).contains { $0.id == id })
            }
            for (id, sheet) in proof.hidden {
                #expect(!questionnaire.shown(form, sheet).contains { $0.id == id })
            }
        }
    }

    @Test func aTagIsSetWithTheAnswersThatAreNamed() throws {
        let sheet = try #require(QuestionnaireProof(of: questionnaire, form: questionnaire.id).tagged["diverse-owned"])
        #expect(sheet["q-ownership-control"] == .flag(true))
        #expect(questionnaire.effective(questionnaire.id, sheet) == sheet)
    }

    // MARK: - Exactness

    @Test(arguments: 1...60)
    func nothingIsMissedAndNothingMadeUp(seed: UInt64) {
        var dice = Dice(state: seed)
        let small = questionnaire.with(questions: SmallQuestions.make(like: questionnaire.questions[0], &dice))
        let proof = QuestionnaireProof(of: small, form: small.id)
        let real = SmallQuestions.outcomes(of: small)
        #expect(Set(proof.shown.keys) == real.shown)
        #expect(Set(proof.hidden.keys) == real.hidden)
        for (id, sheet) in proof.shown { #expect(small.shown(small.id, sheet).contains { $0.id == id }) }
        for (id, sheet) in proof.hidden { #expect(!small.shown(small.id, sheet).contains { $0.id == id }) }
    }

    @Test func whatIsTooMuchToLookAtIsSaid() {
        let choices = (1...13).map { questionnaire.questions[2].choices[0].with(id: "choice-\($0)") }
        let many = questionnaire.changing("q-regions-served") { $0.with(choices: choices) }
            .changing("q-offer-summary") { question in
                question.with(
                    showIf: choices.map {
                        Condition(question: "q-regions-served", comparison: .includesAny, value: .choices([$0.id]))
                    })
            }
        #expect(!QuestionnaireProof(of: many, form: many.id).isComplete)
        #expect(found(in: many).contains { $0.message.contains("in more ways than can be looked at") })
    }

    // MARK: - Faults

    @Test(arguments: Fault.all)
    func aFaultIsFound(fault: Fault) {
        let faulty = fault.make(questionnaire)
        let problems = found(in: faulty)
        let problem = problems.first { $0.message.contains(fault.message) }
        #expect(problem != nil, "\(problems.map(\.description))")
        #expect(problem?.severity == fault.severity)
        #expect(problem?.file == "knowledge/questionnaires/supplier-common.yaml")
        #expect(problem?.witness == fault.witness)
        #expect(problem?.remedy?.hasSuffix(".") == true)
    }

    private func found(in questionnaire: Questionnaire) -> [ContentProblem] {
        QuestionnaireChecks.problems(in: questionnaire, knowledge: knowledge)
    }

    // MARK: - Drawing

    private func drawn(of questionnaire: Questionnaire, _ form: String, _ language: Language) -> String {
        QuestionnaireGraph(of: questionnaire, form: form, language: language, vocabulary: knowledge.vocabulary).svg
    }

    @Test(arguments: ["supplier-common", "supplier-short"], Language.allCases)
    func theDrawingShowsEveryQuestionAndCondition(form: String, language: Language) throws {
        let svg = drawn(of: questionnaire, form, language)
        let drawing = try #require(DrawingReader(svg))
        let questions = questionnaire.questions(ofForm: form)
        #expect(drawing.texts(of: "count") == questions.indices.map { String($0 + 1) })
        let labels = drawing.texts(of: "label").joined(separator: " ")
        for question in questions { #expect(labels.contains(question.label[language])) }
        let conditions = questions.flatMap(\.showIf).count
        #expect(drawing.counts["condition"] == conditions)
        #expect(drawing.counts["arrow"] == conditions + 1, "one more stands in the legend")
        #expect(drawing.counts["required"] == questions.count { $0.validation.required } + 1)
        #expect(
            drawing.elements.isSubset(of: ["svg", "title", "desc", "style", "rect", "path", "circle", "text", "g"]))
        #expect(svg.components(separatedBy: "://").count == 2, "the name of the format, and no address")
        #expect(svg.contains("prefers-color-scheme: dark"))
        #expect(svg == drawn(of: questionnaire, form, language))
    }

    @Test func hardLabelsAreWrappedAndEscaped() throws {
        let label = "<b>&\"R'D\"</b> " + String(repeating: "Anticonstitutionnellement", count: 5) + " et autre chose"
        let hard = questionnaire.changing("q-env-policy") { $0.with(label: LocalizedText(fr: label, en: label)) }
        let drawing = try #require(
            DrawingReader(drawn(of: hard, hard.id, .fr)))
        let lines = drawing.texts(of: "label")
        #expect(lines.joined().contains("<b>&\"R'D\"</b>"))
        #expect(lines.allSatisfy { $0.count <= 60 } && lines.count > questionnaire.questions.count + 2)
    }
}

/// Something wrong that is put into the real questionnaire, and what is then said.
struct Fault: Sendable, CustomTestStringConvertible {
    let message: String
    let severity: Severity
    let witness: String?
    let make: @Sendable (Questionnaire) -> Questionnaire

    init(
        _ message: String, severity: Severity = .error, witness: String? = nil,
        make: @escaping @Sendable (Questionnaire) -> Questionnaire
    ) {
        self.message = message
        self.severity = severity
        self.witness = witness
        self.make = make
    }

    var testDescription: String { message }

    static let all = conditions + runs + scores + texts + names

    private static func shown(
        _ id: String, by question: String, _ comparison: ConditionOperator, _ value: Condition.Value
    ) -> @Sendable (Questionnaire) -> Questionnaire {
        { $0.changing(id) { $0.with(showIf: [Condition(question: question, comparison: comparison, value: value)]) } }
    }

    private static let conditions = [
        Fault(
            "« q-env-policy » is shown by « q-attestation », which comes later",
            make: shown("q-env-policy", by: "q-attestation", .equal, .flag(true))),
        Fault(
            "« q-attestation » is shown by its own answer",
            make: shown("q-attestation", by: "q-attestation", .notEqual, .flag(true))),
        Fault("« q-product-ecolabel », « q-compliance-record » show each other in a circle") {
            shown("q-product-ecolabel", by: "q-compliance-record", .equal, .flag(true))(
                shown("q-compliance-record", by: "q-product-ecolabel", .equal, .flag(true))($0))
        },
        Fault(
            "condition on « q-nothing », which is no question",
            make: shown("q-attestation", by: "q-nothing", .equal, .flag(true))),
        Fault(
            "« q-legal-name gt 3 », which does not suit a question of type text",
            make: shown("q-attestation", by: "q-legal-name", .greater, .number(3))),
        Fault(
            "« q-regions-served in [north] », which does not suit a question of type multi-choice",
            make: shown("q-attestation", by: "q-regions-served", .isIn, .choices(["north"]))),
        Fault(
            "the choice « south », which « q-regions-served » does not have",
            make: shown("q-attestation", by: "q-regions-served", .includesAny, .choices(["south"]))),
        Fault(
            "which names no choice", make: shown("q-attestation", by: "q-regions-served", .excludesAll, .choices([]))),
    ]

    private static let runs = [
        Fault(
            "« q-accessibility »: this never holds: q-employees-count gt 5000",
            make: shown("q-accessibility", by: "q-employees-count", .greater, .number(5000))),
        Fault("its conditions never hold together: q-ownership-share gte 51; q-ownership-share eq 50") {
            $0.changing("q-ownership-control") {
                $0.with(showIf: [
                    Condition(question: "q-ownership-share", comparison: .greaterOrEqual, value: .number(51)),
                    Condition(question: "q-ownership-share", comparison: .equal, value: .number(50)),
                ])
            }
        },
        Fault("its conditions never hold together: q-employees-count eq 0; q-health-safety in [minimum]") {
            $0.changing("q-working-conditions") {
                $0.with(showIf: [
                    Condition(question: "q-employees-count", comparison: .equal, value: .number(0)),
                    Condition(question: "q-health-safety", comparison: .isIn, value: .choices(["minimum"])),
                ])
            }
        },
        Fault(
            "« q-regions-served » must be answered, but what it accepts leaves no answer",
            witness: "q-employees-count = 0"
        ) {
            $0.changing("q-regions-served") { $0.with(validation: .of(required: true, minChoices: 7)) }
        },
        Fault(
            "« q-ghg-total » must be answered, but what it accepts leaves no answer",
            witness: "q-employees-count = 0, q-ghg-inventory = scopes-1-2"
        ) {
            $0.changing("q-ghg-total") { $0.with(validation: .of(required: true, min: 2, max: 1)) }
        },
        Fault(
            "« q-health-safety » of « supplier-common » is required, but can stay hidden", severity: .warning,
            witness: "q-employees-count = 0"
        ) {
            $0.changing("q-health-safety") { $0.with(validation: .of(required: true)) }
        },
        Fault("never ends: it asks q-product-ecolabel over and over", witness: "no answer") {
            $0.with(questions: $0.questions.filter { $0.showIf.isEmpty }).changing("q-compliance-record") { question in
                question.with(
                    id: "q-product-ecolabel",
                    showIf: [
                        Condition(question: "q-product-ecolabel", comparison: .notEqual, value: .flag(true))
                    ])
            }
        },
        Fault("no answers to « supplier-common » set the tag « diverse-owned »") {
            $0.changing("q-ownership-share") { $0.with(validation: .of(min: 0, max: 50)) }
        },
        Fault("has must-be, but is no required question of yes or no") {
            $0.changing("q-attestation") { $0.with(validation: .of(mustBe: true)) }
        },
    ]

    private static func scored(
        _ id: String, _ mode: QuestionScoring.Mode, _ rule: QuestionScoring.Rule?, _ part: Indicator?, weight: Int = 1,
        fullAt: Int? = nil
    ) -> @Sendable (Questionnaire) -> Questionnaire {
        { $0.changing(id) { $0.with(scoring: .of(mode, rule, part, weight: weight, fullAt: fullAt)) } }
    }

    private static let scores = [
        Fault("the weights of the parts of the score add up to 99") { $0.with(weights: [.environment: 99]) },
        Fault("« supplier-common » has no weight for « diversity »") {
            $0.with(questions: $0.questions.filter { $0.scoring.indicator != .diversity })
        },
        Fault("« supplier-short » has no weight for « social »", severity: .warning) {
            $0.with(shortForm: $0.shortForm.map { $0.questions.filter { $0 != "q-health-safety" } } ?? [])
        },
        Fault("the bonus of « q-accessibility » adds to « diversity »") {
            scored("q-accessibility", .bonus, .count, .diversity, fullAt: 2)(
                $0.with(
                    questions: $0.questions.filter {
                        $0.scoring.indicator != .diversity || $0.id == "q-accessibility"
                    }))
        },
        Fault("« q-attestation » does not count, but has a rule", make: scored("q-attestation", .none, .yesNo, nil)),
        Fault(
            "« q-attestation » counts, but lacks a rule, a part or a weight",
            make: scored("q-attestation", .standard, .yesNo, .social, weight: 0)),
        Fault(
            "of type yes-no, which the rule count does not suit",
            make: scored("q-attestation", .standard, .count, .social, fullAt: 1)),
        Fault(
            "wants 7 choices for a whole point, but 6 can be counted",
            make: scored("q-waste-practices", .standard, .count, .environment, fullAt: 7)),
        Fault("does not say how many", make: scored("q-waste-practices", .standard, .count, .environment)),
        Fault("« no-policy » of the question « q-env-policy » has 120 points") {
            $0.changing("q-env-policy") { $0.with(choices: $0.choices.map { $0.with(points: 120) }) }
        },
        Fault("the best gives 80 hundredths") {
            $0.changing("q-env-policy") { $0.with(choices: $0.choices.map { $0.with(points: 80) }) }
        },
        Fault("« family-only » of the question « q-workforce-diversity » is neutral, but has points") {
            $0.changing("q-workforce-diversity") { $0.with(choices: $0.choices.map { $0.with(points: 100) }) }
        },
    ]

    private static let texts = [
        Fault("why of the question « q-env-policy » has no text in « fr »") {
            $0.changing("q-env-policy") { $0.with(why: LocalizedText(fr: " ", en: $0.why.en)) }
        },
        Fault("has the placeholders [{name}] in French and [] in English") {
            $0.changing("q-env-policy") { $0.with(why: LocalizedText(fr: "Pour {name}.", en: "For you.")) }
        },
        Fault("has a brace without its pair") {
            $0.changing("q-env-policy") { $0.with(why: LocalizedText(fr: "Pour {name.", en: "For name}.")) }
        },
        Fault("reads « Environmental policy » in both languages", severity: .warning) {
            $0.changing("q-env-policy") { $0.with(label: LocalizedText(fr: $0.label.en, en: $0.label.en)) }
        },
        Fault("« no-policy » and « informal » of the question « q-env-policy » read alike in « fr »") {
            $0.changing("q-env-policy") { question in
                question.with(choices: question.choices.map { $0.with(text: question.choices[0].text) })
            }
        },
    ]

    private static let names = [
        Fault("two of the questions are called « q-legal-name »") {
            $0.with(questions: [$0.questions[0]] + $0.questions)
        },
        Fault("« q-env-policy » is in the section « elsewhere », which is none") {
            $0.changing("q-env-policy") { $0.with(section: "elsewhere") }
        },
        Fault("« q-env-policy » comes after the section « identity-profile » has ended") {
            $0.changing("q-env-management") { $0.with(id: "q-env-policy", section: "identity-profile") }
        },
        Fault("the framework « nowhere », which the questionnaire does not have") {
            $0.changing("q-env-policy") { $0.with(crosswalk: [Crosswalk(framework: "nowhere", topics: [])]) }
        },
        Fault("the topic « nothing », which the framework « ecovadis » does not have") {
            $0.changing("q-env-policy") { $0.with(crosswalk: [Crosswalk(framework: "ecovadis", topics: ["nothing"])]) }
        },
        Fault("the scheme « no-scheme », which the knowledge base does not have") {
            $0.changing("q-env-policy") { $0.with(certifications: ["no-scheme"]) }
        },
        Fault("the document « doc-none », which the questionnaire does not have") {
            $0.changing("q-env-policy") { $0.with(documents: ["doc-none"]) }
        },
        Fault("« supplier-short » asks « q-ownership-share », but not « q-ownership-groups », which shows it") {
            $0.with(shortForm: $0.shortForm.map { $0.questions.filter { $0 != "q-ownership-groups" } } ?? [])
        },
        Fault("« supplier-short » names « q-nothing », which is no question") {
            $0.with(shortForm: ($0.shortForm?.questions ?? []) + ["q-nothing"])
        },
        Fault("the questions of « supplier-short » are not in the order") {
            $0.with(shortForm: ($0.shortForm?.questions ?? []).reversed())
        },
    ]
}

/// Questionnaires of four questions, small enough to try all answers.
private enum SmallQuestions {
    static func make(like template: Knowledge.Question, _ dice: inout Dice) -> [Knowledge.Question] {
        var questions: [Knowledge.Question] = []
        for number in 1...4 {
            let type = [QuestionType.yesNo, .singleChoice, .multiChoice, .number][dice.roll(4)]
            let choices = ["a", "b", "c"].map { id in
                Choice(
                    id: id, text: LocalizedText(fr: id, en: id), points: nil, exclusive: id == "c" && dice.roll(2) == 0,
                    counted: true, neutral: false, certifications: [])
            }
            let conditions = (0..<dice.roll(4)).compactMap { _ in
                questions.isEmpty ? nil : condition(on: questions[dice.roll(questions.count)], &dice)
            }
            let hasChoices = type == .singleChoice || type == .multiChoice
            questions.append(
                template.with(
                    id: "q\(number)", type: type, choices: hasChoices ? choices : [],
                    validation: .of(
                        required: dice.roll(2) == 0, min: 0, max: 4,
                        minChoices: type == .multiChoice ? 1 + dice.roll(2) : nil),
                    showIf: conditions))
        }
        return questions
    }

    private static func condition(on question: Knowledge.Question, _ dice: inout Dice) -> Condition {
        switch question.type {
        case .yesNo:
            return Condition(
                question: question.id, comparison: [.equal, .notEqual][dice.roll(2)], value: .flag(dice.roll(2) == 0))
        case .number:
            return Condition(
                question: question.id, comparison: [.greater, .greaterOrEqual, .equal, .notEqual][dice.roll(4)],
                value: .number(dice.roll(7) - 1))
        default:
            let isOne = dice.roll(3) == 0
            let ids = ["a", "b", "c"].filter { _ in dice.roll(2) == 0 }
            let comparisons: [ConditionOperator] =
                question.type == .singleChoice ? [.isIn, .isNotIn] : [.includesAny, .excludesAll]
            return Condition(
                question: question.id, comparison: (isOne ? [.equal, .notEqual] : comparisons)[dice.roll(2)],
                value: .choices(isOne ? [["a", "b", "c"][dice.roll(3)]] : ids))
        }
    }

    /// The questions that some run shows and that some run hides, by trying all answers.
    static func outcomes(of questionnaire: Questionnaire) -> (shown: Set<String>, hidden: Set<String>) {
        var shown: Set<String> = []
        var hidden: Set<String> = []
        func run(_ place: Int, _ sheet: AnswerSheet) {
            guard place < questionnaire.questions.count else { return }
            let question = questionnaire.questions[place]
            guard questionnaire.shown(questionnaire.id, sheet).contains(where: { $0.id == question.id }) else {
                hidden.insert(question.id)
                return run(place + 1, sheet)
            }
            shown.insert(question.id)
            for value in answers(to: question) {
                var answered = sheet
                answered.answer(question.id, value)
                run(place + 1, answered)
            }
            if !question.validation.required { run(place + 1, sheet) }
        }
        run(0, AnswerSheet())
        return (shown, hidden)
    }

    private static func answers(to question: Knowledge.Question) -> [AnswerValue] {
        switch question.type {
        case .yesNo: return [.flag(true), .flag(false)]
        case .number: return (0...4).map(AnswerValue.number)
        case .singleChoice: return question.choices.map { .choice($0.id) }
        default:
            return (1..<8).compactMap { bits in
                let chosen = question.choices.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
                let isAllowed =
                    chosen.count >= question.validation.minChoices ?? 1
                    && (chosen.count == 1 || !chosen.contains(where: \.exclusive))
                return isAllowed ? .choices(chosen.map(\.id)) : nil
            }
        }
    }
}

/// Numbers that look random and are the same each time.
private struct Dice {
    var state: UInt64

    /// A number from 0 to below the count of sides (SplitMix64).
    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
    }
}

/// The elements and texts of a drawing, where it is well-formed XML.
private final class DrawingReader: NSObject, XMLParserDelegate {
    private(set) var elements: Set<String> = []
    /// How many elements have each class.
    private(set) var counts: [String: Int] = [:]
    private var found: [(style: String, text: String)] = []
    private var style: String?

    init?(_ source: String) {
        super.init()
        let parser = XMLParser(data: Data(source.utf8))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func texts(of style: String) -> [String] { found.filter { $0.style == style }.map(\.text) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        elements.insert(name)
        for part in (attributes["class"] ?? "").split(separator: " ") { counts[String(part), default: 0] += 1 }
        style = name == "text" ? attributes["class"] : nil
        if let style { found.append((style, "")) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if style != nil { found[found.count - 1].text += string }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        style = nil
    }
}

extension Questionnaire {
    fileprivate func changing(_ id: String, _ change: (Knowledge.Question) -> Knowledge.Question) -> Questionnaire {
        with(questions: questions.map { $0.id == id ? change($0) : $0 })
    }

    /// This one with other questions, other questions of its short form, or other weights for some parts of the score.
    fileprivate func with(
        questions: [Knowledge.Question]? = nil, shortForm chosen: [String]? = nil, weights: [Indicator: Int]? = nil
    ) -> Questionnaire {
        Questionnaire(
            id: id, title: title, about: about, standing: standing, passing: passing,
            shortForm: shortForm.map { ShortForm(id: $0.id, title: $0.title, questions: chosen ?? $0.questions) },
            sections: sections, documents: documents, frameworks: frameworks, crosswalkSources: crosswalkSources,
            tags: tags, scoring: weights.map(scoring.with) ?? scoring, questions: questions ?? self.questions,
            roles: roles, provenance: provenance)
    }
}

extension ScoringMethod {
    fileprivate func with(weights: [Indicator: Int]) -> ScoringMethod {
        ScoringMethod(
            titles: titles, weights: weights, minimumCompleteness: minimumCompleteness, levels: levels,
            levelOfAssurance: levelOfAssurance, answerPoints: answerPoints, subScore: subScore, bonus: bonus,
            neutral: neutral, overall: overall, innovationDisplay: innovationDisplay, rounding: rounding,
            completeness: completeness, assurance: assurance, backedShare: backedShare, alwaysSay: alwaysSay)
    }
}

extension Knowledge.Question {
    fileprivate func with(
        id: String? = nil, section: String? = nil, label: LocalizedText? = nil, why: LocalizedText? = nil,
        type: QuestionType? = nil, choices: [Choice]? = nil, validation: Validation? = nil,
        certifications: [String]? = nil, documents: [String]? = nil, showIf: [Condition]? = nil,
        scoring: QuestionScoring? = nil, crosswalk: [Crosswalk]? = nil
    ) -> Knowledge.Question {
        Knowledge.Question(
            id: id ?? self.id, number: number, section: section ?? self.section, label: label ?? self.label, text: text,
            why: why ?? self.why, type: type ?? self.type, unit: unit, choices: choices ?? self.choices,
            validation: validation ?? self.validation, certifications: certifications ?? self.certifications,
            documents: documents ?? self.documents, showIf: showIf ?? self.showIf, scoring: scoring ?? self.scoring,
            realism: realism, crosswalk: crosswalk ?? self.crosswalk)
    }
}

extension Choice {
    fileprivate func with(id: String? = nil, text: LocalizedText? = nil, points: Int? = nil) -> Choice {
        Choice(
            id: id ?? self.id, text: text ?? self.text, points: points ?? self.points, exclusive: exclusive,
            counted: counted, neutral: neutral, certifications: certifications)
    }
}

extension Validation {
    fileprivate static func of(
        required: Bool = false, min: Int? = nil, max: Int? = nil, minChoices: Int? = nil, mustBe: Bool? = nil
    ) -> Validation {
        Validation(
            required: required, sensitive: false, minLength: nil, maxLength: nil, digits: [], min: min, max: max,
            minChoices: minChoices, decimals: false, maxItems: nil, maxTitleLength: nil, earliest: nil,
            defaultChoice: nil,
            mustBe: mustBe, hint: nil)
    }
}

extension QuestionScoring {
    fileprivate static func of(
        _ mode: Mode, _ rule: Rule?, _ indicator: Indicator?, weight: Int, fullAt: Int?
    ) -> QuestionScoring {
        QuestionScoring(mode: mode, rule: rule, fullAt: fullAt, indicator: indicator, weight: weight, feeds: nil)
    }
}
