import Content
import Foundation
import Knowledge
import Testing
import Text

@Suite("Reading content files")
struct ReadingTests {
    let reader = ContentReader()

    private func root(_ text: String) throws -> ContentNode {
        try #require(reader.root(of: ContentFile(path: "knowledge/a.yaml", text: text)))
    }

    private var problems: [String] { reader.sortedProblems.map(\.description) }

    @Test("places are those of the file, in characters")
    func places() throws {
        let node = try root("# tête\nclé: [é, b]\n")
        let entry = try #require(node.entries.first)
        #expect(entry.key == "clé")
        #expect(entry.keyNode.line == 2)
        #expect(entry.value.items[1].column == 10)
        #expect(problems == [])
    }

    @Test("a mapping reports what is missing and what is unknown, with the nearest key")
    func mapping() throws {
        let mapping = try root("id: x\ntitel: {fr: a, en: b}\n").mapping(required: ["id", "title"], optional: ["note"])
        #expect(mapping?.text("id") == "x")
        #expect(
            problems == [
                "knowledge/a.yaml:1:1: error: the key « title » is missing here. Add « title: … ».",
                "knowledge/a.yaml:2:1: error: unknown key « titel ». Write one of id, title, note; "
                    + "did you mean « title »?",
            ])
    }

    @Test("a file that is too large is told so, not read")
    func largeFiles() throws {
        let file = ContentFile(path: "knowledge/a.yaml", text: String(repeating: "- a\n", count: 12_500_000))
        #expect(reader.root(of: file) == nil && reader.hasErrors)
        #expect(
            problems == [
                "knowledge/a.yaml:1:1: error: the file has more than 4 MiB. Part it into several files of the same folder."
            ])
    }

    @Test("of a folder no more is read than content has")
    func largeFolders() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let folder = root.appending(path: "knowledge")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        func add(_ name: String, bytes: UInt64) throws {
            let file = folder.appending(path: name)
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: bytes)
            try handle.close()
        }
        let path = root.path(percentEncoded: false)
        try add("a.yaml", bytes: 1 << 40)
        let files = try ContentFolder.files(under: path, named: "knowledge")
        #expect(files.count == 1 && reader.root(of: files[0]) == nil && reader.hasErrors)
        for name in ["b", "c", "d", "e"] { try add("\(name).yaml", bytes: 4_000_000) }
        #expect(throws: ContentFolderError.tooLarge(folder.path(percentEncoded: false).replacing("//", with: "/"))) {
            try ContentFolder.files(under: path, named: "knowledge")
        }
    }

    @Test("of many problems the first thousand are kept, and an error among them")
    func manyProblems() throws {
        let node = try root((0..<2000).map { "k\($0): a\n" }.joined())
        for entry in node.entries { entry.keyNode.report(.warning, "this is odd") }
        #expect(reader.problems.count == 1000 && !reader.hasErrors)
        for entry in node.entries { entry.keyNode.reportUnknown("key", entry.key, among: ["id"]) }
        #expect(reader.problems.count == 1001 && reader.errorCount == 2000)
    }

    @Test("a value outside an enumeration is reported with the nearest one")
    func values() throws {
        let node = try root("[bid, award, awrad, {}]\n")
        #expect(node.values(Stage.self, called: "stage") == [.award])
        #expect(
            problems == [
                "knowledge/a.yaml:1:2: error: unknown stage « bid ». Write one of prospecting, registration, "
                    + "qualification, bidding, award, delivery-payment; did you mean « bidding »?",
                "knowledge/a.yaml:1:14: error: unknown stage « awrad ». Write one of prospecting, registration, "
                    + "qualification, bidding, award, delivery-payment; did you mean « award »?",
                "knowledge/a.yaml:1:21: error: this must be a text, not a mapping.",
            ])
    }

    @Test("a text needs both languages, and words")
    func localized() throws {
        let node = try root("- {fr: oui}\n- {fr: '', en: ~}\n- {fr: oui, en: yes}\n")
        #expect(node.items.map { $0.localized() } == [nil, nil, LocalizedText(fr: "oui", en: "yes")])
        #expect(
            problems == [
                "knowledge/a.yaml:1:3: error: the key « en » is missing here. Add « en: … ».",
                "knowledge/a.yaml:2:8: error: the text is empty. Write it, or remove the key.",
                "knowledge/a.yaml:2:16: error: the text is empty. Write it, or remove the key.",
            ])
    }

    @Test("numbers and flags")
    func numbers() throws {
        let node = try root("[12, douze, 7, true, oui]\n")
        let items = node.items
        #expect(items[0].integer() == 12)
        #expect(items[1].integer() == nil)
        #expect(items[2].integer(in: 1...5) == nil)
        #expect(items[3].flag() == true)
        #expect(items[4].flag() == nil)
        #expect(
            problems == [
                "knowledge/a.yaml:1:6: error: « douze » is not a whole number.",
                "knowledge/a.yaml:1:13: error: 7 is out of bounds. Write a number from 1 to 5.",
                "knowledge/a.yaml:1:22: error: « oui » is neither true nor false. Write true or false.",
            ])
    }

    @Test(
        "a file that is no YAML is one problem, at its place",
        arguments: [
            ("a: [1, 2\nb: 3\n", "knowledge/a.yaml:2:2: error: this is not valid YAML"),
            ("a: 1\na: 2\n", "knowledge/a.yaml:1:1: error: « a » stands twice in the same mapping"),
            ("", "knowledge/a.yaml:1:1: error: the file is empty"),
        ])
    func invalid(text: String, expected: String) {
        #expect(reader.root(of: ContentFile(path: "knowledge/a.yaml", text: text)) == nil)
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(expected) == true, "\(problems)")
    }

    @Test("bytes that are no UTF-8 are reported")
    func encoding() {
        #expect(reader.root(of: ContentFile(path: "knowledge/a.yaml", bytes: [0x61, 0xE9])) == nil)
        #expect(
            problems == [
                "knowledge/a.yaml:1:1: error: the file is not written in UTF-8. Save it again with the encoding UTF-8."
            ])
    }

    @Test(
        "the nearest name",
        arguments: [
            ("awrad", "award"), ("Bidding", "bidding"), ("bid", "bidding"), ("registraton", "registration"),
            ("xyz", nil), ("", nil),
        ])
    func nearest(name: String, expected: String?) {
        #expect(NearestName.of(name, among: Stage.allCases.map(\.rawValue)) == expected)
    }

    @Test("the digest changes with a byte, and not with the order of files")
    func digest() {
        let one = ContentFile(path: "knowledge/a.yaml", text: "a: 1\n")
        let two = ContentFile(path: "knowledge/b.yaml", text: "b: 2\n")
        let changed = ContentFile(path: "knowledge/b.yaml", text: "b: 3\n")
        let moved = [ContentFile(path: "knowledge/a.yamla", text: ": 1\n"), two]
        #expect(ContentDigest(of: [one, two]) == ContentDigest(of: [two, one]))
        #expect(ContentDigest(of: [one, two]) != ContentDigest(of: [one, changed]))
        #expect(ContentDigest(of: [one, two]) != ContentDigest(of: moved))
        #expect(
            ContentDigest(of: []).description
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("a folder that is none is an error")
    func folder() {
        #expect(throws: ContentFolderError.notAFolder("/nowhere/knowledge")) {
            try ContentFolder.files(under: "/nowhere", named: "knowledge")
        }
    }
}
