import Foundation
import Glibc
import Testing

/// Drives of their own, which need root: loop devices with ext4, mounted on a stage.
enum Drives {
    /// Lets loop devices count as disks.
    static let trust = RunningCommand.environment.merging(["RUSHES_TRUST_LOOP": "1"]) { $1 }

    /// Containers often show the device nodes but refuse them: tried once.
    static let arePossible: Bool = {
        guard geteuid() == 0 else { return false }
        do {
            try Stage.with(drives: "probe") { _ in }
            return true
        } catch {
            print("Skipped: tests that need loop devices with ext4 (\(error)).")
            return false
        }
    }()
}

extension Stage {
    /// Lends a stage with the card A001 and drives of their own.
    static func with(drives names: String..., body: (Stage) throws -> Void) throws {
        try Stage.with { stage in
            defer { stage.removeDrives() }
            for name in names { try stage.addDrive(name) }
            try body(stage)
        }
    }

    /// Makes a drive of 32 MiB and mounts it.
    func addDrive(_ name: String, size: String = "32M") throws {
        let image = "\(path)/.\(name.replacing("/", with: "-")).img"
        try run("truncate", "-s", size, image)
        try run("mkfs.ext4", "-q", image)
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        try run("mount", "-o", "loop", image, "\(path)/\(name)")
    }

    /// Unmounts everything on the stage, the last first.
    func removeDrives() {
        let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
        for line in mounts.split(separator: "\n").reversed() {
            let fields = line.split(separator: " ")
            if fields.count > 1, fields[1].hasPrefix(path + "/") { try? run("umount", "-l", String(fields[1])) }
        }
    }

    /// Runs `rushes` as a user who may not read everything, loop devices trusted as disks.
    func asNobody(_ arguments: String...) throws -> Screen {
        try run("chmod", "755", path)
        let user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", try Stage.binary]
        return try RunningCommand("/usr/bin/env", user + arguments, in: path, environment: Drives.trust).finished()
            .steady(in: path)
    }

    /// Runs a program that must succeed.
    func run(_ arguments: String...) throws {
        let screen = try RunningCommand("/usr/bin/env", arguments, in: path).finished()
        guard screen.status == 0 else { throw DriveFailure(description: "\(arguments): \(screen.talk)") }
    }

    /// Runs `rushes` with loop devices trusted as disks.
    func trusting(_ arguments: String...) throws -> Screen {
        try command(arguments, environment: Drives.trust).finished().steady(in: path)
    }
}

struct DriveFailure: Error, CustomStringConvertible {
    let description: String
}
