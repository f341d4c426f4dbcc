package import Contract
package import Kafka

/// What answers a question: in a program a `TurnProcessor`, in tests of the loop something simpler.
///
/// It must be a pure function: after an aborted transaction the same record comes again.
package protocol TurnHandler: Sendable {
    func process(_ record: IncomingRecord, state: [UInt8]?) -> ProcessedTurn
    func deadLetter(_ record: IncomingRecord, code: String, message: String) -> OutgoingRecord
    func conversationHeaders(causedBy record: IncomingRecord) -> [RecordHeader]
    /// How long a state has been there, in milliseconds, before anything can be due for its conversation; nil: never.
    var earliestExpiry: Int64? { get }
    func expiry(of state: [UInt8], key: [UInt8], idleSince: Int64, now: Int64) -> ExpiryVerdict
    func conversationHeaders(ofExpiryIn key: [UInt8], idleSince: Int64, now: Int64) -> [RecordHeader]
}

extension TurnProcessor: TurnHandler {}

extension IncomingRecord {
    /// A record as it was read from a topic, for the processing of turns.
    package init(_ record: KafkaRecord) {
        self.init(
            topic: record.topic,
            partition: record.partition,
            offset: record.offset,
            timestamp: record.timestamp,
            key: record.key,
            value: record.value,
            headers: record.headers.map { RecordHeader(name: $0.name, value: $0.value) }
        )
    }
}
