import Foundation
import Knowledge
import Questionnaires
import Testing

/// The method in floating point, as the text of the questionnaire's facts tells it.
struct PlainScore {
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
