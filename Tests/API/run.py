"""The API, the record and the feeds, judged by other people's programs against the running product."""

import argparse
import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Outside"))

import calibration  # noqa: E402
import files  # noqa: E402
import history  # noqa: E402
import icalendar  # noqa: E402
import spreadsheet  # noqa: E402
import thread  # noqa: E402
import vobject  # noqa: E402
from openapi_spec_validator import OpenAPIV31SpecValidator  # noqa: E402
from postgres import Server  # noqa: E402
from results import Results  # noqa: E402
from server import ROOT, serving  # noqa: E402

TOOLS = pathlib.Path(sys.executable).parent


def document_is_valid(world):
    """/api/openapi.json is OpenAPI 3.1 and names every resource's list."""
    status, headers, body = world.get("/api/openapi.json")
    assert status == 200, f"status {status}"
    assert headers.get_content_type() == "application/json", headers.get_content_type()
    document = json.loads(body)
    assert document["openapi"].startswith("3.1"), document["openapi"]
    faults = [f"{'/'.join(map(str, fault.path))}: {fault.message}"
              for fault in OpenAPIV31SpecValidator(document).iter_errors()]
    assert not faults, "; ".join(faults[:5])
    assert all(path.startswith("/api/v1/") for path in document["paths"]), sorted(document["paths"])


def every_operation_is_told_apart(world):
    """Each operation has an identifier of its own and says what a refusal looks like."""
    document = json.loads(world.get("/api/openapi.json")[2])
    names = []
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method not in ("get", "post", "put", "delete", "patch"):
                continue
            names.append(operation["operationId"])
            answers = operation["responses"]
            assert any(status.startswith(("4", "default")) for status in answers), f"{method} {path}: {answers}"
    assert len(names) == len(set(names)), "an operationId stands twice"


def explored(world, capacity, examples):
    """Schemathesis finds no server error and no answer outside its schema."""
    command = [
        str(TOOLS / "schemathesis"), "run", f"{world.address}/api/openapi.json", "--workers", "1",
        "--max-examples", str(examples), "--phases", "examples,coverage,fuzzing", "--seed", "20",
        "--generation-database", "none", "--request-timeout", "20", "--no-color", "--max-failures", "20",
        "--suppress-health-check", "all",
        "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,"
                    "response_headers_conformance,response_schema_conformance",
    ]
    if capacity:
        command += ["--header", f"Authorization: Bearer {world.sign_in(capacity)['token']}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=400, cwd=world.directory, check=False)
    found = done.stdout.partition("FAILURES")[2].partition("WARNINGS")[0] or done.stdout[-2500:]
    assert done.returncode == 0, f"schemathesis, status {done.returncode}:\n{found[:6000]}\n{done.stderr[-500:]}\n{world.errors()}"


def lists_are_walked_by_their_cursor(world):
    """Following `next` brings every object once, and as many as `total` says."""
    token = world.sign_in("expert")["token"]
    for resource in ("states", "requirements", "paragraphs", "duties", "assessments", "findings", "answers"):
        seen, cursor, total, pages = [], None, None, 0
        while pages < 400:
            path = f"/api/v1/{resource}?limit=7" + (f"&cursor={cursor}" if cursor else "")
            status, _, body = world.get(path, token)
            assert status == 200, f"{path}: status {status} {body[:200]}"
            answer = json.loads(body)
            seen += [item["id"] for item in answer["items"]]
            total, cursor, pages = answer["total"], answer["next"], pages + 1
            if cursor is None:
                break
        assert len(seen) == len(set(seen)) == total, f"{resource}: {len(seen)} walked, total {total}"
        assert total > 0, f"{resource}: the world has none, which proves nothing"


def what_is_not_visible_is_not_there(world):
    """A person whom an administrator reads answers the public exactly as one who never was."""
    token = world.sign_in("administrator")["token"]
    people = json.loads(world.get("/api/v1/people?limit=1", token)[2])["items"]
    assert people, "the administrator sees nobody, which proves nothing"
    hidden = world.get(f"/api/v1/people/{people[0]['id']}")
    absent = world.get("/api/v1/people/" + "0" * len(people[0]["id"]))
    assert hidden[0] == absent[0] == 404, f"{hidden[0]} and {absent[0]}"
    assert hidden[2] == absent[2], f"the answers differ: {hidden[2][:200]} {absent[2][:200]}"


def refusals_are_problems(world):
    """Errors are application/problem+json, with status, title and what to do."""
    expert = world.sign_in("expert")["token"]
    act = "/api/v1/acts/propose-duty"
    kind = {"Content-Type": "application/json"}
    cases = [
        (401, "act without a token", world.request("POST", act, b"{}", None, kind)),
        (401, "no token of ours", world.get("/api/v1/duties", "not-a-token")),
        (404, "no such duty", world.get("/api/v1/duties/none-such", expert)),
        (404, "no such resource", world.get("/api/v1/none-such", expert)),
        (404, "no such act", world.request("POST", "/api/v1/acts/none-such", b"{}", expert, kind)),
        (422, "fields missing", world.request("POST", act, b"{}", expert, kind)),
        (400, "no JSON", world.request("POST", act, b"{", expert, kind)),
        (403, "not for this capacity", world.request("POST", "/api/v1/acts/add-person", b"{}", expert, kind)),
    ]
    faults = []
    for expected, name, (status, headers, body) in cases:
        if status != expected or headers.get_content_type() != "application/problem+json":
            faults.append(f"{name}: expected {expected}, got {status} {headers.get_content_type()}: {body[:120]}")
            continue
        problem = json.loads(body)
        assert problem["status"] == status and problem["title"] and problem["detail"], problem
        if status == 422:
            assert problem["errors"] and all(fault["field"] and fault["message"] for fault in problem["errors"])
    assert not faults, "; ".join(faults)


def every_act_is_described(world):
    """The catalogue names each act, and each has an address of its own that says the same."""
    acts = json.loads(world.get("/api/v1/acts")[2])["items"]
    assert acts, "no act"
    faults = []
    for act in acts:
        status, _, body = world.get(f"/api/v1/acts/{act['name']}")
        if status != 200 or json.loads(body) != act:
            faults.append(f"{act['name']}: {status} {body[:80]}")
        elif not act["paragraphs"] and act["name"] != "adopt-pack":
            faults.append(f"{act['name']} rests on no paragraph")
    assert not faults, "; ".join(faults)


def feed_is_read_by_others(world, address):
    """The calendar feed is iCalendar to two independent readers, and both find the same events."""
    status, headers, body = world.get(address, accept="text/calendar")
    assert status == 200, f"status {status}"
    assert headers.get_content_type() == "text/calendar", headers.get_content_type()
    assert all(len(line) <= 75 for line in body.split(b"\r\n")), "a line is longer than 75 bytes"
    events = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert events, "no event, which proves nothing"
    names = {str(event["UID"]) for event in events}
    assert len(names) == len(events), "a UID stands twice"
    assert all("DTSTAMP" in event and "DTSTART" in event and "SUMMARY" in event for event in events)
    other = vobject.readOne(body.decode("utf-8"))
    assert {event.uid.value for event in other.vevent_list} == names, "the two readers disagree"


def feed_address(world):
    """Makes a feed at the account page, as an expert does, and returns its path."""
    import visitor

    with visitor.signed_in(world, world.sign_in("expert")) as person:
        return person.make_feed()


def second_verifier_agrees(world):
    """The verifier in Python's standard library confirms the record that is being served."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "Tests/Verifier/verify_record.py"), "--sqlite",
         str(world.data / "stocktake.sqlite")],
        capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-500:]
    ours = world.command("record", "verify")
    root = re.search(r"root ([0-9a-f]{4,})", ours.stdout)
    assert root and root.group(1)[:4] in done.stdout, f"{ours.stdout} {done.stdout}"


def ends_cleanly(world):
    """SIGTERM ends the server with status 0, and the record still verifies."""
    status = world.stop()
    assert status == 0, f"status {status}: {world.errors()}"
    world.command("record", "verify")
    world.start()


def walk_a_case(results, walk):
    """One case through every wall, on both engines, each in a world of its own."""
    with serving(states=30, years=1) as world:
        walk(world, results, "SQLite")
    server = Server()
    try:
        with serving(states=30, years=1, server=server) as world:
            walk(world, results, "PostgreSQL")
    finally:
        server.remove()


def walk_workbooks(results, *walks):
    """What was filled in elsewhere, on both engines."""
    with serving() as world:
        for walk in walks:
            walk(world, results, "SQLite")
    server = Server()
    try:
        with serving(server=server) as world:
            for walk in walks:
                walk(world, results, "PostgreSQL")
    finally:
        server.remove()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", help="file for the two counts")
    parser.add_argument("--examples", type=int, default=10, help="examples per operation and phase")
    parser.add_argument("--only", default="", help="run checks whose name contains this")
    chosen = parser.parse_args()
    results = Results()
    with serving() as world:
        checks = [
            ("the OpenAPI document is valid", document_is_valid, world),
            ("every operation is told apart", every_operation_is_told_apart, world),
            ("lists are walked by their cursor", lists_are_walked_by_their_cursor, world),
            ("what is not visible is not there", what_is_not_visible_is_not_there, world),
            ("refusals are problem documents", refusals_are_problems, world),
            ("every act is described", every_act_is_described, world),
            ("the calendar feed is read by others",
             lambda world: feed_is_read_by_others(world, feed_address(world)), world),
            ("schemathesis, nobody signed in", explored, world, None, chosen.examples),
            ("schemathesis, an expert", explored, world, "expert", chosen.examples),
            ("the second verifier agrees after all that", second_verifier_agrees, world),
            ("the server ends cleanly and starts again", ends_cleanly, world),
        ]
        for name, body, *arguments in checks:
            if chosen.only in name:
                results.run(name, body, *arguments)
        faults = [line for line in world.log.read_text(errors="replace").splitlines() if "Fatal error" in line]
        results.check("the server's log names no fatal error", faults)
    for name, walk in (("the thread", thread.walk), ("the calibration", calibration.walk)):
        if chosen.only in name:
            walk_a_case(results, walk)
    known = (("spreadsheet", spreadsheet.walk), ("history", history.walk), ("files", files.walk))
    walks = [walk for name, walk in known if chosen.only in name]
    if walks:
        walk_workbooks(results, *walks)
    return results.finish(chosen.results)


if __name__ == "__main__":
    sys.exit(main())
