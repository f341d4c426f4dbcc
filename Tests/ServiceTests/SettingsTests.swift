import Content
import Dialogue
import Foundation
import Knowledge
import Service
import Testing
import Text

/// Settings as files and the environment bring them.
@Suite struct SettingsTests {
    private func settings(_ yaml: String, _ environment: [String: String] = [:]) throws -> Settings {
        try Settings.load(file: ContentFile(path: "p.yaml", text: yaml), environment: environment) { _ in nil }
    }

    @Test func aConversationExpiresAfterTheDaysThatAreSet() throws {
        #expect(Settings.standard.dialogue.expiry == ConversationExpiry(days: 400))
        #expect(try settings("conversation: {expires-after: 30}").dialogue.expiry == ConversationExpiry(days: 30))
        #expect(try settings("conversation: {expires-after: 0}").dialogue.expiry.lifetime == nil)
        let variable = ["PASSERELLE_CONVERSATION_EXPIRES_AFTER": "60"]
        #expect(
            try settings("conversation: {expires-after: 30}", variable).dialogue.expiry == ConversationExpiry(days: 60))
    }

    @Test(arguments: ["-9223372036854775808", "-1", "36501", "9223372036854775807", "1e30", "NaN", "''"])
    func aNumberBeyondItsBoundsIsNamed(number: String) {
        for setting in [
            "conversation: {expires-after: \(number)}", "dialogue: {context-minutes: \(number)}",
            "dialogue: {handoff-hours: \(number)}", "dialogue: {longest-reply: \(number)}",
            "service: {pumps: \(number)}", "topics: {partitions: \(number)}",
        ] {
            #expect(throws: Settings.Unusable.self, "\(setting)") { try settings(setting) }
        }
        for name in [
            "CONVERSATION_EXPIRES_AFTER", "DIALOGUE_CONTEXT_MINUTES", "DIALOGUE_LONGEST_REPLY", "SERVICE_PUMPS",
        ] {
            #expect(throws: Settings.Unusable.self) { try settings("{}", ["PASSERELLE_\(name)": number]) }
        }
    }

    @Test func everySettingIsReadFromTheFileAndTheEnvironment() throws {
        for setting in Setting.all {
            let value =
                switch setting.values {
                case .text: "some-thing"
                case .addresses: "kafka-1:9092,kafka-2:9092"
                case .whole(let bounds): String(bounds.upperBound)
                case .words(let words): try #require(words.last)
                case .zone: "America/Vancouver"
                }
            try #require(setting.value(in: .standard) != value, "\(setting.name)")
            let keys = setting.name.split(separator: ".")
            let yaml = keys.map { "{\($0): " }.joined() + "\"\(value)\"" + String(repeating: "}", count: keys.count)
            #expect(try setting.value(in: settings(yaml)) == value, "\(yaml)")
            #expect(try setting.value(in: settings("{}", [setting.variable: value])) == value, "\(setting.variable)")
            let unsuited =
                switch setting.values {
                case .text: " "
                case .addresses: "user:password@kafka-1:9092"
                case .whole(let bounds): String(bounds.upperBound + 1)
                case .words, .zone: "nothing of that name"
                }
            let error = #expect(throws: Settings.Unusable.self) { try settings("{}", [setting.variable: unsuited]) }
            #expect(error?.problems.first?.remedy != nil && error?.problems.count == 1)
        }
    }

    @Test func theFileThatComesAlongHasEverySettingWithItsStandard() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "config/passerelle.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        #expect(try settings(text) == .standard)
        for setting in Setting.all {
            let key = try #require(setting.name.split(separator: ".").last)
            #expect(text.contains(try Regex("\\n *\(key): ")), "config/passerelle.yaml lacks \(setting.name)")
        }
    }

    @Test func datesGoByTheZoneThatIsSet() throws {
        // 1:00 in Québec, 22:00 in Vancouver.
        let moment = RecordTime(milliseconds: 1_796_104_800_000)
        #expect(moment.civilDay().description == "2026-12-01")
        let west = try settings("dialogue: {time-zone: America/Vancouver}").dialogue.zone
        #expect(moment.civilDay(in: west).description == "2026-11-30")
        #expect(try settings("dialogue: {time-zone: America/Montreal}").dialogue.zone == .quebec)
    }
}
