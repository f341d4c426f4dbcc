import Foundation
import Testing

/// The program as a person runs it: a process with its streams.
///
/// `@unchecked Sendable`: the streams are read by one thread each, which hand over under a lock.
final class Program: @unchecked Sendable {
    private let process = Process()
    private let input = Pipe()
    private let lock = NSCondition()
    private var output = ["stdout": "", "stderr": ""]
    private var ended = 0

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Starts the program in the root of the package.
    ///
    /// - Parameters:
    ///   - limit: the largest file that it may write, in KiB.
    ///   - openFilesLimit: how many files and connections it may have open.
    ///   - columns: how wide the terminal is that it runs in; none if left out. What it says on both streams is then output.
    init(
        _ arguments: [String], environment: [String: String] = [:], folder: URL = root, fileSizeLimit limit: Int? = nil,
        openFilesLimit: Int? = nil, columns: Int? = nil
    ) throws {
        let limits = [limit.map { "ulimit -f \($0)" }, openFilesLimit.map { "ulimit -n \($0)" }].compactMap { $0 }
        if !limits.isEmpty {
            // Ignored, the signal that a limit raises becomes the error of a full disk.
            let path = Self.executable.path(percentEncoded: false)
            process.executableURL = URL(filePath: "/bin/bash")
            let script = "trap '' XFSZ; \(limits.joined(separator: "; ")); exec \"$0\" \"$@\""
            process.arguments = ["-c", script, path] + arguments
        } else if let columns {
            let words = [Self.executable.path(percentEncoded: false)] + arguments
            let command = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
            process.executableURL = URL(filePath: "/usr/bin/script")
            process.arguments = ["-qefc", "stty columns \(columns) rows 40; exec \(command)", "/dev/null"]
        } else {
            process.executableURL = Self.executable
            process.arguments = arguments
        }
        process.currentDirectoryURL = folder
        var inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PASSERELLE_") }
        // A machine's own locale is not that of a test.
        for name in ["LC_ALL", "LC_MESSAGES"] { inherited[name] = nil }
        inherited["LANG"] = "C.UTF-8"
        if columns != nil {
            inherited["COLUMNS"] = nil
            inherited.merge(["TERM": "xterm", "NO_COLOR": "1"]) { $1 }
        }
        inherited.merge(environment) { _, new in new }
        process.environment = inherited
        process.standardInput = input
        for (name, keyPath) in [("stdout", \Process.standardOutput), ("stderr", \Process.standardError)] {
            let pipe = Pipe()
            process[keyPath: keyPath] = pipe
            Thread.detachNewThread { [self] in read(pipe.fileHandleForReading, as: name) }
        }
        try process.run()
    }

    /// The program beside the tests.
    private static var executable: URL {
        let bundle = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        var folder = bundle.deletingLastPathComponent()
        for _ in 0..<6 {
            let candidate = folder.appending(path: "passerelle")
            if FileManager.default.isExecutableFile(atPath: candidate.path(percentEncoded: false)) { return candidate }
            folder = folder.deletingLastPathComponent()
        }
        return root.appending(path: ".build/debug/passerelle")
    }

    private func read(_ handle: FileHandle, as name: String) {
        var bytes = Data()
        while true {
            let chunk = handle.availableData
            if chunk.isEmpty { break }
            bytes += chunk
            lock.withLock {
                output[name] = String(decoding: bytes, as: UTF8.self)
                lock.broadcast()
            }
        }
        lock.withLock {
            ended += 1
            lock.broadcast()
        }
    }

    func type(_ text: String) { input.fileHandleForWriting.write(Data(text.utf8)) }
    func endInput() { try? input.fileHandleForWriting.close() }
    func terminate() { process.terminate() }
    /// Waits until something is so while the process runs.
    func wait(until isSo: () throws -> Bool) throws {
        let limit = Date(timeIntervalSinceNow: 60)
        while try !isSo() {
            guard process.isRunning, Date() < limit else {
                Issue.record("what was waited for did not come: \(lock.withLock { output })")
                process.terminate()
                throw Missing()
            }
        }
    }
    /// What was said on standard error so far.
    var errors: String { lock.withLock { output["stderr"] ?? "" } }
    /// How often a text is in the output so far.
    func count(_ text: String) -> Int { lock.withLock { output["stdout"] ?? "" }.ranges(of: text).count }
    /// What the system says of the process while it runs, by name.
    func status() throws -> [String: String] {
        let text = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        return Dictionary(
            text.split(separator: "\n").compactMap { line in
                let halves = line.split(separator: ":", maxSplits: 1)
                return halves.count == 2 ? (String(halves[0]), halves[1].trimmingCharacters(in: .whitespaces)) : nil
            }, uniquingKeysWith: { first, _ in first })
    }
    /// Whether SIGTERM is held or handled by the process.
    func holdsTermination() throws -> Bool {
        let status = try status()
        return ["SigBlk", "SigCgt"].contains { name in
            status[name].flatMap { UInt64($0, radix: 16) }.map { $0 & 1 << UInt64(SIGTERM - 1) != 0 } ?? false
        }
    }
    /// Ends the process without warning, as a crash does.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits until a stream holds `text`, and gives the whole stream.
    func wait(for text: String, in stream: String = "stdout") throws -> String {
        let limit = Date(timeIntervalSinceNow: 60)
        return try lock.withLock {
            while output[stream]?.contains(text) != true {
                if ended == 2 || !lock.wait(until: limit) {
                    Issue.record("« \(text) » did not come in \(stream): \(output)")
                    process.terminate()
                    throw Missing()
                }
            }
            return output[stream] ?? ""
        }
    }

    /// Waits for the end.
    func finish() -> (status: Int32, output: String, errors: String) {
        endInput()
        process.waitUntilExit()
        return lock.withLock {
            while ended < 2 { lock.wait() }
            return (process.terminationStatus, output["stdout"] ?? "", output["stderr"] ?? "")
        }
    }

    struct Missing: Error {}
}
