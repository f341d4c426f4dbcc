/// What people say before they say anything, in both languages, folded.
enum Interjections {
    static let words: Set<String> = [
        "ah", "alors", "ark", "ayoye", "bah", "ben", "bin", "bof", "bon", "bonjour", "coudon", "coudonc", "donc", "eh",
        "euh",
        "haha", "hein", "hello", "heu", "hey", "hmm", "hum", "lol", "mmm", "oh", "ouach", "ouf", "pff", "pfff", "so",
        "then",
        "uh", "um", "well",
    ]
}
