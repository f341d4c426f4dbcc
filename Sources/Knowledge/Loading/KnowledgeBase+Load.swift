public import Content

extension KnowledgeBase {
    /// Loads the knowledge base from its files. Every problem goes to the reader, none stops the others from being
    /// found; with an error among them, there is no knowledge base.
    ///
    /// Lists of words (`.txt`) and files of the folder `answers` are no part of it, but of its digest: what the assistant says depends on them too.
    ///
    /// - Parameter thisYear: The last year in which a fact can have been looked up. If left out, any year will do: content that was
    ///   good once can be loaded whatever the clock of a machine says.
    public static func load(
        files: [ContentFile], into reader: ContentReader, thisYear: Int? = nil
    ) -> KnowledgeBase? {
        let errors = reader.errorCount
        let loader = KnowledgeLoader(reader: reader, thisYear: thisYear)
        for file in files
        where file.path.hasSuffix(".yaml") && !file.path.split(separator: "/").dropLast().contains("answers") {
            loader.read(file)
        }
        loader.checkReferences()
        loader.checkWhole()
        guard reader.errorCount == errors else { return nil }
        return loader.knowledgeBase(digest: ContentDigest(of: files))
    }
}
