"""A real clamd at a socket of its own: what it finds is refused, and while it is gone nothing goes by unseen."""

import contextlib
import io
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

import openpyxl
from case import Case

SECONDS = 60
# No harm in it: the one signature of this clamd, as EICAR's is of others.
PHRASE = "STOCKTAKE-TEST-SIGNATURE-no-malware-at-all"
NAME = "Stocktake.Test.Signature"
LARGEST = 2 << 20


class Daemon:
    """clamd as a child, with one signature and no database of anybody else's."""

    def __init__(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="stocktake-clamd-"))
        self.socket = self.directory / "ctl"
        self.process = None
        signatures = self.directory / "signatures"
        signatures.mkdir()
        (signatures / "test.ndb").write_text(f"{NAME}:0:*:{PHRASE.encode().hex()}\n", encoding="ascii")
        self.settings = self.directory / "clamd.conf"
        self.settings.write_text(
            f"LocalSocket {self.socket}\nFixStaleSocket yes\nDatabaseDirectory {signatures}\nForeground yes\n"
            f"TemporaryDirectory {self.directory}\nStreamMaxLength {LARGEST}\n", encoding="ascii")

    def start(self):
        program = shutil.which("clamd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
        assert program, "there is no clamd: Scripts/setup.sh test installs clamav-daemon"
        with open(self.directory / "log", "ab") as log:
            self.process = subprocess.Popen([program, "-c", str(self.settings)], stdout=log, stderr=log)
        deadline = time.monotonic() + SECONDS
        while not self.answers():
            said = (self.directory / "log").read_text(errors="replace")[-800:]
            assert self.process.poll() is None and time.monotonic() < deadline, f"clamd did not come up: {said}"
            time.sleep(0.1)

    def answers(self):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.socket))
            line.sendall(b"zPING\0")
            return line.recv(16) == b"PONG\0"
        return False

    def stop(self):
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(timeout=30)
        self.process = None

    def remove(self):
        self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)


def workbook(text):
    """A spreadsheet, which is packed, so that its bytes do not show what it says."""
    book = openpyxl.Workbook()
    book.active["A1"] = text
    target = io.BytesIO()
    book.save(target)
    assert PHRASE.encode() not in target.getvalue()
    return target.getvalue()


class Desk:
    """An expert who sends files to a node."""

    def __init__(self, case, node, server):
        self.case = case
        self.server = server
        self.client = node.client(case.token("expert"))

    def send(self, name, content):
        """Status and answer of one file."""
        return self.client.send("/api/v1/files", content, X_File_Name=name)

    def kept(self):
        """How many files wait, and how many there are."""
        if self.server:
            count = "SELECT (SELECT count(*) FROM staged_file), (SELECT count(*) FROM file)"
            return tuple(int(value) for value in self.server.query(count, self.case.url)[0])
        import sqlite3

        with contextlib.closing(sqlite3.connect(self.case.data / "stocktake.sqlite")) as database:
            waiting = database.execute("SELECT count(*) FROM staged_file").fetchone()[0]
        files = self.case.data / "files"
        return waiting, sum(1 for path in files.rglob("*") if path.is_file()) if files.exists() else 0

    def refused(self, name, content, status, said):
        before = self.kept()
        found, answer = self.send(name, content)
        assert found == status, f"{name}: {found} {answer}"
        assert said in answer["detail"], f"{name}: {answer['detail']}"
        assert self.kept() == before, f"{name}: {before} before, {self.kept()} after"


def looks_at_every_file(server=None):
    case, daemon = Case(server=server), Daemon()
    try:
        daemon.start()
        node = case.node(options=["--scanner", str(daemon.socket)])
        desk = Desk(case, node, server)
        clean = desk.kept()
        status, answer = desk.send("clean.txt", b"An answer.")
        assert status == 200, answer
        waiting, files = desk.kept()
        assert (waiting, files) == (clean[0] + 1, clean[1] + 1), f"{clean} before, {waiting, files} after"
        desk.refused("bad.txt", PHRASE.encode(), 422, NAME)
        desk.refused("bad.txt", b"a" * (1 << 20) + PHRASE.encode(), 422, NAME)
        desk.refused("bad.xlsx", workbook(PHRASE), 422, NAME)
        # More than this clamd takes is not taken for clean.
        desk.refused("long.txt", b"a" * (LARGEST + 1), 503, "scanner")
        daemon.stop()
        desk.refused("clean.txt", b"Another answer.", 503, "scanner")
        daemon.start()
        status, answer = desk.send("clean.txt", b"Another answer.")
        assert status == 200, f"the scanner is back: {status} {answer}"
        desk.refused("bad.txt", PHRASE.encode(), 422, NAME)
        assert node.process.poll() is None, "the server ended"
    finally:
        daemon.remove()
        case.remove()
