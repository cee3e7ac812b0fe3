"""Finds the pages by following links from the desk, so that a new page is covered without anyone remembering."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

# Links of one shape lead to the same page about different things: as many of them are opened.
SAMPLES_PER_SHAPE = 3
PAGES_PER_CAPACITY = 250
NOT_PAGES = ("/api/", "/assets/", "/sign-out", "/language/")


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a" and attributes.get("href"):
            self.found.append(attributes["href"])


def shape(path):
    """The page that a path leads to, without the thing it is about.

    Segments with digits or capitals, or longer than words are, name things; of a query the names count.
    """
    parts = urlsplit(path)
    segments = ["{}" if re.search(r"[0-9A-Z]", part) or len(part) > 24 else part
                for part in parts.path.split("/")]
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return "/".join(segments) + ("?" + "&".join(names) if names else "")


class Crawl:
    """What one visitor can reach.

    - request: a Playwright request context that carries the visitor's session.
    """

    def __init__(self, request, address):
        self.request = request
        self.address = address
        self.faults = []
        # Path to HTML, of the pages that were opened.
        self.pages = {}

    def run(self, start=("/",)):
        waiting, known, count = list(start), set(start), {}
        while waiting and len(self.pages) < PAGES_PER_CAPACITY:
            path = waiting.pop(0)
            answer = self.request.get(path, max_redirects=5)
            if answer.status != 200:
                self.faults.append(f"{path}: status {answer.status}")
                continue
            if "text/html" not in answer.headers.get("content-type", ""):
                continue
            html = answer.text()
            self.pages[path] = html
            links = Links()
            links.feed(html)
            for link in links.found:
                target = self.inside(path, link)
                if target is None or target in known:
                    continue
                kind = shape(target)
                if count.get(kind, 0) >= SAMPLES_PER_SHAPE:
                    continue
                count[kind] = count.get(kind, 0) + 1
                known.add(target)
                waiting.append(target)
        return self

    def inside(self, base, link):
        """The path of a link to a page of ours; nil for anything else."""
        url = urldefrag(urljoin(self.address + base, link))[0]
        if not url.startswith(self.address + "/"):
            return None
        path = url[len(self.address):]
        return None if path.startswith(NOT_PAGES) else path
