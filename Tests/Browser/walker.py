"""Somebody at work who types no address but the first: everything else is a link, a button or a field."""

from browser import press, switch_language, unfold
from judges import word_faults


class Walker:
    """One person in one capacity.

    What a walker follows is named by where it leads, not by its words, which differ with the language.

    - names: of the State that it is about, by language.
    """

    def __init__(self, watched, row, names):
        self.page = watched.page
        self.watched = watched
        self.row = row
        self.names = names
        self.language = "en"

    def turn(self, language):
        """Goes to the desk, and goes on in a language."""
        switch_language(self.page, language)
        self.language = language

    @property
    def state(self):
        return self.names[self.language]

    @property
    def words(self):
        return self.page.inner_text("main")

    def said(self, english, chinese):
        """A text as this person wrote it."""
        return english if self.language == "en" else chinese

    def named(self, way):
        """Links that name the State."""
        return f"main {way}:has-text('{self.state}')"

    def desk(self):
        self.page.goto("/")
        self.right()

    def waiting(self, way="a"):
        """From the desk to what waits there about the State."""
        self.desk()
        self.follow(self.named(way))

    def right(self):
        """The page is in the walker's language, has words for all it says, and nothing went wrong on it."""
        faults = word_faults(self.page, self.language) + self.watched.taken()
        told = self.page.locator(".error-summary, .field-error").all_inner_texts()
        assert not faults and not told, f"{self.row['capacity']} at {self.page.url}: {faults} {told}"

    def follow(self, *ways):
        """Follows links one after another, each the first that a selector finds."""
        for way in ways:
            link = self.page.locator(way).first
            assert link.count() == 1, (
                f"{self.row['capacity']} finds no {way} at {self.page.url}: {self.words[:800]}")
            unfold(link)
            with self.page.expect_navigation():
                link.click()
            self.right()

    def question(self, code):
        """The form at one question, unfolded."""
        form = self.page.locator(f"#q-{code} form").first
        unfold(form)
        return form

    def form(self, act):
        return self.page.locator(f"main form[action='/acts/{act}']")

    def to(self, act):
        """From the page to the form of an act: where it stands, or by the link that leads there."""
        if self.form(act).count() == 0:
            self.follow(f"main a[href^='/acts/{act}?'], main a[href='/acts/{act}']")
        assert self.form(act).count(), f"{self.row['capacity']} has no form {act} at {self.page.url}"
        unfold(self.form(act).first)
        return self.form(act).first

    def fill(self, form, **typed):
        """Fills in fields; a pair is a text in English and in Chinese, of which a walker writes their own."""
        for name, value in typed.items():
            if isinstance(value, tuple):
                name, value = f"{name}.{self.language}", self.said(*value)
            field = form.locator(f"[name='{name}']")
            assert field.count() == 1, f"{self.page.url}: {field.count()} fields {name}"
            if field.evaluate("one => one.localName") != "select":
                field.fill(value)
            elif isinstance(value, dict):
                field.select_option(**value)
            else:
                field.select_option(value)

    def send(self, form):
        """Presses the form's button, which the browser itself must not refuse."""
        press(self.page, form)
        self.right()

    def act(self, act, **typed):
        """From the page where an act is offered to where one stands after it."""
        form = self.to(act)
        self.fill(form, **typed)
        self.send(form)
