"""What people come for, from beginning to end: each journey passes through several pages and several people."""

import contextlib
import re
import sqlite3

import answers
import cycle
import documents
import offline
import thread
from browser import fill_sign_in, sessions, sign_in, signed_in, switch_language, unfold, visiting

RESOLUTION = "S-RES-2617-2021"
PARAGRAPH = f"{RESOLUTION}-OP-12"


def act_link(name):
    return f"a[href^='/acts/{name}']"


def act_form(name):
    return f"form[action='/acts/{name}']"


def open_act(page, name):
    """From a page to the form of an act, by its link where the form does not stand on the page itself."""
    if page.locator(act_form(name)).count() == 0:
        link = page.locator(act_link(name)).first
        unfold(link)
        with page.expect_navigation():
            link.click()
    form = page.locator(act_form(name)).first
    unfold(form)
    return form


def send(page, form):
    """Sends a form, which the browser itself must not refuse."""
    refused = form.evaluate("form => [...form.elements].filter(one => !one.checkValidity()).map(one => one.name)")
    assert not refused, f"{page.url}: the browser would not send, because of {refused}"
    with page.expect_navigation():
        form.locator("button[type=submit]").first.click()


def propose_duty(page, what, paragraph=PARAGRAPH):
    """Proposes a duty from its paragraph's page; the page that follows shows it."""
    page.goto(f"/mandate/paragraphs/{paragraph}")
    form = open_act(page, "propose-duty")
    form.locator("[name='addressee.en']").fill("Counter-Terrorism Committee")
    form.locator("[name='verb.en']").fill("to consider")
    form.locator("[name='what.en']").fill(what)
    form.locator("[name=limitKind]").select_option("recurring")
    form.locator("[name=normalised]").fill("R/P1Y")
    send(page, form)
    assert page.locator(".has-error").count() == 0, page.locator(".has-error").all_inner_texts()
    with_text(page, what)


def with_text(page, text):
    page.get_by_text(text).first.wait_for()


def duty_address(page, what):
    """The address of a duty's page, from wherever its text stands as a link or the page itself."""
    if re.search(r"/duties/[^/?#]+$", page.url):
        return page.url
    links = page.locator("main a[href^='/duties/']")
    for position in range(links.count()):
        link = links.nth(position)
        around = link.locator("xpath=ancestor-or-self::*[self::li or self::tr or self::article or self::a][last()]")
        if what in around.first.inner_text():
            return link.get_attribute("href")
    raise AssertionError(f"no link to the duty: {page.url}")


def duty_is_proposed_confirmed_and_corrected(browser, world):
    """An expert proposes, a head confirms, the Committee sees it; of two corrections the second is told."""
    what = "Consider a list of States to visit next year (tried from outside)"
    corrected = "Consider the list of States to visit next year"
    with contextlib.ExitStack() as people:
        expert, head, member = (
            people.enter_context(signed_in(browser, world, world.sign_in(capacity)))
            for capacity in ("expert", "head", "committee-member"))
        propose_duty(expert.page, what)
        address = duty_address(expert.page, what)
        # Before it is confirmed the Committee does not see it; afterwards it does.
        assert member.page.goto(address).status == 404, "a proposal is open to the Committee"
        head.page.goto(address)
        with_text(head.page, what)
        send(head.page, open_act(head.page, "confirm-duty"))
        assert member.page.goto(address).status == 200
        with_text(member.page, what)
        assert member.page.locator(act_link("correct-duty")).count() == 0, "a button that one may not use"

        # Both open the form on the same version; the expert is first.
        head.page.goto(address)
        stale = open_act(head.page, "correct-duty")
        stale.locator("[name='what.en']").fill("Consider a shorter list")
        stale.locator("[name=reason]").fill("Another reading of the same sentence")
        expert.page.goto(address)
        form = open_act(expert.page, "correct-duty")
        form.locator("[name='what.en']").fill(corrected)
        form.locator("[name=reason]").fill("The paragraph speaks of one list")
        send(expert.page, form)
        with_text(expert.page, corrected)
        send(head.page, stale)
        # Both versions stand there, what was typed is kept, and in the same room it is said who was first.
        seen = head.page.inner_text("main") + " ".join(
            head.page.locator("main textarea").evaluate_all("all => all.map(one => one.value)"))
        assert corrected in seen, "the version that stands now is not shown"
        assert "Consider a shorter list" in seen, "what was typed is lost"
        assert world.sign_in("expert")["person"] in seen, "it is not said who changed it"

        member.page.goto(address)
        with_text(member.page, what)
        assert corrected not in member.page.inner_text("main"), "an unconfirmed correction is open"
        for one in (expert, head, member):
            faults = one.taken()
            assert not faults, faults


def person_is_invited(browser, world):
    """A head opens an account and invites; the person sets a password and lands on the desk."""
    password = "grey lamp over quiet water"
    with signed_in(browser, world, world.sign_in("head")) as head, \
            signed_in(browser, world, world.sign_in("administrator")) as administrator, \
            visiting(browser, world) as guest:
        page = administrator.page
        page.goto("/people")
        form = open_act(page, "add-person")
        form.locator("[name=name]").fill("Ilse Marlow")
        form.locator("[name=email]").fill("ilse.marlow@example.org")
        form.locator("[name=language]").select_option("en")
        send(page, form)
        person = find_person(page, "Ilse Marlow")
        page.goto(person)
        form = open_act(page, "grant-capacity")
        form.locator("[name=capacity]").select_option("expert")
        send(page, form)

        page = head.page
        page.goto(person)
        send(page, open_act(page, "confirm-capacity"))
        page.goto(person)
        form = open_act(page, "invite-person")
        if form.locator("select[name=purpose]").count():
            form.locator("[name=purpose]").select_option("invitation")
        send(page, form)
        text = page.inner_text("main") + " ".join(
            page.locator("main input").evaluate_all("all => all.map(one => one.value)"))
        address = re.search(r"/invitations/sti_[\w-]{43}", text)
        assert address, f"no one-time address: {text[:400]}"

        page = guest.page
        page.goto(address.group())
        for field in page.locator("input[type=password]").all():
            field.fill(password)
        with page.expect_navigation():
            page.locator("main form button[type=submit]").first.click()
        if page.locator("input[name=email]").count():
            fill_sign_in(page, {"email": "ilse.marlow@example.org", "password": password})
        page.goto("/")
        assert "/sign-in" not in page.url, page.url
        with_text(page, "Ilse Marlow")
        # Once means once.
        assert page.goto(address.group()).status == 404, "the address works a second time"


def find_person(page, name):
    if re.search(r"/people/[^/?#]+$", page.url):
        return page.url
    page.goto("/people")
    return page.locator("main a[href^='/people/']").filter(has_text=name).first.get_attribute("href")


def typed_text_survives_the_session(browser, world):
    """The session ends in the middle of a form: after signing in again the text stands there."""
    row = world.sign_in("expert", 1)
    what = "Typed while the session ran out"
    with signed_in(browser, world, row) as expert:
        page = expert.page
        page.goto(f"/mandate/paragraphs/{PARAGRAPH}")
        form = open_act(page, "propose-duty")
        form.locator("[name='addressee.en']").fill("Counter-Terrorism Committee")
        form.locator("[name='verb.en']").fill("to report")
        form.locator("[name='what.en']").fill(what)
        form.locator("[name=limitKind]").select_option("none")
        end_sessions(world)
        send(page, form)
        assert page.locator("input[name=password]").count() == 1, "one is not asked to sign in"
        fill_sign_in(page, row)
        if what not in typed(page):
            page.goto(f"/acts/propose-duty?paragraph={PARAGRAPH}")
        assert what in typed(page), f"what was typed is lost: {page.url}"


def typed(page):
    return page.locator("main textarea").evaluate_all("all => all.map(one => one.value)")


def end_sessions(world):
    """Moves the beginning of every session into the past, as only waiting for hours would."""
    with contextlib.closing(sqlite3.connect(world.data / "stocktake.sqlite", timeout=10)) as database:
        with database:
            changed = database.execute(
                "UPDATE session SET created_at = :then, seen_at = :then, rotated_at = :then",
                {"then": "2020-01-01T00:00:00.000000Z"}).rowcount
    assert changed > 0, "there is no session to end"
    sessions.clear()


def everything_works_without_javascript(browser, world):
    """Sign in, read the mandate, propose a duty, search: no script needed."""
    with visiting(browser, world, java_script_enabled=False) as expert:
        page = expert.page
        sign_in(page, world.sign_in("expert"))
        page.goto("/mandate")
        page.locator(f"main a[href='/mandate/{RESOLUTION}']").first.click()
        page.wait_for_url(f"**/mandate/{RESOLUTION}**")
        assert page.locator("main").inner_text().strip()
        propose_duty(page, "Report without a script (tried from outside)")
        page.fill("input[name=q] >> nth=0", "visit")
        with page.expect_navigation():
            page.press("input[name=q] >> nth=0", "Enter")
        assert page.locator("main a[href^='/mandate/paragraphs/']").count() > 0, "the search finds no paragraph"


def keyboard_is_enough(browser, world):
    """Skip link, search by `/`, two Chinese characters, letters after `g`, the list of keys by `?`."""
    with signed_in(browser, world, world.sign_in("expert")) as expert:
        page = expert.page
        page.goto("/")
        page.keyboard.press("Tab")
        target = page.evaluate("() => document.activeElement.getAttribute('href')")
        assert target and target.startswith("#"), f"the first stop is no skip link but {target!r}"
        page.keyboard.press("Enter")
        page.wait_for_function("target => location.hash === target", arg=target)
        page.keyboard.press("/")
        page.wait_for_function("() => document.activeElement.name === 'q'")
        page.keyboard.insert_text("訪問")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator("main a[href^='/mandate/paragraphs/']").count() > 0, "訪問 is not found"
        page.locator("body").click(position={"x": 2, "y": 2})
        with page.expect_navigation():
            page.keyboard.press("g")
            page.keyboard.press("m")
        assert page.url.endswith("/mandate"), page.url
        page.keyboard.press("?")
        page.locator("dialog[open], [role=dialog]:visible").first.wait_for()
        faults = expert.taken()
        assert not faults, faults


def capacity_ends_at_once(browser, world):
    """A head ends a capacity: the person's open session shows nothing more from the next request on."""
    row = world.sign_in("researcher")
    with signed_in(browser, world, row) as researcher, \
            signed_in(browser, world, world.sign_in("head")) as head:
        assert researcher.page.goto("/account").status == 200
        head.page.goto("/people")
        head.page.goto(find_person(head.page, row["person"]))
        form = open_act(head.page, "end-capacity")
        form.locator("[name=reason]").fill("The study is finished")
        send(head.page, form)
        sessions.pop(row["email"], None)
        researcher.page.goto("/account")
        assert researcher.page.locator("input[name=password]").count() == 1, "the session goes on"
        status, _, _ = world.get("/api/v1/entries", row["token"])
        assert status == 401, f"the token goes on: {status}"


ALL = [
    ("a duty is proposed, confirmed and corrected", duty_is_proposed_confirmed_and_corrected),
    ("a person is invited", person_is_invited),
    ("everything works without JavaScript", everything_works_without_javascript),
    ("the keyboard is enough", keyboard_is_enough),
    ("a spreadsheet comes back", offline.spreadsheet_comes_back),
    *documents.ALL,
    *thread.ALL,
    *cycle.ALL,
    *answers.ALL,
    ("a capacity ends at once", capacity_ends_at_once),
    # Last: they end everybody's session.
    *answers.LAST,
    ("typed text survives the session", typed_text_survives_the_session),
]
