import Content
import Dialogue
import Knowledge
import TestContent
import Testing

/// Every conversation of Tests/Conversations goes as it is written there.
@Suite struct ConversationTests {
    private static let files = Result {
        try ContentFolder.files(under: "\(RealContent.root)/Tests", named: "Conversations")
    }

    @Test func everyConversationGoesAsWritten() throws {
        let runner = TranscriptRunner(engine: try RealContent.engine)
        let reader = ContentReader()
        var count = 0
        for file in try Self.files.get() {
            for transcript in Transcript.load(file, into: reader) {
                count += 1
                for difference in runner.differences(from: transcript) {
                    Issue.record("\(transcript.title)\n\(difference)")
                }
            }
        }
        #expect(reader.sortedProblems.isEmpty)
        #expect(count >= 40)
    }
}
