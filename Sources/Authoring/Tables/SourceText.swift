internal import Knowledge

/// The bytes of a YAML file, found by the lines and columns that its reader gives.
struct SourceText {
    let bytes: [UInt8]
    /// Where each line begins; lines end as YAML 1.1 has it, with CR, LF, CRLF, NEL, LS or PS.
    private let lineStarts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let length = Self.lengthOfBreak(in: bytes, at: index)
            index += max(length, 1)
            if length > 0 { starts.append(index) }
        }
        lineStarts = starts
    }

    /// The line break that the file uses.
    var lineBreak: [UInt8] {
        let end = lineStarts.count > 1 ? lineStarts[1] : 0
        return bytes[..<end].suffix(2) == [0x0D, 0x0A] ? [0x0D, 0x0A] : [0x0A]
    }

    /// The byte at a place.
    func offset(of place: PhraseList.Place) -> Int {
        guard place.line <= lineStarts.count else { return bytes.count }
        var index = lineStarts[place.line - 1]
        var column = 1
        while column < place.column, index < bytes.count {
            index += 1
            while index < bytes.count, Self.isContinuation(bytes[index]) { index += 1 }
            column += 1
        }
        return index
    }

    /// Where the line of a byte begins.
    func startOfLine(at offset: Int) -> Int {
        lineStarts[lineNumber(at: offset)]
    }

    /// Where the line after that of a byte begins, or the end of the file.
    func endOfLine(at offset: Int) -> Int {
        let next = lineNumber(at: offset) + 1
        return next < lineStarts.count ? lineStarts[next] : bytes.count
    }

    /// The longest of the lines that a range touches, in Unicode scalars.
    func longestLine(in range: Range<Int>) -> Int {
        (lineNumber(at: range.lowerBound)...lineNumber(at: range.upperBound)).map { line in
            let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
            return Self.scalars(in: bytes[lineStarts[line]..<max(end, lineStarts[line])])
        }.max() ?? 0
    }

    /// The white space that begins the line of a byte.
    func indentation(at offset: Int) -> ArraySlice<UInt8> {
        bytes[startOfLine(at: offset)...].prefix { $0 == UInt8(ascii: " ") }
    }

    /// How many Unicode scalars bytes are.
    static func scalars(in bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { $0 + (isContinuation($1) ? 0 : 1) }
    }

    /// What follows the last line break, if there is one.
    static func lastLine(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        bytes.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { bytes[($0 + 1)...] }
    }

    private func lineNumber(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// How many bytes the line break at a place has; 0 if there is none.
    static func lengthOfBreak(in bytes: [UInt8], at index: Int) -> Int {
        func isThere(_ sequence: [UInt8]) -> Bool { bytes[index...].starts(with: sequence) }
        switch bytes[index] {
        case 0x0A: return 1
        case 0x0D: return isThere([0x0D, 0x0A]) ? 2 : 1
        case 0xC2: return isThere([0xC2, 0x85]) ? 2 : 0
        case 0xE2: return isThere([0xE2, 0x80, 0xA8]) || isThere([0xE2, 0x80, 0xA9]) ? 3 : 0
        default: return 0
        }
    }
}
