import Contract
import Dialogue
import Foundation
import Knowledge
import Reports
import Text

/// The files of finished declarations: each as JSON, and beside it its report. They are the person's alone.
actor DeclarationFiles {
    /// The folder, below the one the program was started in.
    static let folder = ".passerelle/declarations"

    private let content: LoadedContent
    private let folder: String
    /// Where the declaration of a run was written to, by the id of the run.
    private var written: [String: (file: String, page: String)] = [:]

    init(content: LoadedContent, folder: String = DeclarationFiles.folder) {
        self.content = content
        self.folder = folder
    }

    /// Adds to a reply where the files of a declaration are: when it was just finished, which writes them, and when they are
    /// asked for.
    ///
    /// - Parameter declaration: What finds the declaration that was finished last in the conversation.
    func follow(_ reply: inout ReplyMessage, _ declaration: () async throws -> SubmissionMessage?) async {
        let (language, isAsked) = (reply.language, reply.intent.id == "questionnaire.report")
        if reply.outcome == "forgotten", !written.isEmpty {
            reply.append(content.engine.notice(ofFilesThatStayIn: folder, in: language))
        }
        guard let status = reply.questionnaire, status.state == "completed", isAsked || written[status.run] == nil
        else {
            return
        }
        do {
            if written[status.run] == nil, let found = try await declaration() {
                written[status.run] = try write(found)
            }
        } catch is CocoaError {
            Files.sayUnwritable(folder)
        } catch {
            StandardError.print("\(folder): \(error)")
        }
        if let (file, page) = written[status.run] {
            reply.append(content.engine.notice(ofDeclaration: file, page: page, in: language))
        } else {
            reply.append(content.engine.notice(ofUnwrittenDeclarationIn: folder, in: language))
        }
    }

    /// Writes a declaration and its report, each whole or not at all, and takes no other declaration's place.
    ///
    /// - Returns: The paths of both.
    func write(_ declaration: SubmissionMessage) throws -> (file: String, page: String) {
        let knowledge = content.engine.knowledge
        let report = SubmissionReport(
            of: declaration, knowledge: knowledge, contentVersion: content.version,
            improvements: declaration.improvements(limit: 5, knowledge: knowledge, language: declaration.language))
        let files = FileManager.default
        try files.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // What was read from a topic could name another folder.
        let run = declaration.run.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        let name = "\(folder)/\(declaration.day)-\(run)"
        let json = Data(declaration.value + [UInt8(ascii: "\n")])
        // Two conversations of a day can have runs of the same name.
        var place = 1
        var path = name
        while let other = files.contents(atPath: path + ".json"), other != json {
            place += 1
            path = "\(name)-\(place)"
        }
        for (end, data) in [(".json", json), (".html", Data((report?.html ?? "").utf8))] {
            try data.write(to: URL(filePath: path + end), options: .atomic)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + end)
        }
        return (path + ".json", path + ".html")
    }
}

extension ReplyMessage {
    /// Adds a paragraph to what is said.
    mutating func append(_ notice: String) { text += "\n\n\(notice)" }
}
