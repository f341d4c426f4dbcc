import Content
import Foundation
import Knowledge
import Testing
import Text

/// What is wrong in the words by which answers are recognised is said, at its line.
@Suite("Problems in the words of answers")
struct AnswerWordsTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path(percentEncoded: false)
    private static let path = "knowledge/questionnaires/answer-words.yaml"

    private func file() throws -> (files: [ContentFile], place: Int, text: String) {
        let files = try ContentFolder.files(under: Self.root, named: "knowledge")
        let place = try #require(files.firstIndex { $0.path == Self.path })
        return (files, place, String(decoding: files[place].bytes, as: UTF8.self))
    }

    @Test(arguments: [
        (
            "  doubts:", "  doubt:", "  doubt:",
            "unknown key « doubt ». No such key is defined; did you mean « doubts »?"
        ),
        ("  doubts:", "  doubt:", "  signs:", "the key « doubts » is missing here. Add « doubts: … »."),
        ("    fr: [que non]", "    fr: que non", "    fr: que non", "this must be a list, not a single value."),
        ("    fr: [que non]", "    fra: [que non]", "    fra: [que non]", "unknown key « fra »."),
        (
            "    fr: [que non]", "    fr: [que non, \"!\"]", "    fr: [que non",
            "« ! » has neither a letter nor a figure."
        ),
        (
            "    fr: [que non]", "    fr: []", "  turning-yes:\n    fr: []",
            "there is no word here in either language. Write at least one, in French or in English."
        ),
        ("{janvier: 1,", "{janvier: un,", "    fr: {janvier: un", "« un » is not a whole number."),
        ("{janvier: 1,", "{janvier: 13,", "    fr: {janvier: 13", "13 is out of bounds. Write a number from 1 to 12."),
        (
            "mar: 3, April", "mar: 4, April", "mar: 4, April",
            "« mar » stands both for 3 and for 4. Keep one of the two."
        ),
    ])
    func problem(old: String, new: String, at wrong: String, told: String) throws {
        var (files, place, text) = try file()
        let range = try #require(text.range(of: old), "the content no longer holds « \(old) »")
        text.replaceSubrange(range, with: new)
        files[place] = ContentFile(path: Self.path, text: text)
        let reader = ContentReader()
        #expect(KnowledgeBase.load(files: files, into: reader) == nil)
        let before = text[..<(try #require(text.range(of: wrong)?.lowerBound))]
        // What is said of a whole set is said where its first line begins.
        let line = before.count(where: \.isNewline) + 1 + (wrong.contains("\n") ? 1 : 0)
        let found = reader.sortedProblems.map(\.description)
        #expect(
            found.contains { $0.hasPrefix("\(Self.path):\(line):") && $0.contains("error: \(told)") },
            "line \(line): \(found)")
    }

    @Test("there are words to recognise answers by")
    func missing() throws {
        var (files, place, _) = try file()
        files.remove(at: place)
        let reader = ContentReader()
        #expect(KnowledgeBase.load(files: files, into: reader) == nil)
        #expect(reader.sortedProblems.contains { $0.message.description == "no file defines « answer-words »" })
    }
}
