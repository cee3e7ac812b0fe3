import Foundation
import Mandate
import Pack
import Record

/// The mandate's own pack with the invented States of the demonstration, read once for all tests.
enum TestPack {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static let files: [(path: String, bytes: [UInt8])] = {
        do {
            return try PackLoader.read(
                directory: "\(root)/Packs/counter-terrorism", overlay: "\(root)/Packs/demonstration")
        } catch {
            fatalError("the pack does not load: \(error)")
        }
    }()

    /// Its questionnaires, with their versions.
    static func questionnaires() throws -> [(code: String, version: String)] {
        try PackLoader.load(files: files).questionnaires.map { ($0.code, $0.version) }
    }

    /// The bytes of one of its files, decoded.
    static func text(_ path: String) -> String {
        String(decoding: files.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
    }

    /// The same pack with some of its text replaced, so that its hash is another.
    static func files(replacing old: String, with new: String, in path: String) -> [(
        path: String, bytes: [UInt8]
    )] {
        files.map { $0.path == path ? ($0.path, Array(text(path).replacing(old, with: new).utf8)) : $0 }
    }

    /// Its pieces that name the mandate, so that no test needs a number of its own.
    static let english = text("resolutions/S-RES-2617-2021.en.txt")
    static let chinese = text("resolutions/S-RES-2617-2021.zh-Hant.txt")
}
