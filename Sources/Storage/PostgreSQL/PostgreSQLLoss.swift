/// The connection broke while results were awaited.
enum PostgreSQLLoss: Error {
    /// A statement before the last had failed, so that the last was not carried out.
    case before(StorageError)
    /// Nobody knows how far the server came.
    case uncertain
}
