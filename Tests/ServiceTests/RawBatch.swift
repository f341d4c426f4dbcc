import Foundation

/// Writes bytes to a partition that no client would: a batch as it is, through a connection of its own.
struct RawBatch {
    /// The codec in the batch's attributes: 0 none, 1 gzip; 7 is none that there is.
    var codec: Int16 = 0
    /// How many records the header promises.
    var count: Int32 = 1
    /// What stands in the place of the records.
    var records: [UInt8]

    struct Refused: Error {}

    /// The batch in format 2 (kafka.apache.org/documentation, "Record Batch"). Its checksum is not looked at by readers
    /// that do not ask for it.
    private var bytes: [UInt8] {
        var body: [UInt8] = []
        body.append(big: Int32(0))
        body.append(big: Int8(2))
        body.append(big: UInt32(0))
        body.append(big: codec)
        body.append(big: count - 1)
        for _ in 0..<2 { body.append(big: Int64(1_700_000_000_000)) }
        body.append(big: Int64(-1))
        body.append(big: Int16(-1))
        body.append(big: Int32(-1))
        body.append(big: count)
        body += records
        var bytes: [UInt8] = []
        bytes.append(big: Int64(0))
        bytes.append(big: Int32(body.count))
        return bytes + body
    }

    /// Writes the batch to partition 0 of a topic.
    func write(to topic: String, at bootstrapServers: String) throws {
        let address = bootstrapServers.split(separator: ",")[0].split(separator: ":")
        var request: [UInt8] = []
        request.append(big: Int16(0))
        request.append(big: Int16(3))
        request.append(big: Int32(1))
        request.append(string: "raw")
        request.append(big: Int16(-1))
        request.append(big: Int16(1))
        request.append(big: Int32(10_000))
        request.append(big: Int32(1))
        request.append(string: topic)
        request.append(big: Int32(1))
        request.append(big: Int32(0))
        request.append(big: Int32(bytes.count))
        request += bytes
        var frame: [UInt8] = []
        frame.append(big: Int32(request.count))
        frame += request
        let answer = try exchange(frame, host: String(address[0]), port: UInt16(address[1]) ?? 0)
        // Size, correlation, one topic with its name, one partition with its number, and then the error.
        let place = 4 + 4 + 4 + 2 + topic.utf8.count + 4 + 4
        guard answer.count > place + 1, answer[place] == 0, answer[place + 1] == 0 else { throw Refused() }
    }

    private func exchange(_ frame: [UInt8], host: String, port: UInt16) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0, send(descriptor, frame, frame.count, 0) == frame.count else { throw Refused() }
        var answer = [UInt8](repeating: 0, count: 4096)
        let count = recv(descriptor, &answer, answer.count, 0)
        return Array(answer.prefix(max(0, count)))
    }
}

extension [UInt8] {
    fileprivate mutating func append(big value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(string: String) {
        append(big: Int16(string.utf8.count))
        self += Array(string.utf8)
    }
}
