extension Questionnaire {
    /// What the program itself reads an answer for. Which question has the answer, the content says under `roles`.
    public enum Role: String, CaseIterable, Sendable, Hashable {
        /// The name of the firm.
        case legalName = "legal-name"
        /// The number under which a register has the firm.
        case businessNumber = "business-number"
        /// What the firm is in law: its choices ``cooperative`` and ``nonProfit`` make it one of social economy.
        case organizationType = "organization-type"
        /// How many people work there.
        case employeesCount = "employees-count"
        /// Where it delivers.
        case regionsServed = "regions-served"
        /// What it sells.
        case offerSummary = "offer-summary"
        /// Who owns it: its choices are groups.
        case ownershipGroups = "ownership-groups"
        /// What it does for accessibility.
        case accessibility
        /// The schemes that it holds.
        case certificationsHeld = "certifications-held"
        /// When the first of them ends.
        case certificationExpiry = "certification-expiry"
        /// What backs the answers.
        case evidence
        /// With whom the answers may be shared: its choices are those of ``SharingConsent``.
        case sharingConsent = "sharing-consent"
        /// That the answers are true.
        case attestation

        /// The type that the question must have.
        var type: QuestionType {
            switch self {
            case .legalName, .businessNumber, .offerSummary: .text
            case .organizationType, .sharingConsent: .singleChoice
            case .employeesCount: .number
            case .regionsServed, .ownershipGroups, .accessibility, .certificationsHeld: .multiChoice
            case .certificationExpiry: .date
            case .evidence: .evidence
            case .attestation: .yesNo
            }
        }

        /// Whether a questionnaire cannot do without: nothing leaves of one that does not ask with whom it may be shared.
        var isNeeded: Bool { self == .legalName || self == .sharingConsent || self == .attestation }

        /// The choice of ``organizationType`` of a cooperative.
        public static let cooperative = "cooperative"
        /// The choice of ``organizationType`` of an organization that makes no profit.
        public static let nonProfit = "non-profit"
    }

    /// The question that has a role; nothing where the questionnaire does not ask it.
    public func question(for role: Role) -> Question? { roles[role].flatMap(question) }
}
