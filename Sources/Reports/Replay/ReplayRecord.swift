public import Contract

/// A question or a reply as it lies on its topic, for a replay.
public enum ReplayRecord: Sendable {
    /// From a topic of questions; a bare question has its id and source from the topic's name.
    case question(IncomingRecord)
    /// From a topic of replies; what it answers is read from its value.
    case reply(IncomingRecord)
}
