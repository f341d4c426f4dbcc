import Dialogue
import Knowledge
import Questionnaires
import Understanding

/// The answers that a question takes, as far as conditions tell them apart: one for each way in which the conditions on
/// the question can turn out together, so that nothing is lost by looking at these alone.
///
/// Numbers are told apart by the thresholds of the conditions and by the bounds of the question. Sets of choices are told
/// apart by the sets that the conditions name: of all the sets with one outcome, the largest shows whether enough can be
/// chosen.
struct AnswerClasses {
    /// No more outcomes than these are looked at for one question.
    static let most = 4_096

    /// One answer for each outcome, the simplest first; none when the question takes no answer at all.
    let values: [AnswerValue]
    /// Whether these are all; when not, there are more than ``most``, and the values are not to be relied on.
    let isComplete: Bool

    /// - Parameter conditions: All conditions on the question, and no others.
    init(of question: Question, toldApartBy conditions: [Condition]) {
        let (candidates, isComplete) = Self.candidates(question, conditions)
        var outcomes: Set<[Bool]> = []
        values = candidates.filter { value in
            let sheet = AnswerSheet(values: [question.id: value])
            return outcomes.insert(conditions.map { $0.holds(of: sheet) }).inserted
        }
        self.isComplete = isComplete
    }

    private static func candidates(_ question: Question, _ conditions: [Condition]) -> ([AnswerValue], Bool) {
        let validation = question.validation
        switch question.type {
        case .yesNo: return ([.flag(true), .flag(false)], true)
        case .number, .percentage: return (numbers(question, conditions).map(AnswerValue.number), true)
        case .singleChoice: return (question.choices.map { .choice($0.id) }, true)
        case .multiChoice:
            let (sets, isComplete) = sets(question, conditions)
            return (sets.map(AnswerValue.choices), isComplete)
        case .text: return (length(validation).map { [.text(String(repeating: "1", count: $0))] } ?? [], true)
        case .date: return ([.date(validation.earliest ?? "2000-01-01")], true)
        case .evidence:
            guard validation.maxItems ?? 1 > 0 else { return ([], true) }
            return ([.evidence([AnswerValue.Evidence(kind: .document, id: question.documents.first ?? "")])], true)
        }
    }

    private static func numbers(_ question: Question, _ conditions: [Condition]) -> [Int] {
        let isShare = question.type == .percentage
        let least = question.validation.min ?? (isShare ? 0 : nil)
        let greatest = question.validation.max ?? (isShare ? 100 : nil)
        let thresholds = conditions.flatMap { condition -> [Int] in
            guard case .number(let limit) = condition.value else { return [] }
            return [limit - 1, limit, limit + 1]
        }
        let all = Set(thresholds + [0, least, greatest].compactMap { $0 })
        return all.filter { $0 >= least ?? $0 && $0 <= greatest ?? $0 }.sorted()
    }

    /// How long a text may be, where some length is allowed.
    private static func length(_ validation: Validation) -> Int? {
        let least = max(1, validation.minLength ?? 1)
        let lengths = validation.digits.isEmpty ? [least] : validation.digits.sorted()
        return lengths.first { $0 >= least && $0 <= validation.maxLength ?? $0 }
    }

    private static func sets(_ question: Question, _ conditions: [Condition]) -> ([[String]], Bool) {
        let named = conditions.compactMap { condition -> [String]? in
            if case .choices(let ids) = condition.value { ids } else { nil }
        }
        let free = question.choices.filter { !$0.exclusive }.map { choice in
            (id: choice.id, marks: named.map { $0.contains(choice.id) })
        }
        let fewest = max(1, question.validation.minChoices ?? 1)
        var candidates = question.choices.filter { _ in fewest == 1 }.map { [$0.id] }
        guard let unions = unions(of: free.map(\.marks), count: named.count) else { return (candidates, false) }
        for union in unions {
            let largest = free.filter { choice in !zip(choice.marks, union).contains { $0 && !$1 } }
            guard largest.count >= fewest, marks(of: largest.map(\.marks), count: named.count) == union else {
                continue
            }
            var smallest = largest
            for choice in largest.reversed() where smallest.count > fewest {
                let rest = smallest.filter { $0.id != choice.id }
                if marks(of: rest.map(\.marks), count: named.count) == union { smallest = rest }
            }
            candidates += [smallest.map(\.id), largest.map(\.id)]
        }
        return (candidates, true)
    }

    /// All that unions of the marks can be, in the order in which they are found; nothing when they are too many.
    private static func unions(of marks: [[Bool]], count: Int) -> [[Bool]]? {
        var found = [[Bool](repeating: false, count: count)]
        var known = Set(found)
        for mark in marks {
            for old in found {
                let union = zip(old, mark).map { $0 || $1 }
                if known.insert(union).inserted { found.append(union) }
            }
            guard found.count <= most else { return nil }
        }
        return found
    }

    private static func marks(of marks: [[Bool]], count: Int) -> [Bool] {
        marks.reduce([Bool](repeating: false, count: count)) { union, mark in zip(union, mark).map { $0 || $1 } }
    }
}
