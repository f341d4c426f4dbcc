import Authoring
import Dialogue
import Foundation
import TestContent
import Testing

/// What strangers wrote, round by round, goes as it did when the round was mended: what was right stays right, what is known to
/// be missed is marked so, and nothing is ever kept as the contrary of what was meant.
@Suite struct RoundTests {
    private static let folder = "\(RealContent.root)/Tests/Rounds"

    static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
        $0.hasSuffix(".jsonl")
    }.sorted()

    @Test func thereAreRounds() { #expect(!Self.files.isEmpty) }

    @Test(arguments: files) func goesAsItDidWhenItWasMended(file: String) throws {
        let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
        let round = try #require(Round(of: try RoundLine.lines(in: text.utf8), by: try RealContent.engine))
        for outcome in round.outcomes {
            let line = outcome.line
            let place = "\(line.kind.rawValue) at \(line.question ?? "nothing open") « \(line.text) »"
            #expect(!outcome.isOpposite, "\(place) was kept as its contrary: \(outcome.did)")
            if line.isMissed {
                #expect(!outcome.isRight, "\(place) goes as it should now: take the mark « missed » away")
            } else {
                #expect(outcome.isRight, "\(place) did \(outcome.did), not \(line.expectation)")
            }
        }
    }
}
