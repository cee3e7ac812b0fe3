/// What a link may point to, such as a route of the application.
public protocol LinkTarget {
    /// A path of this site, with query and fragment, percent-encoded.
    var address: String { get }
}
