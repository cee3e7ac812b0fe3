"""Answers typed in their place: two people in one answer, and a session that ends in the middle of a word."""

import contextlib
import json
import sqlite3

from browser import fill_sign_in, sessions, signed_in


def drafted_case(world, row):
    """A case that is being drafted, and the page of its questions."""
    status, _, body = world.get("/api/v1/assessments?stage=preparing&limit=1", row["token"])
    assert status == 200, status
    case = json.loads(body)["items"][0]
    return case, f"/states/{case['state']}/assessments/{case['cycle']}/questions"


def block(page, address, code=None):
    """One question's form, unfolded."""
    page.goto(address)
    forms = page.locator("form[action='/acts/record-answer']")
    form = page.locator(f"#q-{code} form[action='/acts/record-answer']") if code else forms.first
    form.evaluate("one => { one.closest('details').open = true }")
    return form


def fill(form, words):
    """Every field that is needed, and the explanation."""
    for name in ("value", "source", "confidence"):
        field = form.locator(f"select[name={name}]")
        if field.count():
            field.select_option(index=2)
    form.locator("textarea[name='explanation.en']").fill(words)


def send(page, form):
    with page.expect_navigation():
        form.locator("button[type=submit]").first.click()


def two_people_in_one_answer(browser, world):
    """The second to send sees both texts, keeps what they typed, and takes either or both."""
    one_row, other_row = world.sign_in("expert", 0), world.sign_in("head", 0)
    _, address = drafted_case(world, one_row)
    for script in (True, False):
        with signed_in(browser, world, one_row, java_script_enabled=True) as one, \
                signed_in(browser, world, other_row, java_script_enabled=script) as other:
            form = block(one.page, address)
            code = form.locator("input[name=question]").input_value()
            fill(form, f"Mine {script}")
            other.page.goto(address)
            theirs = other.page.locator(f"#q-{code} form[action='/acts/record-answer']")
            if not script:
                other.page.locator(f"#q-{code} > details > summary").last.click()
            else:
                theirs.evaluate("one => { one.closest('details').open = true }")
            fill(theirs, f"Theirs {script}")
            send(other.page, theirs)
            send(one.page, form)
            table = one.page.locator("table.conflict")
            assert table.count() == 1, f"no comparison: {one.page.inner_text('main')[:400]}"
            shown = table.inner_text()
            assert f"Mine {script}" in shown and f"Theirs {script}" in shown, shown
            again = one.page.locator("form[action='/acts/record-answer']")
            assert again.locator("textarea[name='explanation.en']").input_value() == f"Mine {script}"
            if script:
                again.locator("textarea[name='explanation.en']").fill("Mine and theirs")
                send(one.page, again)
                assert "Mine and theirs" in one.page.locator(f"#q-{code} .answers").inner_text()
            else:
                with one.page.expect_navigation():
                    one.page.locator("form[action='/drafts/record-answer'] button").click()
                assert f"Theirs {script}" in one.page.locator(f"#q-{code} .answers").inner_text()
                assert one.page.locator(f"#q-{code} form").count() == 0, "what was typed still stands there"


def answered_again_in_its_place(browser, world):
    """An answer that stands brings its form when that is asked for, with what was said and without a new page."""
    row = world.sign_in("expert", 0)
    _, address = drafted_case(world, row)
    with signed_in(browser, world, row) as expert:
        form = block(expert.page, address)
        code = form.locator("input[name=question]").input_value()
        fill(form, "Said once")
        send(expert.page, form)
        assert "Said once" in expert.page.locator(f"#q-{code} .answers").inner_text()
    for script, former, words in ((True, "Said once", "Said better"), (False, "Said better", "Said best")):
        with signed_in(browser, world, row, java_script_enabled=script) as expert:
            page = expert.page
            page.goto(address)
            if script:
                page.locator(f"#q-{code} details[data-load] > summary").click()
                again = page.locator(f"#q-{code} form[action='/acts/record-answer']")
                again.wait_for()
                ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
                assert len(ids) == len(set(ids)), "two elements have one identifier"
            else:
                page.locator(f"#q-{code} details[data-load] > summary").click()
                with page.expect_navigation():
                    page.locator(f"#q-{code} details[data-load] a").click()
                again = page.locator("form[action='/acts/record-answer']")
            stood = again.locator("textarea[name='explanation.en']")
            assert stood.input_value() == former, stood.input_value()
            stood.fill(words)
            if script:
                page.locator(f"#q-{code} .saved").filter(has_text=":").wait_for()
            send(page, again)
            assert page.url.split("#")[0].endswith(address), page.url
            told = page.locator(f"#q-{code} .answers").inner_text()
            assert words in told, told


def answer_survives_the_session(browser, world):
    """The session ends while an answer is typed in its place: after signing in it stands there again."""
    row = world.sign_in("expert", 0)
    _, address = drafted_case(world, row)
    with signed_in(browser, world, row) as expert:
        page = expert.page
        form = block(page, address)
        code = form.locator("input[name=question]").input_value()
        fill(form, "Typed while the session ran out")
        with contextlib.closing(sqlite3.connect(world.data / "stocktake.sqlite", timeout=10)) as database:
            with database:
                database.execute(
                    "UPDATE session SET created_at = :then, seen_at = :then, rotated_at = :then",
                    {"then": "2020-01-01T00:00:00.000000Z"})
        sessions.clear()
        send(page, form)
        assert page.locator("input[name=password]").count() == 1, "one is not asked to sign in"
        fill_sign_in(page, row)
        assert page.url.split("#")[0].endswith(address), page.url
        kept = page.locator(f"#q-{code} textarea[name='explanation.en']").input_value()
        assert kept == "Typed while the session ran out", kept


ALL = [
    ("two people in one answer", two_people_in_one_answer),
    ("answered again in its place", answered_again_in_its_place),
]
LAST = [("an answer survives the session", answer_survives_the_session)]
