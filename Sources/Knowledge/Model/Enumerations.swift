/// What a purchase may take into account about an SME.
public enum Dimension: String, CaseIterable, Sendable, Codable, Hashable {
    /// Care for the environment.
    case ecoResponsible = "eco-responsible"
    /// Ownership by under-represented groups.
    case diversity
    /// What is new on its market.
    case innovation
    /// Co-operatives, non-profits and other collective businesses.
    case socialEconomy = "social-economy"
    /// Access for people with disabilities.
    case accessibility
}

/// A group whose businesses buyers look for.
public enum OwnerGroup: String, CaseIterable, Sendable, Codable, Hashable {
    /// Women.
    case women
    /// First Nations, Inuit and Métis.
    case indigenous
    /// Black and racialized people.
    case visibleMinority = "visible-minority"
    /// 2SLGBTQI+ people.
    case twoSLGBTQI = "2slgbtqi"
    /// People with disabilities.
    case disability
    /// Veterans.
    case veterans
    /// Social-economy enterprises.
    case socialEconomy = "social-economy"
    /// Immigrants and refugees.
    case immigrant
}

/// Whether one looks at the supplier or at what it sells.
public enum Approach: String, CaseIterable, Sendable, Codable, Hashable {
    /// One looks at the business.
    case supplier
    /// One looks at the product or service.
    case product
}

/// How far a scheme can be relied on, from one's own word up to a third party's certificate.
public enum Assurance: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// The supplier says so.
    case selfDeclared = "self-declared"
    /// A register lists it.
    case registryListed = "registry-listed"
    /// A third party has checked it.
    case thirdPartyVerified = "third-party-verified"
    /// A third party certifies it.
    case thirdPartyCertified = "third-party-certified"

    /// 0 for one's own word, 3 for a third party's certificate.
    public var rank: Int {
        switch self {
        case .selfDeclared: 0
        case .registryListed: 1
        case .thirdPartyVerified: 2
        case .thirdPartyCertified: 3
        }
    }

    /// Orders by how far one can rely on it.
    public static func < (left: Assurance, right: Assurance) -> Bool { left.rank < right.rank }
}

/// What a scheme is.
public enum SchemeKind: String, CaseIterable, Sendable, Codable, Hashable {
    /// A certification.
    case certification
    /// A register, directory or platform.
    case registry
    /// A program or initiative.
    case initiative
    /// A label or mark.
    case label
    /// A standard.
    case standard
    /// A rating.
    case rating
    /// A self-assessment.
    case selfAssessment = "self-assessment"
}

/// What a scheme serves when it proves none of the dimensions.
public enum SchemeContext: String, CaseIterable, Sendable, Codable, Hashable {
    /// Getting to the market.
    case marketAccess = "market-access"
    /// Digital purchasing.
    case digitalPlatform = "digital-platform"
    /// Where a product comes from.
    case localOrigin = "local-origin"
    /// Social responsibility at large.
    case socialResponsibility = "social-responsibility"
    /// Security of information.
    case security
}

/// Who acts, or on whose side a cause lies.
public enum Actor: String, CaseIterable, Sendable, Codable, Hashable {
    /// A small or medium-sized business.
    case sme
    /// A contracting organization.
    case buyer
    /// An association, cluster or public adviser.
    case intermediary
}

/// A step of a purchase, in its order.
public enum Stage: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// Looking for each other.
    case prospecting
    /// Entering files and platforms.
    case registration
    /// Meeting what is required.
    case qualification
    /// Preparing and submitting a bid.
    case bidding
    /// Choosing a bid.
    case award
    /// Delivering and being paid.
    case deliveryPayment = "delivery-payment"

    /// The place among the steps, from 0.
    public var order: Int { Self.allCases.firstIndex(of: self)! }

    /// Orders by when it comes.
    public static func < (left: Stage, right: Stage) -> Bool { left.order < right.order }
}

/// How soon an action should be taken up.
public enum Priority: Int, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// Start here.
    case first = 1
    /// Next.
    case second = 2
    /// Later.
    case third = 3

    /// Orders from the first to the last.
    public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
}

/// How long an action takes.
public enum Horizon: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// Under six months.
    case short
    /// Six to eighteen months.
    case medium
    /// Over eighteen months.
    case long

    /// The place among the horizons, from 0.
    public var order: Int { Self.allCases.firstIndex(of: self)! }

    /// Orders from the shortest to the longest.
    public static func < (left: Horizon, right: Horizon) -> Bool { left.order < right.order }
}

/// What a scheme costs a supplier.
public enum Cost: String, CaseIterable, Sendable, Codable, Hashable {
    /// Nothing.
    case free
    /// Little.
    case low
    /// A fee.
    case paid
    /// Not known.
    case unknown
}

/// Where a scheme holds.
public enum Scope: String, CaseIterable, Sendable, Codable, Hashable {
    /// In Québec.
    case quebec
    /// In Canada.
    case canada
    /// In North America.
    case northAmerica = "north-america"
    /// In many countries.
    case international
}

/// How much work a solution asks for.
public enum Effort: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// Days.
    case low
    /// Weeks.
    case medium
    /// Months, or a budget.
    case high

    /// The place among the efforts, from 0.
    public var order: Int { Self.allCases.firstIndex(of: self)! }

    /// Orders from the least to the most.
    public static func < (left: Effort, right: Effort) -> Bool { left.order < right.order }
}

/// Whether a scheme still runs.
public enum Status: String, CaseIterable, Sendable, Codable, Hashable {
    /// It runs.
    case active
    /// It has ended or is suspended.
    case ended
    /// It runs under another name.
    case renamed
    /// Not known.
    case unknown
}

/// How sure an entry is.
public enum Confidence: String, CaseIterable, Sendable, Codable, Hashable {
    /// From the operator, or sources that agree.
    case high
    /// From a secondary, older or partial source.
    case medium
    /// Not to be quoted without checking.
    case low
}

/// Whose word an entry is: the workstream's own, something that follows from it, or further reading.
public enum Authority: String, CaseIterable, Sendable, Codable, Hashable {
    /// Said by the workstream.
    case core
    /// Follows from what it said.
    case derived
    /// Added from further reading.
    case research
}

/// How realistic a criterion or a question is for one side.
public enum RealismLevel: String, CaseIterable, Sendable, Codable, Hashable {
    /// Realistic.
    case high
    /// Realistic with effort.
    case medium
    /// Hardly realistic.
    case low
}

/// The subject of a term of the glossary.
public enum Topic: String, CaseIterable, Sendable, Codable, Hashable {
    /// Who is who.
    case actors
    /// How a purchase goes.
    case process
    /// Files and platforms.
    case registration
    /// Laws and authorities.
    case rules
    /// Responsible procurement.
    case responsible
    /// Proof.
    case evidence
    /// Bonds and guarantees.
    case guarantees
    /// How a bid is chosen.
    case award
}
