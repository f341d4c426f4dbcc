import Crypto
import Foundation
import Testing
import Understanding

/// Weights that are kept from one start to the next.
@Suite struct WeightFolderTests {
    private static let texts: [(owner: Int, words: [UInt64])] = [
        (0, [1, 2, 3]), (0, [1, 3, 4]), (1, [5, 6, 2]), (1, [5, 4, 6]), (2, [7, 1, 5]), (2, [7, 2, 4]),
    ]

    private static func features(_ words: [UInt64]) -> [Feature] { words.map { Feature(.word, $0) } }

    private static func fitted(_ texts: [(owner: Int, words: [UInt64])] = texts, in folder: WeightFolder?)
        -> FittedWeights
    {
        FittedWeights(
            classCount: 3,
            examples: texts.map { FittedWeights.Example([$0.owner], features($0.words), text: "\($0.words)") },
            worth: FittedWeights.Worth(word: 8, pair: 6, letters: 5), keptIn: folder)
    }

    private static func scores(_ weights: FittedWeights) -> [[Int32]] {
        [[1], [5, 6], [7, 4], [2, 3], [9]].map { weights.scores(of: features($0)) }
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func files(of folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    }

    @Test func whatIsKeptSaysWhatWasFitted() throws {
        try inFolder { url in
            let folder = WeightFolder(path: url.path)
            let expected = Self.scores(Self.fitted(in: nil))
            #expect(Self.scores(Self.fitted(in: folder)) == expected)
            let file = try #require(try files(of: url).first)
            let written = try Data(contentsOf: file)
            let inode = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
            #expect(Self.scores(Self.fitted(in: folder)) == expected)
            // It was read, not written again.
            let again = try #require(try files(of: url).first)
            #expect(try Data(contentsOf: again) == written)
            #expect(try FileManager.default.attributesOfItem(atPath: again.path)[.systemFileNumber] as? Int == inode)
        }
    }

    /// What a file of another name holds was fitted from something else.
    @Test func aFileOfAnotherNameIsNotTaken() throws {
        try inFolder { url in
            let folder = WeightFolder(path: url.path)
            _ = Self.fitted(in: folder)
            let first = try #require(try files(of: url).first)
            var texts = Self.texts
            texts[0].owner = 1
            _ = Self.fitted(texts, in: folder)
            let second = try #require(try files(of: url).first { $0.lastPathComponent != first.lastPathComponent })
            try Data(contentsOf: first).write(to: second)
            #expect(Self.scores(Self.fitted(texts, in: folder)) == Self.scores(Self.fitted(texts, in: nil)))
        }
    }

    /// Where this fails without a change of the examples, what is kept on other machines is no longer what would be fitted: raise the
    /// version that is part of the digest, then write the new digest here.
    @Test func theSameExamplesAreWrittenTheSameWay() throws {
        try inFolder { url in
            _ = Self.fitted(in: WeightFolder(path: url.path))
            let file = try #require(try files(of: url).first)
            let digest = SHA256.hash(data: try Data(contentsOf: file)).map { String($0, radix: 16) }.joined()
            #expect("\(file.lastPathComponent.prefix(8)) \(digest.prefix(8))" == "4f283974 6d2effa9")
        }
    }

    @Test func otherExamplesHaveOtherWeights() throws {
        try inFolder { url in
            let folder = WeightFolder(path: url.path)
            _ = Self.fitted(in: folder)
            var texts = Self.texts
            texts[0].owner = 1
            #expect(Self.scores(Self.fitted(texts, in: folder)) == Self.scores(Self.fitted(texts, in: nil)))
            let kept = try files(of: url)
            #expect(kept.count == 2)
        }
    }

    @Test(arguments: ["shorter", "longer", "changed", "empty"])
    func aDamagedFileIsFittedAgain(damage: String) throws {
        try inFolder { url in
            let folder = WeightFolder(path: url.path)
            let expected = Self.scores(Self.fitted(in: folder))
            let file = try #require(try files(of: url).first)
            let sound = try Data(contentsOf: file)
            var data = sound
            switch damage {
            case "shorter": data.removeLast(5)
            case "longer": data.append(0)
            case "changed": data[data.count / 2] ^= 1
            default: data = Data()
            }
            try data.write(to: file)
            #expect(Self.scores(Self.fitted(in: folder)) == expected)
            #expect(try Data(contentsOf: file) == sound)
        }
    }

    @Test func aFolderThatCannotBeIsNoReasonToEnd() throws {
        try inFolder { url in
            try Data("a file".utf8).write(to: url)
            let folder = WeightFolder(path: url.path)
            #expect(Self.scores(Self.fitted(in: folder)) == Self.scores(Self.fitted(in: nil)))
        }
    }

    @Test func theOldestAreRemovedAndNothingElse() throws {
        try inFolder { url in
            let folder = WeightFolder(path: url.path)
            _ = Self.fitted(in: folder)
            try Data("of somebody else".utf8).write(to: url.appending(path: "notes.txt"))
            let first = try #require(try files(of: url).first { $0.pathExtension == "weights" })
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: first.path)
            for number in 0..<8 {
                _ = Self.fitted(Self.texts + [(0, [100 + UInt64(number), 1])], in: folder)
            }
            let left = try files(of: url)
            #expect(left.count { $0.pathExtension == "weights" } == 8)
            #expect(!FileManager.default.fileExists(atPath: first.path))
            #expect(left.contains { $0.lastPathComponent == "notes.txt" })
        }
    }

    @Test func theUsersFolderIsWhereTheSystemSays() throws {
        #expect(WeightFolder(environment: [:]) == nil)
        #expect(WeightFolder(environment: ["XDG_CACHE_HOME": "relative"]) == nil)
        #expect(WeightFolder(environment: ["HOME": "/home/me"]) == WeightFolder(path: "/home/me/.cache/passerelle"))
        #expect(
            WeightFolder(environment: ["HOME": "/home/me", "XDG_CACHE_HOME": "/cache"])
                == WeightFolder(path: "/cache/passerelle"))
    }
}
