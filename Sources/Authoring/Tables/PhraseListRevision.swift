import Content
import Dialogue
import Knowledge
import Text

/// What becomes of a list: step by step along its texts.
struct PhraseListRevision {
    /// One step. Numbers are places among the list's items.
    enum Step {
        case keep(Int)
        case replace(Int, Phrase)
        case remove(Int)
        case insert(Phrase)

        /// The text that was not there before.
        var new: Phrase? {
            switch self {
            case .insert(let phrase), .replace(_, let phrase): phrase
            case .keep, .remove: nil
            }
        }
    }

    let list: PhraseList
    let steps: [Step]

    init(list: PhraseList, steps: [Step]) {
        self.list = list
        self.steps = steps
    }

    /// A revision that leaves a list as it is.
    init(keeping list: PhraseList) {
        self.init(list: list, steps: list.items.indices.map { .keep($0) })
    }

    /// Whether anything changes.
    var isChange: Bool { !added.isEmpty || !removed.isEmpty }

    /// The texts that are new.
    var added: [Phrase] { steps.compactMap(\.new) }

    /// The texts that go.
    var removed: [Phrase] {
        steps.compactMap { step in
            switch step {
            case .remove(let item), .replace(let item, _): list.items[item].phrase
            case .keep, .insert: nil
            }
        }
    }

    /// The texts afterwards.
    var phrases: [Phrase] {
        steps.compactMap { step in
            if case .keep(let item) = step { return list.items[item].phrase }
            return step.new
        }
    }

    /// Compares lists with the rows of the table that holds all of them.
    ///
    /// Rows stand for texts, in any order. Reported are a text twice in a list that had it once, and lists without rows: a
    /// table that was filtered before it was saved would otherwise empty them.
    static func revisions(
        of lists: [PhraseList], by rows: [AuthoringRow], in table: ContentFile, into reader: ContentReader
    ) -> [PhraseListRevision] {
        var byID: [PhraseListID: [PhraseList]] = [:]
        var order: [PhraseListID] = []
        for list in lists {
            if byID[list.id] == nil { order.append(list.id) }
            byID[list.id, default: []].append(list)
        }
        let rowsByID = Dictionary(grouping: rows, by: \.list)
        var emptied: [String] = []
        var revisions: [PhraseListRevision] = []
        for id in order {
            let lists = byID[id] ?? []
            let rows = rowsByID[id] ?? []
            if rows.isEmpty, lists.contains(where: { !$0.items.isEmpty }) { emptied.append(id.name) }
            var matching = Matching(lists)
            for row in rows { matching.take(row, in: table, reader) }
            revisions += lists.indices.map { PhraseListRevision(list: lists[$0], steps: matching.steps(ofList: $0)) }
        }
        if let first = emptied.first {
            reader.report(
                .error, file: table.path, line: 1, column: 1,
                emptied.count == 1
                    ? "the table has no row for the \(first)"
                    : "the table has no row for the \(first) and for \(emptied.count - 1) lists more",
                remedy: "A table holds every row, so save it without a filter. To empty a list, change its YAML file.")
        }
        return revisions
    }
}

/// Finds the texts of rows in the lists of one id: mostly one list, more where several files have such a list.
private struct Matching {
    /// A text in the lists; item -1 is the place before the first.
    private struct Position: Hashable {
        var list: Int
        var item: Int
    }

    private let lists: [PhraseList]
    /// Where each text stands that no row had yet, the last place first.
    private var unmatched: [Phrase: [Position]] = [:]
    /// The texts that are numbers to a spreadsheet, which writes them its own way.
    private var numbers: [SpreadsheetNumber: [Phrase]] = [:]
    private var kept: Set<Position> = []
    private var added: [Position: [Phrase]] = [:]
    /// The place of the row before.
    private var last = Position(list: 0, item: -1)
    private var rowOfPhrase: [Phrase: Int] = [:]
    private var rowOfKey: [String: Int] = [:]

    init(_ lists: [PhraseList]) {
        self.lists = lists
        for list in lists.indices.reversed() {
            for item in lists[list].items.indices.reversed() {
                let phrase = lists[list].items[item].phrase
                unmatched[phrase, default: []].append(Position(list: list, item: item))
                if let number = SpreadsheetNumber(phrase.text) { numbers[number, default: []].append(phrase) }
            }
        }
    }

    mutating func take(_ row: AuthoringRow, in table: ContentFile, _ reader: ContentReader) {
        var row = row
        if unmatched[row.phrase] == nil, let shown = SpreadsheetNumber(row.phrase.text),
            let original = numbers[shown]?.first(where: { phrase in
                // A list may have a number in two spellings, which come back as one.
                phrase.key == row.phrase.key && unmatched[phrase]?.isEmpty == false
            })
        {
            row.phrase = original
        }
        if let position = unmatched[row.phrase]?.popLast() {
            kept.insert(position)
            last = position
        } else if let number = rowOfPhrase[row.phrase] {
            reader.report(
                .error, file: table.path, line: row.number, column: row.textColumn,
                "« \(row.phrase.text) » stands in row \(number) already", remedy: "Remove one of the two.")
        } else {
            added[last, default: []].append(row.phrase)
        }
        if let key = row.phrase.key, rowOfPhrase[row.phrase] == nil,
            let number = rowOfKey.updateValue(row.number, forKey: key)
        {
            reader.report(
                .error, file: table.path, line: row.number, column: row.textColumn,
                "row \(number) unfolds « \(key) » already", remedy: "Keep one of the two.")
        }
        rowOfPhrase[row.phrase] = row.number
    }

    /// What becomes of a list. New texts take the place of texts that went from there, so that what stands around a
    /// changed text stays.
    func steps(ofList list: Int) -> [PhraseListRevision.Step] {
        var steps: [PhraseListRevision.Step] = []
        var pending = (added[Position(list: list, item: -1)] ?? [])[...]
        for item in lists[list].items.indices {
            let position = Position(list: list, item: item)
            if kept.contains(position) {
                steps += pending.map { .insert($0) }
                steps.append(.keep(item))
                pending = (added[position] ?? [])[...]
            } else if let phrase = pending.popFirst() {
                steps.append(.replace(item, phrase))
            } else {
                steps.append(.remove(item))
            }
        }
        return steps + pending.map { .insert($0) }
    }
}
