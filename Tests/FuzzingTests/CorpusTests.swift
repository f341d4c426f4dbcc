import Foundation
import FuzzHarnesses
import Testing

/// Every input that is kept goes through its entrance: those that found something once, and those that reach far.
@Suite struct CorpusTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzzing/Corpus")

    @Test(arguments: Harness.allCases)
    func everyKeptInputKeepsThePromises(harness: Harness) throws {
        let folder = Self.corpus.appending(path: harness.rawValue)
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files.sorted(by: { $0.path() < $1.path() }) {
            let input = Array(try Data(contentsOf: file))
            #expect(throws: Never.self, "\(file.lastPathComponent)") { try harness.run(input) }
        }
    }

    /// The inputs that a fuzzer tries first, at every entrance.
    @Test(arguments: Harness.allCases)
    func theEmptyAndTheMonotonousKeepThePromises(harness: Harness) throws {
        for byte in [UInt8.min, 0x20, 0x7F, 0xFE, .max] {
            for count in [0, 1, 2, 3, 64, 1000] {
                #expect(throws: Never.self, "\(count) times \(byte)") {
                    try harness.run(Array(repeating: byte, count: count))
                }
            }
        }
    }
}
