"""One assessment of one State, walked from the desk by links and buttons alone, by one person in each capacity.

Those who work in Chinese do so throughout, beside others who work in English. What each does next stands on their
desk: whoever has to look for it has found a fault. The days that a silence takes pass between two runs of the program.
"""

import contextlib

from browser import fill_sign_in, visiting
from server import serving
from walker import Walker
from walkers import Cycle

PASSWORD = "grey lamp over quiet water"
FILE = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
NAMES = {"mission": "Walter Brook", "focal-point": "Fiona Marsh", "contributor": "Conrad Vale"}


def newcomer(cycle, capacity, confirmer):
    """An account is made, its capacity confirmed from the desk; its holder comes in by a one-time address."""
    administrator, name = cycle.the("administrator"), NAMES[capacity]
    email = f"{capacity}@walk.example.org"
    administrator.desk()
    administrator.follow("nav a[href='/people']")
    administrator.act("add-person", name=name, email=email, language="en")
    administrator.act("grant-capacity", capacity=capacity, about=cycle.state)
    confirmer.desk()
    confirmer.follow(f"main a:has-text('{name}')")
    confirmer.act("confirm-capacity")
    confirmer.act("invite-person", purpose="invitation")
    address = confirmer.page.locator("main input[readonly]").input_value()
    assert address.startswith(cycle.world.address), f"nobody can go to {address}"
    row = {"email": email, "password": PASSWORD, "capacity": capacity, "person": name}
    with visiting(cycle.browser, cycle.world) as guest:
        guest.page.goto(address)
        for field in guest.page.locator("input[type=password]").all():
            field.fill(PASSWORD)
        with guest.page.expect_navigation():
            guest.page.locator("main form button[type=submit]").first.click()
        fill_sign_in(guest.page, row)
        assert "/sign-in" not in guest.page.url, guest.page.url
    return cycle.enter(f"{capacity} 0", row)


def people_come_in(cycle):
    """A head vouches for the Mission, the Mission for its State's own people."""
    mission = newcomer(cycle, "mission", cycle.the("head"))
    newcomer(cycle, "focal-point", mission)
    newcomer(cycle, "contributor", mission)


def a_case_is_opened_and_answered(cycle):
    """From the State's page; what is typed is kept before it is sent, and a file is attached where the answer stands."""
    expert = cycle.the("expert")
    expert.desk()
    expert.follow("nav a[href='/states']", expert.named("a[href^='/states/']"))
    expert.act("open-assessment", questionnaire="short-survey")
    expert.waiting()
    expert.follow("main a[href$='/questions']")
    one, other = cycle.questions
    form = expert.question(one)
    expert.fill(form, value="partly", source="state", confidence="high",
                explanation=("Planning is no offence under the code of 2019.", "2019年法典未将策划定为犯罪。"))
    expert.page.locator(f"#q-{one} .saved").filter(has_text=":").wait_for()
    expert.waiting()
    expert.follow("main a[href$='/questions']")
    form = expert.question(one)
    typed = form.locator("textarea").first.input_value()
    assert "2019" in typed, f"what was typed is lost: {typed!r}"
    expert.send(form)
    form = expert.question(other)
    expert.fill(form, value="largely", source="public", confidence="medium",
                explanation=("Freezing takes three days.", "冻结需三天。"))
    expert.send(form)
    expert.follow(f"#q-{one} a[href^='/files/for/']")
    form = expert.page.locator("main form[action^='/files/for/']").first
    form.locator("[name=file]").set_input_files(
        {"name": "code-2019.pdf", "mimeType": "application/pdf", "buffer": FILE})
    expert.fill(form, title="Criminal code")
    expert.send(form)
    assert "code-2019" in expert.words, "the file does not stand at the answer"


def a_draft_is_written(cycle):
    """Ratings with their basis, a finding, a recommendation that rests on it with similar ones beside, the overview."""
    expert = cycle.the("expert")
    expert.waiting()
    for requirement, value in (("LEG1", "partly"), ("CFT3", "largely")):
        form = expert.to("rate-requirement")
        assert expert.state in expert.words, "the form does not say whose case it is about"
        expert.fill(form, requirement=requirement, value=value, confidence="medium",
                    basis=("As the code reads.", "依据法典条文。"))
        expert.send(form)
    expert.act("record-finding", requirement="LEG1", sort="shortfall",
               text=("Planning is no offence of its own.", "策划并非单独罪名。"))
    expert.follow("main a[href^='/findings/']")
    form = expert.to("amend-finding")
    stood = [one.input_value() for one in form.locator("textarea").all()]
    assert expert.said("Planning is no offence of its own.", "策划并非单独罪名。") in stood, f"all to type again: {stood}"
    expert.send(form)
    expert.waiting()
    for text in (("Make planning an offence.", "将策划定为犯罪。"), ("Publish the code.", "公布法典。")):
        form = expert.to("propose-recommendation")
        expert.fill(form, requirement="LEG1", priority="high", assistance="yes", text=text,
                    addressee=("Ministry of Justice", "司法部"))
        form.locator("input[name^='findings.']").first.check()
        if text[0].startswith("Publish"):
            assert expert.said("Make planning an offence.", "将策划定为犯罪。") in expert.words, "no similar one"
        expert.send(form)
    form = expert.to("write-overview")
    expert.fill(form, text=("The code needs work.", "法典有待完善。"), quoting="findings")
    form.locator("input[name^='quotes.']").first.check()
    expert.send(form)


def the_draft_goes_out_under_a_letter(cycle):
    """The expert drafts it, a head signs it at the desk, the expert sends it and the draft under it."""
    expert, head = cycle.the("expert"), cycle.the("head")
    expert.waiting()
    expert.follow("main a[href^='/communications?']")
    expert.act("draft-communication", letter="sending-draft")
    expert.act("present-communication")
    head.desk()
    head.follow(head.named("a[href^='/communications/']"))
    head.act("sign-communication", signature=("Imre Solvang", "Imre Solvang"))
    expert.desk()
    expert.follow(expert.named("a[href^='/communications/']"))
    expert.act("send-communication")
    expert.waiting()
    expert.act("send-draft", communication={"index": 1})


def the_state_answers(cycle):
    """The Mission reads the letter; an official lands on the question that was handed over; the focal point sends."""
    mission, focal, official = cycle.the("mission"), cycle.the("focal-point"), cycle.the("contributor")
    mission.desk()
    mission.follow("main a[href='/communications']", "main table a[href^='/communications/']")
    focal.desk()
    focal.follow("main a[href$='/questions']", "#q-Q1 a[href$='/hand']")
    people = focal.page.locator("select[name=person] option").all_inner_texts()[1:]
    assert people == [NAMES["contributor"]], f"a question can be handed to {people}"
    focal.act("hand-question", person={"index": 1})
    official.desk()
    official.follow("main a[href*='#q-Q1']")
    assert official.page.locator("article.question").count() == 1, "more than was handed over"
    form = official.page.locator("#q-Q1 form").first
    assert form.is_visible(), "the form is not where the official lands"
    official.fill(form, position="disagree", value="largely")
    with official.page.expect_navigation():
        form.locator("button[type=submit]").first.click()
    assert official.page.locator(".error-summary").count() == 1, "a disagreement was taken without its reason"
    official.desk()
    official.follow("main a[href*='#q-Q1']")
    form = official.page.locator("#q-Q1 form").first
    official.fill(form, position="disagree", value="largely",
                  reason=("Decree No. 7 made it an offence.", "第7号法令已将其定为犯罪。"))
    official.send(form)
    focal.desk()
    focal.follow("main a[href$='/questions']")
    assert focal.page.locator("#q-Q1 .answers").inner_text().count("7") >= 1, "the official's answer is not there"
    focal.act("send-answers")
    focal.desk()
    focal.follow("main a[href$='/observations']")
    form = focal.to("draft-observation")
    assert focal.page.locator("main .about").count() >= 1, "the form does not say what it is about"
    focal.fill(form, position="disagree", text=("Decree No. 7 covers it.", "第7号法令已涵盖。"))
    focal.send(form)
    form = focal.to("send-observations")
    assert form.locator("select[name=communication] option").count() == 1, "they come in under no letter of ours"
    focal.send(form)


def the_draft_is_revised(cycle):
    """What the State sent stands on the expert's desk; each observation is decided with a reason."""
    expert = cycle.the("expert")
    expert.desk()
    expert.follow(expert.named("a[href$='/observations']"))
    expert.act("revise-assessment")
    expert.act("decide-observation", outcome="partly-taken-up",
               reason=("It covers preparation.", "该法令涵盖筹备行为。"),
               wording=("Planning is no offence; preparation is.", "策划非罪，筹备为罪。"))


def two_read_it(cycle):
    """A second reader gives values without seeing the first; a head settles where they differ, and approves."""
    head, reader = cycle.the("head"), cycle.the("expert", 1)
    head.desk()
    head.follow("nav a[href='/assessments']", head.named("a"))
    form = head.to("assign-second-reader")
    head.fill(form, person={"label": reader.row["person"]})
    head.send(form)
    reader.desk()
    reader.follow(reader.named("a[href$='/readings']"))
    first = reader.said("As the code reads.", "依据法典条文。")
    assert first not in reader.words, "the first reader's basis shows before the own is given"
    while reader.page.locator("main ul a[href^='/acts/rate-requirement']").count():
        reader.act("rate-requirement", value="small-extent", confidence="high",
                   basis=("Read again.", "再次审阅。"))
    head.waiting("a[href$='/readings']")
    while head.page.locator("main a[href^='/acts/settle-rating']").count():
        head.act("settle-rating", value="partly", reason=("As the code reads.", "依据法典条文。"))
    reader.act("conclude-second-reading")
    head.waiting()
    head.act("approve-assessment", humanRights="covered", gender="not-covered", children="covered",
             victims="not-applicable")
    head.waiting()
    head.act("submit-assessment")


def the_committee_decides(cycle):
    """The paper is circulated from the secretary's desk; a hold is placed and lifted; the silence runs out."""
    secretary, member = cycle.the("committee-secretary"), cycle.the("committee-member")
    secretary.waiting()
    secretary.act("circulate-paper", symbol="WALK/NOTE.1", languages="all-official")
    member.desk()
    member.follow("main a:has-text('WALK/NOTE.1')")
    member.act("place-hold", reason=("The capital asks for time.", "首都要求给予时间。"))
    chair = cycle.the("chair")
    chair.desk()
    chair.follow("main a:has-text('WALK/NOTE.1')")
    assert member.said("The capital asks for time.", "首都要求给予时间。") in chair.words, "the hold is not there"
    member.act("lift-objection")
    cycle.ten_working_days_pass()
    secretary, chair = cycle.the("committee-secretary"), cycle.the("chair")
    secretary.desk()
    secretary.follow("main a:has-text('WALK/NOTE.1')")
    secretary.act("record-no-objection")
    chair.waiting()
    chair.act("adopt-assessment")


def it_opens(cycle):
    """A head gives notice; the Mission withholds one item from its desk and agrees to the rest."""
    head, mission = cycle.the("head"), cycle.the("mission")
    head.waiting()
    head.act("give-notice")
    mission.desk()
    mission.follow("main a[href^='/notices/']", "tr:has-text('CFT3') a[href^='/withholdings/new']")
    form = mission.form("withhold-item").first
    mission.fill(form, **{"from": "un-system", "reason": ("Security", "安全原因")})
    mission.send(form)
    mission.act("agree-to-opening")
    partner, researcher = cycle.the("partner"), cycle.the("researcher")
    partner.waiting("a[href^='/recommendations/']")
    partner.follow("main nav a[href*='/assessments/'], nav.breadcrumb a[href*='/assessments/']")
    assert "LEG1" in partner.words and "CFT3" not in partner.words, "what was withheld shows, or nothing does"
    researcher.desk()
    assert researcher.state not in researcher.words, "more is open than the State agreed to"


def it_is_followed_up(cycle):
    """The State reports a measure, the expert verifies it, and the recommendation counts as implemented."""
    expert, focal = cycle.the("expert"), cycle.the("focal-point")
    expert.waiting()
    expert.act("start-follow-up")
    focal.waiting()
    focal.follow("main a[href^='/recommendations/']")
    focal.act("report-measure", text=("The amendment is in force.", "修正案已生效。"), takenOn="2027-01-20")
    expert.waiting()
    expert.follow("main a[href^='/recommendations/']", "main a[href^='/measures/']")
    expert.act("verify-measure", outcome="verified", reason=("Read in the gazette.", "已查阅公报。"))
    expert.follow("main a[href^='/recommendations/']")
    expert.act("set-follow-up-status", status="implemented")
    done = expert.page.locator("main .timeline").inner_text()
    assert expert.said("1 February 2027 adopted", "2027年2月1日 已通过") in done, f"adopted on another day: {done}"


def it_is_read_outside(cycle):
    """The State releases a finding of its own to all; nobody needs an account to read it, and nothing else shows."""
    mission = cycle.the("mission")
    mission.desk()
    mission.follow("main a[href='/releases']")
    form = mission.to("release-own")
    form.locator("input[name^='items.']").first.check()
    mission.fill(form, audience="public")
    mission.send(form)
    with visiting(cycle.browser, cycle.world) as guest:
        for language in ("en", "zh-Hans"):
            public = Walker(guest, {"capacity": "public"}, cycle.names)
            public.turn(language)
            public.follow("main a[href='/states']", public.named("a"))
            assert "CFT3" not in public.page.locator("main .section").first.inner_text(), "withheld, and shown"


def the_next_cycle_begins(cycle):
    """A head closes the case; the next one goes the same way, everybody in the other language."""
    head = cycle.the("head")
    head.desk()
    head.follow("nav a[href='/assessments']", head.named("a"))
    head.act("close-assessment")
    cycle.turn_languages()
    cycle.questions = ("Q4", "Q5")


STATES_TURN = [
    a_case_is_opened_and_answered, a_draft_is_written, the_draft_goes_out_under_a_letter, the_state_answers,
    the_draft_is_revised,
]
STEPS = [
    people_come_in, *STATES_TURN, two_read_it, the_committee_decides, it_opens, it_is_followed_up,
    it_is_read_outside, the_next_cycle_begins, *STATES_TURN,
]


def walk_from_the_desks(browser, _):
    """In a world of its own, because time passes in it."""
    with serving(states=30, years=1) as world, contextlib.ExitStack() as stack:
        cycle = Cycle(browser, world, stack, ("en", "zh-Hans"))
        for step in STEPS:
            step(cycle)
        world.command("record", "verify")


ALL = [("a whole cycle is walked from the desks", walk_from_the_desks)]
