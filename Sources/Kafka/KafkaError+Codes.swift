import CRdkafka

extension KafkaError.Code {
    private init(_ response: rd_kafka_resp_err_t) {
        self.init(rawValue: response.rawValue)
    }

    /// The call took longer than it was given.
    public static let timedOut = Self(RD_KAFKA_RESP_ERR__TIMED_OUT)
    /// A connection broke or could not be made.
    public static let transport = Self(RD_KAFKA_RESP_ERR__TRANSPORT)
    /// No broker can be reached.
    public static let allBrokersDown = Self(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
    /// A broker's address does not resolve.
    public static let unresolved = Self(RD_KAFKA_RESP_ERR__RESOLVE)
    /// The credentials were refused.
    public static let authentication = Self(RD_KAFKA_RESP_ERR__AUTHENTICATION)
    /// A TLS connection could not be made.
    public static let tls = Self(RD_KAFKA_RESP_ERR__SSL)
    /// The topic is not known to the client.
    public static let unknownTopic = Self(RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC)
    /// The partition is not known to the client.
    public static let unknownPartition = Self(RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION)
    /// The broker has no such topic or partition.
    public static let unknownTopicOrPartition = Self(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
    /// The topic is there already.
    public static let topicAlreadyExists = Self(RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS)
    /// The record is larger than the broker, or this client, takes.
    public static let recordTooLarge = Self(RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)
    /// The broker refuses the record's content.
    public static let invalidRecord = Self(RD_KAFKA_RESP_ERR_INVALID_RECORD)
    /// The client's queue of records to send is full.
    public static let queueFull = Self(RD_KAFKA_RESP_ERR__QUEUE_FULL)
    /// Another client took over this one's name.
    public static let fenced = Self(RD_KAFKA_RESP_ERR__FENCED)
    /// Another member took over this one's place in the group.
    public static let fencedInstance = Self(RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID)
    /// Another producer with the same transactional id took over.
    public static let producerFenced = Self(RD_KAFKA_RESP_ERR_PRODUCER_FENCED)
    /// A setting does not exist or has a value that it cannot have.
    public static let invalidConfiguration = Self(RD_KAFKA_RESP_ERR__INVALID_ARG)
    /// The call is not allowed in the client's present state.
    public static let wrongState = Self(RD_KAFKA_RESP_ERR__STATE)
    /// The broker does not do what was asked.
    public static let unsupported = Self(RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE)
    /// The client had to leave the group because nobody polled it.
    public static let maximumPollIntervalExceeded = Self(RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED)
    /// The end of a partition, which is news rather than an error.
    public static let endOfPartition = Self(RD_KAFKA_RESP_ERR__PARTITION_EOF)

    /// What an error with this code usually leaves to do, where librdkafka does not say so itself.
    var usualDisposition: KafkaError.Disposition {
        switch rd_kafka_resp_err_t(rawValue) {
        case RD_KAFKA_RESP_ERR__FATAL, RD_KAFKA_RESP_ERR__FENCED, RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID,
            RD_KAFKA_RESP_ERR_PRODUCER_FENCED, RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH,
            RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER, RD_KAFKA_RESP_ERR__DESTROY:
            .fatal
        case RD_KAFKA_RESP_ERR__INVALID_ARG, RD_KAFKA_RESP_ERR__AUTHENTICATION, RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC,
            RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION, RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART,
            RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED,
            RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
            RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS, RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION,
            RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, RD_KAFKA_RESP_ERR_INVALID_RECORD,
            RD_KAFKA_RESP_ERR_INVALID_PARTITIONS, RD_KAFKA_RESP_ERR_INVALID_REPLICATION_FACTOR,
            RD_KAFKA_RESP_ERR_INVALID_CONFIG, RD_KAFKA_RESP_ERR_POLICY_VIOLATION,
            RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE, RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION,
            RD_KAFKA_RESP_ERR__STATE, RD_KAFKA_RESP_ERR__NOT_IMPLEMENTED:
            .permanent
        default:
            .retriable
        }
    }

    /// What a person can do about an error with this code.
    var advice: String {
        switch rd_kafka_resp_err_t(rawValue) {
        case RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, RD_KAFKA_RESP_ERR__RESOLVE,
            RD_KAFKA_RESP_ERR__TIMED_OUT, RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE, RD_KAFKA_RESP_ERR__MSG_TIMED_OUT:
            "Check that the brokers run and that this machine can reach the addresses in bootstrap.servers."
        case RD_KAFKA_RESP_ERR__AUTHENTICATION, RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED:
            "Check sasl.mechanism, sasl.username and sasl.password."
        case RD_KAFKA_RESP_ERR__SSL:
            "Check security.protocol and ssl.ca.location, and that the broker's certificate is valid."
        case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
            "Give this user read, write and describe permission on the topic."
        case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
            "Give this user read permission on the consumer group."
        case RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED:
            "Give this user write and describe permission on the transactional id."
        case RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED:
            "Give this user the permission on the cluster, or ask its administrators to do this."
        case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC, RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
            "Create the topic, or give this user describe permission on it."
        case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
            "Give the topic as many partitions as are written to."
        case RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE:
            "Make the record smaller, or raise message.max.bytes here and max.message.bytes on the topic."
        case RD_KAFKA_RESP_ERR__FENCED, RD_KAFKA_RESP_ERR_PRODUCER_FENCED,
            RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH, RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID:
            "If this returns, two processes run under one name: give each instance a name of its own."
        case RD_KAFKA_RESP_ERR__INVALID_ARG, RD_KAFKA_RESP_ERR_INVALID_CONFIG:
            "Correct the setting."
        case RD_KAFKA_RESP_ERR_INVALID_REPLICATION_FACTOR:
            "Ask for at most as many replicas as there are brokers."
        case RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE, RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION:
            "This needs Apache Kafka 2.5 or newer, or a broker that does the same."
        case RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED:
            "Raise max.poll.interval.ms if the work between two polls is meant to take this long."
        case RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS:
            "Nothing needs to be done if the topic has the partitions that are wanted."
        default:
            "If this returns, look at the broker's log at the same moment."
        }
    }
}
