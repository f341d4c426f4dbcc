/// With whom a person agreed to share the answers: the choices of the question on sharing, by id.
public enum SharingConsent: String, CaseIterable, Sendable, Hashable {
    case nobody = "private"
    case invitingBuyer = "this-buyer"
    case buyersWithoutDiversity = "all-buyers-no-diversity"
    case buyers = "all-buyers"

    /// Whether a buyer may see the answers.
    ///
    /// - Parameter hasInvited: Whether it is the buyer who invited the person.
    public func allowsReading(byBuyerWhoInvited hasInvited: Bool) -> Bool {
        switch self {
        case .nobody: false
        case .invitingBuyer: hasInvited
        case .buyersWithoutDiversity, .buyers: true
        }
    }

    /// Whether those who may see the answers may see those on diversity.
    public var includesDiversity: Bool { self == .invitingBuyer || self == .buyers }
}
