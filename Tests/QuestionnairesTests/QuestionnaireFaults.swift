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

    static let all = runs + scores + texts

    private static func shown(
        _ id: String, by question: String, _ comparison: ConditionOperator, _ value: Condition.Value
    ) -> @Sendable (Questionnaire) -> Questionnaire {
        { $0.changing(id) { $0.with(showIf: [Condition(question: question, comparison: comparison, value: value)]) } }
    }

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
        Fault("no answers to « supplier-common » set the tag « diverse-owned »") {
            $0.changing("q-ownership-share") { $0.with(validation: .of(min: 0, max: 50)) }
        },
    ]

    private static func scored(
        _ id: String, _ mode: QuestionScoring.Mode, _ rule: QuestionScoring.Rule?, _ part: Indicator?, weight: Int = 1,
        fullAt: Int? = nil
    ) -> @Sendable (Questionnaire) -> Questionnaire {
        { $0.changing(id) { $0.with(scoring: .of(mode, rule, part, weight: weight, fullAt: fullAt)) } }
    }

    private static let scores = [
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
            "wants 7 choices for a whole point, but 6 can be counted",
            make: scored("q-waste-practices", .standard, .count, .environment, fullAt: 7)),
        Fault("the best gives 80 hundredths") {
            $0.changing("q-env-policy") { $0.with(choices: $0.choices.map { $0.with(points: 80) }) }
        },
        Fault("« family-only » of the question « q-workforce-diversity » is neutral, but has points") {
            $0.changing("q-workforce-diversity") { $0.with(choices: $0.choices.map { $0.with(points: 100) }) }
        },
    ]

    private static let texts = [
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
}
