import Kafka
import Testing

@testable import Contract
@testable import Service

/// Counts like ``CountingHandler``, but for the question "trap", which ends the process.
private struct TrappingHandler: TurnHandler {
    private let counting = CountingHandler()

    func process(_ record: IncomingRecord, state: [UInt8]?) -> ProcessedTurn {
        precondition(record.value != Array("trap".utf8), "A question that ends the process.")
        return counting.process(record, state: state)
    }

    func deadLetter(_ record: IncomingRecord, code: String, message: String) -> OutgoingRecord {
        counting.deadLetter(record, code: code, message: message)
    }

    func conversationHeaders(causedBy record: IncomingRecord) -> [RecordHeader] {
        counting.conversationHeaders(causedBy: record)
    }

    var earliestExpiry: Int64? { nil }

    func expiry(of state: [UInt8], key: [UInt8], idleSince: Int64, now: Int64) -> ExpiryVerdict { .keep(until: .max) }

    func conversationHeaders(ofExpiryIn key: [UInt8], idleSince: Int64, now: Int64) -> [RecordHeader] { [] }
}

@Suite struct CrashGuardTests {
    private let partition = TopicPartition("questions", 0)

    private func committed(_ mark: PartitionMark) -> CommittedOffset {
        CommittedOffset(12, metadata: mark.metadata)
    }

    @Test func suspectsNobodyAfterAnOwnerThatEndedInGoodOrder() {
        var crashGuard = CrashGuard(process: "b", batchSize: 3)
        for committed in [nil, CommittedOffset(12), committed(PartitionMark(conversationsEnd: 4))] {
            let endedInTheMiddle = crashGuard.takeOver(partition, committed)
            #expect(!endedInTheMiddle)
            #expect(crashGuard.verdict(partition) == .innocent)
        }
    }

    @Test func suspectsNobodyAfterAFailureOfItsOwnThatItOutlived() {
        var crashGuard = CrashGuard(process: "b", batchSize: 3)
        let endedInTheMiddle = crashGuard.takeOver(partition, committed(PartitionMark(owner: "b", attempts: 2)))
        #expect(!endedInTheMiddle)
        #expect(crashGuard.verdict(partition) == .innocent)
    }

    @Test func remembersWhatItSuspectsThroughAFailureThatItOutlives() {
        var crashGuard = CrashGuard(process: "b", batchSize: 3)
        _ = crashGuard.takeOver(partition, committed(PartitionMark(owner: "a", attempts: 2)))
        // Announced by this process as the third attempt; then its connection failed, and it took over again.
        _ = crashGuard.takeOver(partition, committed(PartitionMark(owner: "b", attempts: 3)))
        #expect(crashGuard.verdict(partition) == .suspected(attempts: 2))
    }

    @Test func suspectsAsManyQuestionsAsATransactionHasAfterAnOwnerThatEndedInTheMiddle() {
        var crashGuard = CrashGuard(process: "b", batchSize: 3)
        let endedInTheMiddle = crashGuard.takeOver(partition, committed(PartitionMark(owner: "a", attempts: 2)))
        #expect(endedInTheMiddle)
        #expect(crashGuard.verdict(partition) == .suspected(attempts: 2))
        crashGuard.settle([partition: 1])
        #expect(crashGuard.verdict(partition) == .suspected(attempts: 0))
        crashGuard.settle([partition: 1])
        #expect(crashGuard.verdict(partition) == .suspected(attempts: 0))
        crashGuard.settle([partition: 1])
        #expect(crashGuard.verdict(partition) == .innocent)
    }

    @Test func givesAQuestionUpThatHasEndedEnoughProcesses() {
        var crashGuard = CrashGuard(process: "b", batchSize: 3)
        _ = crashGuard.takeOver(partition, committed(PartitionMark(owner: "a", attempts: CrashGuard.mostAttempts)))
        #expect(crashGuard.verdict(partition) == .exhausted(attempts: CrashGuard.mostAttempts))
        crashGuard.settle([partition: 1])
        #expect(crashGuard.verdict(partition) == .suspected(attempts: 0))
    }
}

@Suite(.serialized, .timeLimit(.minutes(20))) struct CrashTests {
    @Test func setsAQuestionAsideThatEndsTheProcessAgainAndAgain() async throws {
        try await Harness.run(partitions: 1) { harness in
            try await harness.ask([("c", "1"), ("c", "trap"), ("d", "trap"), ("c", "2")])
            let servers = harness.configuration.kafka.bootstrapServers
            let prefix = harness.prefix
            // The first is not known to be one; the second poison is alone from its first attempt on.
            for _ in 0..<(1 + 2 * CrashGuard.mostAttempts) {
                await #expect(processExitsWith: .failure) { [servers = servers as String, prefix = prefix as String] in
                    var configuration = ServiceConfiguration.sample(
                        KafkaConfiguration(bootstrapServers: servers), prefix: prefix)
                    configuration.topicDefaults.partitions = 1
                    try await PasserelleService(
                        configuration, handler: TrappingHandler(), logger: Harness.logger
                    ).run()
                }
            }
            try await harness.withService(TrappingHandler()) {
                let replies = try await harness.replies(2)
                #expect(replies.map(\.text) == ["1 1", "2 2"])
                let letters = try await harness.read(harness.configuration.topics.deadLetters) { $0.count == 2 }
                #expect(letters.map(\.text) == ["trap", "trap"])
                #expect(letters.map(\.conversation) == ["c", "d"])
                for letter in letters {
                    #expect(letter.headers == [KafkaHeader(name: "dlq.code", text: "attempts-exhausted")])
                }
            }
        }
    }
}
