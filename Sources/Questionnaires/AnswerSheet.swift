public import Knowledge
import Understanding

/// A value given to a question.
public enum AnswerValue: Sendable, Hashable {
    /// Yes or no.
    case flag(Bool)
    /// The id of the one choice.
    case choice(String)
    /// The ids of the choices, in the question's order.
    case choices([String])
    /// A number or a percentage, one of ``numbers``.
    case number(Int)
    /// A number with decimals, in hundredths; a whole one is ``number(_:)``.
    case decimal(hundredths: Int)
    case text(String)
    /// A day, `yyyy-mm-dd`.
    case date(String)
    /// What backs other answers.
    case evidence([Evidence])

    /// The numbers that an answer can be: all that are written with at most twelve digits.
    public static let numbers = Validation.numbers

    /// Something that backs an answer.
    public struct Evidence: Sendable, Hashable, Codable {
        /// What it is.
        public enum Kind: String, Sendable, Hashable, Codable {
            case certification, document
        }

        public var kind: Kind
        /// The id of the scheme, or of the document of the questionnaire; empty for what is in neither.
        public var id: String
        /// What the person said of it: a number, a date, a title.
        public var note: String?

        public init(kind: Kind, id: String, note: String? = nil) {
            self.kind = kind
            self.id = id
            self.note = note
        }
    }
}

/// Why a question was passed without an answer, by what the person said.
public enum SkipReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing was said of it: « passer ».
    case unsaid
    /// There is none to give, or the question does not apply: « j'en ai pas ».
    case none
    /// Not at hand now: « je vous reviens là-dessus ».
    case later
    /// The person would rather not say.
    case refused
    /// The person does not know.
    case unknown
}

/// The answers to a questionnaire so far, by the id of the question.
public struct AnswerSheet: Sendable, Hashable {
    public private(set) var values: [String: AnswerValue]
    /// Why the questions were passed that were passed without an answer.
    public private(set) var skipped: [String: SkipReason]

    public init(values: [String: AnswerValue] = [:], skipped: [String: SkipReason] = [:]) {
        self.values = values
        self.skipped = skipped
    }

    public subscript(question: String) -> AnswerValue? { values[question] }

    /// Whether the person has dealt with a question: answered or passed it.
    public func isSettled(_ question: String) -> Bool { values[question] != nil || skipped[question] != nil }

    public mutating func answer(_ question: String, _ value: AnswerValue) {
        values[question] = value
        skipped[question] = nil
    }

    public mutating func skip(_ question: String, reason: SkipReason = .unsaid) {
        values[question] = nil
        skipped[question] = reason
    }

    public mutating func clear(_ question: String) {
        values[question] = nil
        skipped[question] = nil
    }
}

extension Condition {
    /// Whether the condition holds of the answers: without an answer comparisons are false and negations true.
    public func holds(of sheet: AnswerSheet) -> Bool {
        let answer = sheet[question]
        switch (comparison, value) {
        case (.greater, .number(let limit)): return answer.flatMap(\.hundredths).map { $0 > limit * 100 } ?? false
        case (.greaterOrEqual, .number(let limit)):
            return answer.flatMap(\.hundredths).map { $0 >= limit * 100 } ?? false
        case (.equal, _): return answer.map { equals($0) } ?? false
        case (.notEqual, _): return !(answer.map { equals($0) } ?? false)
        case (.isIn, .choices(let ids)), (.includesAny, .choices(let ids)):
            return answer.map { $0.chosen.contains(where: ids.contains) } ?? false
        case (.isNotIn, .choices(let ids)), (.excludesAll, .choices(let ids)):
            return !(answer.map { $0.chosen.contains(where: ids.contains) } ?? false)
        default: return false
        }
    }

    private func equals(_ answer: AnswerValue) -> Bool {
        switch value {
        case .number(let number): answer.hundredths == number * 100
        case .flag(let flag): answer == .flag(flag)
        case .choices(let ids): answer.chosen == ids
        }
    }
}

extension AnswerValue {
    /// A number in hundredths.
    fileprivate var hundredths: Int? {
        switch self {
        case .number(let number): number * 100
        case .decimal(let hundredths): hundredths
        default: nil
        }
    }

    /// The ids of what was chosen; empty for other kinds of answers.
    public var chosen: [String] {
        switch self {
        case .choice(let id): [id]
        case .choices(let ids): ids
        default: []
        }
    }
}

extension AnswerSheet {
    /// The answer to the question that has a role, if it is asked and answered.
    public func answer(to role: Questionnaire.Role, of questionnaire: Questionnaire) -> AnswerValue? {
        questionnaire.roles[role].flatMap { self[$0] }
    }
}

extension Questionnaire {
    /// The questions of the whole or of its short form, in order.
    public func questions(ofForm form: String) -> [Question] {
        guard let shortForm, shortForm.id == form else { return questions }
        return shortForm.places.map { questions[$0] }
    }

    /// The questions that the answers leave open to be shown, in order. The answer to a question that is hidden counts for
    /// nothing: neither for the questions after it, nor for the score.
    public func shown(_ form: String, _ sheet: AnswerSheet) -> [Question] {
        var visible = sheet
        return questions(ofForm: form).filter { question in
            let isShown = question.showIf.allSatisfy { $0.holds(of: visible) }
            if !isShown { visible.clear(question.id) }
            return isShown
        }
    }

    /// The answers without those of hidden questions.
    public func effective(_ form: String, _ sheet: AnswerSheet) -> AnswerSheet {
        let ids = Set(shown(form, sheet).map(\.id))
        return AnswerSheet(
            values: sheet.values.filter { ids.contains($0.key) }, skipped: sheet.skipped.filter { ids.contains($0.key) }
        )
    }
}

extension AnswerValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try Self.number(in: container) {
            self = number
        } else if let fields = try? container.decode(Tagged.self) {
            self = fields.value
        } else if let items = try? container.decode([Evidence].self), !items.isEmpty {
            self = .evidence(items)
        } else if let ids = try? container.decode([String].self) {
            self = .choices(ids)
        } else {
            self = .choice(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .decimal(let hundredths): try container.encode(Double(hundredths: hundredths))
        case .choice(let id): try container.encode(id)
        case .choices(let ids): try container.encode(ids)
        case .evidence(let items): try container.encode(items)
        case .text(let text): try container.encode(Tagged(text: text))
        case .date(let date): try container.encode(Tagged(date: date))
        }
    }

    /// The number that stands in a record, whole or with decimals; nothing where something else does.
    ///
    /// - Throws: `DecodingError` for a number of over twelve digits.
    package static func number(in container: any SingleValueDecodingContainer) throws -> AnswerValue? {
        guard let number = try? container.decode(Int.self) else {
            return (try? container.decode(Double.self).hundredths).flatMap(\.self).map { .decimal(hundredths: $0) }
        }
        guard numbers.contains(number) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a number of over twelve digits")
        }
        return .number(number)
    }

    /// A text or a day, which would else be read as the id of a choice.
    private struct Tagged: Codable {
        var text: String?
        var date: String?

        var value: AnswerValue { date.map { .date($0) } ?? .text(text ?? "") }
    }
}

extension Double {
    /// A number of hundredths.
    package init(hundredths: Int) { self = Double(hundredths) / 100 }

    /// The number in hundredths, if it is one that an answer can be.
    package var hundredths: Int? {
        guard magnitude <= Double(AnswerValue.numbers.upperBound) else { return nil }
        return Int((self * 100).rounded())
    }
}
