"""Everybody who walks through one case, each in a browser of their own, and the time that passes."""

import contextlib
import json
import sqlite3

from browser import sign_in, visiting
from walker import Walker

LATER = "2027-02-01T15:00:00.000000Z"


class Cycle:
    """Who walks, and where.

    - state: code and names of the State that is assessed.
    """

    def __init__(self, browser, world, stack, languages):
        self.browser = browser
        self.world = world
        self.stack = stack
        self.languages = languages
        self.walkers = {}
        self.rows = {}
        self.questions = ("Q1", "Q3")
        self.state, self.names = self.unassessed()

    def unassessed(self):
        """A State that was never assessed."""
        def items(path):
            row = self.world.sign_in("expert")
            return json.loads(self.world.get(f"/api/v1/{path}?limit=200", row["token"])[2])["items"]

        used = {case["state"] for case in items("assessments")}
        found = next(state for state in items("states") if state["id"] not in used)
        return found["id"], found["names"]

    def the(self, capacity, position=0):
        """The person in a capacity, who signs in when first needed."""
        part = f"{capacity} {position}"
        if part not in self.walkers:
            self.enter(part, self.rows.get(part) or self.world.sign_in(capacity, position))
        return self.walkers[part]

    def enter(self, part, row):
        if part not in self.rows:
            self.rows[part] = row
        watched = self.stack.enter_context(visiting(self.browser, self.world))
        sign_in(watched.page, row)
        self.walkers[part] = Walker(watched, row, self.names)
        self.walkers[part].turn(self.language(part))
        return self.walkers[part]

    def turn_languages(self):
        """Everybody goes on in the other language."""
        self.languages = self.languages[::-1]
        for part, walker in self.walkers.items():
            walker.turn(self.language(part))

    def language(self, part):
        return self.languages[list(self.rows).index(part) % len(self.languages)]

    def ten_working_days_pass(self):
        """As only waiting would do it: the record's last time lies later, and everybody signs in again."""
        self.world.stop()
        with contextlib.closing(sqlite3.connect(self.world.data / "stocktake.sqlite")) as database, database:
            changed = database.execute("UPDATE record_head SET at = :later", {"later": LATER}).rowcount
        assert changed == 1, "the record has no head"
        self.world.start()
        self.walkers.clear()
