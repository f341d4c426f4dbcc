import NIOCore

/// A frame that is not as the protocol has it: the connection it came on is closed, and nothing else happens.
struct MalformedFrame: Error {
    var detail: String
}

/// Reads the types of the Kafka protocol (kafka.apache.org/protocol, "Protocol Primitive Types"). Every length is checked
/// against what is left before anything is allocated, every text is UTF-8, and all lists together are bounded.
struct WireReader {
    /// The longest text, in bytes: what both forms of the protocol can carry.
    static let longestText = Int(Int16.max)

    private var buffer: ByteBuffer
    /// Whether strings and arrays are compact, and structures end in tagged fields.
    let isFlexible: Bool
    /// How many elements of lists may still come.
    private var elements: Int

    init(_ buffer: ByteBuffer, isFlexible: Bool, elements: Int) {
        self.buffer = buffer
        self.isFlexible = isFlexible
        self.elements = elements
    }

    /// The rest, to be read on in the other form.
    func rest(isFlexible: Bool) -> WireReader { WireReader(buffer, isFlexible: isFlexible, elements: elements) }

    private mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws(MalformedFrame) -> Value {
        guard let value = buffer.readInteger(as: type) else { throw MalformedFrame(detail: "the frame ends too early") }
        return value
    }

    mutating func int8() throws(MalformedFrame) -> Int8 { try integer(Int8.self) }
    mutating func int16() throws(MalformedFrame) -> Int16 { try integer(Int16.self) }
    mutating func int32() throws(MalformedFrame) -> Int32 { try integer(Int32.self) }
    mutating func int64() throws(MalformedFrame) -> Int64 { try integer(Int64.self) }
    mutating func bool() throws(MalformedFrame) -> Bool { try integer(UInt8.self) != 0 }

    mutating func unsignedVarint() throws(MalformedFrame) -> Int {
        var value: UInt64 = 0
        for shift in stride(from: 0, through: 28, by: 7) {
            let byte = try integer(UInt8.self)
            value |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return Int(value) }
        }
        throw MalformedFrame(detail: "a number is too long")
    }

    /// A length before strings and bytes; -1 for null.
    private mutating func length(short: Bool) throws(MalformedFrame) -> Int {
        if isFlexible { return try unsignedVarint() - 1 }
        return short ? Int(try int16()) : Int(try int32())
    }

    mutating func nullableString() throws(MalformedFrame) -> String? {
        let length = try length(short: true)
        guard length >= 0 else { return nil }
        guard length <= Self.longestText, let slice = buffer.readSlice(length: length) else {
            throw MalformedFrame(detail: "a text is longer than its frame, or than \(Self.longestText) bytes")
        }
        guard let text = String(validating: slice.readableBytesView, as: UTF8.self) else {
            throw MalformedFrame(detail: "a text is no UTF-8")
        }
        return text
    }

    mutating func string() throws(MalformedFrame) -> String {
        guard let text = try nullableString() else { throw MalformedFrame(detail: "a text is null that must not be") }
        return text
    }

    mutating func nullableBytes() throws(MalformedFrame) -> ByteBuffer? {
        let length = try length(short: false)
        guard length >= 0 else { return nil }
        guard let slice = buffer.readSlice(length: length) else {
            throw MalformedFrame(detail: "a field is longer than its frame")
        }
        return slice
    }

    mutating func bytes() throws(MalformedFrame) -> ByteBuffer { try nullableBytes() ?? ByteBuffer() }

    /// The number of elements of an array; `nil` for a null one. No more than bytes are left, nor than a request may hold, so
    /// that a hostile number allocates nothing.
    mutating func nullableCount() throws(MalformedFrame) -> Int? {
        let count = isFlexible ? try unsignedVarint() - 1 : Int(try int32())
        guard count >= 0 else { return nil }
        guard count <= buffer.readableBytes else { throw MalformedFrame(detail: "a list is longer than its frame") }
        guard count <= elements else { throw MalformedFrame(detail: "its lists are longer than a request's may be") }
        elements -= count
        return count
    }

    mutating func array<Element>(
        _ element: (inout WireReader) throws(MalformedFrame) -> Element
    ) throws(MalformedFrame) -> [Element] {
        try nullableArray(element) ?? []
    }

    mutating func nullableArray<Element>(
        _ element: (inout WireReader) throws(MalformedFrame) -> Element
    ) throws(MalformedFrame) -> [Element]? {
        guard let count = try nullableCount() else { return nil }
        var elements: [Element] = []
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    /// Passes over the tagged fields at the end of a structure.
    mutating func tags() throws(MalformedFrame) {
        guard isFlexible else { return }
        for _ in 0..<(try unsignedVarint()) {
            _ = try unsignedVarint()
            let length = try unsignedVarint()
            guard buffer.readSlice(length: length) != nil else {
                throw MalformedFrame(detail: "a tag is longer than its frame")
            }
        }
    }
}

extension ByteBuffer {
    /// The same bytes in memory of their own: kept for long, a small part would keep the whole frame it came in.
    var copied: ByteBuffer {
        var copy = ByteBuffer()
        copy.writeImmutableBuffer(self)
        return copy
    }
}
