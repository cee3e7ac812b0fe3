"""Starts the built program on a demonstration world of its own, in a directory that goes away afterwards."""

import contextlib
import json
import os
import pathlib
import select
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


def program():
    """The built program: STOCKTAKE_BIN, or the debug build."""
    path = pathlib.Path(os.environ.get("STOCKTAKE_BIN") or ROOT / ".build/debug/stocktake")
    if not path.exists():
        raise SystemExit(f"{path} is not there: build it with `swift build`, or name it in STOCKTAKE_BIN")
    return str(path)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class World:
    """A demonstration world and the program that serves it; on PostgreSQL where a server is given."""

    def __init__(self, states=12, years=3, server=None):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="stocktake-test-"))
        self.data = self.directory / "data"
        self.key = self.directory / "key"
        self.log = self.directory / "serve.log"
        self.process = None
        self.address = None
        self.data.mkdir()
        self.url = server.database() if server else None
        self.command("demo", "--states", str(states), "--years", str(years), timeout=300)
        self.sign_ins = json.loads((self.data / "sign-ins.json").read_text(encoding="utf-8"))

    def place(self):
        """The options that say where the data are."""
        words = ["--data", str(self.data), "--signing-key", str(self.key)]
        return words + (["--database", self.url] if self.url else [])

    def command(self, *words, timeout=120, check=True):
        """Runs the program on this world.

        - Returns: the finished process, with its output as text.
        """
        done = subprocess.run(
            [program(), *words, *self.place()],
            capture_output=True, text=True, timeout=timeout, check=False, cwd=ROOT)
        if check and done.returncode != 0:
            raise RuntimeError(
                f"stocktake {' '.join(words)}: status {done.returncode}: {done.stderr.strip()[-800:]}")
        return done

    def start(self, seconds=60):
        """Serves; returns once the program has said its address and answers there."""
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [program(), "serve", "--port", str(port), *self.place(),
                 "--resources", str(ROOT / "Resources")],
                stdout=subprocess.PIPE, stderr=log, cwd=ROOT)
        until = time.monotonic() + seconds
        said = b""
        while b"http://" not in said:
            left = until - time.monotonic()
            if left <= 0 or self.process.poll() is not None:
                raise RuntimeError(f"serve did not come up: {said!r} {self.errors()}")
            ready, _, _ = select.select([self.process.stdout], [], [], left)
            if ready:
                said += os.read(self.process.stdout.fileno(), 4096)
        with urllib.request.urlopen(f"{self.address}/health/ready", timeout=10) as answer:
            assert answer.status == 200
        return self

    def stop(self, seconds=20):
        """Ends the server as an operator would.

        - Returns: its exit status; -9 if it had to be killed.
        """
        if self.process is None:
            return None
        self.process.terminate()
        try:
            status = self.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = self.process.wait(timeout=seconds)
        self.process.stdout.close()
        self.process = None
        return status

    def errors(self):
        """The end of what the server wrote to its log."""
        with contextlib.suppress(OSError):
            return self.log.read_text(encoding="utf-8", errors="replace")[-1500:]
        return ""

    def remove(self):
        self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)

    def sign_in(self, capacity, position=0):
        """The row of sign-ins.json for a capacity: person, email, password, capacity, about, token."""
        rows = [row for row in self.sign_ins if row["capacity"] == capacity]
        assert len(rows) > position, f"sign-ins.json has no {capacity} number {position + 1}"
        return rows[position]

    def get(self, path, token=None, accept="application/json"):
        """One GET.

        - Returns: status, headers, body as bytes; errors of HTTP are answers like others.
        """
        return self.request("GET", path, token=token, headers={"Accept": accept})

    def request(self, method, path, body=None, token=None, headers=None):
        request = urllib.request.Request(self.address + path, data=body, method=method, headers=headers or {})
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.headers, answer.read()


@contextlib.contextmanager
def serving(**settings):
    """A served world for the length of a block."""
    world = World(**settings)
    try:
        yield world.start()
    finally:
        world.remove()
