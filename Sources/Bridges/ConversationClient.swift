public import Contract
public import Kafka
public import Logging
public import Text

/// Asks questions on a question topic and waits for their replies on the reply topic: what a bridge to a chat platform
/// is built on.
public actor ConversationClient {
    /// Why there is no reply.
    public enum Failure: TranslatableError, Hashable {
        /// The topic does not exist.
        case noTopic(String)
        /// The service did not reply in time; whether it will is not known.
        case noReply

        public var text: TranslatableText {
            switch self {
            case .noTopic(let name): "The topic \(name) does not exist. Create it with: passerelle topics create"
            case .noReply: "No reply came in time. Is the service running? passerelle serve starts it."
            }
        }
    }

    private let configuration: KafkaConfiguration
    private let questions: String
    private let replies: String
    private let source: String
    private let logger: Logger
    private let thread = KafkaThread(name: "client")
    private var clients: (producer: Producer, reader: PartitionReader)?
    private var count = 0

    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - questions: The topic that questions go to.
    ///   - replies: The topic that replies come from.
    ///   - source: What names this client among the sources of questions, different for each run.
    public init(_ configuration: KafkaConfiguration, questions: String, replies: String, source: String, logger: Logger)
    {
        self.configuration = configuration
        self.questions = questions
        self.replies = replies
        self.source = source
        self.logger = logger
    }

    /// Asks a question and waits for its reply.
    ///
    /// - Throws: ``Failure``, or `KafkaError` when the cluster cannot be reached.
    public func ask(_ question: ClientQuestion, in conversation: String, timeout: Duration) throws -> ReplyMessage {
        let limit = ContinuousClock.now + timeout
        let (producer, reader) = try connected(until: limit)
        count += 1
        let id = String(count)
        let headers = ClientQuestion.headers(id: id, source: source).map { KafkaHeader(name: $0.name, value: $0.value) }
        try producer.write(
            [NewKafkaRecord(topic: questions, key: Array(conversation.utf8), value: question.value, headers: headers)],
            timeout: limit - .now)
        while .now < limit {
            guard case .record(let record)? = reader.poll(timeout: min(.seconds(1), limit - .now)),
                let value = record.value
            else { continue }
            if let reply = ReplyMessage(value), reply.question.id == id, reply.question.source == source {
                return reply
            }
        }
        throw Failure.noReply
    }

    /// The clients, once the reader stands at the end of the replies: no reply to a later question is missed.
    private func connected(until limit: ContinuousClock.Instant) throws -> (producer: Producer, reader: PartitionReader)
    {
        if let clients { return clients }
        let admin = try Admin(configuration, logger: logger)
        defer { admin.close(timeout: .seconds(1)) }
        let topics = try admin.topics(timeout: limit - .now)
        guard topics[questions] != nil else { throw Failure.noTopic(questions) }
        guard let description = topics[replies] else { throw Failure.noTopic(replies) }
        let reader = try PartitionReader(configuration, readsHeaders: false, logger: logger)
        let partitions = (0..<Int32(description.partitions)).map { TopicPartition(replies, $0) }
        try reader.assign(Dictionary(uniqueKeysWithValues: partitions.map { ($0, .end) }))
        var waiting = Set(partitions)
        while !waiting.isEmpty {
            guard .now < limit else { throw Failure.noReply }
            if case .end(let partition, _)? = reader.poll(timeout: .milliseconds(200)) { waiting.remove(partition) }
        }
        let producer = try Producer(configuration, logger: logger)
        try producer.open(topics: [questions])
        clients = (producer, reader)
        return (producer, reader)
    }

    /// Ends the client.
    public func close() {
        clients?.producer.close(timeout: .seconds(2))
        clients?.reader.close(timeout: .seconds(2))
        clients = nil
    }
}
