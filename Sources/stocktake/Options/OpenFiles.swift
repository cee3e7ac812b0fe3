import Foundation
import Storage

/// Where attached files are kept: beside the SQLite file, or in PostgreSQL.
func openFiles(_ options: DatabaseOptions, _ database: any Database) async throws -> any FileStore {
    if options.database == nil, let directory = options.directory {
        return DirectoryFileStore(directory: "\(directory)/files")
    }
    return DatabaseFileStore(database: database, spoolDirectory: FileManager.default.temporaryDirectory.path)
}
