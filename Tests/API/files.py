"""A large file by a browser's form: it arrives whole, and costs the server no memory."""

import hashlib
import json
import pathlib
import re

import visitor

MEGABYTE = 1 << 20
# Enough to be told from what a server takes anyway, and little enough to be hashed often.
LARGE = 16 * MEGABYTE


def peak(world):
    """The most memory that the server ever held, in bytes, as the kernel counts it."""
    status = pathlib.Path(f"/proc/{world.process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1)) * 1024


def large_costs_no_memory(world):
    row = world.sign_in("expert")
    cases = json.loads(world.get("/api/v1/assessments?limit=200", row["token"])[2])["items"]
    case = next(case for case in cases if case["stage"] in ("preparing", "with-state", "revised"))
    answers = json.loads(world.get(f"/api/v1/answers?assessment={case['id']}&limit=200", row["token"])[2])["items"]
    answer = next(answer for answer in answers if answer["by"] == "directorate")
    place = f"/files/for/{answer['id']}"
    content = b"%PDF-1.7\n" + b"x" * LARGE
    with visitor.signed_in(world, row) as person:

        def send(title, body):
            _, fields = person.form(place, "/files/for/")
            fields.pop("file", None)
            status, page, address = person.send_file(place, {**fields, "title": title}, "file", body, "a file.pdf")
            assert status == 200 and address == f"/answers/{answer['id']}", f"{status} at {address}: {page[:500]}"

        # What the first upload of all costs, the second does not.
        send("Small", b"%PDF-1.7\nsmall")
        before = peak(world)
        send("Large", content)
        grown = peak(world) - before
        assert grown < LARGE // 2, f"the upload took {grown // MEGABYTE} MB"
    found = json.loads(world.get(f"/api/v1/evidence?assessment={case['id']}&limit=200", row["token"])[2])["items"]
    hashes = [one["sha256"] for one in found if one["size"] == len(content)]
    assert hashes == [hashlib.sha256(content).hexdigest()], hashes
    # Downloaded it is the same, and costs no more.
    one = next(one for one in found if one["size"] == len(content))
    before = peak(world)
    status, _, body = world.get(f"/api/v1/files/{one['id']}", row["token"])
    assert status == 200 and body == content, f"{status}, {len(body)} bytes"
    assert peak(world) - before < LARGE // 2, "the download took memory"


def walk(world, results, engine):
    results.run(f"files on {engine}: a large one costs no memory", large_costs_no_memory, world)
