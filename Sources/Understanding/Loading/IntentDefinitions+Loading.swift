public import Knowledge

extension IntentDefinitions {
    /// Reads the files of `intents/`. Every problem goes to `reader`, with its place; none hides another.
    ///
    /// - Returns: What could be read. Use it only if `reader` has no error.
    public static func load(files: [ContentFile], into reader: ContentReader) -> IntentDefinitions {
        var loader = IntentLoader(reader: reader)
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
