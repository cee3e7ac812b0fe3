import Disclosure
import HTML
import Record
import Registry
import Words

/// The acts on an object, in words, newest first.
struct HistoryList {
    let entries: [EntryView]
    /// When whoever looks was here before; nil where it is not kept.
    var since: Instant?
    /// Whoever looks: what they did themselves is no news to them.
    var own: PersonID?

    private func isNew(_ entry: EntryView) -> Bool {
        guard let since, own == nil || entry.person != own else { return false }
        return since < entry.at
    }

    /// How many acts there were since, with the way to them; nothing where there was none.
    func news(_ html: inout HTML, _ words: Words) {
        let count = entries.filter(isNew).count
        guard count > 0, let since else { return }
        html.p(.class("note open")) {
            $0.a(.href("#history"), text: words("history.news", ["count": count, "when": words.time(since)]))
        }
    }

    func write(_ html: inout HTML, _ words: Words) {
        AsOfForm().write(&html, words)
        guard !entries.isEmpty else { return }
        html.section(.class("section"), .aria("labelledby", "history")) { html in
            html.h2(.id("history"), text: words("history.title"))
            html.ol(.class("entries")) { html in
                for entry in entries { html.li { line(entry, &$0, words) } }
            }
        }
    }
}

extension HistoryList {
    func line(_ entry: EntryView, _ html: inout HTML, _ words: Words) {
        EntryLine(entry: entry).write(&html, words)
        guard isNew(entry) else { return }
        html.text(" ")
        html.span(.class("tag"), text: words("history.new"))
    }
}

/// The way to the same page as of a past day.
struct AsOfForm {
    func write(_ html: inout HTML, _ words: Words) {
        html.form(.class("inline-form as-of"), .method("get"), .action("?")) { html in
            html.label(.for("as-of"), text: words("history.as-of"))
            html.input(.type("date"), .id("as-of"), .name("as-of"), .class("input short"), .required())
            html.button(.type("submit"), .class("button"), text: words("form.show"))
        }
    }
}

/// One act in a line: when, who in which capacity, what.
struct EntryLine {
    let entry: EntryView

    func write(_ html: inout HTML, _ words: Words) {
        html.time(
            .class("when"), .datetime(String(entry.at.description.prefix(19)) + "Z"),
            text: words.time(entry.at))
        html.text(" ")
        html.span(.class("who"), text: words.performer(entry))
        html.text(" ")
        html.a(.href(Route.entry(entry.id.rawValue)), text: words("act.\(entry.kind.rawValue).done"))
    }
}

extension Words {
    /// Who performed an entry, as far as the viewer may know: name and capacity, or only the capacity.
    func performer(_ entry: EntryView) -> String {
        guard let capacity = entry.capacity else { return self("entry.console") }
        let role = self("capacity.\(capacity.rawValue)")
        guard let name = entry.personName else { return role }
        return self("entry.performer", ["name": name, "capacity": role])
    }
}
