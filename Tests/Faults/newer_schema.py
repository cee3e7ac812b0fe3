"""A database of a newer program: this one refuses it in one sentence, and leaves it as it is."""

import sqlite3
import subprocess

from case import ROOT, Case, free_port, program

INSERT = "INSERT INTO schema_migration (number, name, sha256) VALUES (999, 'later', 'unknown')"


def is_refused(server=None):
    case = Case(server=server)
    try:
        if server:
            server.query(INSERT, case.url)
        else:
            with sqlite3.connect(case.data / "stocktake.sqlite") as connection:
                connection.execute(INSERT)
            connection.close()
        serve = ["serve", "--port", str(free_port()), "--resources", str(ROOT / "Resources")]
        for words in (serve, ["record", "replay"]):
            done = subprocess.run(
                [program(), *words, *case.place()], capture_output=True, text=True, timeout=60, check=False)
            said = done.stderr.strip()
            assert done.returncode in (65, 69), f"{words[0]}: status {done.returncode}: {said}"
            assert len(said.splitlines()) == 1, f"{words[0]}: more than a sentence: {said}"
            assert "newer" in said, f"{words[0]} does not say what to do: {said}"
    finally:
        case.remove()
