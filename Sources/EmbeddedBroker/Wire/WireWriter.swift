import NIOCore

/// Writes the types of the Kafka protocol.
struct WireWriter {
    private(set) var buffer: ByteBuffer
    let isFlexible: Bool

    init(isFlexible: Bool) {
        buffer = ByteBuffer()
        self.isFlexible = isFlexible
    }

    mutating func int8(_ value: Int8) { buffer.writeInteger(value) }
    mutating func int16(_ value: Int16) { buffer.writeInteger(value) }
    mutating func int32(_ value: Int32) { buffer.writeInteger(value) }
    mutating func int64(_ value: Int64) { buffer.writeInteger(value) }
    mutating func bool(_ value: Bool) { buffer.writeInteger(UInt8(value ? 1 : 0)) }
    mutating func error(_ code: ErrorCode) { buffer.writeInteger(code.rawValue) }

    mutating func unsignedVarint(_ value: Int) {
        var rest = UInt64(value)
        while rest >= 0x80 {
            buffer.writeInteger(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        buffer.writeInteger(UInt8(rest))
    }

    /// A text, cut where a reader would take no more.
    mutating func string(_ text: String?) {
        guard var text = text.map({ Substring($0) }) else {
            if isFlexible { unsignedVarint(0) } else { int16(-1) }
            return
        }
        while text.utf8.count > WireReader.longestText { text.removeLast() }
        if isFlexible { unsignedVarint(text.utf8.count + 1) } else { int16(Int16(clamping: text.utf8.count)) }
        buffer.writeSubstring(text)
    }

    mutating func bytes(_ bytes: ByteBuffer?) {
        guard var bytes else {
            if isFlexible { unsignedVarint(0) } else { int32(-1) }
            return
        }
        if isFlexible { unsignedVarint(bytes.readableBytes + 1) } else { int32(Int32(bytes.readableBytes)) }
        buffer.writeBuffer(&bytes)
    }

    /// Bytes in several pieces that count as one field.
    mutating func bytes(joining pieces: [ByteBuffer]) {
        let count = pieces.reduce(0) { $0 + $1.readableBytes }
        if isFlexible { unsignedVarint(count + 1) } else { int32(Int32(count)) }
        for var piece in pieces { buffer.writeBuffer(&piece) }
    }

    mutating func array<Element>(_ elements: some Collection<Element>, _ write: (inout WireWriter, Element) -> Void) {
        if isFlexible { unsignedVarint(elements.count + 1) } else { int32(Int32(elements.count)) }
        for element in elements { write(&self, element) }
    }

    mutating func nullArray() { if isFlexible { unsignedVarint(0) } else { int32(-1) } }

    /// No tagged fields, at the end of a structure.
    mutating func tags() { if isFlexible { unsignedVarint(0) } }
}
