"""Chromium as a person uses it: signed in in one capacity, watched for errors that nobody would notice."""

import contextlib

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}
WAIT_MILLISECONDS = 10_000


@contextlib.contextmanager
def chromium():
    """One browser for the whole run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A page and what went wrong on it: messages of the console, exceptions, requests that failed."""

    def __init__(self, page):
        self.page = page
        self.faults = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        page.on("requestfailed", self._failed)

    def _console(self, message):
        # A refused form is answered with 4xx, which Chromium reports as a failed load of the page itself.
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _failed(self, request):
        # Leaving a page ends what it was still asking for.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.method} {request.url}: {request.failure}")

    def taken(self):
        """The faults since last asked."""
        faults, self.faults = self.faults, []
        return faults


@contextlib.contextmanager
def visiting(browser, world, **settings):
    """A browser that nobody used before.

    - settings: of the context, such as `java_script_enabled` or `color_scheme`.
    - Yields: its page, watched.
    """
    settings = {"viewport": DESKTOP, "locale": "en-GB", "reduced_motion": "reduce", **settings}
    context = browser.new_context(base_url=world.address, **settings)
    context.set_default_timeout(WAIT_MILLISECONDS)
    try:
        yield Watched(context.new_page())
    finally:
        context.close()


def sign_in(page, row):
    """Signs in at the form with a row of sign-ins.json, and in its capacity."""
    page.goto("/sign-in")
    fill_sign_in(page, row)
    assert "/sign-in" not in page.url, f"{row['email']} was not let in: {page.inner_text('main')[:300]}"


def press(page, form):
    """Presses a form's button, which the browser itself must not refuse."""
    refused = form.evaluate("form => [...form.elements].filter(one => !one.checkValidity()).map(one => one.name)")
    assert not refused, f"{page.url}: the browser would not send, because of {refused}"
    with page.expect_navigation():
        form.locator("button[type=submit]").first.click()


def fill_sign_in(page, row):
    page.fill("input[name=email]", row["email"])
    page.fill("input[name=password]", row["password"])
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")


# Cookies of those who signed in before, by address: the server bounds attempts, and rightly.
sessions = {}


@contextlib.contextmanager
def signed_in(browser, world, row, keep=True, **settings):
    """A person at work, with the session of the last time if there is one.

    - keep: whether the next visit finds the browser as this one leaves it.
    """
    state = sessions.get(row["email"])
    with visiting(browser, world, storage_state=state, **settings) as watched:
        if state is None:
            sign_in(watched.page, row)
            sessions[row["email"]] = watched.page.context.storage_state()
        yield watched
        if keep and row["email"] in sessions:
            # The session's token changes from time to time.
            sessions[row["email"]] = watched.page.context.storage_state()


def unfold(element):
    """Opens the folded parts that an element stands in."""
    folded = element.locator("xpath=ancestor::details[not(@open)]/summary")
    while folded.count():
        folded.first.click()


def switch_language(page, tag):
    """By the frame's own control, as a person does."""
    page.goto("/")
    if page.get_attribute("html", "lang") == tag:
        return
    control = page.locator(
        f"header a[lang='{tag}'], a[href^='/language/{tag}'], form[action^='/language/{tag}'] button, "
        f"form[action^='/language'] button[value='{tag}']").first
    unfold(control)
    with page.expect_navigation():
        control.click()
    assert page.get_attribute("html", "lang") == tag, f"the page stays in {page.get_attribute('html', 'lang')}"
