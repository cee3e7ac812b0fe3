"""A calibration from its preparation to what was agreed, by the API alone: what each may know of what others gave."""

import json

from parties import DIRECTORATE, Parties

CANARIES = {"expert": "canary of the first", "second reader": "canary of the second"}
HEADS = ("head", "other head")
# What stands in the pack and in resolutions holds no text of a case.
MANDATE = {
    "resolutions", "paragraphs", "duties", "requirements", "themes", "states", "regions", "entities",
    "questionnaires", "questions",
}
RATED = ("LEG1", "CFT1")


def text(words):
    return {"en": words}


class Exercise:
    """What the steps have made so far."""

    def __init__(self, world):
        self.world = world
        self.parties = Parties(world)
        self.identifier = ""
        self.units = {}
        people = {one["name"]: one["id"] for one in self.parties.list("head", "people")}
        self.raters = {
            part: people[world.sign_in("expert", place)["person"]]
            for place, part in enumerate(("expert", "second reader"))}

    @property
    def this(self):
        return {"calibration": self.identifier}

    def resources(self):
        document = self.world.get("/api/openapi.json")[2]
        paths = json.loads(document)["paths"]
        names = (
            path.removeprefix("/api/v1/") for path, operations in paths.items()
            if path.startswith("/api/v1/") and "{" not in path and "get" in operations and "/acts" not in path)
        return sorted(set(names) - MANDATE)

    def pages(self, part, resource):
        """Every answer of a list, one after the other, as it was sent."""
        # Entries come newest first: those of the exercise are on the first pages.
        cursor, pages, most = None, 0, 3 if resource == "entries" else 60
        while pages < most:
            path = f"/api/v1/{resource}?limit=200" + (f"&cursor={cursor}" if cursor else "")
            status, _, body = self.world.get(path, self.parties.tokens[part])
            if status != 200:
                return
            yield body.decode() if isinstance(body, bytes) else body
            answer = json.loads(body)
            cursor, pages = answer.get("next"), pages + 1
            if cursor is None:
                return

    def told(self, part, *words):
        """Resources in which somebody reads one of some texts."""
        return [
            resource for resource in self.resources()
            if any(word in page for page in self.pages(part, resource) for word in words)]


def preparing(exercise):
    """What heads prepare is there for heads alone; a text can be written anew, and taken out again."""
    parties = exercise.parties
    used = {case["state"] for case in parties.list("head", "assessments")}
    states = parties.list("head", "states")
    state = next(one for one in reversed(states) if one["id"] not in used)
    case = parties.act("head", "open-assessment", {"state": state["id"], "questionnaire": "short-survey"})
    made = parties.act(
        "head", "prepare-calibration", {"assessment": case["assessment"], "title": text("Autumn exercise")})
    exercise.identifier = made["calibration"]
    told = parties.refused(
        "head", "write-calibration-unit",
        {**exercise.this, "requirement": "LEG1", "text": text(f"In {state['id']} it is an offence.")}, 422)
    assert "names-state" in told["type"], told
    for code in (*RATED, "LEG2"):
        fields = {**exercise.this, "requirement": code, "text": text(f"A first text about {code}")}
        first = parties.act("head", "write-calibration-unit", fields)["calibration-unit"]
        fields["text"] = text(f"The country has a law about {code}")
        again = parties.act("other head", "write-calibration-unit", fields)["calibration-unit"]
        assert first == again, "writing it anew makes no second text"
        exercise.units[code] = first
    gone = {**exercise.this, "requirement": "LEG2"}
    parties.refused("expert", "remove-calibration-unit", gone, 404)
    parties.act("other head", "remove-calibration-unit", gone)
    parties.refused("head", "remove-calibration-unit", gone, 409)
    exercise.removed = exercise.units.pop("LEG2")
    for part in parties.tokens:
        assert part in HEADS or not exercise.told(part, "The country has a law"), part


def opening(exercise):
    """Once it is open the Directorate has the texts, without the case; nobody else learns of it."""
    parties = exercise.parties
    fields = {**exercise.this, "raters": list(exercise.raters.values()), "dueOn": "2027-03-01"}
    parties.refused("expert", "open-calibration", fields, 404)
    parties.act("head", "open-calibration", fields)
    parties.seen(f"calibrations/{exercise.identifier}", DIRECTORATE)
    for unit in exercise.units.values():
        parties.seen(f"calibration-units/{unit}", DIRECTORATE)
    parties.seen(f"calibration-units/{exercise.removed}")
    parties.refused("head", "remove-calibration-unit", {**exercise.this, "requirement": RATED[0]}, 409)


def rating(exercise):
    """A rater's values and reasons are the rater's alone: no colleague reads them anywhere, and no head."""
    parties = exercise.parties
    values = {"expert": ("partly", "largely"), "second reader": ("largely", "largely")}
    for part, given in values.items():
        for code, value in zip(RATED, given):
            parties.act(
                part, "rate-calibration-unit",
                {"unit": exercise.units[code], "value": value, "basis": text(f"The {CANARIES[part]}"),
                 "confidence": "high"})
    for head in HEADS:
        parties.refused(
            head, "rate-calibration-unit",
            {"unit": exercise.units[RATED[0]], "value": "fully", "basis": text("x"), "confidence": "low"}, 403)
    nobody_reads(exercise)
    for unit in exercise.units.values():
        assert parties.read("head", f"calibration-units/{unit}")["counts"] is None, "no counts before it is closed"


def nobody_reads(exercise, parts=None, heads=True):
    """Each rater reads their own reason, and nobody anybody else's; after closing heads do."""
    for author, canary in CANARIES.items():
        assert exercise.told(author, canary), f"{author} does not read what {author} wrote, which proves nothing"
    for part in parts or exercise.parties.tokens:
        others = [canary for author, canary in CANARIES.items() if author != part]
        found = exercise.told(part, *others) if heads or part not in HEADS else []
        assert not found, f"{part} reads in {found} what another gave"


def handing_in(exercise):
    """Who handed in is known, not what; it is not closed before enough did, and nothing is changed afterwards."""
    parties = exercise.parties
    parties.refused("head", "close-calibration", exercise.this, 409)
    parties.act("expert", "hand-in-calibration", exercise.this)
    parties.refused("head", "close-calibration", exercise.this, 409)
    parties.refused(
        "expert", "rate-calibration-unit",
        {"unit": exercise.units[RATED[0]], "value": "fully", "basis": text("x"), "confidence": "low"}, 403, 409)
    parties.act("second reader", "hand-in-calibration", exercise.this)
    nobody_reads(exercise, [*HEADS, *CANARIES])


def closing(exercise):
    """Closing shows the Directorate how many gave what, and still no colleague who gave it."""
    parties = exercise.parties
    parties.act("head", "close-calibration", exercise.this)
    counts = {code: parties.read("expert", f"calibration-units/{unit}")["counts"]
              for code, unit in exercise.units.items()}
    assert counts == {RATED[0]: {"partly": 1, "largely": 1}, RATED[1]: {"largely": 2}}, counts
    nobody_reads(exercise, heads=False)


def concluding(exercise):
    """What a head writes as agreed is read beside the text by the Directorate, and by nobody else."""
    parties, unit = exercise.parties, exercise.units[RATED[0]]
    agreed = {"unit": unit, "value": "largely", "conclusion": text("The offence stands in the code.")}
    parties.refused("expert", "conclude-calibration-unit", agreed, 403)
    parties.act("head", "conclude-calibration-unit", agreed)
    found = parties.read("second reader", f"calibration-units/{unit}")
    assert found["agreed"] == "largely" and found["conclusion"] == agreed["conclusion"], found
    parties.seen(f"calibration-units/{unit}", DIRECTORATE)


def erasing(exercise):
    """A reason that a rater gave is erased by two heads once it is closed; the value stays, and the record verifies."""
    parties = exercise.parties
    entries = [one for one in parties.read("head", "entries?limit=200")["items"]
               if one["act"] == "rate-calibration-unit"]
    assert len(entries) == 4, f"a head reads {len(entries)} entries of ratings"
    for entry in entries:
        erasure = parties.act("head", "propose-erasure", {"entry": entry["id"], "reason": "It named a person"})
        parties.refused("head", "erase-payload", {"erasure": erasure["erasure"]}, 403)
        parties.refused("expert", "erase-payload", {"erasure": erasure["erasure"]}, 403, 404)
        parties.act("other head", "erase-payload", {"erasure": erasure["erasure"]})
    for part in (*CANARIES, *HEADS):
        assert not exercise.told(part, *CANARIES.values()), f"{part} reads what was erased"
    exercise.world.command("record", "verify")
    exercise.world.command("record", "replay")


STEPS = [preparing, opening, rating, handing_in, closing, concluding, erasing]


def walk(world, results, engine):
    exercise = Exercise(world)
    for step in STEPS:
        if not results.run(f"the calibration on {engine}: {step.__name__.replace('_', ' ')}", step, exercise):
            return
