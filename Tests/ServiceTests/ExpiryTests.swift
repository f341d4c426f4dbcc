import Kafka
import Testing

@testable import Contract
@testable import Service

/// Counts like ``CountingHandler``; conversations that begin with "old" are forgotten, with "warned" are warned once.
private struct ExpiringHandler: TurnHandler {
    private let counting = CountingHandler()

    func process(_ record: IncomingRecord, state: [UInt8]?) -> ProcessedTurn {
        counting.process(record, state: state)
    }

    func deadLetter(_ record: IncomingRecord, code: String, message: String) -> OutgoingRecord {
        counting.deadLetter(record, code: code, message: message)
    }

    func conversationHeaders(causedBy record: IncomingRecord) -> [RecordHeader] {
        counting.conversationHeaders(causedBy: record)
    }

    var earliestExpiry: Int64? { 0 }

    func expiry(of state: [UInt8], key: [UInt8], idleSince: Int64, now: Int64) -> ExpiryVerdict {
        let name = String(decoding: key, as: UTF8.self)
        if name.hasPrefix("old") { return .remove }
        guard name.hasPrefix("warned"), state.last != UInt8(ascii: "!") else { return .keep(until: .max) }
        let warning = OutgoingRecord(channel: .replies, key: key, value: Array("warning".utf8), headers: [])
        return .warn(ProcessedTurn(state: .replaced(state + [UInt8(ascii: "!")]), records: [warning]))
    }

    func conversationHeaders(ofExpiryIn key: [UInt8], idleSince: Int64, now: Int64) -> [RecordHeader] {
        [RecordHeader(name: "cause", value: Array("expiry".utf8))]
    }
}

@Suite struct ExpiryPassTests {
    private let partition = TopicPartition("questions", 0)

    private func store(_ times: [Int64]) -> ConversationStore {
        let store = ConversationStore()
        for (number, time) in times.enumerated() { store.restore([UInt8(number)], [0], at: time) }
        return store
    }

    @Test func looksAtOldConversationsOnceAPass() {
        let store = store([0, 50, 99, 100, 101])
        var pass = ExpiryPass(age: 100)
        var seen: [[UInt8]] = []
        while let slice = pass.next([partition: store], now: 200, most: 2) {
            #expect(slice.conversations.count <= 2)
            seen += slice.conversations.map(\.key)
        }
        #expect(Set(seen) == [[0], [1], [2], [3]])
        #expect(seen.count == 4)
        #expect(!pass.isInProgress)
    }

    @Test func leavesOutWhatCannotExpireYet() {
        let store = store([0, 0])
        store.keep([1], until: 300)
        var pass = ExpiryPass(age: 100)
        #expect(pass.next([partition: store], now: 200, most: 9)?.conversations.map(\.key) == [[0]])
    }

    @Test func forgetsAPassOfAPartitionThatIsServedElsewhere() {
        let store = store([0, 0, 0])
        var pass = ExpiryPass(age: 0)
        _ = pass.next([partition: store], now: 200, most: 1)
        #expect(pass.isInProgress)
        pass.drop([partition])
        #expect(!pass.isInProgress)
    }
}

@Suite(.serialized, .timeLimit(.minutes(20))) struct ExpiryTests {
    @Test func forgetsAndWarnsInTransactionsWithoutTouchingTheQuestions() async throws {
        try await Harness.run { harness in
            let route = harness.configuration.routes[0]
            try await harness.ask([("old-1", "a"), ("old-2", "a"), ("warned", "a"), ("young", "a")])
            try await harness.withService { _ = try await harness.replies(4) }
            try await harness.withService(ExpiringHandler()) {
                let replies = try await harness.read(route.replies) { $0.contains { $0.text == "warning" } }
                #expect(replies.filter { $0.text == "warning" }.map(\.conversation) == ["warned"])
                let states = try await harness.read(route.conversations) { $0.count { $0.value == nil } == 2 }
                let gone = states.filter { $0.value == nil }
                #expect(Set(gone.map(\.conversation)) == ["old-1", "old-2"])
                #expect(gone.allSatisfy { $0.headers == [KafkaHeader(name: "cause", text: "expiry")] })
                #expect(states.last { $0.conversation == "warned" }?.text == "1!")
            }
            try await harness.ask([("old-1", "b"), ("young", "b")])
            try await harness.withService {
                let replies = try await harness.read(route.replies) { $0.count == 7 }
                #expect(replies.last { $0.conversation == "old-1" }?.text == "1 b")
                #expect(replies.last { $0.conversation == "young" }?.text == "2 b")
            }
        }
    }
}
