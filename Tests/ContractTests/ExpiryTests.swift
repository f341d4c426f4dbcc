import Contract
import Dialogue
import Foundation
import Testing

/// What becomes of conversations that nobody goes on with.
@Suite struct ExpiryTests {
    private static let processor = Result { try processor(days: 400) }

    private static func processor(days: Int) throws -> TurnProcessor {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path(percentEncoded: false)
        return TurnProcessor(
            content: try LoadedContent.load(
                intents: "\(root)/intents", knowledge: "\(root)/knowledge",
                policy: DialoguePolicy(expiry: ConversationExpiry(days: days))))
    }

    private static let day: Int64 = 86_400_000
    private static let start: Int64 = 1_767_323_045_678
    private static let key = Array("c1".utf8)

    private func ask(_ text: String, _ state: [UInt8]? = nil, offset: Int64 = 1) throws -> [UInt8]? {
        let record = IncomingRecord(
            topic: "q", partition: 0, offset: offset, timestamp: Self.start, key: Self.key,
            value: Array(#"{"text":"\#(text)"}"#.utf8), headers: [])
        guard case .replaced(let bytes) = try Self.processor.get().process(record, state: state).state else {
            return nil
        }
        return bytes
    }

    private func verdict(_ state: [UInt8]?, after days: Int64, key: [UInt8] = key) throws -> ExpiryVerdict {
        try Self.processor.get().expiry(
            of: try #require(state), key: key, idleSince: Self.start, now: Self.start + days * Self.day)
    }

    private func keptUntil(_ verdict: ExpiryVerdict) -> Int64? {
        if case .keep(let until) = verdict { (until - Self.start) / Self.day } else { nil }
    }

    private func isRemoved(_ verdict: ExpiryVerdict) -> Bool { if case .remove = verdict { true } else { false } }

    private func warning(_ verdict: ExpiryVerdict) throws -> ProcessedTurn {
        guard case .warn(let turn) = verdict else { throw NoWarning() }
        return turn
    }

    private struct NoWarning: Error {}

    private func state(of turn: ProcessedTurn) -> [UInt8]? {
        if case .replaced(let bytes) = turn.state { bytes } else { nil }
    }

    @Test func aConversationGoesWhenItsTimeIsOver() throws {
        let state = try ask("Combien coûte B Corp?")
        #expect(keptUntil(try verdict(state, after: 0)) == 400)
        #expect(keptUntil(try verdict(state, after: 399)) == 400)
        #expect(isRemoved(try verdict(state, after: 400)))
    }

    @Test func whatCannotBeReadGoesByAgeAlone() throws {
        let garbage: [UInt8] = [0xFF, 0x00]
        #expect(keptUntil(try verdict(garbage, after: 399)) == 400)
        #expect(isRemoved(try verdict(garbage, after: 400)))
        let unreachable: [UInt8] = [0xFF]
        let open = try ask("Commencer le questionnaire")
        #expect(isRemoved(try verdict(open, after: 400, key: unreachable)))
    }

    @Test func anOpenQuestionnaireIsWarnedOnceAndKeptForThirtyDaysMore() throws {
        let state = try ask("Commencer le questionnaire")
        #expect(keptUntil(try verdict(state, after: 369)) == 370)
        let turn = try warning(try verdict(state, after: 380))
        let record = try #require(turn.records.first)
        #expect(turn.records.count == 1 && record.channel == .replies && record.key == Self.key)
        let reply = try #require(try JSONSerialization.jsonObject(with: Data(record.value ?? [])) as? [String: Any])
        #expect(reply["outcome"] as? String == "expiry-warning" && reply["sequence"] as? Int == 2)
        #expect(
            reply["question"] as? [String: String]
                == ["id": "c1/expiry/\(Self.start)", "source": "/passerelle"])
        // The 380th day and thirty more, since the warning came late.
        let text = (reply["text"] as? String)?.replacing("\u{A0}", with: " ")
        #expect(text?.contains("15 février 2027") == true)
        #expect((reply["suggestions"] as? [[String: String]])?.map { $0["id"] } == ["questionnaire.resume"])
        #expect((reply["questionnaire"] as? [String: Any])?["state"] as? String == "asking")
        #expect(ReplyMessage(try #require(record.value)) != nil)

        let warned = self.state(of: turn)
        #expect(keptUntil(try verdict(warned, after: 381)) == 410)
        #expect(keptUntil(try verdict(warned, after: 409)) == 410)
        #expect(isRemoved(try verdict(warned, after: 410)))
        // Read back from its topic, the state is as old as the warning.
        let restored = try Self.processor.get().expiry(
            of: try #require(warned), key: Self.key, idleSince: Self.start + 380 * Self.day,
            now: Self.start + 410 * Self.day)
        #expect(isRemoved(restored))
    }

    @Test func aWarningThatIsWrittenAgainIsTheSame() throws {
        let state = try ask("Commencer le questionnaire")
        let (one, other) = (try warning(try verdict(state, after: 375)), try warning(try verdict(state, after: 375)))
        #expect(one.records.first?.value == other.records.first?.value)
        #expect(one.records.first?.headers == other.records.first?.headers && one.state == other.state)
        let later = try warning(try verdict(state, after: 376))
        let id = { (turn: ProcessedTurn) in turn.records.first?.headers.first { $0.name == "ce_id" } }
        #expect(id(later) == id(one) && id(one) != nil)
    }

    @Test func anyQuestionTakesTheWarningAway() throws {
        let warned = state(of: try warning(try verdict(try ask("Commencer le questionnaire"), after: 375)))
        let state = try ask("pause", warned, offset: 2)
        #expect(keptUntil(try verdict(state, after: 0)) == 370)
        #expect(!String(decoding: try #require(state), as: UTF8.self).contains("expiryWarning"))
        _ = try warning(try verdict(state, after: 371))
    }

    @Test func nothingThatIsOverIsWarnedOf() throws {
        var state = try ask("Commencer le questionnaire")
        state = try ask("annuler le questionnaire", state, offset: 2)
        state = try ask("oui", state, offset: 3)
        #expect(keptUntil(try verdict(state, after: 375)) == 400)
        #expect(isRemoved(try verdict(state, after: 400)))
    }

    @Test func withoutALifetimeNothingGoes() throws {
        let processor = try Self.processor(days: 0)
        let state = try #require(try ask("Commencer le questionnaire"))
        guard case .keep = processor.expiry(of: state, key: Self.key, idleSince: 0, now: .max) else {
            Issue.record("it goes")
            return
        }
    }

    @Test func aShortLifetimeLeavesThirtyDaysAllTheSame() throws {
        let processor = try Self.processor(days: 10)
        let state = try #require(try ask("Commencer le questionnaire"))
        func verdict(_ state: [UInt8], after days: Int64) -> ExpiryVerdict {
            processor.expiry(of: state, key: Self.key, idleSince: Self.start, now: Self.start + days * Self.day)
        }
        #expect(keptUntil(verdict(state, after: 4)) == 5)
        let warned = try #require(self.state(of: try warning(verdict(state, after: 5))))
        #expect(keptUntil(verdict(warned, after: 34)) == 35 && isRemoved(verdict(warned, after: 35)))
    }

    @Test func whateverTheTimesThereIsAVerdict() throws {
        let states = [try ask("Bonjour"), try ask("Commencer le questionnaire")].compactMap(\.self)
        for state in states {
            for idle in HostileNumbers.whole {
                for now in HostileNumbers.whole {
                    let verdict = try Self.processor.get().expiry(of: state, key: Self.key, idleSince: idle, now: now)
                    guard case .warn(let turn) = verdict, let warned = self.state(of: turn) else { continue }
                    let next = try Self.processor.get().expiry(of: warned, key: Self.key, idleSince: idle, now: now)
                    // Nothing that was just warned is removed, but where time is at its end.
                    #expect(!isRemoved(next) || now > 253_402_300_799_999)
                }
            }
        }
    }
}
