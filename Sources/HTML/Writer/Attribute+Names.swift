extension Attribute {
    // What any element may carry.

    /// Class names; none writes no attribute.
    public static func `class`(_ names: String) -> Self {
        Self("class", names.isEmpty ? .absent : .text(names))
    }
    public static func id(_ id: String) -> Self { Self("id", id) }
    public static func title(_ text: String) -> Self { Self("title", text) }
    /// Language of the element's text as a BCP 47 tag, e.g. `zh-Hans`; with its direction, where that is from right to
    /// left: no page of ours is, so that what is says so.
    public static func lang(_ tag: String) -> Self { Self("lang", .language(tag)) }
    /// The language alone, where the direction is said beside it.
    public static func language(_ tag: String) -> Self { Self("lang", tag) }
    /// Direction of writing: `ltr`, `rtl`, or `auto` for what people typed.
    public static func dir(_ direction: String) -> Self { Self("dir", direction) }
    public static func role(_ role: StaticString) -> Self { Self("role", String(describing: role)) }
    public static func tabindex(_ index: Int) -> Self { Self("tabindex", .number(index)) }
    /// What a script module finds its elements by: `data-` and the name.
    public static func data(_ name: StaticString, _ value: String) -> Self {
        Self("data-", suffix: name, .text(value))
    }
    /// The same without a value.
    public static func data(_ name: StaticString) -> Self { Self("data-", suffix: name, .flag) }
    public static func aria(_ name: StaticString, _ value: String) -> Self {
        Self("aria-", suffix: name, .text(value))
    }
    public static func ariaLabel(_ text: String) -> Self { aria("label", text) }
    public static func ariaHidden() -> Self { aria("hidden", "true") }
    public static func ariaCurrent(_ kind: String) -> Self { aria("current", kind) }
    public static func hidden(_ isHidden: Bool = true) -> Self { flag("hidden", isHidden) }
    public static func autofocus(_ isFocused: Bool = true) -> Self { flag("autofocus", isFocused) }

    // Links, forms, media.

    public static func href(_ address: String) -> Self { Self("href", Address.checked(address)) }
    public static func href(_ target: some LinkTarget) -> Self { href(target.address) }
    public static func src(_ address: String) -> Self { Self("src", Address.checked(address)) }
    public static func action(_ address: String) -> Self { Self("action", Address.checked(address)) }
    public static func action(_ target: some LinkTarget) -> Self { action(target.address) }
    public static func formaction(_ address: String) -> Self { Self("formaction", Address.checked(address)) }
    public static func method(_ method: StaticString) -> Self { Self("method", String(describing: method)) }
    public static func enctype(_ type: StaticString) -> Self { Self("enctype", String(describing: type)) }
    public static func rel(_ relation: StaticString) -> Self { Self("rel", String(describing: relation)) }
    public static func download(_ name: String) -> Self { Self("download", name) }
    public static func type(_ type: StaticString) -> Self { Self("type", String(describing: type)) }
    public static func name(_ name: String) -> Self { Self("name", name) }
    public static func value(_ value: String) -> Self { Self("value", value) }
    public static func value(_ value: Int) -> Self { Self("value", .number(value)) }
    public static func max(_ value: Int) -> Self { Self("max", .number(value)) }
    public static func min(_ value: Int) -> Self { Self("min", .number(value)) }
    public static func content(_ text: String) -> Self { Self("content", text) }
    public static func charset(_ name: StaticString) -> Self { Self("charset", String(describing: name)) }
    public static func placeholder(_ text: String) -> Self { Self("placeholder", text) }
    public static func autocomplete(_ token: StaticString) -> Self {
        Self("autocomplete", String(describing: token))
    }
    public static func inputmode(_ mode: StaticString) -> Self { Self("inputmode", String(describing: mode)) }
    public static func accept(_ types: String) -> Self { Self("accept", types) }
    public static func maxlength(_ count: Int) -> Self { Self("maxlength", .number(count)) }
    public static func rows(_ count: Int) -> Self { Self("rows", .number(count)) }
    public static func size(_ count: Int) -> Self { Self("size", .number(count)) }
    public static func `for`(_ id: String) -> Self { Self("for", id) }
    public static func form(_ id: String) -> Self { Self("form", id) }
    public static func list(_ id: String) -> Self { Self("list", id) }
    public static func media(_ query: StaticString) -> Self { Self("media", String(describing: query)) }
    public static func alt(_ text: String) -> Self { Self("alt", text) }
    public static func datetime(_ text: String) -> Self { Self("datetime", text) }
    public static func colspan(_ count: Int) -> Self { Self("colspan", .number(count)) }
    public static func rowspan(_ count: Int) -> Self { Self("rowspan", .number(count)) }
    public static func scope(_ scope: StaticString) -> Self { Self("scope", String(describing: scope)) }
    public static func start(_ number: Int) -> Self { Self("start", .number(number)) }
    public static func checked(_ isChecked: Bool = true) -> Self { flag("checked", isChecked) }
    public static func selected(_ isSelected: Bool = true) -> Self { flag("selected", isSelected) }
    public static func disabled(_ isDisabled: Bool = true) -> Self { flag("disabled", isDisabled) }
    public static func readonly(_ isReadOnly: Bool = true) -> Self { flag("readonly", isReadOnly) }
    public static func required(_ isRequired: Bool = true) -> Self { flag("required", isRequired) }
    public static func multiple(_ isMultiple: Bool = true) -> Self { flag("multiple", isMultiple) }
    public static func open(_ isOpen: Bool = true) -> Self { flag("open", isOpen) }
    public static func formnovalidate(_ isOn: Bool = true) -> Self { flag("formnovalidate", isOn) }
    public static func novalidate(_ isOn: Bool = true) -> Self { flag("novalidate", isOn) }

    /// An attribute of a drawing, e.g. `.drawing("viewBox", "0 0 16 16")`.
    ///
    /// Not for names that run or fetch something: those are refused, by the typed functions above alone.
    public static func drawing(_ name: StaticString, _ value: String) -> Self {
        let text = String(describing: name).lowercased()
        let refused = text.hasPrefix("on") || text == "style" || text.hasSuffix("href") || text == "src"
        precondition(!refused, "\(text) is no attribute of a drawing; use the typed functions")
        return Self(name, value)
    }

    private static func flag(_ name: StaticString, _ isOn: Bool) -> Self {
        Self(name, isOn ? .flag : .absent)
    }
}
