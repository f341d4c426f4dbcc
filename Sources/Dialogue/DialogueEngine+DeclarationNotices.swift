import Knowledge
public import Text

/// What is said of the files of a declaration, and of its report, by those who write them.
extension DialogueEngine {
    /// Where the files of a declaration are.
    ///
    /// - Parameters:
    ///   - file: The path of the declaration.
    ///   - page: The path of its report.
    public func notice(ofDeclaration file: String, page: String, in language: Language) -> String {
        catalog.phrase(.chatDeclaration, in: language, ["file": file, "page": page])
    }

    /// That the files of a declaration could not be written to a folder.
    public func notice(ofUnwrittenDeclarationIn folder: String, in language: Language) -> String {
        catalog.phrase(.chatDeclarationUnwritten, in: language, ["folder": folder])
    }

    /// With which command the report of a declaration is had that went to a cluster.
    public func notice(ofReportCommand command: String, in language: Language) -> String {
        catalog.phrase(.chatReportCommand, in: language, ["command": command])
    }

    /// That erasing a conversation leaves the files of its declarations in a folder.
    public func notice(ofFilesThatStayIn folder: String, in language: Language) -> String {
        catalog.phrase(.chatFilesStay, in: language, ["folder": folder])
    }
}
