public import Content
import Dialogue
import Knowledge
public import Rendering
import Text

/// A table in which people edit content with a spreadsheet.
public enum AuthoringTable: String, CaseIterable, Sendable, Hashable {
    /// The example sentences of the intents.
    case examples
    /// The words and phrases of concepts and entities, and the small words.
    case lexicon

    /// The name of its file.
    public var fileName: String { "\(rawValue).csv" }

    /// The names in its first row.
    public var columns: [String] {
        switch self {
        case .examples: ["intent", "language", "example"]
        case .lexicon: ["section", "id", "language", "phrase"]
        }
    }

    /// The sections whose lists it holds.
    var sections: [PhraseSection] {
        PhraseSection.allCases.filter { ($0 == .intent) == (self == .examples) }
    }
}

/// A content file that a table changed.
public struct AuthoringChange: Sendable, Hashable {
    /// The file as it is now.
    public var file: ContentFile
    /// The rows of the tables that it did not have before, each as « examples of the intent X in French · text ».
    public var added: [String]
    /// Its texts that the tables have no longer, in the same form. A changed text is one added and one removed.
    public var removed: [String]

    /// Creates a change.
    public init(file: ContentFile, added: [String], removed: [String]) {
        self.file = file
        self.added = added
        self.removed = removed
    }
}

/// Examples and phrases of `intents/` as tables, and back.
public enum AuthoringTables {
    /// Writes the examples and phrases of content files as tables: UTF-8 with a byte order mark, CRLF.
    ///
    /// Rows follow the order of the files. What cannot be read goes to `reader`.
    public static func tables(
        of files: [ContentFile], separator: ColumnSeparator = .comma, into reader: ContentReader
    ) -> [AuthoringTable: ContentFile] {
        let lists = PhraseList.lists(in: files, into: reader)
        var tables: [AuthoringTable: ContentFile] = [:]
        for table in AuthoringTable.allCases {
            let rows = lists.filter { table.sections.contains($0.id.section) }.flatMap { list in
                list.items.map { list.id.row(key: $0.key, text: $0.text).map(SpreadsheetText.guarded) }
            }
            tables[table] = ContentFile(
                path: table.fileName,
                text: CommaSeparatedValues.byteOrderMark
                    + CommaSeparatedValues.text(
                        of: [table.columns] + rows, separator: separator.character, cleaning: false))
        }
        return tables
    }

    /// Replaces the examples and phrases of content files by those of tables, and nothing else of them.
    ///
    /// The order of rows does not matter: a text that stays keeps its place and its bytes, a new one comes after the one
    /// in the row before. Lists of a table that is not given stay as they are.
    ///
    /// - Parameters:
    ///   - files: The files of `intents/`.
    ///   - tables: The tables, with the paths that people know them by.
    ///   - reader: Where everything goes that is wrong; lines are then rows of a table, counted from 1, and columns its
    ///     fields.
    /// - Returns: The files that differ from before, in the order of `files`; none if anything is wrong.
    public static func changes(
        of files: [ContentFile], by tables: [AuthoringTable: ContentFile], into reader: ContentReader
    ) -> [AuthoringChange] {
        let lists = PhraseList.lists(in: files, into: reader)
        guard !reader.hasErrors else { return [] }
        var revisions: [PhraseListRevision] = []
        for table in AuthoringTable.allCases {
            let held = lists.filter { table.sections.contains($0.id.section) }
            guard let file = tables[table] else {
                revisions += held.map { PhraseListRevision(keeping: $0) }
                continue
            }
            let tableReader = AuthoringTableReader(table: table, file: file, lists: held, reader: reader)
            guard let rows = tableReader.rows() else { continue }
            revisions += PhraseListRevision.revisions(of: held, by: rows, in: file, into: reader)
        }
        guard !reader.hasErrors else { return [] }
        let changes = files.indices.compactMap { index -> AuthoringChange? in
            let revisions = revisions.filter { $0.list.fileIndex == index && $0.isChange }
            guard !revisions.isEmpty else { return nil }
            let bytes = PhraseListEditor(files[index]).bytes(after: revisions)
            return AuthoringChange(
                file: ContentFile(path: files[index].path, bytes: bytes),
                added: revisions.flatMap { revision in revision.added.map { revision.list.id.described($0) } },
                removed: revisions.flatMap { revision in revision.removed.map { revision.list.id.described($0) } })
        }
        verify(changes, by: revisions, of: files, into: reader)
        return reader.hasErrors ? [] : changes
    }

    /// Reads the changed files again: an edit of text by places is trusted only where the reader of YAML agrees with it.
    private static func verify(
        _ changes: [AuthoringChange], by revisions: [PhraseListRevision], of files: [ContentFile],
        into reader: ContentReader
    ) {
        for change in changes {
            var actual: [PhraseListID: [Phrase]] = [:]
            for list in PhraseList.lists(in: [change.file], into: ContentReader()) {
                actual[list.id] = list.items.map(\.phrase)
            }
            for revision in revisions
            where files[revision.list.fileIndex].path == change.file.path
                && actual[revision.list.id] != revision.phrases
            {
                reader.report(
                    .error, file: change.file.path, line: revision.list.place.line, column: revision.list.place.column,
                    "the way this list is written does not let a table change it",
                    remedy: "Write it as [one, two] or as « - text » lines, or change it in this file by hand.")
            }
        }
    }
}
