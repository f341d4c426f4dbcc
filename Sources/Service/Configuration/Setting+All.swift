import Dialogue
import Kafka
import Logging
import Text

extension Setting {
    /// Every setting that has one value, in the order of the configuration file.
    public static let all: [Setting] = [
        Setting(
            "kafka.bootstrap-servers", \.service.kafka.bootstrapServers,
            "Addresses of some of the brokers.", .addresses),
        Setting("service.group", \.service.group, "The consumer group: all instances of one deployment share it."),
        Setting(
            "service.instance", \.service.instance,
            "The name of this instance: the same after a restart, and no other live instance's."),
        Setting(
            "service.pumps", \.service.pumps, in: 1...64,
            "Threads that answer questions, each with its own consumer and producer."),
        Setting(
            "service.commit.quiet-milliseconds", \.service.commit.quiet, in: 0...5000,
            "Replies are committed when no question waits and the oldest reply has waited this long."),
        Setting(
            "service.commit.interval-milliseconds", \.service.commit.interval, in: 0...5000,
            "Replies are committed when the oldest has waited this long, even if questions still wait."),
        Setting(
            "service.commit.records", \.service.commit.records, in: 1...100_000,
            "Replies are committed when this many questions were answered."),
        Setting("topics.submissions", \.service.topics.submissions, "The topic of finished questionnaires."),
        Setting("topics.handoffs", \.service.topics.handoffs, "The topic of requests for a person."),
        Setting("topics.insights", \.service.topics.insights, "The topic of one record a question, about nobody."),
        Setting("topics.dead-letters", \.service.topics.deadLetters, "The topic of what could not be read."),
        Setting(
            "topics.partitions", \.service.topicDefaults.partitions, in: 1...10_000,
            "How many partitions « topics create » gives a topic."),
        Setting(
            "topics.replication-factor", \.service.topicDefaults.replicationFactor, in: 1...100,
            "How many brokers keep a copy of a topic that « topics create » makes."),
        Setting("content.folder", \.contentFolder, "The folder that holds intents/ and knowledge/."),
        Setting(
            "conversation.expires-after", .whole(ConversationExpiry.days),
            "After how many days without a question a conversation is erased; 0 for never. One with an open questionnaire is "
                + "warned at least 30 days before.",
            get: { String($0.dialogue.expiry.days) },
            set: { settings, value in
                Int(value).map { settings.dialogue.expiry = ConversationExpiry(days: $0) }
            }),
        Setting(
            "dialogue.context-minutes", \.dialogue.contextLifetime, unit: 60_000, in: 1...10_080,
            "How long the last answer is what « et le coût? » refers to."),
        Setting(
            "dialogue.handoff-hours", \.dialogue.handoffLifetime, unit: 3_600_000, in: 1...8760,
            "How long the assistant is silent after a person was called, unless the choice handoff.return gives it back "
                + "before."),
        Setting(
            "dialogue.longest-reply", \.dialogue.longestReply, in: DialoguePolicy.lengths,
            "The most characters of a reply: what the narrowest channel can show."),
        Setting(
            "dialogue.time-zone", .zone,
            "Where people live, as the time zone database calls it: by it go the dates that they are told.",
            get: { $0.dialogue.zone.name },
            set: { settings, value in CivilZone(name: value).map { settings.dialogue.zone = $0 } }),
        Setting(
            "log.level", .words(Logger.Level.allCases.map(\.rawValue)), "How much is logged.",
            get: { $0.logLevel.rawValue },
            set: { settings, value in Logger.Level(rawValue: value).map { settings.logLevel = $0 } }),
    ]
}
