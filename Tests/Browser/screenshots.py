"""Photographs pages, so that people can look at them: wide, dark, on a phone, in Chinese.

    .venv/bin/python Tests/Browser/screenshots.py DIRECTORY [--capacity expert] [PATH …]

Without paths: one page of each shape that the capacity can reach. With --readme it takes docs/screenshot.png.
"""

import argparse
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Outside"))

import journeys  # noqa: E402
from browser import DESKTOP, PHONE, chromium, signed_in, switch_language, visiting  # noqa: E402
from crawl import Crawl, shape  # noqa: E402
from server import ROOT, serving  # noqa: E402

VIEWS = [
    ("wide", DESKTOP, "light", "en"),
    ("dark", DESKTOP, "dark", "en"),
    ("phone", PHONE, "light", "en"),
    ("chinese", DESKTOP, "light", "zh-Hans"),
]


def name_of(path):
    return re.sub(r"[^A-Za-z0-9]+", "-", path).strip("-") or "desk"


def reachable(watched, world):
    """One path of each shape."""
    pages = Crawl(watched.page.context.request, world.address).run().pages
    return list({shape(path): path for path in reversed(pages)}.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="?", default=".build/screenshots")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--capacity", default="expert", help="or `public`")
    parser.add_argument("--readme", action="store_true", help="take docs/screenshot.png and nothing else")
    chosen = parser.parse_args()
    directory = pathlib.Path(chosen.directory)
    with serving() as world, chromium() as browser:
        row = None if chosen.capacity == "public" else world.sign_in(chosen.capacity)
        with (signed_in(browser, world, row) if row else visiting(browser, world)) as watched:
            page = watched.page
            if chosen.readme:
                page.goto(f"/mandate/{journeys.RESOLUTION}")
                page.screenshot(path=ROOT / "docs/screenshot.png")
                return 0
            directory.mkdir(parents=True, exist_ok=True)
            paths = chosen.paths or reachable(watched, world)
            language = "en"
            for view, size, scheme, wanted in VIEWS:
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                if wanted != language:
                    switch_language(page, wanted)
                    language = wanted
                for path in paths:
                    page.goto(path)
                    page.screenshot(path=directory / f"{name_of(path)}.{view}.png", full_page=True)
    print(f"{len(paths) * len(VIEWS)} pictures in {directory}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
