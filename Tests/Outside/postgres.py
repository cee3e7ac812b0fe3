"""A PostgreSQL server for the length of a test, on loopback, in a directory that goes away afterwards."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile

from server import ROOT

POSTGRES = ROOT / "Tests/Setup/postgres.sh"


class Server:
    """A PostgreSQL server of our own; each world gets a database in it."""

    def __init__(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="stocktake-test-postgres-"))
        self.url = self.script("start", "--until", str(os.getpid()))
        self.made = 0

    def script(self, command, *words):
        done = subprocess.run(
            ["bash", str(POSTGRES), command, str(self.directory), *words],
            capture_output=True, text=True, timeout=120, check=True)
        return done.stdout.strip()

    def start(self):
        self.script("start", "--until", str(os.getpid()))

    def stop(self):
        self.script("stop")

    def query(self, sql, url=None):
        """Rows as lists of text."""
        done = subprocess.run(
            ["psql", url or self.url, "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", sql],
            capture_output=True, text=True, timeout=60, check=True)
        return [line.split("\t") for line in done.stdout.splitlines() if line]

    def database(self):
        """The URL of a new empty database."""
        self.made += 1
        name = f"case_{self.made}"
        self.query(f"CREATE DATABASE {name}")
        return self.url.rsplit("/", 1)[0] + "/" + name

    def remove(self):
        with contextlib.suppress(subprocess.SubprocessError):
            self.script("kill")
        shutil.rmtree(self.directory, ignore_errors=True)
