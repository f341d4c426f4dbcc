import Questionnaires
import Text

@testable import Knowledge

/// Questionnaires of four questions, small enough to try all answers.
enum SmallQuestions {
    static func make(like template: Question, _ dice: inout SmallDice) -> [Question] {
        var questions: [Question] = []
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

    private static func condition(on question: Question, _ dice: inout SmallDice) -> Condition {
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

    private static func answers(to question: Question) -> [AnswerValue] {
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
struct SmallDice {
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
