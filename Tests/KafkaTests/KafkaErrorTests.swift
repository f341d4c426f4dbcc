import Kafka
import Testing

@Suite struct KafkaErrorTests {
    @Test func saysWhatHappenedWhereAndWhatToDo() {
        let error = KafkaError(
            code: .unknownTopicOrPartition,
            disposition: .permanent,
            operation: "reading questions/0",
            detail: "Broker: Unknown topic or partition"
        )
        #expect(
            error.description == """
                Broker: Unknown topic or partition (UNKNOWN_TOPIC_OR_PART), while reading questions/0. \
                Create the topic, or give this user describe permission on it.
                """
        )
    }

    @Test(arguments: [KafkaError.Code.timedOut, .fenced, .authentication, .recordTooLarge, .transport])
    func advises(_ code: KafkaError.Code) {
        let error = KafkaError(code: code, disposition: .retriable, operation: "testing", detail: "detail")
        #expect(error.advice.hasSuffix("."))
        #expect(error.advice.count > 20)
    }
}

@Suite struct KafkaConfigurationTests {
    private func error(_ properties: [String: String]) -> KafkaError? {
        do {
            _ = try Consumer(
                KafkaConfiguration(bootstrapServers: "localhost:1", properties: properties),
                group: "group",
                instance: "instance",
                logger: TestCluster.logger
            )
            return nil
        } catch {
            return error
        }
    }

    @Test func namesAPropertyThatDoesNotExist() {
        let error = error(["sesion.timeout.ms": "1000"])
        #expect(error?.disposition == .permanent)
        #expect(error?.detail == "There is no property sesion.timeout.ms")
    }

    @Test func namesAPropertyWhoseValueCannotBe() {
        #expect(error(["session.timeout.ms": "soon"])?.detail.contains("session.timeout.ms") == true)
    }

    @Test(arguments: ["enable.auto.commit", "isolation.level", "group.id", "bootstrap.servers"])
    func refusesWhatItsGuaranteesRestOn(_ property: String) {
        #expect(error([property: "x"])?.code == .invalidConfiguration)
    }

    @Test func neverRepeatsASecret() {
        let error = error(["sasl.password": "hunter2", "security.protocol": "hunter2"])
        #expect(error != nil)
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test func passesEveryOtherPropertyThrough() throws {
        let consumer = try Consumer(
            KafkaConfiguration(bootstrapServers: "localhost:1", properties: ["session.timeout.ms": "21000"]),
            group: "group",
            instance: "instance",
            logger: TestCluster.logger
        )
        #expect(consumer.sessionTimeout == .seconds(21))
    }
}
