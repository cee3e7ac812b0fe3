"""One case through every wall at the pages, by one person in each capacity, on the forms of the acts alone.

The first half goes from what a ministry was asked to the Committee, in English; the second from the end of the
Committee's silence to what opens and what follows, in Chinese. What a form has to name is read from the API with
the same person's token, so that nobody is shown what they could not have seen.
"""

import contextlib
import json
import urllib.parse

from browser import press, signed_in, switch_language

TODAY = "2027-01-15"


class Person:
    """Somebody at work in one capacity."""

    def __init__(self, world, row, watched):
        self.world = world
        self.row = row
        self.watched = watched
        self.page = watched.page

    def list(self, path):
        """The items of a list, as this person has them."""
        status, _, body = self.world.get(f"/api/v1/{path}{'&' if '?' in path else '?'}limit=200", self.row["token"])
        assert status == 200, f"{self.row['capacity']} reads {path}: {status}"
        return json.loads(body)["items"]

    def open(self, act, **known):
        """The form of an act about something known."""
        address = f"/acts/{act}?{urllib.parse.urlencode(known)}"
        answer = self.page.goto(address)
        assert answer.status == 200, f"{self.row['capacity']} opens {address}: {answer.status}"
        return self.page.locator(f"form[action='/acts/{act}']").first

    def send(self, form):
        press(self.page, form)

    def act(self, act, known, **typed):
        """Fills in a form and sends it; it must be taken."""
        form = self.open(act, **known)
        for name, value in typed.items():
            field = form.locator(f"[name='{name.replace('__', '.')}']")
            assert field.count() == 1, f"{act}: {field.count()} fields {name}"
            kind = field.evaluate("one => one.type === 'checkbox' ? 'box' : one.localName")
            if kind == "select":
                field.select_option(value)
            elif kind == "box":
                field.check()
            else:
                field.fill(value)
        self.send(form)
        said = self.page.locator(".error-summary, .field-error")
        assert said.count() == 0, f"{self.row['capacity']} does {act}: {said.all_inner_texts()}"

    def refused(self, act, known, *expected):
        """A form that this person must not get."""
        address = f"/acts/{act}?{urllib.parse.urlencode(known)}"
        status = self.page.goto(address).status
        assert status in expected, f"{self.row['capacity']} opens {address}: {status}, not {expected}"

    def sees(self, path):
        return self.world.get(f"/api/v1/{path}", self.row["token"])[0] == 200


@contextlib.contextmanager
def people(browser, world, parts):
    """Everybody at once, each in a browser of their own.

    - parts: by name the capacity, and which of those who hold it.
    """
    with contextlib.ExitStack() as stack:
        yield {
            name: Person(world, row, stack.enter_context(signed_in(browser, world, row)))
            for name, row in ((name, world.sign_in(*part)) for name, part in parts.items())}


def speak(person, tag):
    """Switches the language by the frame's own control."""
    switch_language(person.page, tag)


def in_chinese(person):
    assert person.page.get_attribute("html", "lang") == "zh-Hans", person.page.url
    title = person.page.locator("main h1, h1").first.inner_text()
    assert any("\u4e00" <= letter <= "\u9fff" for letter in title), f"no Chinese title: {title}"


def no_faults(everybody):
    faults = [f"{name}: {fault}" for name, person in everybody.items() for fault in person.watched.taken()]
    assert not faults, faults


def read_second(head, reader, this):
    """What the pack says is to be read twice gets the same values from another reader, who sees none before."""
    case = this["assessment"]
    person = next(one["id"] for one in head.list("people") if one.get("name") == reader.row["person"])
    head.act("assign-second-reader", this, person=person)
    values = {one["requirement"]: one["value"] for one in head.list(f"ratings?assessment={case}")}
    reading = reader.list(f"second-readings?assessment={case}")[0]
    assert not reader.list(f"ratings?assessment={case}"), "the first ratings show once the own is given"
    for requirement in reading["requirements"]:
        reader.act(
            "rate-requirement", this, requirement=requirement, value=values[requirement],
            basis__en="Read again by another expert", confidence="medium")
    reader.act("conclude-second-reading", this)


def from_a_ministry_to_the_committee(browser, world):
    """A contributor and the focal point answer, the Mission sends, the Directorate revises, the Committee waits."""
    parts = {
        "contributor": ("contributor", 0), "focal point": ("focal-point", 0), "mission": ("mission", 0),
        "expert": ("expert", 0), "head": ("head", 0), "secretary": ("committee-secretary", 0),
        "member": ("committee-member", 0), "chair": ("chair", 0), "partner": ("partner", 0),
        "second reader": ("expert", 1)}
    with people(browser, world, parts) as everybody:
        contributor, focal, mission, expert, head, secretary, member, chair, partner, reader = everybody.values()
        for person in everybody.values():
            speak(person, "en")
        case = next(
            one["id"] for one in mission.list("assessments?stage=with-state"))
        this = {"assessment": case}
        finding = mission.list(f"findings?assessment={case}")[0]["id"]
        asked = next(
            one["question"] for one in contributor.list(f"answers?assessment={case}") if one["by"] == "state")

        contributor.act(
            "draft-answer", this, question=asked, position="disagree", value="largely",
            reason__en="The act was amended in June (walked in a browser)")
        contributor.refused("send-answers", this, 403)
        own = next(one["id"] for one in focal.list(f"answers?assessment={case}")
                   if one["by"] == "state" and one["question"] == asked)
        assert focal.sees(f"answers/{own}") and not expert.sees(f"answers/{own}"), "drafts stay in the State's room"
        focal.act("draft-observation", {"about": finding}, text__en="The finding is out of date")
        mission.act("send-answers", this)
        mission.act("send-observations", this)
        assert expert.sees(f"answers/{own}"), "what was sent has arrived"

        expert.act("revise-assessment", this)
        for observation in expert.list(f"observations?assessment={case}&status=made"):
            expert.act(
                "decide-observation", {"observation": observation["id"]}, outcome="taken-up",
                reason__en="The act is in force")
        coverage = {"humanRights": "covered", "gender": "covered", "children": "not-covered",
                    "victims": "not-applicable"}
        expert.refused("approve-assessment", this, 403)
        read_second(head, reader, this)
        head.act("approve-assessment", this, **coverage)
        assert not member.sees(f"assessments/{case}"), "the Committee learns of it when it is submitted"
        head.act("submit-assessment", this)

        secretary.act("circulate-paper", this, symbol="WALK/NOTE.2", languages="all-official")
        paper = {"circulation": member.list(f"circulations?assessment={case}&status=running")[0]["id"]}
        member.act("place-hold", paper, reason__en="The capital asks for time")
        assert not mission.sees(f"circulations/{paper['circulation']}"), "the Committee's paper is the Committee's"
        hold = chair.list(f"circulations?assessment={case}")[0]["objections"][0]
        form = secretary.open("record-no-objection", **paper)
        secretary.send(form)
        assert secretary.page.locator(".error-summary").count() == 1, "the time has not run out, and a hold stands"
        member.act("lift-objection", {"objection": hold["id"]})
        assert not partner.sees(f"assessments/{case}"), "nothing is open before the State agrees"
        partner.refused("adopt-assessment", this, 403, 404)
        no_faults(everybody)


def from_the_silence_to_what_opens(browser, world):
    """The secretary records the end, the Chair adoption; the Mission withholds one finding and agrees to the rest."""
    parts = {
        "secretary": ("committee-secretary", 0), "chair": ("chair", 0), "head": ("head", 1),
        "mission": ("mission", 1), "focal point": ("focal-point", 1), "expert": ("expert", 1),
        "partner": ("partner", 0), "other partner": ("partner", 1), "researcher": ("researcher", 0)}
    with people(browser, world, parts) as everybody:
        secretary, chair, head, mission, focal, expert, partner, other, researcher = everybody.values()
        for person in everybody.values():
            speak(person, "zh-Hans")
        paper = next(
            one for one in secretary.list(f"circulations?state={mission.row['about']}&status=running")
            if one["deadline"] < TODAY)
        case = paper["assessment"]
        this = {"assessment": case}
        secretary.act("record-no-objection", {"circulation": paper["id"]})
        chair.open("adopt-assessment", **this)
        in_chinese(chair)
        chair.act("adopt-assessment", this)
        head.act("give-notice", this)
        notice = {"notice": mission.list(f"notices?assessment={case}")[0]["id"]}
        recommendation = mission.list(f"recommendations?assessment={case}")[0]
        withheld = recommendation["findings"][0]
        researcher.refused("withhold-item", {"item": withheld}, 403, 404)
        focal.refused("agree-to-opening", notice, 403)
        mission.open("withhold-item", item=withheld)
        in_chinese(mission)
        mission.act("withhold-item", {"item": withheld}, **{"from": "un-system", "reason__zh-Hans": "安全原因"})
        mission.act("agree-to-opening", notice)
        assert partner.sees(f"assessments/{case}"), "what the Mission agreed to is open to the UN system"
        assert not partner.sees(f"findings/{withheld}"), "what it withheld is not"
        assert not partner.sees(f"recommendations/{recommendation['id']}"), "nor what rests on it"
        assert not other.sees(f"assessments/{case}"), "nothing is open beyond the UN system"

        expert.act("start-follow-up", this)
        focal.act(
            "report-measure", {"recommendation": recommendation["id"]}, takenOn=TODAY,
            **{"text__zh-Hans": "修正案已生效"})
        measure = expert.list(f"measures?assessment={case}")[0]["id"]
        expert.act("verify-measure", {"measure": measure}, outcome="verified", **{"reason__zh-Hans": "已核实"})
        expert.act(
            "set-follow-up-status", {"recommendation": recommendation["id"]}, status="partly-implemented")
        found = next(one for one in mission.list(f"recommendations?assessment={case}")
                     if one["id"] == recommendation["id"])
        assert found["status"] == "partly-implemented", found["status"]
        for person in everybody.values():
            speak(person, "en")
        no_faults(everybody)


ALL = [
    ("a case goes from a ministry to the Committee", from_a_ministry_to_the_committee),
    ("a case goes from the silence to what opens, in Chinese", from_the_silence_to_what_opens),
]
