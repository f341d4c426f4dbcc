package import Dialogue
import Foundation
import Knowledge
import Questionnaires
import Text
import Understanding

/// The state of a conversation as it stands in JSON on the conversation topic.
package struct ConversationMessage: Codable {
    struct EntityField: Codable {
        var type: EntityType
        var value: String

        init(_ entity: Entity) {
            type = entity.type
            value = entity.value
        }

        var entity: Entity { Entity(type, value) }
    }

    struct Last: Codable {
        var intent: Intent
        var entities: [EntityField]
        var refinements: [String]
        var shown: [EntityField]
        var page: Int
        var time: RecordTime
        var offered: [String]
        var runnersUp: [String]?
        var asksWho: Bool?
        var spokenOf: [EntityField]?

        /// Whether no text is longer than what this program writes.
        var isWithinBounds: Bool {
            let texts = [refinements, offered, runnersUp ?? [], (entities + shown + (spokenOf ?? [])).map(\.value)]
                .joined()
            return texts.allSatisfy { $0.utf8.count <= UserMessage.longestChoice }
        }
    }

    /// The version of this form; a state of another version is not read, and the conversation begins anew.
    static let version = 1
    /// The most bytes of a state.
    static let mostBytes = 16 * 1024

    var version: Int
    var sequence: Int
    var language: Language?
    var audience: Actor?
    var wasAskedWho: Bool?
    var handedOverAt: RecordTime?
    var last: Last?
    var run: QuestionnaireRun?
    var misses: Int
    var expiryWarning: ConversationExpiry.Warning?
    /// The fingerprints of the questions answered last, eight bytes each, in Base64.
    var answered: Data

    init(_ conversation: Conversation) {
        version = Self.version
        sequence = conversation.sequence
        language = conversation.language
        audience = conversation.audience
        wasAskedWho = conversation.wasAskedWho ? true : nil
        handedOverAt = conversation.handedOverAt
        last = conversation.last.map {
            Last(
                intent: $0.intent, entities: $0.entities.map(EntityField.init), refinements: $0.refinements,
                shown: $0.shown.map(EntityField.init), page: $0.page, time: $0.time, offered: $0.offered,
                runnersUp: $0.runnersUp.isEmpty ? nil : $0.runnersUp, asksWho: $0.asksWho ? true : nil,
                spokenOf: $0.spokenOf.isEmpty ? nil : $0.spokenOf.map(EntityField.init))
        }
        run = conversation.run
        misses = conversation.misses
        expiryWarning = conversation.expiryWarning
        answered = Data(
            conversation.answered.flatMap { fingerprint in
                (0..<8).map { UInt8(truncatingIfNeeded: fingerprint >> (56 - 8 * $0)) }
            })
    }

    /// The state in at most ``mostBytes``: of what is longer the context goes, the oldest first; never what was answered to a
    /// questionnaire.
    ///
    /// - Returns: `nil` where even that is not enough, which no content that is checked can bring about.
    var bytes: [UInt8]? {
        var message = self
        for giveUp in Self.context {
            let bytes = MessageText.json(message)
            if bytes.count <= Self.mostBytes { return bytes }
            giveUp(&message)
        }
        let bytes = MessageText.json(message)
        return bytes.count <= Self.mostBytes ? bytes : nil
    }

    /// What is given up of a state that is too long, in this order.
    private static let context: [@Sendable (inout ConversationMessage) -> Void] = [
        { $0.last?.offered = [] }, { $0.last?.shown = [] }, { $0.last?.entities = [] }, { $0.last = nil },
        { $0.answered = $0.answered.suffix(64) },
    ]

    /// The conversation kept in `bytes`; a new one if there are none, or if they cannot be read.
    package static func conversation(from bytes: [UInt8]?) -> Conversation {
        bytes.flatMap(readable) ?? Conversation()
    }

    /// The conversation kept in `bytes`; `nil` if they cannot be read, or hold a number that this program does not write.
    static func readable(_ bytes: [UInt8]) -> Conversation? {
        guard let message = try? JSONDecoder().decode(ConversationMessage.self, from: Data(bytes)),
            message.version == version, (0...Conversation.mostReplies).contains(message.sequence)
        else { return nil }
        return message.conversation
    }

    private var conversation: Conversation {
        let bytes = [UInt8](answered)
        let fingerprints = stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
            bytes[start..<(start + 8)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }
        return Conversation(
            sequence: sequence, language: language, audience: audience, wasAskedWho: wasAskedWho ?? false,
            handedOverAt: handedOverAt,
            last: last.flatMap {
                guard $0.isWithinBounds else { return nil }
                return .init(
                    intent: $0.intent, entities: $0.entities.map(\.entity), refinements: $0.refinements,
                    shown: $0.shown.map(\.entity), page: $0.page, time: $0.time, offered: $0.offered,
                    runnersUp: $0.runnersUp ?? [], asksWho: $0.asksWho ?? false,
                    spokenOf: ($0.spokenOf ?? []).map(\.entity))
            },
            run: run, misses: misses, expiryWarning: expiryWarning, answered: fingerprints)
    }
}
