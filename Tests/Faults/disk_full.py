"""The disk fills up while acts come in: a clear answer, nothing half done, and all goes on once there is room."""

import contextlib
import os
import resource
import shutil
import signal
import subprocess

from case import Case

DISK_MEGABYTES = 24
LEFT_BYTES = 400_000
MOST_ACTS = 3_000


class NoDisk(Exception):
    """No small disk can be had here."""


@contextlib.contextmanager
def small_disk(directory):
    """A file system of a few megabytes at a directory."""
    directory.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "tmpfs", str(directory)],
        capture_output=True, text=True, timeout=30, check=False)
    if done.returncode != 0:
        raise NoDisk(done.stderr.strip() or "mount refused")
    try:
        yield
    finally:
        subprocess.run(["umount", str(directory)], timeout=30, check=True)


def fill(path, directory):
    """Takes all room but a little."""
    room = os.statvfs(directory)
    with open(path, "wb") as ballast:
        ballast.write(b"\0" * max(0, room.f_bavail * room.f_frsize - LEFT_BYTES))


def until_refused(client):
    """Acts until one is not done.

    - Returns: how many were done, and the answer to the one that was not.
    """
    for number in range(MOST_ACTS):
        status, answer = client.record_document(f"Document {number} " + "x" * 400)
        if status != 200:
            return number, status, answer
    raise AssertionError(f"{MOST_ACTS} acts were done on a full disk")


def clear_answer():
    case = Case()
    disk = case.directory / "disk"
    whole = case.data
    try:
        with small_disk(disk):
            case.data = disk / "data"
            shutil.copytree(whole, case.data)
            node = case.node()
            try:
                full_and_room_again(case, node, lambda: fill(disk / "ballast", disk), (disk / "ballast").unlink)
            finally:
                node.kill()
            case.check_record()
    except NoDisk as reason:
        print(f"       no small disk can be had here ({reason}): files are kept from growing instead")
        case.data = whole
        limited_files(case)
    finally:
        case.data = whole
        case.remove()


def limited_files(case):
    """Where nothing can be mounted: the kernel refuses to let the program's files grow."""
    node = case.node(
        restore_signals=False, preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
    size = (case.data / "stocktake.sqlite-wal").stat().st_size + LEFT_BYTES

    def limit(most):
        resource.prlimit(node.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    full_and_room_again(case, node, lambda: limit(size), lambda: limit(resource.RLIM_INFINITY))
    case.check_record()


def full_and_room_again(case, node, fill_up, make_room):
    client = node.client(case.token("expert"))
    before = client.ask("GET", "/api/v1/documents?limit=1")[1]["total"]
    fill_up()
    done, status, answer = until_refused(client)
    assert status in (503, 507), f"after {done} acts: status {status}: {answer}"
    assert answer.get("detail") and answer.get("title"), f"no clear answer: {answer}"
    status, answer = client.ask("GET", "/api/v1/documents?limit=1")
    assert status == 200, f"a list on a full disk: status {status}: {answer}"
    assert answer["total"] == before + done, f"{done} acts done, {answer['total'] - before} documents there"
    make_room()
    status, answer = client.record_document("There is room again")
    assert status == 200, f"with room again: status {status}: {answer}"
