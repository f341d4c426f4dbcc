import Dialogue
import Foundation
import Knowledge
import Understanding

/// The state of a conversation as it stands in JSON on the conversation topic.
struct ConversationMessage: Codable {
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
        var time: Int64
        var offered: [String]
        var runnersUp: [String]?
        var asksWho: Bool?
    }

    /// The version of this form; a state of another version is not read, and the conversation begins anew.
    static let version = 1

    var version: Int
    var sequence: Int
    var language: Language?
    var audience: Actor?
    var wasAskedWho: Bool?
    var handedOverAt: Int64?
    var last: Last?
    var run: QuestionnaireRun?
    var misses: Int
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
                runnersUp: $0.runnersUp.isEmpty ? nil : $0.runnersUp, asksWho: $0.asksWho ? true : nil)
        }
        run = conversation.run
        misses = conversation.misses
        answered = Data(
            conversation.answered.flatMap { fingerprint in
                (0..<8).map { UInt8(truncatingIfNeeded: fingerprint >> (56 - 8 * $0)) }
            })
    }

    /// The conversation kept in `bytes`; a new one if there are none, or if they cannot be read.
    static func conversation(from bytes: [UInt8]?) -> Conversation {
        guard let bytes, let message = try? JSONDecoder().decode(ConversationMessage.self, from: Data(bytes)),
            message.version == version
        else { return Conversation() }
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
            last: last.map {
                .init(
                    intent: $0.intent, entities: $0.entities.map(\.entity), refinements: $0.refinements,
                    shown: $0.shown.map(\.entity), page: $0.page, time: $0.time, offered: $0.offered,
                    runnersUp: $0.runnersUp ?? [], asksWho: $0.asksWho ?? false)
            },
            run: run, misses: misses, answered: fingerprints)
    }
}
