"""Pages and saves of assessments beside few and many answers, in one run.

    Benchmarks/assessing.py BINARIES DIRECTORY [DATABASE]

With the URL of an empty PostgreSQL database all of it is measured there, but for size. BINARIES holds `stocktake` and `bench`, built for release. A demonstration world with 193 States is filled by acts with
ten cycles of 400 answers for the first STATES of them (12, then 48; `STATES="12 48 193"` for all), and each page is
measured each time: CPU of the server per answer, so that other work on the machine does not count. Prints rows of
run.sh's table.
"""

import contextlib
import gzip
import json
import os
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

from serving import ROOT, Running, free_port, row, session

ROUNDS = 20
STATES = [int(word) for word in os.environ.get("STATES", "12 48").split()]
EDITORS = 16
EDITING_SECONDS = int(os.environ.get("EDITING_SECONDS", "20"))


class Filled:
    """The served world, stopped while it is filled."""

    def __init__(self, binaries, directory, database=None):
        name = "assessing-server" if database else "assessing"
        self.binaries, self.data, self.key = binaries, directory / name, directory / f"{name}-key"
        self.database = database
        self.place = ["--data", str(self.data), "--signing-key", str(self.key)]
        self.place += ["--database", database] if database else []
        subprocess.run(
            [str(binaries / "stocktake"), "demo", "--states", "193", *self.place],
            stdout=subprocess.DEVNULL, check=True, timeout=600, cwd=ROOT)
        self.sign_ins = json.loads((self.data / "sign-ins.json").read_text(encoding="utf-8"))
        self.server = None

    def fill(self, first, last):
        before = self.bytes()
        said = subprocess.run(
            [str(self.binaries / "bench"), "fill", str(ROOT), self.database or str(self.data), str(first), str(last)],
            capture_output=True, text=True, check=True)
        print(said.stdout, end="", flush=True)
        return (self.bytes() - before) / max(1, (last - first) * 4_000)

    def bytes(self):
        """What the tables and indexes take, without those of the search and without what waits in the log."""
        if self.database:
            return 0
        with contextlib.closing(sqlite3.connect(self.data / "stocktake.sqlite")) as connection:
            return connection.execute("SELECT sum(pgsize) FROM dbstat WHERE name NOT LIKE 'search%'").fetchone()[0]

    def __enter__(self):
        port = free_port()
        self.server = Running(
            [str(self.binaries / "stocktake"), "serve", "--port", str(port), "--resources", str(ROOT / "Resources"),
             *self.place], port, "/health/ready")
        self.expert = next(one for one in self.sign_ins if one["capacity"] == "expert")
        return self

    def __exit__(self, *_):
        self.server.stop()

    def ask(self, path, body=None, cookie=None):
        headers = {"Accept-Encoding": "identity"}
        if cookie:
            headers["Cookie"] = cookie.split(": ", 1)[1]
        else:
            headers |= {"Authorization": f"Bearer {self.expert['token']}", "Content-Type": "application/json"}
        data = json.dumps(body).encode() if body is not None else None
        with urllib.request.urlopen(
                urllib.request.Request(self.server.address + path, data, headers), timeout=120) as answer:
            return answer.read()

    def cost(self, asking):
        """CPU of the server for one answer, in milliseconds."""
        asking()
        before = self.server.cpu_seconds()
        for _ in range(ROUNDS):
            asking()
        return (self.server.cpu_seconds() - before) / ROUNDS * 1000


def last_case(world, state):
    found = json.loads(world.ask(f"/api/v1/assessments?state={state}&limit=50"))["items"]
    # Those from before the software are counted by years.
    return max((one for one in found if not one["historic"]), key=lambda one: one["cycle"])


def save(world, case, question="DIS1"):
    return world.ask("/api/v1/acts/record-answer", {
        "assessment": case["id"], "question": question, "value": "partly", "source": "state", "confidence": "medium",
        "explanation": {"en": "By law, as amended last year; the decree that carries it out is not published yet."}})


def rated_questions(world, case):
    """Questions that are answered on the scale, one for each editor."""
    fit = []
    for number in range(1, 78):
        try:
            save(world, case, f"DIS{number}")
        except urllib.error.HTTPError as refusal:
            if refusal.code != 422:
                raise
        else:
            fit.append(f"DIS{number}")
        if len(fit) == EDITORS:
            return fit
    raise SystemExit("too few questions are answered on the scale")


def editing(world, case):
    """Open loop: each editor saves once a second whatever the answers take.

    - Returns: the 99th percentile in milliseconds.
    """
    took, lock = [], threading.Lock()
    questions = rated_questions(world, case)

    def editor(number):
        begin = time.monotonic() + number / EDITORS
        for second in range(EDITING_SECONDS):
            time.sleep(max(0.0, begin + second - time.monotonic()))
            asked = begin + second
            save(world, case, questions[number])
            with lock:
                took.append((time.monotonic() - asked) * 1000)

    editors = [threading.Thread(target=editor, args=(number,)) for number in range(EDITORS)]
    for one in editors:
        one.start()
    for one in editors:
        one.join()
    return statistics.quantiles(took, n=100)[98]


def measure(world, size, former):
    cookie = session(world.server, world.expert)
    case = last_case(world, world.first)
    paths = {
        "questionnaire page": (f"/states/{world.first}/assessments/{case['cycle']}/questions", 20),
        "State page": (f"/states/{world.first}", 30), "board": ("/assessments", 50),
    }
    found = {}
    for name, (path, most) in paths.items():
        found[name] = world.cost(lambda path=path: world.ask(path, cookie=cookie))
        against = found[name] / former[name] if name in former else None
        row(f"{name} beside {size} answers", f"<= {most} ms CPU", f"{found[name]:.1f} ms CPU", against,
            found[name] <= most)
    page = world.ask(paths["questionnaire page"][0], cookie=cookie)
    small = len(gzip.compress(page, 6))
    row("questionnaire page, size", "< 700 kB, 100 kB compressed", f"{len(page) / 1000:.0f} kB, {small / 1000:.0f} kB",
        None, len(page) < 700_000 and small < 100_000)
    found["saving"] = world.cost(lambda: save(world, case))
    row(f"saving one answer beside {size}", "<= 3 ms CPU", f"{found['saving']:.1f} ms CPU",
        found["saving"] / former["saving"] if former else None, found["saving"] <= 3)
    slowest, most = editing(world, case), 30 if world.database else 20
    row(f"{EDITORS} editors, a save a second each, beside {size}", f"p99 < {most} ms", f"{slowest:.1f} ms", None,
        slowest < most)
    begin = time.monotonic()
    sheet = world.ask(f"/api/v1/assessments/{case['id']}/spreadsheet")
    took = (time.monotonic() - begin) * 1000
    row(f"one assessment as a spreadsheet ({len(sheet) / 1000:.0f} kB) beside {size}", "< 1 s", f"{took:.0f} ms", None,
        took < 1000)
    return found


def main():
    binaries, directory = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    world = Filled(binaries, directory, sys.argv[3] if len(sys.argv) > 3 else None)
    done, former = 0, {}
    for states in STATES:
        each = world.fill(done, states)
        if not world.database:
            row(f"one answer, database, record and indexes, {states} States", "< 2000 B", f"{each:.0f} B", None,
                each < 2_000)
        done = states
        with world:
            world.first = json.loads(world.ask("/api/v1/states?limit=1"))["items"][0]["id"]
            former = measure(world, states * 4_000, former)


if __name__ == "__main__":
    main()
