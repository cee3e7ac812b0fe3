import Documents
import Identity
import Pack
import Registry
import Words

/// What every handler needs: made once, never changed.
public struct Site: Sendable {
    let registry: Registry
    let accounts: Accounts
    let library: WordsLibrary
    let assets: AssetShelf
    let configuration: SiteConfiguration
    /// Marks forms as our own.
    let formMark: FormMark
    /// Seals cursors to their viewer.
    let cursors: Sealed

    public init(
        registry: Registry, accounts: Accounts, configuration: SiteConfiguration
    ) throws {
        self.registry = registry
        self.accounts = accounts
        self.configuration = configuration
        library = try WordsLibrary.load(directory: "\(configuration.resources)/words")
        assets = try AssetShelf(directory: "\(configuration.resources)/assets")
        let key = MessageKey(configuration.secret)
        formMark = FormMark(key: key)
        cursors = Sealed(key: key, purpose: "cursor")
    }
}

/// What is set from outside.
public struct SiteConfiguration: Sendable {
    /// Directory with `words` and `assets`.
    public let resources: String
    /// 32 bytes from which the keys of forms and cursors are derived; the same on every node.
    public let secret: [UInt8]
    /// Whether the data are the demonstration world, which every page says.
    public let isDemonstration: Bool
    /// What prints documents; nil where nothing does, and no print is offered.
    public let printer: Printer?

    public init(resources: String, secret: [UInt8], isDemonstration: Bool, printer: Printer? = nil) {
        self.printer = printer
        self.resources = resources
        self.secret = secret
        self.isDemonstration = isDemonstration
    }
}
