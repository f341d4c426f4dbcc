import ArgumentParser
import Foundation
import Rendering

/// The files that commands read and write, with what a person can do where one fails.
enum Files {
    /// The bytes of a file.
    ///
    /// - Throws: `ValidationError` if it cannot be read.
    static func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(path) cannot be read. Check its path, and that you may read it.")
        }
        return [UInt8](data)
    }

    /// The text of a file in UTF-8.
    ///
    /// - Throws: `ValidationError` if it cannot be read or is in another encoding.
    static func text(of path: String) throws -> String {
        guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
            throw ValidationError("\(path) is not text in UTF-8. Save it as UTF-8 (in a spreadsheet: « CSV UTF-8 »).")
        }
        return text
    }

    /// The text of a table that a spreadsheet saved, in whichever encoding.
    ///
    /// - Throws: `ValidationError` if it cannot be read, or is a workbook or in an encoding that is not known.
    static func table(of path: String) throws -> String {
        let data = Data(try bytes(of: path))
        if data.starts(with: Array("PK".utf8)) || data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw ValidationError(
                "\(path) is a workbook. Save its sheet as « CSV UTF-8 » in the spreadsheet, then try again.")
        }
        guard let text = TextDecoding.text(of: data) else {
            throw ValidationError("\(path) is no text. Save it as « CSV UTF-8 » in the spreadsheet, then try again.")
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
            StandardError.print("\(path) cannot be written. Check that its folder exists and that you may write there.")
            throw ExitCode.failure
        }
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
