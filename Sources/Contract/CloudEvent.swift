import Dialogue
import Foundation
import Text

/// The CloudEvents attributes of a question (CloudEvents 1.0, Kafka protocol binding), and its data.
package struct CloudEvent {
    package var id: String
    package var source: String
    package var data: [UInt8]

    /// Reads a record in binary mode, structured mode, or bare.
    ///
    /// - Throws: ``Unreadable``, when the record claims to be an event and is none that this topic carries.
    package init(_ record: IncomingRecord, value: [UInt8]) throws(Unreadable) {
        func header(_ name: String) -> String? {
            record.headers.last { $0.name.lowercased() == name }?.value.map { String(decoding: $0, as: UTF8.self) }
        }
        if let contentType = header("content-type"), contentType.lowercased().hasPrefix("application/cloudevents+json")
        {
            try self.init(structured: value)
        } else if let version = header("ce_specversion") {
            guard version == "1.0" else {
                throw Unreadable(code: .unknownVersion, message: "ce_specversion is not 1.0")
            }
            try Self.checkType(header("ce_type"))
            guard let id = header("ce_id"), !id.isEmpty, let source = header("ce_source"), !source.isEmpty else {
                throw Unreadable(code: .notAnEvent, message: "ce_id or ce_source is missing")
            }
            try self.init(validID: id, source: source, data: value)
        } else {
            self.init(id: record.position, source: "/\(record.topic)", data: value)
        }
    }

    private init(id: String, source: String, data: [UInt8]) {
        self.id = id
        self.source = source
        self.data = data
    }

    /// The most bytes of an id, and of a source: each reply, event and state that a question causes repeats them.
    static let longestAttribute = 1024

    private init(validID id: String, source: String, data: [UInt8]) throws(Unreadable) {
        guard id.utf8.count <= Self.longestAttribute, source.utf8.count <= Self.longestAttribute else {
            throw Unreadable(
                code: .notAnEvent, message: "the event's id or source has over \(Self.longestAttribute) bytes")
        }
        self.init(id: id, source: source, data: data)
    }

    private init(structured value: [UInt8]) throws(Unreadable) {
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: Data(value))
        } catch {
            throw Unreadable(code: .notJSON, message: "the value is not JSON in UTF-8")
        }
        guard let event = object as? [String: Any], event["specversion"] as? String == "1.0",
            let id = event["id"] as? String, !id.isEmpty, let source = event["source"] as? String, !source.isEmpty
        else {
            throw Unreadable(
                code: .notAnEvent, message: "the value is no CloudEvent 1.0: specversion, id and source are required")
        }
        try Self.checkType(event["type"] as? String)
        if let data = event["data"], JSONSerialization.isValidJSONObject(data),
            let bytes = try? JSONSerialization.data(withJSONObject: data)
        {
            try self.init(validID: id, source: source, data: [UInt8](bytes))
        } else if let text = event["data_base64"] as? String, let bytes = Data(base64Encoded: text) {
            try self.init(validID: id, source: source, data: [UInt8](bytes))
        } else {
            throw Unreadable(code: .notAQuestion, message: "the event carries no JSON object as its data")
        }
    }

    private static func checkType(_ type: String?) throws(Unreadable) {
        guard type == MessageType.question.rawValue else {
            throw Unreadable(code: .unknownType, message: "the event's type is not \(MessageType.question.rawValue)")
        }
    }
}

/// The types of the messages.
enum MessageType: String {
    case question = "passerelle.question.v1"
    case reply = "passerelle.reply.v1"
    case conversation = "passerelle.conversation.v1"
    case handoff = "passerelle.handoff.v1"
    case submission = "passerelle.submission.v1"
    case insight = "passerelle.insight.v1"

    /// The source of all that this program writes.
    static let source = "/passerelle"

    /// The headers of a message that `record` caused. They hold nothing but what the record says, so that a question
    /// answered again after a failure is answered with the same bytes.
    func headers(causedBy record: IncomingRecord) -> [RecordHeader] {
        let trace = ["traceparent", "tracestate"].compactMap { name in
            record.headers.last { $0.name == name && $0.value?.count ?? 0 <= CloudEvent.longestAttribute }
        }
        return headers(of: record.position, at: record.time) + trace
    }

    /// The headers of a message that something at a moment caused.
    ///
    /// - Parameter cause: What names that among all.
    func headers(of cause: String, at time: RecordTime) -> [RecordHeader] {
        let name = rawValue.split(separator: ".").dropFirst().first ?? ""
        return [
            RecordHeader("ce_specversion", "1.0"),
            RecordHeader("ce_id", "\(cause)/\(name)"),
            RecordHeader("ce_source", Self.source),
            RecordHeader("ce_type", rawValue),
            RecordHeader("ce_time", Timestamp.text(time)),
            RecordHeader("content-type", "application/json"),
        ]
    }
}

/// Why a record cannot be read: it goes to the dead-letter topic with this.
package struct Unreadable: Error {
    /// The codes are public interface.
    enum Code: String {
        case noConversation = "no-conversation"
        case noValue = "no-value"
        case notUTF8 = "not-utf-8"
        case notJSON = "not-json"
        case notAnEvent = "not-an-event"
        case unknownVersion = "unknown-version"
        case unknownType = "unknown-type"
        case notAQuestion = "not-a-question"
        case stateTooLarge = "state-too-large"
        case unreadableState = "unreadable-state"
    }

    var code: Code
    var message: String
}
