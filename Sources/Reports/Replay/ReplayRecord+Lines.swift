import Contract
import Foundation
public import Text

extension ReplayRecord {
    /// A `time` of a line that cannot be read.
    public struct UnreadableTime: TranslatableError, Hashable {
        /// The number of the line, from 1.
        public var line: Int
        /// What stands there.
        public var written: String

        public var text: TranslatableText {
            "line \(line): « \(written) » is no time. Write it as 2026-01-31T14:05:00Z, or leave it out."
        }
    }

    /// Questions as `passerelle ask -` takes them, an object a line, each with a `time` (RFC 3339) if one likes.
    ///
    /// A line without a time has that of its conversation's line before: what was said last is then still meant.
    ///
    /// - Parameter lines: JSON Lines in UTF-8. A line that is no question becomes a record that cannot be read.
    public static func questions(inLines lines: [UInt8]) throws(UnreadableTime) -> [ReplayRecord] {
        var times: [String: Int64] = [:]
        var records: [ReplayRecord] = []
        for (place, line) in numbered(lines) {
            let number = Int64(records.count + 1)
            let fields = try? JSONDecoder().decode(LineFields.self, from: Data(line))
            let conversation = fields?.conversation ?? InMemorySession.conversation(ofLine: number)
            var time = times[conversation] ?? 0
            if let text = (try? JSONDecoder().decode(LineTime.self, from: Data(line)))?.time {
                guard let given = Timestamp.milliseconds(of: text) else {
                    throw UnreadableTime(line: place, written: CleanText.line(text))
                }
                time = given
            }
            times[conversation] = time
            let record = InMemorySession.record(
                line, id: fields?.id, conversation: conversation, number: number, now: time)
            records.append(.question(record))
        }
        return records
    }

    /// Replies as `passerelle ask -` writes them, an object a line. Its objects with `error` or `silent` are left
    /// out: they say that there is no reply.
    ///
    /// - Parameter lines: JSON Lines in UTF-8.
    public static func replies(inLines lines: [UInt8]) -> [ReplayRecord] {
        numbered(lines).compactMap { place, line in
            let other = try? JSONDecoder().decode(LineWithoutReply.self, from: Data(line))
            guard other?.error == nil, other?.silent == nil else { return nil }
            return .reply(
                IncomingRecord(
                    topic: "lines", partition: 0, offset: Int64(place), timestamp: 0, key: nil, value: line, headers: []
                ))
        }
    }

    /// The lines that hold something, with their numbers from 1. Only a line feed ends a line: the other characters
    /// that may do so elsewhere stand for themselves in JSON.
    private static func numbered(_ lines: [UInt8]) -> [(Int, [UInt8])] {
        lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .map { ($0 + 1, Array($1.last == UInt8(ascii: "\r") ? $1.dropLast() : $1)) }
            .filter { !$1.isEmpty }
    }
}

private struct LineTime: Decodable {
    var time: String?
}

private struct LineWithoutReply: Decodable {
    struct Problem: Decodable {
        var code: String
    }

    var error: Problem?
    var silent: Problem?
}
