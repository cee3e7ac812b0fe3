/// What a file that somebody sent may ask of us.
public struct ReadLimits: Hashable, Sendable {
    /// Of the file, in bytes.
    public var fileBytes = 20_000_000
    /// Of all that is unpacked, in bytes, counted while it is unpacked.
    public var unpackedBytes = 100_000_000
    /// How many times the size of the file may be unpacked, once more than a megabyte was.
    public var ratio = 200
    /// Files in the package.
    public var entries = 2_000
    /// Rows of one sheet that hold something.
    public var rows = 20_000
    /// Cells of all sheets that hold something; also texts that sheets share, and merged ranges.
    public var cells = 1_000_000
    /// Text of one cell, in UTF-16 units as spreadsheet programs count.
    public var cellText = 32_767

    public init() {}

    public static let standard = ReadLimits()
}
