import Crypto
import Dialogue
import Foundation
import Knowledge
import Text

/// A question as it stands in JSON. Unknown fields are ignored; a language or audience that is not known counts as
/// not given, since a person is waiting for an answer.
package struct QuestionMessage: Decodable {
    package var text: String?
    var answer: String?
    package var choice: String?
    package var choices: [String]?
    var language: String?
    var audience: String?
    var channel: String?
    var explain: Bool?

    /// - Throws: ``Unreadable``, saying what of the JSON is not as the contract has it.
    package static func decode(_ data: [UInt8]) throws(Unreadable) -> QuestionMessage {
        guard String(validating: data, as: UTF8.self) != nil else {
            throw Unreadable(code: .notUTF8, message: "the value is not UTF-8")
        }
        let message: QuestionMessage
        do {
            message = try JSONDecoder().decode(QuestionMessage.self, from: Data(data))
        } catch DecodingError.typeMismatch(_, let context) {
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw Unreadable(
                code: .notAQuestion,
                message: path.isEmpty ? "the JSON is no object" : "the field « \(path) » is not of the right type")
        } catch {
            throw Unreadable(code: .notJSON, message: "the value is not JSON")
        }
        guard message.text != nil || message.answer != nil || message.choice != nil || message.choices != nil else {
            throw Unreadable(code: .notAQuestion, message: "none of text, answer, choice and choices is there")
        }
        return message
    }

    /// As much of a channel's name as is looked at.
    private static let longestChannel = 64

    func question(fingerprint: UInt64) -> UserMessage {
        UserMessage(
            text: text, answer: answer, choice: choice, choices: choices,
            language: language.flatMap(Language.init(tag:)),
            audience: audience.flatMap(Actor.init).flatMap { $0 == .intermediary ? nil : $0 },
            channel: channel.map { String($0.unicodeScalars.prefix(Self.longestChannel)) }, explain: explain ?? false,
            fingerprint: fingerprint)
    }

    /// What tells a question from every other: the first 64 bits of the SHA-256 digest of its source and id.
    package static func fingerprint(source: String, id: String) -> UInt64 {
        var hash = SHA256()
        hash.update(data: Array(source.utf8) + [0] + Array(id.utf8))
        return hash.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension Language {
    /// The language of a BCP 47 tag, `fr-CA` or `EN`; `nil` for one that is not spoken here.
    fileprivate init?(tag: String) {
        let language = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        self.init(rawValue: language)
    }
}
