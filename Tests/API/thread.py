"""One case through every wall, by the API alone: at each step who learns of what, and who is refused how.

The first case is opened and goes as far as the Committee. Its silence takes ten working days, so the second,
which the demonstration world left with its time run out, goes on from there to what opens and what follows.
"""

import json
import subprocess

from parties import COMMITTEE, DIRECTORATE, STATE, UN_SYSTEM, Parties
from server import program

TODAY = "2027-01-15"


def text(english, chinese=None):
    return {"en": english} | ({"zh-Hans": chinese} if chinese else {})


class Thread:
    """What the steps have made so far."""

    def __init__(self, world):
        self.world = world
        self.parties = Parties(world)
        self.state = ""
        self.case = ""
        self.findings = []
        self.recommendation = ""
        self.overview = ""
        self.circulation = ""

    @property
    def this(self):
        return {"assessment": self.case}


def people_of_a_state(thread):
    """Its Mission is confirmed by a head, its own people by its Mission; no other Mission may."""
    parties = thread.parties
    used = {case["state"] for case in parties.list("head", "assessments")}
    states = [state["id"] for state in parties.list("head", "states")]
    thread.state = next(code for code in reversed(states) if code not in used)
    grants = {}
    for part, capacity in (("mission", "mission"), ("focal point", "focal-point"), ("contributor", "contributor")):
        email = f"{capacity}@walk.example.org"
        person = parties.act(
            "administrator", "add-person", {"name": f"Walker {capacity}", "email": email, "language": "en"})
        grants[part] = parties.act(
            "administrator", "grant-capacity",
            {"person": person["person"], "capacity": capacity, "about": thread.state})
        confirmer = "head" if part == "mission" else "mission"
        grant = next(identifier for kind, identifier in grants[part].items() if kind != "person")
        if part != "mission":
            parties.refused("other mission", "confirm-capacity", {"capacity": grant}, 403, 404)
        parties.act(confirmer, "confirm-capacity", {"capacity": grant})
        parties.take(part, email, capacity)
        if part == "contributor":
            thread.contributor = person["person"]


def opening(thread):
    """A case opens once; the same key gives the same answer, another body under it is refused."""
    parties = thread.parties
    fields = {"state": thread.state, "questionnaire": "short-survey"}
    parties.refused("member", "open-assessment", fields, 403)
    parties.refused("mission", "open-assessment", fields, 403)
    parties.refused("public", "open-assessment", fields, 401)
    parties.refused("expert", "open-assessment", {**fields, "state": "QQQ"}, 422)
    parties.refused("expert", "open-assessment", {"state": thread.state}, 422)
    thread.case = parties.act("expert", "open-assessment", fields, key="walk-open")["assessment"]
    assert parties.act("expert", "open-assessment", fields, key="walk-open")["assessment"] == thread.case
    status, _ = parties.ask("expert", "open-assessment", {**fields, "state": "ABR"}, key="walk-open")
    assert status == 422, f"another body under the same key: {status}"
    status, _ = parties.ask("second reader", "open-assessment", fields, key="walk-open")
    assert status == 409, f"the key belongs to its holder: {status}"
    parties.seen(f"assessments/{thread.case}", DIRECTORATE)
    parties.counted("assessments", thread.case, 1, DIRECTORATE)


def writing(thread):
    """Survey, ratings, findings, a recommendation and the overview arise in the Directorate's room."""
    parties, this = thread.parties, thread.this
    answer = {
        **this, "question": "Q1", "value": "partly", "explanation": text("As the code reads", "依据法典条文"),
        "source": "state", "confidence": "high"}
    for part in ("mission", "member", "auditor", "UN partner"):
        parties.refused(part, "record-answer", answer, 404)
    parties.refused("expert", "record-answer", {**answer, "question": "Q99"}, 422)
    parties.refused("expert", "record-answer", {**answer, "value": "splendidly"}, 422)
    thread.answer = parties.act("expert", "record-answer", answer)["answer"]
    for requirement, value in (("LEG1", "partly"), ("CFT3", "largely")):
        parties.act(
            "expert", "rate-requirement",
            {**this, "requirement": requirement, "value": value, "basis": text("The survey"),
             "confidence": "medium"})
        thread.findings.append(parties.act(
            "expert", "record-finding",
            {**this, "requirement": requirement, "sort": "shortfall",
             "text": text(f"A shortfall in {requirement}", f"{requirement}存在不足")})["finding"])
    thread.recommendation = parties.act(
        "expert", "propose-recommendation",
        {**this, "requirement": "LEG1", "findings": thread.findings[:1], "priority": "high",
         "addressee": text("Ministry of Justice"), "assistance": "yes",
         "text": text("Amend the code", "修正法典")})["recommendation"]
    parties.refused("expert", "send-draft", this, 422)
    thread.overview = parties.act(
        "expert", "write-overview", {**this, "quoting": "nothing", "text": text("An overview")})["overview"]
    for path in (f"answers/{thread.answer}", f"findings/{thread.findings[0]}",
                 f"recommendations/{thread.recommendation}", f"overviews/{thread.overview}"):
        parties.seen(path, DIRECTORATE)
    parties.counted("ratings", thread.case, 2, DIRECTORATE)
    parties.refused("head", "approve-assessment", {
        **this, "humanRights": "covered", "gender": "covered", "children": "covered", "victims": "covered"}, 409)
    parties.refused("expert", "submit-assessment", this, 403)


def versions(thread):
    """Who changes what changed meanwhile is told so, with what is there now."""
    parties = thread.parties
    before = parties.read("expert", f"findings/{thread.findings[0]}")
    amended = {"finding": before["id"], "text": text("A shortfall in law"), "version": before["version"]}
    parties.act("second reader", "amend-finding", amended)
    problem = parties.refused("expert", "amend-finding", amended, 409)
    after = parties.read("expert", f"findings/{before['id']}")
    assert after["version"] != before["version"] and after["text"]["en"] == "A shortfall in law"
    assert "shortfall in law" in json.dumps(problem), f"the refusal shows what stands: {problem}"
    parties.act("expert", "amend-finding", {**amended, "version": after["version"]})


def sending(thread):
    """The draft leaves the Directorate's room for the State, and for nobody else."""
    parties, this = thread.parties, thread.this
    parties.refused("mission", "send-draft", this, 404)
    parties.refused("secretary", "send-draft", this, 404)
    parties.act("expert", "send-draft", this)
    parties.refused("expert", "send-draft", this, 409)
    for path in (f"findings/{thread.findings[0]}", f"recommendations/{thread.recommendation}",
                 f"overviews/{thread.overview}", f"answers/{thread.answer}"):
        parties.seen(path, DIRECTORATE, STATE)
    parties.counted("ratings", thread.case, 2, DIRECTORATE, STATE)
    case = parties.read("mission", f"assessments/{thread.case}")
    assert case["stage"] == "with-state" and case["stateDueOn"] > TODAY, case
    parties.refused("mission", "revise-assessment", this, 403)
    parties.refused("expert", "revise-assessment", this, 409)


def answering(thread):
    """A ministry answers what it was handed; nothing leaves the State's room before it is sent."""
    parties, this = thread.parties, thread.this
    draft = {**this, "question": "Q1", "position": "disagree", "value": "largely"}
    parties.refused("contributor", "draft-answer", {**draft, "reason": text("No")}, 404, 403)
    parties.refused("other focal point", "draft-answer", draft, 404)
    parties.refused("expert", "draft-answer", draft, 403)
    parties.refused("focal point", "draft-answer", draft, 422)
    parties.refused("focal point", "draft-answer", {**draft, "explanation": text("No reason")}, 422)
    parties.refused("focal point", "send-answers", this, 422)
    parties.act("focal point", "hand-question", {**this, "question": "Q1", "person": thread.contributor})
    parties.refused(
        "contributor", "draft-answer", {**draft, "question": "Q3", "reason": text("Not asked")}, 403)
    own = parties.act(
        "contributor", "draft-answer", {**draft, "reason": text("A new act", "新法令")})["answer"]
    parties.seen(f"answers/{own}", STATE, {"contributor"})
    parties.refused("contributor", "send-answers", this, 403)
    parties.act("focal point", "send-answers", this)
    parties.seen(f"answers/{own}", STATE, {"contributor"}, DIRECTORATE)
    parties.act("focal point", "draft-answer", {**draft, "reason": text("Better worded")})
    theirs = parties.read("expert", f"answers/{own}")
    assert theirs["reason"]["en"] == "A new act", "the Directorate reads what was sent, not what is drafted"
    for finding in thread.findings:
        parties.seen(f"findings/{finding}", DIRECTORATE, STATE)


def observing(thread):
    """Observations reach the Directorate when they are sent; then the draft can be revised."""
    parties, this = thread.parties, thread.this
    draft = {"about": thread.findings[0], "text": text("It is out of date", "内容已过时")}
    parties.refused("contributor", "draft-observation", draft, 404)
    parties.refused("other mission", "draft-observation", draft, 404)
    parties.refused("head", "draft-observation", draft, 403)
    made = parties.act("focal point", "draft-observation", draft)["observation"]
    parties.seen(f"observations/{made}", STATE)
    parties.act("mission", "send-observations", this)
    parties.seen(f"observations/{made}", STATE, DIRECTORATE)
    parties.act("expert", "revise-assessment", this)
    parties.refused("focal point", "draft-observation", draft, 409)
    parties.refused("head", "approve-assessment", {
        **this, "humanRights": "covered", "gender": "covered", "children": "covered", "victims": "covered"}, 409)
    decided = {"observation": made, "outcome": "taken-up", "reason": text("Right", "正确")}
    parties.refused("mission", "decide-observation", decided, 403)
    parties.act("expert", "decide-observation", decided)
    answered = parties.read("mission", f"observations/{made}")
    assert answered["outcome"] == "taken-up" and answered["reason"]["en"] == "Right", answered


def second_reading(thread):
    """The second reader rates blind; where the readers differ, a head who rated neither settles."""
    parties, this = thread.parties, thread.this
    reader = thread.world.sign_in("expert", 1)["email"]
    people = parties.list("administrator", "people")
    person = next(row["id"] for row in people if row.get("email") == reader)
    sample = {**this, "person": person, "requirements": ["LEG1"]}
    parties.refused("expert", "assign-second-reader", sample, 403)
    parties.act("head", "assign-second-reader", sample)
    ratings = parties.list("expert", f"ratings?assessment={thread.case}")
    first = next(rating["id"] for rating in ratings if rating["requirement"] == "LEG1")
    parties.seen(f"ratings/{first}", DIRECTORATE - {"second reader"}, STATE)
    coverage = {"humanRights": "covered", "gender": "not-covered", "children": "covered",
                "victims": "not-applicable"}
    parties.refused("head", "approve-assessment", {**this, **coverage}, 409)
    parties.refused("expert", "conclude-second-reading", this, 403)
    parties.refused("second reader", "conclude-second-reading", this, 422)
    rating = {**this, "requirement": "LEG1", "value": "largely", "basis": text("The code"),
              "confidence": "high"}
    second = parties.act("second reader", "rate-requirement", rating)["rating"]
    parties.seen(f"ratings/{second}", DIRECTORATE)
    reading = parties.list("second reader", f"second-readings?assessment={thread.case}")[0]
    for other in set(reading["requirements"]) - {"LEG1"}:
        parties.act("second reader", "rate-requirement", {**rating, "requirement": other})
    parties.refused("second reader", "conclude-second-reading", this, 409)
    parties.refused("head", "approve-assessment", {**this, **coverage}, 409)
    settled = {**this, "requirement": "LEG1", "value": "largely", "reason": text("The code says so")}
    parties.refused("expert", "settle-rating", settled, 403)
    parties.act("other head", "settle-rating", settled)
    parties.act("second reader", "conclude-second-reading", this)
    parties.refused("head", "approve-assessment", this, 422)
    parties.act("head", "approve-assessment", {**this, **coverage})
    parties.refused("secretary", "circulate-paper", {**this, "symbol": "X/1", "languages": "en"}, 404)


def submitting(thread):
    """The Committee has overview, findings and recommendations; raw answers and ratings stay (I36)."""
    parties, this = thread.parties, thread.this
    parties.refused("expert", "submit-assessment", this, 403)
    parties.refused("member", "submit-assessment", this, 404)
    parties.act("head", "submit-assessment", this)
    for path in (f"assessments/{thread.case}", f"findings/{thread.findings[0]}",
                 f"recommendations/{thread.recommendation}", f"overviews/{thread.overview}"):
        parties.seen(path, DIRECTORATE, STATE | ({"contributor"} if path.startswith("ass") else set()), COMMITTEE)
    parties.seen(f"answers/{thread.answer}", DIRECTORATE, STATE)
    for resource in ("answers", "ratings", "observations"):
        for part in COMMITTEE:
            assert parties.list(part, f"{resource}?assessment={thread.case}") == [], f"{part} {resource}"


def circulating(thread):
    """A hold is lifted by who placed it, and known inside Committee and secretariat alone."""
    parties, this = thread.parties, thread.this
    paper = {**this, "symbol": "WALK/NOTE.1", "languages": "all-official"}
    parties.refused("head", "circulate-paper", paper, 403)
    parties.refused("mission", "circulate-paper", paper, 403)
    parties.refused("secretary", "adopt-assessment", this, 409)
    circulation = parties.act("secretary", "circulate-paper", paper)["circulation"]
    parties.refused("secretary", "circulate-paper", paper, 409)
    parties.seen(f"circulations/{circulation}", COMMITTEE)
    held = {"circulation": circulation, "reason": text("The capital asks for time", "首都要求给予时间")}
    parties.refused("head", "place-hold", held, 404)
    parties.refused("mission", "place-hold", held, 404)
    parties.refused("secretary", "place-hold", held, 403)
    objection = parties.act("member", "place-hold", held)["objection"]
    for part in ("head", "mission", "UN partner"):
        parties.refused(part, "lift-objection", {"objection": objection}, 404)
    parties.refused("chair", "lift-objection", {"objection": objection}, 403)
    before = parties.read("chair", f"circulations/{circulation}")
    assert before["deadline"] > TODAY and [one["sort"] for one in before["objections"]] == ["hold"], before
    parties.act("secretary", "extend-circulation", {"circulation": circulation})
    after = parties.read("chair", f"circulations/{circulation}")
    assert after["deadline"] > before["deadline"], f"{before['deadline']} to {after['deadline']}"
    parties.act("member", "lift-objection", {"objection": objection})
    parties.refused("member", "lift-objection", {"objection": objection}, 409)
    parties.refused("secretary", "record-no-objection", {"circulation": circulation}, 409)
    parties.refused("secretary", "adopt-assessment", this, 409)
    parties.seen(f"assessments/{thread.case}", DIRECTORATE, STATE, {"contributor"}, COMMITTEE)


def a_case_whose_time_ran_out(thread):
    """Goes over to the case that waits for the end of its silence, with the people of its State."""
    parties = thread.parties
    papers = [
        paper for paper in parties.list("secretary", "circulations?status=running")
        if paper["deadline"] < TODAY and not paper["objections"]]
    assert papers, "the world has no circulation whose time ran out"
    thread.circulation, thread.case, thread.state = (papers[0][key] for key in ("id", "assessment", "state"))
    people = parties.list("administrator", "people")
    for part, capacity in (("mission", "mission"), ("focal point", "focal-point")):
        email = next(
            row["email"] for row in people
            if any(held["capacity"] == capacity and held.get("about") == thread.state
                   for held in row["capacities"]))
        parties.take(part, email, capacity)
    del parties.tokens["contributor"]
    thread.findings = [
        finding["id"] for finding in parties.list("expert", f"findings?assessment={thread.case}")]
    recommendations = parties.list("expert", f"recommendations?assessment={thread.case}")
    thread.recommendation, (thread.withheld,) = recommendations[0]["id"], recommendations[0]["findings"]
    parties.seen(f"findings/{thread.withheld}", DIRECTORATE, STATE, COMMITTEE)


def adopting(thread):
    """The lapse alone changes nothing; adoption fixes positions, and opens nothing further."""
    parties, this = thread.parties, thread.this
    ended = {"circulation": thread.circulation}
    parties.refused("secretary", "adopt-assessment", this, 409)
    parties.refused("chair", "record-no-objection", ended, 403)
    parties.refused("head", "record-no-objection", ended, 404)
    parties.act("secretary", "record-no-objection", ended)
    parties.refused("member", "place-hold", ended, 409)
    parties.refused("head", "adopt-assessment", this, 403)
    parties.refused("UN partner", "adopt-assessment", this, 404)
    parties.act("chair", "adopt-assessment", this)
    rated = {rating["requirement"] for rating in parties.list("head", f"ratings?assessment={thread.case}")}
    parties.counted("positions", thread.case, len(rated), DIRECTORATE, STATE, COMMITTEE)
    parties.seen(f"assessments/{thread.case}", DIRECTORATE, STATE, COMMITTEE)


def withholding(thread):
    """The Mission is told item by item, withholds one, agrees to the rest; that alone opens."""
    parties, this = thread.parties, thread.this
    everyone = (DIRECTORATE, STATE, COMMITTEE)
    parties.refused("mission", "give-notice", this, 403)
    notice = {"notice": parties.act("head", "give-notice", this)["notice"]}
    parties.seen(f"notices/{notice['notice']}", DIRECTORATE, STATE, COMMITTEE)
    told = parties.read("mission", f"notices/{notice['notice']}")["items"]
    assert thread.withheld in told and thread.recommendation in told, "the notice names what will open"
    parties.refused("head", "give-notice", this, 409)
    asked = {"item": thread.withheld, "from": "un-system", "reason": text("Security", "安全原因")}
    parties.refused("head", "withhold-item", asked, 403)
    parties.refused("other mission", "withhold-item", asked, 404)
    parties.refused("researcher", "withhold-item", asked, 404)
    held = {"withholding": parties.act("mission", "withhold-item", asked)["withholding"]}
    parties.refused("mission", "withhold-item", asked, 409)
    parties.seen(f"withholdings/{held['withholding']}", *everyone)
    parties.refused("focal point", "agree-to-opening", notice, 403)
    parties.refused("other mission", "agree-to-opening", notice, 404)
    parties.act("mission", "agree-to-opening", notice)
    parties.refused("mission", "decline-opening", notice, 409)
    parties.seen(f"assessments/{thread.case}", *everyone, UN_SYSTEM)
    for path in (f"findings/{thread.withheld}", f"recommendations/{thread.recommendation}"):
        parties.seen(path, *everyone)
    others = [finding for finding in thread.findings if finding != thread.withheld]
    for finding in others:
        parties.seen(f"findings/{finding}", *everyone, UN_SYSTEM)
    partner = parties.list("UN partner", f"findings?assessment={thread.case}")
    assert {finding["id"] for finding in partner} == set(others), "the count gives the withheld one away"
    assert not any("withheld" in finding or "audience" in finding for finding in partner), partner[0]
    thread.held = held


def lifting(thread):
    """Only the State lifts what it withheld; then what rests on it is open too."""
    parties = thread.parties
    everyone = (DIRECTORATE, STATE, COMMITTEE)
    lifted = {**thread.held, "upTo": "public"}
    parties.refused("head", "lift-withholding", lifted, 403)
    parties.refused("focal point", "lift-withholding", lifted, 403)
    parties.refused("UN partner", "lift-withholding", lifted, 404)
    parties.act("mission", "lift-withholding", lifted)
    parties.refused("mission", "lift-withholding", lifted, 409)
    for path in (f"findings/{thread.withheld}", f"recommendations/{thread.recommendation}"):
        parties.seen(path, *everyone, UN_SYSTEM)
    released = {"items": [thread.withheld], "audience": "states-and-partners", "consultedOn": TODAY,
                "reference": "WALK/CONS.1"}
    parties.refused("head", "release-items", released, 403)
    parties.refused("secretary", "release-items", {**released, "consultedOn": None}, 422)
    parties.act("secretary", "release-items", released)
    status, _ = parties.get("other partner", f"findings/{thread.withheld}")
    assert status == 200, f"what was released to States and partners answers a partner {status}"
    status, _ = parties.get("other mission", f"findings/{thread.withheld}")
    assert status == 200, f"what was released to States and partners answers another Mission {status}"
    for part in ("researcher", "public"):
        assert parties.get(part, f"findings/{thread.withheld}")[0] == 404, part


def following_up(thread):
    """Implemented rests on a measure that was verified (I22); whoever sees the recommendation sees its status."""
    parties, this = thread.parties, thread.this
    about = {"recommendation": thread.recommendation}
    parties.refused("mission", "start-follow-up", this, 403)
    parties.act("expert", "start-follow-up", this)
    parties.refused("expert", "set-follow-up-status", {**about, "status": "implemented"}, 409)
    reported = {**about, "text": text("The act is in force", "法令已生效"), "takenOn": TODAY}
    parties.refused("other mission", "report-measure", reported, 404)
    parties.refused("expert", "report-measure", reported, 403)
    parties.refused("mission", "report-measure", {**reported, "takenOn": "2031-01-01"}, 422)
    measure = parties.act("mission", "report-measure", reported)["measure"]
    parties.seen(f"measures/{measure}", STATE, DIRECTORATE)
    parties.refused("expert", "set-follow-up-status", {**about, "status": "implemented"}, 409)
    parties.act("expert", "verify-measure", {
        "measure": measure, "outcome": "verified", "reason": text("Read", "已阅")})
    parties.act("expert", "set-follow-up-status", {**about, "status": "implemented"})
    for part in ("member", "mission", "UN partner"):
        found = parties.read(part, f"recommendations/{thread.recommendation}")
        assert found["status"] == "implemented", f"{part}: {found['status']}"


def receipts(thread):
    """Every receipt that was handed out matches the record, and one that was touched does not."""
    sent = [one for one in thread.parties.receipts if one["kind"] in (
        "send-answers", "send-observations", "withhold-item", "agree-to-opening", "report-measure")]
    assert len(sent) >= 5, [one["kind"] for one in thread.parties.receipts]
    touched = {**sent[0], "at": "2027-01-01T00:00:00.000000Z"}
    for receipt, status in [(one, 0) for one in sent] + [(touched, 1)]:
        done = subprocess.run(
            [program(), "record", "match", "-", *thread.world.place()], input=json.dumps(receipt),
            capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == status, f"{receipt['kind']}: {done.returncode} {done.stdout} {done.stderr}"


def record(thread):
    """After all that the record verifies, and every derived table can be had again from it."""
    thread.world.command("record", "verify")
    thread.world.command("record", "replay")


STEPS = [
    people_of_a_state, opening, writing, versions, sending, answering, observing, second_reading, submitting,
    circulating, a_case_whose_time_ran_out, adopting, withholding, lifting, following_up, receipts, record,
]


def walk(world, results, engine):
    """Takes the steps in their order; after one that fails the others could not be judged."""
    thread = Thread(world)
    for step in STEPS:
        if not results.run(f"the thread on {engine}: {step.__name__.replace('_', ' ')}", step, thread):
            return
