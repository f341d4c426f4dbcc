// swift-tools-version: 6.2
import PackageDescription

/// The path of libFuzzer without its main function: set by `make fuzz` alone, which builds in a folder of its own.
let fuzzerRuntime = Context.environment["PASSERELLE_FUZZER_RUNTIME"]

let swiftSettings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (fuzzerRuntime == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer"])])

let package = Package(
    name: "passerelle",
    products: [
        .executable(name: "passerelle", targets: ["passerelle"]),
        .library(name: "Kafka", targets: ["Kafka"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", exact: "0.2.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CRdkafka",
            pkgConfig: "rdkafka",
            providers: [.apt(["librdkafka-dev"])]
        ),
        .systemLibrary(
            name: "CEditLine",
            pkgConfig: "libedit",
            providers: [.apt(["libedit-dev"])]
        ),
        .systemLibrary(
            name: "CCompression",
            pkgConfig: "libzstd",
            providers: [.apt(["liblz4-dev", "libsnappy-dev", "libzstd-dev", "zlib1g-dev"])]
        ),
        .target(
            name: "Kafka",
            dependencies: [
                "CRdkafka",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "EmbeddedBroker",
            dependencies: [
                "CCompression",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "KafkaTesting",
            dependencies: [
                "CRdkafka", "EmbeddedBroker", "Kafka",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(name: "Text", swiftSettings: swiftSettings),
        .target(
            name: "Content",
            dependencies: [
                "Text",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(name: "Rendering", dependencies: ["Text"], swiftSettings: swiftSettings),
        .target(name: "Knowledge", dependencies: ["Content", "Text"], swiftSettings: swiftSettings),
        .target(
            name: "Understanding",
            dependencies: [
                "Content", "Knowledge", "Text",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Questionnaires",
            dependencies: ["Knowledge", "Rendering", "Text", "Understanding"],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Dialogue",
            dependencies: ["Content", "Knowledge", "Questionnaires", "Rendering", "Text", "Understanding"],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Contract",
            dependencies: [
                "Dialogue", "Knowledge", "Questionnaires", "Text", "Understanding",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Authoring",
            dependencies: ["Content", "Dialogue", "Knowledge", "Questionnaires", "Rendering", "Text", "Understanding"],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Reports",
            dependencies: [
                "Authoring", "Contract", "Dialogue", "Knowledge", "Questionnaires", "Rendering", "Text",
                "Understanding",
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Service",
            dependencies: [
                "Content", "Contract", "Dialogue", "Kafka", "Knowledge", "Text",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Bridges",
            dependencies: [
                "Contract", "Kafka", "Text",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "broker-benchmark",
            dependencies: [
                "EmbeddedBroker", "Kafka",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Benchmarks/broker",
            swiftSettings: swiftSettings
        ),
        .target(name: "CAllocationCount", path: "Benchmarks/CAllocationCount"),
        .executableTarget(
            name: "speed-benchmark",
            dependencies: [
                "Authoring", "CAllocationCount", "Content", "Dialogue", "Knowledge", "Text", "Understanding",
                .product(name: "Histogram", package: "hdrhistogram-swift"),
            ],
            path: "Benchmarks/speed",
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "passerelle",
            dependencies: [
                "Authoring", "Bridges", "CEditLine", "Content", "Contract", "Dialogue", "EmbeddedBroker", "Kafka",
                "Knowledge", "Questionnaires", "Rendering", "Reports", "Service", "Text", "Understanding",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "FuzzHarnesses",
            dependencies: [
                "Authoring", "Content", "Contract", "Dialogue", "EmbeddedBroker", "Knowledge", "Questionnaires",
                "Rendering", "Reports", "Service", "Text", "Understanding",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            path: "Tests/Fuzzing/Harnesses",
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "FuzzingTests", dependencies: ["FuzzHarnesses"], swiftSettings: swiftSettings),
        .target(name: "TestTexts", path: "Tests/TestTexts", swiftSettings: swiftSettings),
        .testTarget(
            name: "EmbeddedBrokerTests",
            dependencies: [
                "CCompression", "EmbeddedBroker", "Kafka", "KafkaTesting",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ],
            exclude: ["Clients"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "KafkaTests",
            dependencies: [
                "Kafka", "KafkaTesting",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "KnowledgeTests",
            dependencies: [
                "Content", "Knowledge", "Text",
            ],
            resources: [.copy("Resources")],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "TestContent",
            dependencies: ["Content", "Dialogue", "Knowledge", "Text", "Understanding"],
            path: "Tests/TestContent",
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "TextTests", dependencies: ["TestTexts", "Text"], swiftSettings: swiftSettings),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Rendering", "TestTexts", "Text"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ContentTests", dependencies: ["Content", "Knowledge", "Text"], swiftSettings: swiftSettings),
        .testTarget(
            name: "AuthoringTests",
            dependencies: [
                "Authoring", "Content", "Dialogue", "Knowledge", "Rendering", "Reports", "TestContent", "TestTexts",
                "Text", "Understanding",
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Content", "Contract", "Dialogue", "Knowledge", "Questionnaires", "Rendering", "Reports", "TestContent",
                "TestTexts", "Text", "Understanding",
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "UnderstandingTests",
            dependencies: [
                "Knowledge", "TestContent", "Text", "Understanding",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "QuestionnairesTests",
            dependencies: ["Authoring", "Content", "Knowledge", "Questionnaires", "Reports", "Text"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "DialogueTests",
            dependencies: [
                "Authoring", "Content", "Dialogue", "Knowledge", "Questionnaires", "Reports", "TestContent", "Text",
                "Understanding",
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ContractTests",
            dependencies: [
                "Content", "Contract", "Dialogue", "Knowledge", "Questionnaires", "Rendering", "Reports", "TestContent",
                "TestTexts", "Text", "Understanding",
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "DocumentTests",
            dependencies: [
                "Dialogue", "Knowledge", "Questionnaires", "Service", "TestContent", "TestTexts", "Text",
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "Content", "Contract", "Dialogue", "EmbeddedBroker", "Kafka", "KafkaTesting", "Knowledge", "Service",
                "Text",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "Kafka", "KafkaTesting", "TestTexts", "passerelle",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swiftSettings
        ),
    ],
    swiftLanguageModes: [.v6]
)

if let fuzzerRuntime {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: ["FuzzHarnesses"],
            path: "Tests/Fuzzing/fuzz",
            linkerSettings: [.unsafeFlags([fuzzerRuntime, "-lstdc++"])]
        ))
}
