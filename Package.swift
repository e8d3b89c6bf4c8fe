// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: a wrong arrow or an unsafe share must show in the diff.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "rushes",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "rushes", targets: ["rushes"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Without its traits it would bring Foundation along.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    // Targets by rank, lowest first. An arrow may only point to a lower rank: scripts/check-arrows holds that.
    targets: [
        // - : C shims, nothing else
        .systemLibrary(
            name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
        .target(name: "CLinux", cSettings: [.define("_GNU_SOURCE")]),
        // 0 : know nothing of film crews
        .target(name: "FileTree", dependencies: ["CLinux"]),
        .target(name: "XMLText", dependencies: ["CLibXML2"]),
        .target(name: "MediaTime"),
        .target(name: "DelimitedText"),
        // 1 : one kind of knowledge each
        .target(name: "Checksums", dependencies: ["CXXHash", crypto]),
        .target(name: "FrameSequences", dependencies: ["FileTree"]),
        .target(
            name: "ClipMetadata",
            dependencies: ["FileTree", "MediaTime", "XMLText", "DelimitedText", subprocess, system]),
        .target(name: "SlateNotes", dependencies: ["DelimitedText", "MediaTime"]),
        // 2 : flush, read-back, evidence; cards and their clips
        .target(name: "Proof", dependencies: ["Checksums", "FileTree"]),
        .target(
            name: "CameraCards",
            dependencies: ["ClipMetadata", "FrameSequences", "FileTree", "MediaTime", "DelimitedText", "XMLText"]),
        // 3 : copy and prove; write down and check again
        .target(name: "Offload", dependencies: ["Proof", "Checksums", "FileTree"]),
        .target(name: "Manifests", dependencies: ["Proof", "Checksums", "FileTree", "XMLText"]),
        // 4 : the day, as the cutting room imports it
        .target(
            name: "EditorLogs",
            dependencies: [
                "Manifests", "CameraCards", "ClipMetadata", "FrameSequences", "SlateNotes", "Checksums", "Proof",
                "FileTree", "MediaTime", "DelimitedText", "XMLText", "CXLSXWriter",
            ]),
        .target(
            name: "NamingRules",
            dependencies: [
                "Manifests", "CameraCards", "ClipMetadata", "FrameSequences", "SlateNotes", "Checksums", "Proof",
                "FileTree", "MediaTime", "DelimitedText", yaml,
            ]),
        // 5 : the day, as people read it
        .target(
            name: "Reports",
            dependencies: ["EditorLogs", "NamingRules", "CameraCards", "ClipMetadata", "FileTree", "MediaTime"]),
        // 6 : the whole story
        .target(
            name: "Ingest",
            dependencies: [
                "EditorLogs", "NamingRules", "CameraCards", "ClipMetadata", "MediaTime", "Offload", "Manifests",
                "Proof", "Checksums", "FileTree",
            ]),
        .target(name: "Custody", dependencies: ["Offload", "Manifests", "Proof", "Checksums", "FileTree"]),
        // 7 : words in, words out, exit status
        .target(
            name: "RushesCommands",
            dependencies: [
                "Ingest", "Custody", "Reports", "EditorLogs", "NamingRules", "CameraCards", "ClipMetadata",
                "SlateNotes", "FrameSequences", "MediaTime", "Manifests", "Offload", "Proof", "Checksums", "FileTree",
                "CLinux", argumentParser,
            ]
        ),
        // 8 : one file
        .executableTarget(name: "rushes", dependencies: ["RushesCommands", argumentParser]),
        // Tests: cards, disks that fail or lose their power, and one test target for each target
        .target(name: "RushesFixtures", dependencies: ["FileTree"], path: "Tests/Support"),
        .testTarget(name: "FileTreeTests", dependencies: ["FileTree", "RushesFixtures", "CLinux"]),
        .testTarget(name: "XMLTextTests", dependencies: ["XMLText"]),
        .testTarget(name: "MediaTimeTests", dependencies: ["MediaTime"]),
        .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText"]),
        .testTarget(name: "ChecksumsTests", dependencies: ["Checksums"]),
        .testTarget(name: "FrameSequencesTests", dependencies: ["FrameSequences", "FileTree", "RushesFixtures"]),
        .testTarget(
            name: "ClipMetadataTests",
            dependencies: ["ClipMetadata", "FileTree", "MediaTime", "DelimitedText", "RushesFixtures"]),
        .testTarget(name: "ProofTests", dependencies: ["Proof", "Checksums", "FileTree", "RushesFixtures"]),
        .testTarget(
            name: "CameraCardsTests",
            dependencies: ["CameraCards", "ClipMetadata", "FrameSequences", "FileTree", "MediaTime", "RushesFixtures"]),
        .testTarget(
            name: "ManifestsTests",
            dependencies: ["Manifests", "Proof", "Checksums", "FileTree", "XMLText", "RushesFixtures"]),
        .testTarget(
            name: "OffloadTests", dependencies: ["Offload", "Proof", "Checksums", "FileTree", "RushesFixtures"]),
        .testTarget(
            name: "SlateNotesTests", dependencies: ["SlateNotes", "DelimitedText", "MediaTime", "RushesFixtures"]),
        .testTarget(
            name: "EditorLogsTests",
            dependencies: [
                "EditorLogs", "SlateNotes", "Manifests", "CameraCards", "ClipMetadata", "FileTree", "MediaTime",
                "DelimitedText", "RushesFixtures",
            ]),
        .testTarget(
            name: "NamingRulesTests",
            dependencies: [
                "NamingRules", "SlateNotes", "Manifests", "CameraCards", "FrameSequences", "Proof", "Checksums",
                "FileTree", "MediaTime", "RushesFixtures",
            ]),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Reports", "EditorLogs", "NamingRules", "CameraCards", "FileTree", "MediaTime", "RushesFixtures",
            ]),
        .testTarget(
            name: "IngestTests",
            dependencies: [
                "Ingest", "EditorLogs", "CameraCards", "ClipMetadata", "Offload", "Manifests", "Proof", "Checksums",
                "FileTree", "RushesFixtures",
            ]),
        .testTarget(
            name: "RushesCommandsTests",
            dependencies: [
                "RushesCommands", "NamingRules", "Custody", "Manifests", "Proof", "Checksums", "FileTree",
                "RushesFixtures",
            ]),
        .testTarget(
            name: "CustodyTests",
            dependencies: ["Custody", "Manifests", "Offload", "Proof", "Checksums", "FileTree", "RushesFixtures"]),
        // The built command, run as a person runs it: it lies beside the test bundle.
        .testTarget(
            name: "EndToEndTests", dependencies: ["Checksums", "FileTree", "RushesFixtures"], exclude: ["Goldens"]),
        // What fuzzers hand bytes to, and a test that hands it what they once found.
        .target(
            name: "FuzzedParsers",
            dependencies: [
                "Offload", "Manifests", "Proof", "EditorLogs", "NamingRules", "SlateNotes", "CameraCards",
                "ClipMetadata", "FrameSequences", "Checksums", "FileTree", "MediaTime", "DelimitedText", "XMLText",
                "RushesFixtures",
            ],
            path: "Tests/Fuzz/Parsers"),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzedParsers"]),
    ]
)

// The fuzzers themselves need a sanitizer's runtime: scripts/fuzz builds them, and nothing else does.
if Context.environment["RUSHES_FUZZ"] != nil {
    let fuzzers = [
        "AnyXML", "CardFolders", "ChainXML", "ChecksumText", "ClipNames", "DigestText", "JournalBytes", "LegacyXML",
        "MXFPackets", "ManifestXML", "PatternText", "QuickTimeAtoms", "RuleText", "SidecarText", "SlateTable",
        "TableText", "TimecodeText", "WaveBytes",
    ]
    package.targets += [
        .target(name: "FuzzDriver", dependencies: ["FuzzedParsers"], path: "Tests/Fuzz/Driver")
    ]
    package.targets += fuzzers.map {
        .executableTarget(
            name: $0, dependencies: ["FuzzDriver", "FuzzedParsers"], path: "Tests/Fuzz/\($0)",
            // One file would be taken for a script with a main function of its own.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    }
}

// What Benchmarks/ measures apart from the command: Benchmarks/frames builds it, and nothing else does.
if Context.environment["RUSHES_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "GroupNames", dependencies: ["FrameSequences", "FileTree"], path: "Benchmarks/GroupNames",
            // One file would be taken for a script with a main function of its own.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

for target in package.targets where ![.system, .binary, .plugin].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + strict
}
