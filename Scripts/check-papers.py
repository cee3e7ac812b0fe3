#!/usr/bin/env python3
"""Checks the papers: every relative link leads to a file, every file of ours that is named is there."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
NAMED = re.compile(r"`((?:Sources|Tests|Scripts|Packs|Resources|docs|Benchmarks)/[\w./-]+)`")
# Taken from the running product, last.
AWAITED = {"docs/screenshot.png"}


def faults(page):
    text = page.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        path = (page.parent / target).resolve()
        if not path.exists() and str(path.relative_to(ROOT)) not in AWAITED:
            yield f"{page.relative_to(ROOT)}: the link {target} leads nowhere"
    for name in NAMED.findall(text):
        if not (ROOT / name).exists():
            yield f"{page.relative_to(ROOT)}: {name} is not there"


def main():
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("Packs/**/*.md")]
    found = [fault for page in sorted(pages) for fault in faults(page)]
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
