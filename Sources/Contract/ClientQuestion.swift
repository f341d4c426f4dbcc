import Dialogue
import Foundation
public import Knowledge
public import Text
import Understanding

/// A question as a client of the topics writes it.
public struct ClientQuestion: Sendable, Hashable, Encodable {
    /// What the person wrote.
    public var text: String?
    /// The id of the suggestion or choice that they picked.
    public var choice: String?
    /// The ids of all that they picked, for a question with several choices.
    public var choices: [String]?
    /// The language to answer in; recognised if left out.
    public var language: Language?
    /// Who asks; recognised if left out.
    public var audience: Actor?
    /// The client's name, for insights.
    public var channel: String?

    public init(
        text: String? = nil, choice: String? = nil, choices: [String]? = nil, language: Language? = nil,
        audience: Actor? = nil, channel: String? = nil
    ) {
        self.text = text
        self.choice = choice
        self.choices = choices
        self.language = language
        self.audience = audience
        self.channel = channel
    }

    /// The bytes of the record's value.
    public var value: [UInt8] { MessageText.json(self) }

    /// The headers that make the record a CloudEvent with this id and source.
    public static func headers(id: String, source: String) -> [RecordHeader] {
        [
            RecordHeader("ce_specversion", "1.0"), RecordHeader("ce_id", id), RecordHeader("ce_source", source),
            RecordHeader("ce_type", MessageType.question.rawValue), RecordHeader("content-type", "application/json"),
        ]
    }
}
