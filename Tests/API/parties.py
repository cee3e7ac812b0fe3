"""Everybody who has a part in a case, at the API: what they ask for, what they do, and what they get."""

import json

DIRECTORATE = {"head", "other head", "expert", "second reader"}
COMMITTEE = {"chair", "member", "secretary"}
STATE = {"mission", "focal point"}
UN_SYSTEM = {"UN partner"}


class Parties:
    """Tokens by part; None is the public."""

    def __init__(self, world):
        self.world = world
        rows = {
            "head": ("head", 0), "other head": ("head", 1), "expert": ("expert", 0),
            "second reader": ("expert", 1), "chair": ("chair", 0), "member": ("committee-member", 0),
            "secretary": ("committee-secretary", 0), "other mission": ("mission", 0),
            "other focal point": ("focal-point", 0), "other contributor": ("contributor", 0),
            "UN partner": ("partner", 0), "other partner": ("partner", 1), "provider": ("provider", 0),
            "researcher": ("researcher", 0), "administrator": ("administrator", 0), "auditor": ("auditor", 0),
        }
        self.tokens = {part: world.sign_in(*row)["token"] for part, row in rows.items()}
        self.tokens["public"] = None
        self.receipts = []

    def take(self, part, email, capacity):
        """Lets somebody without a sign-in take part, by a token from the command line."""
        made = self.world.command("token", "create", "--for", email, "--capacity", capacity)
        self.tokens[part] = made.stdout.strip().splitlines()[-1]

    def get(self, part, path):
        status, _, body = self.world.get(f"/api/v1/{path}", self.tokens[part])
        return status, json.loads(body)

    def read(self, part, path):
        status, answer = self.get(part, path)
        assert status == 200, f"{part} reads {path}: {status} {answer.get('detail')}"
        return answer

    def list(self, part, path):
        """The items of a list that fits into one page."""
        answer = self.read(part, f"{path}{'&' if '?' in path else '?'}limit=200")
        assert answer["total"] == len(answer["items"]), f"{path}: {answer['total']} is not what came"
        return answer["items"]

    def ask(self, part, act, fields, key=None):
        headers = {"Content-Type": "application/json"}
        if key:
            headers["Idempotency-Key"] = key
        status, _, body = self.world.request(
            "POST", f"/api/v1/acts/{act}", json.dumps(fields).encode(), self.tokens[part], headers)
        return status, json.loads(body)

    def act(self, part, act, fields, key=None):
        """Performs an act that must succeed.

        - Returns: the identifiers of the objects that it names, by type; the first of each.
        """
        status, answer = self.ask(part, act, fields, key)
        assert status == 200, f"{part} does {act}: {status} {answer.get('detail')} {answer.get('errors')}"
        assert answer["act"]["name"] == act, answer
        receipt = answer["receipt"]
        assert receipt["kind"] == act and receipt["entry"] == answer["act"]["id"], f"the receipt of {act}"
        assert "index" not in receipt, "a receipt gives no place in the log"
        self.receipts.append(receipt)
        made = {}
        for found in answer["objects"]:
            made.setdefault(found["type"], found["id"])
        return made

    def refused(self, part, act, fields, *expected):
        """An act that must not succeed, with one of these statuses."""
        status, answer = self.ask(part, act, fields)
        assert status in expected, f"{part} does {act}: {status}, not {expected}: {answer}"
        assert answer["status"] == status and answer["detail"], answer
        return answer

    def seen(self, path, *groups):
        """Exactly these read an object; everybody else is told that it is not there, as of one that never was."""
        may = set().union(*groups)
        faults = []
        for part in self.tokens:
            status, answer = self.get(part, path)
            if status != (200 if part in may else 404):
                faults.append(f"{part}: {status}")
            elif status == 404:
                name, identifier = path.split("/")
                absent = self.get(part, f"{name}/{'0' * len(identifier)}")[1]
                if answer != absent:
                    faults.append(f"{part} can tell what is hidden from what is not there")
        assert not faults, f"{path} is for {sorted(may)}: {'; '.join(faults)}"

    def counted(self, resource, case, number, *groups):
        """A list of a case has so many rows for these, and none for others."""
        may = set().union(*groups)
        faults = []
        for part in self.tokens:
            total = self.read(part, f"{resource}?assessment={case}&limit=1")["total"]
            if total != (number if part in may else 0):
                faults.append(f"{part} counts {total}")
        assert not faults, f"{resource} of the case, {number} for {sorted(may)}: {'; '.join(faults)}"
