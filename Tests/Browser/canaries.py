"""Texts that occur nowhere else, put into each room before the crawl: whose pages they may stand on is in one table.

Each is a word of its own and the identifier of what it was written into. Whoever may see it must find it where it
stands, so that a canary that is nowhere does not count as kept.
"""

import json

DIRECTORATE = {"expert", "head"}
COMMITTEE = {"committee-member", "chair", "committee-secretary"}
STATE = {"mission", "focal-point"}

# Where a text arises, and in which capacities it may be read.
ROOMS = {
    "a State's draft answer": STATE,
    "an official's answer": STATE | {"contributor"},
    "a State's draft observation": STATE,
    "a remark within the State": STATE,
    "a draft finding": DIRECTORATE,
    "a note at a question": DIRECTORATE,
    "a draft letter of the Directorate": DIRECTORATE,
    "a draft request": DIRECTORATE,
    "a hold": COMMITTEE,
    # The Directorate writes for the Committee.
    "a draft letter of the Committee": COMMITTEE | DIRECTORATE,
    "why a State withholds": STATE | DIRECTORATE | COMMITTEE,
    "what a State withholds": STATE | DIRECTORATE | COMMITTEE,
    "who was heard": {"expert"},
    "a rating of a calibration": {"expert"},
}


class Canaries:
    """What was planted, and where it stands: by room the words that give it away, and the pages of it."""

    def __init__(self, world):
        self.world = world
        self.words = {}
        self.pages = {}
        self.plant()

    def ask(self, capacity, path, body=None):
        status, _, answer = self.world.request(
            "POST" if body else "GET", f"/api/v1/{path}", json.dumps(body).encode() if body else None,
            self.world.sign_in(capacity)["token"], {"Content-Type": "application/json"})
        assert status == 200, f"{capacity} {path}: {status} {answer.decode()[:300]}"
        return json.loads(answer)

    def list(self, capacity, path):
        return self.ask(capacity, f"{path}{'&' if '?' in path else '?'}limit=200")["items"]

    def put(self, room, capacity, act, fields, text, kind, pages):
        """Performs an act with the canary in one of its texts.

        - pages: where it stands besides its own page.
        """
        # What is searched for stands on the page of whoever searches: the other word is the canary.
        sought, word = (f"{kind}{len(self.words):02}zq" for kind in ("sought", "canary"))
        answer = self.ask(capacity, f"acts/{act}", {**fields, text: {"en": f"{sought} {word}"}})
        made = [one["id"] for one in answer["objects"] if one["type"] == kind]
        assert len(made) == 1, f"{act} made {made}"
        self.words[room] = [word, made[0]]
        self.pages[room] = [*pages, f"/search?q={sought}"]
        return made[0]

    def plant(self):
        self.plant_in_the_state()
        self.plant_in_the_directorate()
        self.plant_in_the_committee()
        self.plant_what_is_withheld()
        self.plant_with_few()
        assert set(self.words) == set(ROOMS), set(ROOMS) ^ set(self.words)

    def plant_in_the_state(self):
        case = next(one for one in self.list("mission", "assessments?stage=with-state"))
        this, address = {"assessment": case["id"]}, f"/states/{case['state']}/assessments/{case['cycle']}"
        own = [one["question"] for one in self.list("contributor", f"answers?assessment={case['id']}")]
        free = next(one["question"] for one in self.list("focal-point", f"answers?assessment={case['id']}")
                    if one["question"] not in own and one["by"] != "state")
        answer = {"position": "disagree"}
        self.put("a State's draft answer", "focal-point", "draft-answer", {**this, **answer, "question": free},
                 "reason", "answer", [f"{address}/questions"])
        self.put("an official's answer", "contributor", "draft-answer", {**this, **answer, "question": own[0]},
                 "reason", "answer", [f"{address}/questions"])
        finding = self.list("mission", f"findings?assessment={case['id']}")[0]["id"]
        self.put("a State's draft observation", "mission", "draft-observation", {"about": finding}, "text",
                 "observation", [f"{address}/observations"])
        self.put("a remark within the State", "mission", "discuss-own-question", {**this, "question": free},
                 "text", "remark", [f"{address}/questions"])
        self.case, self.address = case, address

    def plant_in_the_directorate(self):
        case = next(one for one in self.list("expert", "assessments?stage=preparing"))
        this, address = {"assessment": case["id"]}, f"/states/{case['state']}/assessments/{case['cycle']}"
        self.put("a draft finding", "expert", "record-finding",
                 {**this, "requirement": "LEG1", "sort": "shortfall"}, "text", "finding", [address])
        question = self.list("expert", f"answers?assessment={case['id']}")[0]["question"]
        self.put("a note at a question", "expert", "discuss-question", {**this, "question": question},
                 "text", "remark", [f"{address}/questions"])
        letter = self.put("a draft letter of the Directorate", "expert", "draft-communication",
                          {"state": self.case["state"], "letter": "request-for-information"}, "text",
                          "communication", [])
        self.pages["a draft letter of the Directorate"].append(f"/communications/{letter}")
        request = self.put("a draft request", "expert", "draft-request",
                           {"state": self.case["state"], "questions": {"en": "Which?"}}, "subject", "request",
                           ["/requests"])
        self.pages["a draft request"].append(f"/requests/{request}")

    def plant_in_the_committee(self):
        paper = max(self.list("committee-member", "circulations?status=running"), key=lambda one: one["deadline"])
        self.put("a hold", "committee-member", "place-hold", {"circulation": paper["id"]}, "reason", "objection",
                 [f"/circulations/{paper['id']}"])
        letter = self.put("a draft letter of the Committee", "committee-secretary", "draft-communication",
                          {"state": self.case["state"], "letter": "letter-of-the-chair"}, "text",
                          "communication", [])
        self.pages["a draft letter of the Committee"].append(f"/communications/{letter}")

    def plant_what_is_withheld(self):
        """Something that the UN system had read."""
        item = next(one for one in self.list("partner", f"findings?state={self.case['state']}"))
        self.put("why a State withholds", "mission", "withhold-item", {"item": item["id"], "from": "un-system"},
                 "reason", "withholding", ["/withholdings", f"/states/{self.case['state']}"])
        self.words["what a State withholds"] = [item["id"]]
        self.pages["what a State withholds"] = [
            f"/findings/{item['id']}", f"/states/{self.case['state']}", "/withholdings"]

    def plant_with_few(self):
        asked = self.ask("mission", "acts/request-consultation",
                         {"assessment": self.case["id"], "text": {"en": "Those who work in courts"}})
        one = next(made["id"] for made in asked["objects"] if made["type"] == "consultation")
        self.ask("expert", "acts/hold-consultation", {"consultation": one, "heldOn": "2027-01-14"})
        self.put("who was heard", "expert", "record-source", {"consultation": one}, "identity", "source",
                 [f"/consultations/{one}"])
        exercise = self.list("expert", "calibrations?status=open")[0]["id"]
        unit = next(one["id"] for one in self.list("expert", "calibration-units") if one["calibration"] == exercise)
        self.put("a rating of a calibration", "expert", "rate-calibration-unit",
                 {"unit": unit, "value": "partly", "confidence": "low"}, "basis", "calibration-rating",
                 [f"/calibrations/{exercise}"])

    def faults(self, capacity, request, crawled, is_of_the_state=True):
        """What one visitor's pages give away, and what they should have shown and did not.

        - crawled: path to HTML.
        - is_of_the_state: false for those of another State, who see nothing of this one's room.
        """
        addresses = {page for pages in self.pages.values() for page in pages} | {self.address}
        pages = dict(crawled)
        for address in sorted(addresses):
            answer = request.get(address, max_redirects=5)
            assert answer.status in (200, 403, 404), f"{address}: {answer.status}"
            pages[address] = answer.text()
        faults = []
        for room, words in self.words.items():
            may = capacity in ROOMS[room] and (is_of_the_state or capacity not in STATE | {"contributor"})
            # An address that was asked for stands on the answer, whatever that is.
            found = {path for path, html in pages.items()
                     for word in words if word not in path and word in html}
            if found and not may:
                faults.append(f"{room} is on {sorted(found)[:3]}")
            if may and not found & set(self.pages[room]):
                faults.append(f"{room} is not on its own pages")
        return faults
