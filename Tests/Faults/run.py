"""Faults: killed servers, two nodes, a lost database, a full disk, a newer schema, a scanner that comes and goes,
a lost machine.

    Tests/Faults/run.py [--results FILE] [--only WORD]

KILLS sets how often the stream of acts is interrupted (12). Everything runs on loopback, in temporary directories.
"""

import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Outside"))

import backup_drill  # noqa: E402
import database_gone  # noqa: E402
import disk_full  # noqa: E402
import kill_stream  # noqa: E402
import newer_schema  # noqa: E402
import scanner  # noqa: E402
import two_nodes  # noqa: E402
from case import Server  # noqa: E402
from results import Results  # noqa: E402


def checks(server):
    """Name, what is run, and with what."""
    return [
        ("killed during a stream of acts, SQLite", kill_stream.killed_many_times),
        ("killed during a stream of acts, PostgreSQL", kill_stream.killed_many_times, server),
        ("two nodes keep one record", two_nodes.one_record, server),
        ("the database goes away and comes back", database_gone.goes_and_comes_back, server),
        ("a full disk", disk_full.clear_answer),
        ("a newer schema, SQLite", newer_schema.is_refused),
        ("a newer schema, PostgreSQL", newer_schema.is_refused, server),
        ("a scanner looks at every file, SQLite", scanner.looks_at_every_file),
        ("a scanner looks at every file, PostgreSQL", scanner.looks_at_every_file, server),
        ("backup drill, SQLite to PostgreSQL", backup_drill.lost_and_restored, None, server),
        ("backup drill, PostgreSQL to SQLite", backup_drill.lost_and_restored, server, None),
    ]


def main():
    parser = argparse.ArgumentParser(description="Faults against the built program.")
    parser.add_argument("--results", metavar="FILE", help="where to write PASSED FAILED")
    parser.add_argument("--only", metavar="WORD", default="", help="run the checks whose name holds this")
    chosen = parser.parse_args()
    results = Results()
    server = Server()
    try:
        for name, body, *given in checks(server):
            if chosen.only in name:
                results.run(name, body, *given)
    finally:
        server.remove()
    return results.finish(chosen.results)


if __name__ == "__main__":
    sys.exit(main())
