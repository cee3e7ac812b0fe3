// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "stocktake",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "stocktake", targets: ["stocktake"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CMark", providers: [.apt(["libcmark-gfm-dev"])]),

        .target(name: "Mandate", swiftSettings: strict),
        .target(
            name: "Pack", dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(
            name: "Words", dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "HTML", swiftSettings: strict),
        .target(name: "Disclosure", swiftSettings: strict),
        .target(name: "OfficePackage", dependencies: ["CArchive"], swiftSettings: strict),
        .target(
            name: "Spreadsheet", dependencies: ["OfficePackage", "CArchive", "CXML"], swiftSettings: strict),
        .target(name: "Documents", dependencies: ["OfficePackage", "HTML", "CMark"], swiftSettings: strict),
        .target(name: "Surveys", swiftSettings: strict),
        .target(name: "Record", dependencies: ["CSodium"], swiftSettings: strict),
        .target(name: "Identity", dependencies: ["CSodium"], swiftSettings: strict),
        .target(
            name: "Storage", dependencies: ["CPQ", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .target(
            name: "Registry",
            dependencies: [
                "Mandate", "Pack", "Words", "Disclosure", "Surveys", "Record", "Identity", "Storage",
                "Spreadsheet", "CSodium",
            ], swiftSettings: strict),
        .target(
            name: "Exchange",
            dependencies: [
                "Registry", "Mandate", "Record", "Pack", "Words", "Disclosure", "Spreadsheet", "Documents",
            ], swiftSettings: strict),
        .target(
            name: "Site",
            dependencies: [
                "Registry", "Exchange", "Words", "HTML", "Identity", "Disclosure", "Mandate", "Record",
                "Pack", "Documents", "Surveys",
                "Storage",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "stocktake",
            dependencies: [
                "Site", "Registry", "Storage", "Record", "Identity", "Pack", "Mandate", "Words", "Disclosure",
                "Documents", "Spreadsheet",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),

        .executableTarget(
            name: "bench",
            dependencies: [
                "Registry", "Storage", "Record", "Identity", "Pack", "Mandate", "Disclosure", "Surveys",
                "Exchange", "Spreadsheet", "Words",
            ],
            path: "Benchmarks/bench", swiftSettings: strict),
        .executableTarget(
            name: "bare-server",
            dependencies: [
                "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            path: "Benchmarks/bare-server", swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["Storage"], path: "Tests/TestSupport", swiftSettings: strict),
        .target(name: "TestSeeds", path: "Tests/TestSeeds", swiftSettings: strict),
        .testTarget(
            name: "MandateTests", dependencies: ["Mandate", "TestSeeds"], exclude: ["Texts"],
            swiftSettings: strict),
        .testTarget(name: "PackTests", dependencies: ["Pack", "TestSeeds"], swiftSettings: strict),
        .testTarget(name: "WordsTests", dependencies: ["Words"], swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML", "TestSeeds"], swiftSettings: strict),
        .testTarget(
            name: "SpreadsheetTests", dependencies: ["Spreadsheet", "TestSeeds"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "HTML", "TestSeeds"], swiftSettings: strict),
        .testTarget(name: "RecordTests", dependencies: ["Record"], swiftSettings: strict),
        .testTarget(name: "IdentityTests", dependencies: ["Identity"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "TestSupport", "TestSeeds"], swiftSettings: strict
        ),
        .testTarget(
            name: "RegistryTests",
            dependencies: [
                "Registry", "TestSupport", "Mandate", "Pack", "Words", "Disclosure", "Record", "Identity",
                "Storage", "Exchange", "Documents", "Surveys", "OfficePackage",
            ], swiftSettings: strict),
        .testTarget(name: "DisclosureTests", dependencies: ["Disclosure"], swiftSettings: strict),
        .testTarget(
            name: "SurveysTests", dependencies: ["Surveys", "TestSeeds"], exclude: ["Reference"],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["Registry", "Words"], swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "Mandate", "Record", "Registry", "Words", "Spreadsheet", "Disclosure", "Pack",
            ], swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Registry", "TestSupport", "Storage", "Record", "Disclosure", "Pack", "Spreadsheet",
                "Documents",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ], swiftSettings: strict),
        .testTarget(
            name: "TwinTests",
            dependencies: [
                "Site", "Registry", "TestSupport", "Storage", "Record", "Disclosure", "Pack", "Mandate",
                "Identity", "Documents",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ], swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "stocktake", "Registry", "TestSupport", "Mandate", "Record", "Storage", "Disclosure",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
