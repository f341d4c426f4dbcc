public import Content

extension KnowledgeBase {
    /// Loads the knowledge base from its files. Every problem goes to the reader, none stops the others from being
    /// found; with an error among them, there is no knowledge base.
    ///
    /// Lists of words (`.txt`) and files of the folder `answers` are no part of it, but of its digest: what the assistant says depends on them too.
    public static func load(files: [ContentFile], into reader: ContentReader) -> KnowledgeBase? {
        let errors = reader.errorCount
        let loader = KnowledgeLoader(reader: reader)
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
