"""A small invented case on either engine, the nodes that serve it, and what is asked of them."""

import contextlib
import http.client
import json
import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Outside"))

from postgres import Server  # noqa: E402, F401
from server import ROOT, free_port, program  # noqa: E402


class Case:
    """A demonstration world in a directory of its own; on PostgreSQL where a server is given."""

    def __init__(self, server=None, states=6, years=1):
        self.server = server
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="stocktake-faults-"))
        self.data = self.directory / "data"
        self.key = self.directory / "key"
        self.url = server.database() if server else None
        self.nodes = []
        self.command("demo", "--states", str(states), "--years", str(years), timeout=300)
        self.sign_ins = json.loads((self.data / "sign-ins.json").read_text(encoding="utf-8"))

    def place(self):
        """The options that say where the data are."""
        words = ["--data", str(self.data), "--signing-key", str(self.key)]
        return words + (["--database", self.url] if self.url else [])

    def command(self, *words, timeout=300, check=True):
        done = subprocess.run(
            [program(), *words, *self.place()], capture_output=True, text=True, timeout=timeout, check=False,
            cwd=ROOT)
        if check and done.returncode != 0:
            raise AssertionError(
                f"stocktake {' '.join(words)}: status {done.returncode}: {done.stderr.strip()[-800:]}")
        return done

    def token(self, capacity):
        return next(row["token"] for row in self.sign_ins if row["capacity"] == capacity)

    def node(self, **settings):
        """A new node that serves this case."""
        node = Node(self, **settings)
        self.nodes.append(node)
        return node.start()

    def check_record(self):
        """The log verifies and replays, by the program and, on SQLite, by the verifier in Python."""
        self.command("record", "verify")
        self.command("record", "replay")
        if self.url is None:
            verifier = ROOT / "Tests/Verifier/verify_record.py"
            done = subprocess.run(
                [sys.executable, str(verifier), "--sqlite", str(self.data / "stocktake.sqlite")],
                capture_output=True, text=True, timeout=300, check=False)
            assert done.returncode == 0, f"the second verifier: {(done.stdout + done.stderr)[-800:]}"

    def remove(self):
        for node in self.nodes:
            node.kill()
        shutil.rmtree(self.directory, ignore_errors=True)


class Node:
    """One `stocktake serve`, which may be killed and started again on the same port."""

    def __init__(self, case, options=(), **process_settings):
        self.case = case
        self.options = options
        self.port = free_port()
        self.log = case.directory / f"serve-{self.port}.log"
        self.process = None
        self.process_settings = process_settings

    def start(self, seconds=60):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [program(), "serve", "--port", str(self.port), "--resources", str(ROOT / "Resources"),
                 *self.options, *self.case.place()],
                stdout=subprocess.PIPE, stderr=log, **self.process_settings)
        until = time.monotonic() + seconds
        said = b""
        while b"http://" not in said:
            left = until - time.monotonic()
            if left <= 0 or self.process.poll() is not None:
                raise AssertionError(f"serve did not come up: {said!r} {self.errors()}")
            ready, _, _ = select.select([self.process.stdout], [], [], left)
            if ready:
                said += os.read(self.process.stdout.fileno(), 4096)
        return self

    def errors(self):
        return self.log.read_text(encoding="utf-8", errors="replace")[-1500:]

    def kill(self):
        """As a power cut would, seen from the program."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=30)
        self.process.stdout.close()
        self.process = None

    def client(self, token=None):
        return Client(self.port, token)


class Client:
    """One kept connection to a node."""

    def __init__(self, port, token):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.token = token

    def ask(self, method, path, body=None, **headers):
        """Status and the answer, decoded where it is JSON.

        Raises OSError or http.client.HTTPException where the server went away.
        """
        sent = {"Accept": "application/json"}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            sent["Content-Type"] = "application/json"
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        return self.exchange(method, path, json.dumps(body) if body is not None else None, sent)

    def send(self, path, content, **headers):
        """POST of bytes as they are."""
        sent = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/octet-stream"}
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        return self.exchange("POST", path, content, sent)

    def exchange(self, method, path, body, headers):
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        raw = answer.read()
        if "json" in (answer.getheader("Content-Type") or ""):
            return answer.status, json.loads(raw)
        return answer.status, raw.decode("utf-8", errors="replace")

    def record_document(self, title, key=None):
        """The act that these tests stream."""
        headers = {"Idempotency_Key": key} if key else {}
        body = {"title": title, "kind": "letter", "issuedOn": "2024-01-15"}
        return self.ask("POST", "/api/v1/acts/record-document", body, **headers)

    def close(self):
        self.connection.close()


LOST = (OSError, http.client.HTTPException, json.JSONDecodeError)


@contextlib.contextmanager
def served(**settings):
    """A case with one node, for the length of a block."""
    case = Case(**settings)
    try:
        yield case, case.node()
    finally:
        case.remove()
