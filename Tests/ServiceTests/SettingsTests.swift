import Content
import Dialogue
import Knowledge
import Service
import Testing

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
}
