public import Content
import Knowledge

extension IntentDefinitions {
    /// Reads the files of `intents/`. Every problem goes to `reader`, with its place; none hides another.
    ///
    /// - Parameters:
    ///   - files: The files of the folder.
    ///   - questionnaires: The ids of the questionnaires and of their short forms; if left out, those named are not checked.
    ///   - guides: The ids of the guides; if left out, those named are not checked.
    ///   - reader: Where problems go.
    /// - Returns: What could be read. Use it only if `reader` has no error.
    public static func load(
        files: [ContentFile], questionnaires: [String]? = nil, guides: [String]? = nil, into reader: ContentReader
    ) -> IntentDefinitions {
        var loader = IntentLoader(reader: reader, questionnaires: questionnaires, guides: guides)
        for file in files {
            if file.path.hasSuffix(".txt") {
                if reader.hasReadableSize(file) { loader.loadEverydayWords(file) }
                continue
            }
            guard let root = reader.root(of: file) else { continue }
            loader.load(root)
        }
        loader.checkReferences()
        return loader.definitions
    }
}
