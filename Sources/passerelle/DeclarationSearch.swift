import Bridges
import Contract
import Dialogue
import Foundation
import Kafka
import Logging
import Reports
import Service

/// Looks on the topics of a cluster for the declaration that was finished last in a conversation.
struct DeclarationSearch {
    let settings: Settings
    let content: LoadedContent

    /// The declaration as the state of the conversation holds it, whole; where the state holds none any more, as it was written
    /// to the topic of submissions, as far as it was shared. Nothing where neither has one.
    ///
    /// - Throws: As ``TopicScan/read(_:_:)``.
    func newest(in conversation: String) async throws -> SubmissionMessage? {
        let service = settings.service
        let (log, key) = (settings.logger(atLeast: .warning), Array(conversation.utf8))
        let states = service.routes.map(\.conversations)
        let (state, submissions) = try await KafkaThread.run(name: "declaration") {
            () throws -> ([UInt8]?, [SubmissionMessage]) in
            var state: [UInt8]?
            var submissions: [SubmissionMessage] = []
            try TopicScan(service.kafka, logger: log).read(states + [service.topics.submissions]) { record in
                guard let own = record.key, own.elementsEqual(key) else { return }
                guard record.topic == service.topics.submissions else {
                    state = record.value.map { [UInt8]($0) }
                    return
                }
                guard let value = record.value else { return }
                do {
                    submissions.append(try SubmissionMessage(value: value))
                } catch {
                    log.warning("\(record.topicPartition) offset \(record.offset): \(error)")
                }
            }
            return (state, submissions)
        }
        return state.flatMap { SubmissionMessage(of: conversation, state: $0, content: content) }
            ?? SubmissionMessage.newest(of: submissions).first
    }
}
