/// What stands round every page. The site fills it in; it knows no request and no route.
public struct Frame {
    public enum Theme: String, Sendable {
        /// As the device says.
        case system
        case light, dark
    }

    /// A part of the product, with the letter that leads to it after `g`.
    public struct Part: Sendable {
        let link: Link
        let key: Character?

        public init(_ link: Link, key: Character? = nil) {
            self.link = link
            self.key = key
        }
    }

    /// Who is signed in, and what else they may act as.
    public struct Person: Sendable {
        public struct Capacity: Sendable {
            let label: String
            let value: String
            let isCurrent: Bool

            /// - Parameter value: what is sent to choose it.
            public init(_ label: String, value: String, isCurrent: Bool) {
                self.label = label
                self.value = value
                self.isCurrent = isCurrent
            }
        }

        let name: String
        let capacities: [Capacity]
        let links: [Link]
        let changeCapacity: String
        let signOut: String

        /// - Parameters:
        ///   - changeCapacity: where the field `capacity` is posted to.
        ///   - signOut: where signing out is posted to.
        public init(
            name: String, capacities: [Capacity], links: [Link], changeCapacity: String, signOut: String
        ) {
            self.name = name
            self.capacities = capacities
            self.links = links
            self.changeCapacity = changeCapacity
            self.signOut = signOut
        }
    }

    public struct LanguageLink: Sendable {
        let tag: String
        let name: String
        let href: String
        let isCurrent: Bool

        public init(tag: String, name: String, href: String, isCurrent: Bool) {
            self.tag = tag
            self.name = name
            self.href = href
            self.isCurrent = isCurrent
        }
    }

    /// The page's heading; it also names the window.
    public var title: String
    /// One sentence under the heading.
    public var lead: String?
    public var language = "en"
    public var direction = "ltr"
    public var theme = Theme.system
    public var home = "/"
    public var parts: [Part] = []
    /// Nil for the public.
    public var person: Person?
    public var signIn: String?
    public var languages: [LanguageLink] = []
    /// Where the field `q` is sent; nil: no search.
    public var search: String?
    public var searched = ""
    public var breadcrumb: [Link] = []
    /// The paragraphs that the page's object rests on.
    public var paragraphs: [Link] = []
    /// As of which date it is shown, and the way to another.
    public var asOf: Link?
    /// Said on every page, such as that the data are invented.
    public var banner: String?
    public var footer: [Link] = []
    /// Hidden fields of the frame's own forms, such as the token against forgery.
    public var hidden: [(name: String, value: String)] = []
    public var stylesheets: [String] = []
    public var scripts: [String] = []
    /// Whether search engines may keep the page: for what is public alone.
    public var isIndexed = false
    /// A page of one small form, set narrow: signing in, an invitation, a fault.
    public var isNarrow = false

    public init(title: String) {
        self.title = title
    }
}
