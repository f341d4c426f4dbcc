public import EmbeddedBroker
import Foundation
import Logging

/// The cluster that tests run against: the one that the environment names, else one embedded broker for them all.
public enum TestBroker {
    private static let named = ProcessInfo.processInfo.environment["PASSERELLE_TEST_BOOTSTRAP_SERVERS"]
    private static let embedded = Result { try start() }

    /// Addresses of its brokers.
    public static var bootstrapServers: String {
        get throws { try named ?? embedded.get().bootstrapServers }
    }

    /// Starts a broker of one's own, at any free port.
    public static func start(
        dataDirectory: String? = nil, limits: EmbeddedBrokerLimits = EmbeddedBrokerLimits()
    ) throws -> EmbeddedBroker {
        var configuration = EmbeddedBrokerConfiguration(port: 0, limits: limits)
        configuration.dataDirectory = dataDirectory
        return try EmbeddedBroker.startWaiting(
            configuration, logger: Logger(label: "broker") { _ in SwiftLogNoOpLogHandler() })
    }
}
