import ArgumentParser
import Foundation
import Rendering
import Text

/// The files that commands read and write, with what a person can do where one fails.
enum Files {
    /// The content of a file.
    ///
    /// - Throws: `ValidationError` if it cannot be read.
    static func data(of path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError(.translated("\(path) cannot be read. Check its path, and that you may read it."))
        }
        return data
    }

    /// The bytes of a file.
    ///
    /// - Throws: `ValidationError` if it cannot be read.
    static func bytes(of path: String) throws -> [UInt8] { [UInt8](try data(of: path)) }

    /// The text of a table that a spreadsheet saved, in whichever encoding.
    ///
    /// - Throws: `ValidationError` if it cannot be read, or is a workbook or in an encoding that is not known.
    static func table(of path: String) throws -> String {
        let data = try data(of: path)
        if data.starts(with: Array("PK".utf8)) || data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw ValidationError(
                .translated(
                    "\(path) is a workbook. Save its sheet as « CSV UTF-8 » in the spreadsheet, then try again."))
        }
        guard let text = TextDecoding.text(of: data) else {
            throw ValidationError(
                .translated("\(path) is no text. Save it as « CSV UTF-8 » in the spreadsheet, then try again."))
        }
        return text
    }

    /// Writes a file whole or not at all.
    ///
    /// - Throws: `ExitCode.failure`, after it was said that it cannot be written.
    static func write(_ document: String, to path: String) throws {
        do {
            try Data(document.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            sayUnwritable(path)
            throw ExitCode.failure
        }
    }

    /// Says that a file cannot be written, whatever the system calls it.
    static func sayUnwritable(_ path: String) {
        StandardError.print("\(path) cannot be written. Check that its folder exists and that you may write there.")
    }

    /// Writes a document to a file; to standard output where none is named.
    static func write(_ document: String, toFileOrOutput path: String?) throws {
        guard let path else { return StandardOutput.write(document) }
        try write(document, to: path)
    }
}

extension ExitCode {
    /// EX_DATAERR of `sysexits.h`: the input was incorrect.
    static let incorrectData = ExitCode(65)
}
