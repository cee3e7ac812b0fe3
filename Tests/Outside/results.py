"""Counts checks: each has a name, and where it fails, sentences that say what is wrong."""

import sys
import time
import traceback


class Faults(Exception):
    """Several things wrong at once.

    - faults: a sentence each.
    """

    def __init__(self, faults):
        super().__init__("; ".join(faults))
        self.faults = faults


class Results:
    """What was checked so far. A fault that many pages share is printed once."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self._said = {}

    def check(self, name, faults=()):
        """Counts one check; it passed if there are no faults."""
        faults = list(faults)
        if not faults:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {name}", file=sys.stderr)
        news = [fault for fault in faults if self._said.setdefault(fault, name) == name]
        for fault in news[:12]:
            print(f"       {fault}", file=sys.stderr)
        if len(news) > 12:
            print(f"       and {len(news) - 12} more", file=sys.stderr)
        if len(news) < len(faults):
            known = next(fault for fault in faults if fault not in news)
            print(f"       {len(faults) - len(news)} as at {self._said[known]}", file=sys.stderr)

    def run(self, name, body, *arguments):
        """Runs a check that fails by raising."""
        began = time.monotonic()
        try:
            body(*arguments)
        except Faults as found:
            self.check(name, found.faults)
            return False
        except AssertionError as fault:
            place = traceback.extract_tb(fault.__traceback__)[-1]
            self.check(name, [f"{fault or place.line} ({place.filename}:{place.lineno})"])
            return False
        except Exception as fault:  # a check that cannot be made is a failed check
            place = traceback.extract_tb(fault.__traceback__)
            ours = [frame for frame in place if "/Tests/" in frame.filename] or place
            self.check(name, [f"{type(fault).__name__}: {fault}", f"at {ours[-1].filename}:{ours[-1].lineno}"])
            return False
        self.check(name)
        print(f"       {name} ({time.monotonic() - began:.1f} s)")
        return True

    def finish(self, path):
        """Writes the counts where Scripts/test.sh reads them.

        - Returns: the exit status.
        """
        print(f"{self.passed} passed, {self.failed} failed")
        if path:
            with open(path, "w", encoding="ascii") as file:
                print(self.passed, self.failed, file=file)
        return 1 if self.failed or not self.passed else 0
