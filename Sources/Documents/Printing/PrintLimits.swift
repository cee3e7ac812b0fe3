/// What one print may cost.
public struct PrintLimits: Sendable {
    /// Wall-clock time, after which the program is ended.
    public var seconds = 40
    /// Time on the processor.
    public var processorSeconds = 30
    /// Address space of the program, in megabytes.
    public var megabytes = 1_500
    public var pages = 120
    /// Of the HTML that goes in.
    public var inputBytes = 4 << 20
    /// Of the file that comes out.
    public var outputBytes = 32 << 20
    /// How many print at a time, and how many wait.
    public var places = 2
    public var waiting = 12

    public init() {}
}
