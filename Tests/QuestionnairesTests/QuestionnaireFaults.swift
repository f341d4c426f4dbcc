import Content
import Foundation
import Questionnaires
import Testing
import Text

@testable import Knowledge

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
