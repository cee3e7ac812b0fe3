extension Frame {
    func writeTop(_ html: inout HTML, _ words: some Wording) {
        html.header(.class("frame-top")) { html in
            if let banner { html.p(.class("banner"), text: banner) }
            html.div(.class("frame-bar")) { html in
                html.a(.class("wordmark"), .href(home), text: words("frame.product"))
                writeSearch(&html, words)
                html.div(.class("frame-tools")) { html in
                    if let person { writeCapacities(person, &html, words) }
                    writeLanguages(&html, words)
                    writeTheme(&html, words)
                    if let person {
                        writeAccount(person, &html, words)
                    } else if let signIn {
                        html.a(.href(signIn), text: words("frame.sign-in"))
                    }
                }
            }
            html.nav(.class("frame-nav"), .ariaLabel(words("frame.navigation"))) { html in
                html.ul(.role("list")) { html in
                    for part in parts { html.li { write(part, &$0) } }
                }
            }
        }
    }

    private func write(_ part: Part, _ html: inout HTML) {
        html.a(
            .href(part.link.href ?? "#"), .when(part.link.isCurrent, .ariaCurrent("page")),
            .when(part.key != nil, .data("go", part.key.map { String($0) } ?? "")), text: part.link.text)
    }

    private func writeSearch(_ html: inout HTML, _ words: some Wording) {
        guard let search else { return }
        html.form(.class("frame-search"), .role("search"), .action(search)) { html in
            html.label(.class("visually-hidden"), .for("search"), text: words("frame.search"))
            html.add(Icon.search)
            html.input(
                .type("search"), .id("search"), .name("q"), .value(searched), .data("search"),
                .placeholder(words("frame.search-placeholder")))
        }
    }

    private func writeCapacities(_ person: Person, _ html: inout HTML, _ words: some Wording) {
        let current = person.capacities.first { $0.isCurrent }?.label ?? ""
        html.details(.class("menu"), .data("menu")) { html in
            html.summary { html in
                html.span(.class("menu-long"), text: words("frame.acting-as") + " ")
                html.b(text: current)
            }
            html.div { html in
                html.p(.class("menu-title"), text: words("frame.change-capacity"))
                html.form(.method("post"), .action(person.changeCapacity)) { html in
                    writeHidden(&html)
                    for capacity in person.capacities {
                        html.button(
                            .class("menu-item"), .name("capacity"), .value(capacity.value),
                            .when(capacity.isCurrent, .ariaCurrent("true")), text: capacity.label)
                    }
                }
            }
        }
    }

    private func writeLanguages(_ html: inout HTML, _ words: some Wording) {
        guard let current = languages.first(where: \.isCurrent) else { return }
        html.details(.class("menu"), .data("menu")) { html in
            html.summary { html in
                html.span(.class("visually-hidden"), text: words("frame.language") + " ")
                html.text(current.name)
            }
            html.div { html in
                for language in languages {
                    html.a(
                        .class("menu-item"), .href(language.href), .lang(language.tag),
                        .when(language.isCurrent, .ariaCurrent("true")), text: language.name)
                }
            }
        }
    }

    /// Shown by the script alone: without it the device decides.
    private func writeTheme(_ html: inout HTML, _ words: some Wording) {
        html.details(.class("menu"), .data("menu"), .data("theme-menu"), .hidden()) { html in
            html.summary(text: words("frame.theme"))
            html.div { html in
                for (value, word) in [
                    (Theme.system, "frame.theme-system"), (.light, "frame.theme-light"),
                    (.dark, "frame.theme-dark"),
                ] {
                    html.button(
                        .class("menu-item"), .type("button"), .data("theme-choice", value.rawValue),
                        .aria("pressed", value == theme ? "true" : "false"), text: words(word))
                }
            }
        }
    }

    private func writeAccount(_ person: Person, _ html: inout HTML, _ words: some Wording) {
        html.details(.class("menu"), .data("menu")) { html in
            html.summary { html in
                html.add(Icon.person)
                html.span(.class("menu-long"), text: person.name)
                html.span(.class("visually-hidden"), text: words("frame.account"))
            }
            html.div { html in
                for link in person.links {
                    html.a(.class("menu-item"), .href(link.href ?? "#"), text: link.text)
                }
                html.hr()
                html.form(.method("post"), .action(person.signOut)) { html in
                    writeHidden(&html)
                    html.button(.class("menu-item"), text: words("frame.sign-out"))
                }
            }
        }
    }

    private func writeHidden(_ html: inout HTML) {
        for field in hidden { html.input(.type("hidden"), .name(field.name), .value(field.value)) }
    }
}
