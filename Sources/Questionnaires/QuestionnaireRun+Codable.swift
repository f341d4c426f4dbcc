import Knowledge
import Text

/// The run as it is kept: one entry a question with all there is about it, and short names, because it is kept with
/// every change.
extension QuestionnaireRun: Codable {
    private enum Key: String, CodingKey {
        case id = "r"
        case questionnaire = "q"
        case form = "f"
        case version = "v"
        case language = "l"
        case startedAt = "t"
        case completedAt = "d"
        case replaced = "b"
        case state = "s"
        case current = "c"
        case attempts = "a"
        case answeredLast = "n"
        case pending = "p"
        /// The questions of the history, in its order, then the others.
        case entries = "e"
        /// How many entries are the history.
        case asked = "h"
    }

    private struct Entry: Codable {
        var question: String
        var value: AnswerValue?
        var skipped: SkipMark?
        var rating: RealismLevel?

        enum CodingKeys: String, CodingKey {
            case question = "q"
            case value = "v"
            case skipped = "s"
            case rating = "r"
        }
    }

    /// That a question was passed: `true`, or the reason where one was given. Earlier versions kept `true` alone, and a
    /// reason of a later one is read as none given.
    private struct SkipMark: Codable {
        var reason: SkipReason?

        init?(reason: SkipReason?) {
            guard let reason else { return nil }
            self.reason = reason
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let isSkipped = try? container.decode(Bool.self) {
                reason = isSkipped ? .unsaid : nil
            } else {
                reason = SkipReason(rawValue: try container.decode(String.self)) ?? .unsaid
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if let reason, reason != .unsaid {
                try container.encode(reason.rawValue)
            } else {
                try container.encode(true)
            }
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        id = try container.decode(String.self, forKey: .id)
        questionnaire = try container.decode(String.self, forKey: .questionnaire)
        form = try container.decode(String.self, forKey: .form)
        version = try container.decode(String.self, forKey: .version)
        language = try container.decode(Language.self, forKey: .language)
        startedAt = try container.decode(RecordTime.self, forKey: .startedAt)
        completedAt = try container.decodeIfPresent(RecordTime.self, forKey: .completedAt)
        replaced = try container.decodeIfPresent(Replaced.self, forKey: .replaced)
        state = try container.decode(State.self, forKey: .state)
        current = try container.decodeIfPresent(String.self, forKey: .current)
        attempts = Counter.bounded(try container.decodeIfPresent(Int.self, forKey: .attempts) ?? 0)
        pending = try container.decodeIfPresent(Confirmation.self, forKey: .pending)
        answeredLast = try container.decodeIfPresent(String.self, forKey: .answeredLast)
        let entries = try container.decode([Entry].self, forKey: .entries)
        history = entries.prefix(max(0, try container.decode(Int.self, forKey: .asked))).map(\.question)
        guard entries.count <= Self.mostEntries else {
            throw DecodingError.dataCorruptedError(
                forKey: .entries, in: container, debugDescription: "more questions than any questionnaire has")
        }
        sheet = AnswerSheet()
        rated = [:]
        for entry in entries {
            if let value = entry.value {
                sheet.answer(entry.question, value)
            } else if let reason = entry.skipped?.reason {
                sheet.skip(entry.question, reason: reason)
            }
            rated[entry.question] = entry.rating
        }
        let texts =
            [id, questionnaire, form, version] + [current, replaced?.run, answeredLast].compactMap(\.self)
            + entries.map(\.question)
        guard texts.allSatisfy({ $0.utf8.count <= Self.longestID }), sheet.writtenSize <= Self.mostReadable else {
            throw DecodingError.dataCorruptedError(
                forKey: .entries, in: container, debugDescription: "longer texts than this program writes")
        }
    }

    /// The most questions, the longest id and the most text, in bytes, that are read back.
    private static let (mostEntries, longestID, mostReadable) = (1000, 256, 64 * 1024)

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(questionnaire, forKey: .questionnaire)
        try container.encode(form, forKey: .form)
        try container.encode(version, forKey: .version)
        try container.encode(language, forKey: .language)
        try container.encode(startedAt, forKey: .startedAt)
        try container.encodeIfPresent(completedAt, forKey: .completedAt)
        try container.encodeIfPresent(replaced, forKey: .replaced)
        try container.encode(state, forKey: .state)
        try container.encodeIfPresent(current, forKey: .current)
        if attempts > 0 { try container.encode(attempts, forKey: .attempts) }
        try container.encodeIfPresent(pending, forKey: .pending)
        try container.encodeIfPresent(answeredLast, forKey: .answeredLast)
        let others = Set(sheet.values.keys).union(sheet.skipped.keys).union(rated.keys).subtracting(history)
        let entries = (history + others.sorted()).map { question in
            Entry(
                question: question, value: sheet[question], skipped: SkipMark(reason: sheet.skipped[question]),
                rating: rated[question])
        }
        try container.encode(entries, forKey: .entries)
        try container.encode(history.count, forKey: .asked)
    }
}

extension QuestionnaireRun.Confirmation: Codable {
    private enum Key: String, CodingKey {
        case kind = "k"
        case question = "q"
        case value = "v"
        case reason = "w"
        case hides = "h"
        case instead = "i"
    }

    /// The longest command that is read back, in bytes.
    private static let longestCommand = 2048

    private enum Kind: String, Codable {
        case cancel, restart, change, answer
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(Kind.self, forKey: .kind) {
        case .cancel: self = .cancel
        case .restart: self = .restart
        case .change:
            let value = try container.decodeIfPresent(AnswerValue.self, forKey: .value)
            let reason = try container.decodeIfPresent(String.self, forKey: .reason).flatMap(SkipReason.init)
            let hides = try container.decode([String].self, forKey: .hides)
            guard value?.writtenSize ?? 0 <= QuestionnaireRun.mostWritten, Set(hides).count == hides.count else {
                throw DecodingError.dataCorruptedError(
                    forKey: .hides, in: container, debugDescription: "a change that this program does not ask for")
            }
            self = .change(
                question: try container.decode(String.self, forKey: .question), value: value,
                reason: reason ?? .unsaid, hides: hides)
        case .answer:
            let value = try container.decode(AnswerValue.self, forKey: .value)
            let instead = try container.decode(String.self, forKey: .instead)
            guard value.writtenSize <= QuestionnaireRun.mostWritten, instead.utf8.count <= Self.longestCommand else {
                throw DecodingError.dataCorruptedError(
                    forKey: .value, in: container, debugDescription: "a question that this program does not ask")
            }
            self = .answer(value, instead: instead)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .cancel: try container.encode(Kind.cancel, forKey: .kind)
        case .restart: try container.encode(Kind.restart, forKey: .kind)
        case .change(let question, let value, let reason, let hides):
            try container.encode(Kind.change, forKey: .kind)
            try container.encode(question, forKey: .question)
            try container.encodeIfPresent(value, forKey: .value)
            if reason != .unsaid { try container.encode(reason, forKey: .reason) }
            try container.encode(hides, forKey: .hides)
        case .answer(let value, let instead):
            try container.encode(Kind.answer, forKey: .kind)
            try container.encode(value, forKey: .value)
            try container.encode(instead, forKey: .instead)
        }
    }
}
