import NIOCore

/// What came on a connection and is not yet taken, to be taken frame by frame. One that is too large is found out by its first
/// four bytes, before anything is held for it.
struct FrameBuffer {
    private var bytes = ByteBuffer()
    private let maximumSize: Int

    /// The shortest request: key, version and correlation.
    private static let minimumSize = 8

    init(maximumSize: Int) { self.maximumSize = maximumSize }

    /// How many bytes wait.
    var count: Int { bytes.readableBytes }

    /// Whether a whole frame waits.
    var hasFrame: Bool {
        guard let size = bytes.getInteger(at: bytes.readerIndex, as: Int32.self) else { return false }
        return bytes.readableBytes - 4 >= Int(size)
    }

    mutating func append(_ more: ByteBuffer) {
        if bytes.readableBytes == 0 {
            bytes = more
            return
        }
        if bytes.readerIndex > 0 { bytes = bytes.copied }
        bytes.writeImmutableBuffer(more)
    }

    /// Takes the first frame, without its size; `nil` if it is not whole yet.
    mutating func next() throws(MalformedFrame) -> ByteBuffer? {
        guard let size = bytes.getInteger(at: bytes.readerIndex, as: Int32.self) else { return nil }
        guard size >= Self.minimumSize, Int(size) <= maximumSize else {
            throw MalformedFrame(detail: "a frame of \(size) bytes: \(Self.minimumSize) to \(maximumSize) are taken")
        }
        guard bytes.readableBytes - 4 >= Int(size) else { return nil }
        bytes.moveReaderIndex(forwardBy: 4)
        let frame = bytes.readSlice(length: Int(size))
        if bytes.readableBytes == 0 { bytes = ByteBuffer() }
        return frame
    }
}
