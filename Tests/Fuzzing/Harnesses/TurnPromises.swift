import Contract
import Foundation

/// What holds of every record that a turn writes.
enum TurnPromises {
    /// The most bytes of a reply.
    private static let longestReply = 64 << 10
    /// The most bytes of a state.
    private static let longestState = 16 << 10

    /// Answers a record, twice, and checks what it led to.
    ///
    /// - Returns: The state afterwards.
    static func process(_ record: IncomingRecord, state: [UInt8]?) throws -> [UInt8]? {
        let turn = try Prepared.processor.process(record, state: state)
        let again = try Prepared.processor.process(record, state: state)
        try BrokenPromise.check(
            turn.state == again.state && turn.records.map(\.value) == again.records.map(\.value),
            "the same record and state lead to the same bytes")
        let letters = turn.records.filter { $0.channel == .deadLetters }
        try BrokenPromise.check(letters.count <= 1, "a record is at most one dead letter")
        if let letter = letters.first {
            let ofRecord = letter.value == record.value && letter.headers.starts(with: record.headers)
            let code = letter.headers.first { $0.name == "dlq.code" }?.value
            let ofState = code == Array("unreadable-state".utf8) && (letter.value ?? state) == state
            try BrokenPromise.check(
                letter.key == record.key && (ofRecord || ofState),
                "a dead letter is the record, or the state that it met, byte for byte")
            try BrokenPromise.check(
                ofState || turn.records.count == 1 && turn.state == .unchanged,
                "a dead letter of a record changes nothing")
        }
        let replies = turn.records.filter { $0.channel == .replies }
        try BrokenPromise.check(replies.count <= 1, "a question has at most one reply")
        for reply in replies { try check(reply.value ?? []) }
        switch turn.state {
        case .unchanged: return state
        case .removed: return nil
        case .replaced(let bytes):
            try BrokenPromise.check(bytes.count <= longestState, "a state of \(bytes.count) bytes is at most 16 KiB")
            return bytes
        }
    }

    private struct ShownReply: Decodable {
        var text: String
        var markdown: String
    }

    private static func check(_ reply: [UInt8]) throws {
        try BrokenPromise.check(reply.count <= longestReply, "a reply of \(reply.count) bytes is at most 64 KiB")
        let shown = try JSONDecoder().decode(ShownReply.self, from: Data(reply))
        try BrokenPromise.check(!shown.text.isEmpty, "a reply says something")
        for text in [shown.text, shown.markdown] {
            let unclean = text.unicodeScalars.first(where: isUnclean)
            try BrokenPromise.check(
                unclean == nil, "no control character is shown, but U+\(String(unclean?.value ?? 0, radix: 16))")
        }
    }

    /// Whether a scalar changes what is around it without being seen: a control other than a line break, or a
    /// bidirectional override, embedding or isolate (Unicode Standard Annex 9).
    private static func isUnclean(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" { return false }
        return scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }
}
