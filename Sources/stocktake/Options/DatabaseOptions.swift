import ArgumentParser
import Foundation
import Record
import Registry
import Storage

/// Where the data are; the same for every command.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "Directory of the data (SQLite).")
    var data: String?

    @Option(
        help:
            "Address of a PostgreSQL database, postgres://user@host/name; the data directory then keeps no data."
    )
    var database: String?

    @Option(help: "File of the key that signs checkpoints; outside the data directory.")
    var signingKey: String?

    func validate() throws {
        guard data != nil || database != nil else {
            throw ValidationError("Say where the data are: give --data DIR or --database URL.")
        }
        guard signingKey != nil || data != nil else {
            throw ValidationError("With --database alone, name the checkpoint key: give --signing-key FILE.")
        }
        if let data, let signingKey, isInside(signingKey, data) {
            throw ValidationError(
                "The signing key must not lie among the data that it vouches for: give a --signing-key outside \(data)."
            )
        }
    }

    var location: DatabaseLocation {
        if let database { return .postgresql(url: database) }
        return .sqlite(directory: directory ?? "")
    }

    /// The data directory without a slash at its end.
    var directory: String? {
        guard let data else { return nil }
        let short = String(data.reversed().drop { $0 == "/" }.reversed())
        return short.isEmpty ? data : short
    }

    var keyPath: String { signingKey ?? "\(directory ?? "stocktake").signing-key" }

    private func isInside(_ file: String, _ directory: String) -> Bool {
        let place = URL(fileURLWithPath: directory).standardizedFileURL.path
        return URL(fileURLWithPath: file).standardizedFileURL.path.hasPrefix(place + "/")
    }
}
