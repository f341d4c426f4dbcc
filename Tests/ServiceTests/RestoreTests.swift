import Kafka
import KafkaTesting
import Testing

@testable import Service

@Suite struct PartitionMarkTests {
    @Test func readsWhatItHasWritten() {
        for mark in [
            PartitionMark(), PartitionMark(conversationsEnd: PartitionMark.greatestEnd, owner: "a1-0", attempts: 3),
            PartitionMark(conversationsEnd: 34_690),
        ] {
            #expect(PartitionMark(metadata: mark.metadata) == mark)
        }
    }

    @Test(arguments: [
        "", "x", "conversations-end=", "conversations-end=-5 attempts=-1", "conversations-end=99999999999999999999",
        String(repeating: "=", count: 100_000), "attempts=9223372036854775808",
    ])
    func takesWhatItCannotReadForUnknown(_ metadata: String) {
        let mark = PartitionMark(metadata: metadata)
        #expect(mark.conversationsEnd == 0)
        #expect(mark.attempts == 0)
        #expect(mark.owner == nil)
    }

    @Test func countsNoMoreAttemptsThanItTellsApart() {
        #expect(PartitionMark(metadata: "attempts=9223372036854775807").attempts == PartitionMark.mostAttempts)
    }
}

@Suite struct PartitionRestoreTests {
    private func restore(written: Int64?, kept: KeptState? = nil) -> PartitionRestore {
        let restore = PartitionRestore(
            TopicPartition("questions", 3), conversations: TopicPartition("conversations", 3), kept: kept)
        restore.takeMark(written.map { CommittedOffset(7, metadata: PartitionMark(conversationsEnd: $0).metadata) })
        return restore
    }

    @Test func readsUpToAnEndThatHoldsAllThatWasWritten() {
        let restore = restore(written: 34_690)
        #expect(restore.plan(Watermarks(low: 0, high: 34_690), .now) == 0)
        #expect(!restore.isFinished)
        #expect(restore.difficulty == nil)
    }

    @Test(arguments: [
        Watermarks(low: 34_691, high: 34_691), Watermarks(low: 0, high: 0), Watermarks(low: 0, high: 34_689),
        Watermarks(low: 40_000, high: 50_000),
    ])
    func believesNoLeaderThatDoesNotKnowWhatWasWritten(_ watermarks: Watermarks) {
        let restore = restore(written: 34_690)
        #expect(restore.plan(watermarks, .now) == nil)
        #expect(!restore.isFinished)
        #expect(restore.difficulty?.contains("34690") == true)
        #expect(restore.plan(Watermarks(low: 0, high: 34_695), .now) == 0)
        #expect(restore.difficulty == nil)
    }

    @Test func isDoneWithAnEmptyPartitionThatNobodyHasWrittenTo() {
        for written in [nil, 0] as [Int64?] {
            let restore = restore(written: written)
            #expect(restore.plan(Watermarks(low: 0, high: 0), .now) == nil)
            #expect(restore.isFinished)
        }
    }

    @Test func goesOnFromWhatItHasKept() {
        let kept = KeptState(store: ConversationStore(), position: 30, since: .now)
        kept.store.restore([1], [2], at: 0)
        let restore = restore(written: 34, kept: kept)
        #expect(restore.plan(Watermarks(low: 0, high: 36), .now) == 30)
        #expect(restore.store.count == 1)
    }

    @Test func takesNothingFromBehindTheEnd() {
        let restore = restore(written: 2)
        _ = restore.plan(Watermarks(low: 0, high: 2), .now)
        for offset in 0..<3 as Range<Int64> {
            restore.take(
                KafkaRecord(
                    topic: "conversations", partition: 3, offset: offset, timestamp: 5, key: [1],
                    value: [UInt8(offset)]))
        }
        #expect(restore.isFinished)
        #expect(restore.store[[1]] == [1])
    }
}

/// Restores while leaders move and brokers do not answer.
@Suite(.serialized, .timeLimit(.minutes(20))) struct RestoreFaultTests {
    private let notLeader = KafkaError.Code(rawValue: 6)

    @Test func restoresThoughALeaderMovesBetweenTwoQuestions() async throws {
        try await Harness.run(onMock: true) { harness in
            let mock = try #require(harness.mock)
            try await harness.ask((0..<5).map { ("c", "q\($0)") })
            try await harness.withService { _ = try await harness.replies(5) }
            // What librdkafka's own call for both offsets makes an empty partition of.
            mock.fail(.listOffsets, with: Array(repeating: notLeader, count: 5))
            try await harness.ask([("c", "q5")])
            try await harness.withService {
                let replies = try await harness.read(harness.configuration.routes[0].replies) { replies in
                    replies.contains { $0.text.hasSuffix("q5") }
                }
                #expect(!replies.contains { $0.text == "1 q5" })
            }
        }
    }

    @Test func answersWhatIsRestoredWhileAnotherPartitionWaits() async throws {
        try await Harness.run(partitions: 2, onMock: true) { harness in
            let mock = try #require(harness.mock)
            let route = harness.configuration.routes[0]
            try mock.setLeader(of: TopicPartition(route.conversations, 1), broker: nil)
            let questions = (0..<20).map { (key: "c\($0)", text: "q") }
            try await harness.ask(questions)
            try await harness.withService {
                let asked = try await harness.read(route.questions) { $0.count == 20 }
                let served = Set(asked.filter { $0.partition == 0 }.map(\.conversation))
                let waiting = Set(asked.map(\.conversation)).subtracting(served)
                #expect(!served.isEmpty && !waiting.isEmpty)
                let replies = try await harness.read(route.replies) {
                    Set($0.map(\.conversation)).isSuperset(of: served)
                }
                #expect(Set(replies.map(\.conversation)).isDisjoint(with: waiting))
                try await harness.logged.wait(for: "Conversations are still being restored")
                try mock.setLeader(of: TopicPartition(route.conversations, 1), broker: 1)
                _ = try await harness.read(route.replies) { Set($0.map(\.conversation)).isSuperset(of: waiting) }
            }
        }
    }
}
