"""The running product in headless Chromium: every page that can be reached, and the journeys people make."""

import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Outside"))

import journeys  # noqa: E402
from browser import DESKTOP, PHONE, chromium, signed_in, switch_language, visiting  # noqa: E402
from canaries import Canaries  # noqa: E402
from crawl import Crawl, shape  # noqa: E402
from judges import axe_faults, markup_faults, width_faults, word_faults  # noqa: E402
from results import Faults, Results  # noqa: E402
from server import serving  # noqa: E402

# Pages of one shape differ little between capacities: this many of them are opened in the browser, and one as the
# public sees it.
OPENED_PER_SHAPE = 2
PUBLIC = "public"
# Those who see most and may do most come first.
FIRST = ["expert", "head", "administrator", "committee-secretary", "mission"]


def crawl_everything(browser, world, results):
    """Follows links in every capacity and as nobody; what is said in each room stands on nobody else's pages.

    - Returns: paths to open in the browser, by capacity; HTML of all pages, by capacity and path.
    """
    chosen, markup, opened = {}, {}, {}
    canaries = Canaries(world)
    rows = {row["capacity"]: row for row in reversed(world.sign_ins)}
    order = FIRST + sorted(set(rows) - set(FIRST))
    for capacity, row in [(PUBLIC, None), *((capacity, rows[capacity]) for capacity in order)]:
        with (signed_in(browser, world, row) if row else visiting(browser, world)) as watched:
            request = watched.page.context.request
            crawl = Crawl(request, world.address).run(("/",) if row else ("/", "/sign-in"))
            given_away = canaries.faults(capacity, request, crawl.pages)
        results.check(f"every link leads somewhere ({capacity}, {len(crawl.pages)} pages)", crawl.faults)
        results.check(f"every room keeps what is said in it ({capacity})", given_away)
        for path, html in crawl.pages.items():
            # The desk is a different page in every capacity.
            kind = f"{capacity} {shape(path)}" if path == "/" or capacity == PUBLIC else shape(path)
            if opened.get(kind, 0) < (1 if capacity == PUBLIC else OPENED_PER_SHAPE):
                opened[kind] = opened.get(kind, 0) + 1
                chosen.setdefault(capacity, []).append(path)
                markup[f"{capacity} {path}"] = html
    for capacity in ("mission", "focal-point"):
        with signed_in(browser, world, world.sign_in(capacity, 1)) as watched:
            given_away = canaries.faults(capacity, watched.page.context.request, {}, is_of_the_state=False)
        results.check(f"every room keeps what is said in it (another State's {capacity})", given_away)
    return chosen, markup


def judge_pages(browser, world, results, chosen):
    """Opens each page light and wide, dark, on a phone, and in Chinese."""
    rows = {row["capacity"]: row for row in reversed(world.sign_ins)}
    for capacity, paths in chosen.items():
        row = rows.get(capacity)
        with (signed_in(browser, world, row) if row else visiting(browser, world)) as watched:
            watched.taken()
            for path in paths:
                results.run(f"{capacity} {path}", judge_page, watched, path)


def judge_page(watched, path):
    page = watched.page
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="light")
    answer = page.goto(path)
    assert answer.status == 200, f"status {answer.status}"
    faults = word_faults(page, "en")
    seen = axe_faults(page)
    faults += seen
    for view in ("dark", "phone"):
        if view == "dark":
            page.emulate_media(color_scheme="dark")
        else:
            page.set_viewport_size(PHONE)
            faults += [f"phone: {fault}" for fault in width_faults(page)]
        faults += [f"{view}: {fault}" for fault in axe_faults(page) if fault not in seen]
    faults += watched.taken()
    if faults:
        raise Faults(faults)


def judge_chinese(browser, world, results, chosen):
    """Switches the language once, as a person does, and opens every page again."""
    rows = {row["capacity"]: row for row in reversed(world.sign_ins)}
    for capacity, paths in chosen.items():
        row = rows.get(capacity)
        with (signed_in(browser, world, row, keep=False) if row else visiting(browser, world)) as watched:
            switch_language(watched.page, "zh-Hans")
            faults = []
            for path in paths:
                watched.page.goto(path)
                faults += [f"{path}: {fault}" for fault in word_faults(watched.page, "zh-Hans")]
                watched.page.set_viewport_size(PHONE)
                faults += [f"{path}: {fault}" for fault in width_faults(watched.page)]
                watched.page.set_viewport_size(DESKTOP)
            results.check(f"every page in Chinese ({capacity}, {len(paths)} pages)", faults + watched.taken())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", help="file for the two counts")
    parser.add_argument("--only", default="", help="run journeys whose name contains this, and no crawl")
    chosen = parser.parse_args()
    results = Results()
    with serving() as world, chromium() as browser:
        if not chosen.only:
            pages, markup = crawl_everything(browser, world, results)
            judge_pages(browser, world, results, pages)
            judge_chinese(browser, world, results, pages)
            faults = markup_faults(markup, world.directory / "markup")
            for name in sorted(markup):
                results.check(f"markup of {name}", faults.pop(name, []))
            results.check("the Nu checker itself", [str(fault) for fault in faults.values()])
        for name, journey in journeys.ALL:
            if chosen.only in name:
                results.run(name, journey, browser, world)
    return results.finish(chosen.results)


if __name__ == "__main__":
    sys.exit(main())
