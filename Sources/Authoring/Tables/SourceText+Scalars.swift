extension SourceText {
    /// Where a scalar ends that begins at a byte.
    ///
    /// - Parameters:
    ///   - start: Its first byte, the quote if it has one.
    ///   - isInFlow: Whether it stands within brackets or braces.
    ///   - indent: In block form, how far its dash or key is indented: its further lines are indented more.
    func endOfScalar(at start: Int, isInFlow: Bool, indent: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        switch bytes[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return endOfQuotedScalar(at: start)
        case UInt8(ascii: "|") where !isInFlow, UInt8(ascii: ">") where !isInFlow:
            return endOfLines(from: start, indent: indent) { $0.isEmpty ? nil : $0.endIndex }
        default:
            return isInFlow
                ? endOfPlainFlowScalar(at: start)
                : endOfLines(from: start, indent: indent) { endOfPlainText(in: $0) }
        }
    }

    /// The first byte from a place on that is neither white space nor in a comment.
    func passBlanksAndComments(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "#") {
                index = endOfLine(at: index)
            } else if isBlank(index) {
                index += max(Self.lengthOfBreak(in: bytes, at: index), 1)
            } else {
                break
            }
        }
        return index
    }

    private func endOfQuotedScalar(at start: Int) -> Int {
        let quote = bytes[start]
        let isDouble = quote == UInt8(ascii: "\"")
        var index = start + 1
        while index < bytes.count {
            if isDouble, bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if bytes[index] != quote {
                index += 1
            } else if !isDouble, index + 1 < bytes.count, bytes[index + 1] == quote {
                index += 2
            } else {
                return index + 1
            }
        }
        return bytes.count
    }

    private func endOfPlainFlowScalar(at start: Int) -> Int {
        var end = start
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if ",[]{}".utf8.contains(byte) { break }
            if byte == UInt8(ascii: "#"), index > start, isBlank(index - 1) { break }
            if byte == UInt8(ascii: ":"), index + 1 >= bytes.count || isBlank(index + 1) { break }
            index += 1
            if !isBlank(index - 1) { end = index }
        }
        return end
    }

    /// The end of what a scalar has on its own line and on those after it that are indented more than `indent`.
    ///
    /// - Parameter end: Where the scalar ends within a line without indentation and line break; nothing if it ended
    ///   before that line.
    private func endOfLines(from start: Int, indent: Int, end: (ArraySlice<UInt8>) -> Int?) -> Int {
        var line = start..<endOfLine(at: start)
        var last = start
        while true {
            let text = bytes[line].trimmingBlanks
            if !text.isEmpty {
                guard line.lowerBound == start || text.startIndex - line.lowerBound > indent, let end = end(text) else {
                    return last
                }
                last = end
                // A comment ends a plain scalar.
                if end < text.endIndex { return last }
            }
            guard line.upperBound < bytes.count else { return last }
            line = line.upperBound..<endOfLine(at: line.upperBound)
        }
    }

    /// Where plain text ends in a line; nothing if the line is a comment.
    private func endOfPlainText(in line: ArraySlice<UInt8>) -> Int? {
        if line.first == UInt8(ascii: "#") { return nil }
        let comment = line.indices.dropFirst().first { bytes[$0] == UInt8(ascii: "#") && isBlank($0 - 1) }
        guard let comment else { return line.endIndex }
        return line[..<comment].trimmingBlanks.endIndex
    }

    private func isBlank(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
            || Self.lengthOfBreak(in: bytes, at: index) > 0
    }
}

extension ArraySlice<UInt8> {
    /// Without the spaces, tabs, carriage returns and line feeds around it.
    fileprivate var trimmingBlanks: ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
        let start = firstIndex { !isBlank($0) } ?? endIndex
        let end = (lastIndex { !isBlank($0) }).map { $0 + 1 } ?? start
        return self[start..<end]
    }
}
