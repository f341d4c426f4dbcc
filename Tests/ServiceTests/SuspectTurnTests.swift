import Foundation
import Kafka
import Testing

@testable import Service

@Suite struct SuspectTurnTests {
    @Test func isGivenToOnePumpAtATime() async throws {
        let lock = SuspectTurn.Lock()
        let first = SuspectTurn(lock)
        try await KafkaThread.run(name: "first") { #expect(first.begin(within: .zero)) }
        try await KafkaThread.run(name: "second") {
            let second = SuspectTurn(lock)
            #expect(!second.begin(within: .milliseconds(20)))
            second.end()
        }
        #expect(first.begin(within: .zero))
    }

    @Test func isGivenOnOnceItHasEnded() async throws {
        let lock = SuspectTurn.Lock()
        try await KafkaThread.run(name: "pump") {
            let first = SuspectTurn(lock)
            let second = SuspectTurn(lock)
            #expect(first.begin(within: .zero))
            first.end()
            #expect(second.begin(within: .zero))
            second.end()
        }
    }
}

@Suite struct SuspectsOfExpiryTests {
    @Test func aRefusalWithoutAQuestionIsOneOfExpiry() {
        var suspects = RefusedRecords()
        let place = [TopicPartition("questions", 0): Int64(4)]
        suspects.refuse(first: place, next: place, count: 0)
        #expect(suspects.refusesExpiry)
        #expect(suspects.verdict(TopicPartition("questions", 0), 4) == .innocent)
    }
}
