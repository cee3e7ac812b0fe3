"""A person at the pages without a browser: forms are read and sent as any client would."""

import contextlib
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser


class Forms(HTMLParser):
    """The forms of a page: action, and the fields that are filled in."""

    def __init__(self):
        super().__init__()
        self.forms = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.forms.append((attributes.get("action", ""), {}))
        elif tag in ("input", "button") and attributes.get("name") and self.forms:
            self.forms[-1][1][attributes["name"]] = attributes.get("value") or ""


class Visitor:
    def __init__(self, world):
        self.world = world
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def open(self, path, form=None):
        """GET, or POST of a form; redirects are followed.

        - Returns: the page's HTML.
        """
        body = urllib.parse.urlencode(form).encode() if form is not None else None
        with self.opener.open(self.world.address + path, body, timeout=30) as answer:
            return answer.read().decode("utf-8")

    def get(self, path):
        """- Returns: status and body; errors of HTTP are answers like others."""
        return self._ask(urllib.request.Request(self.world.address + path))

    def send_file(self, path, fields, name, content, filename="a file.xlsx"):
        """POST of a form with a file, as browsers send it.

        - Returns: status, body, and the path at which the redirects ended.
        """
        cut = "----" + "cut" * 8
        parts = [f'--{cut}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
                 for key, value in fields.items()]
        parts.append(f'--{cut}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n'
                     f"Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n")
        request = urllib.request.Request(
            self.world.address + path, data=b"".join(parts) + f"--{cut}--\r\n".encode(),
            headers={"Content-Type": f"multipart/form-data; boundary={cut}"})
        status, body, address = self._ask(request, with_address=True)
        return status, body, address[len(self.world.address):]

    def _ask(self, request, with_address=False):
        try:
            answer = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            found = (answer.status if hasattr(answer, "status") else answer.code, answer.read())
            return (*found, answer.url) if with_address else found

    def form(self, path, action):
        """The one form of a page whose action holds these letters."""
        forms = Forms()
        forms.feed(self.open(path))
        found = [form for form in forms.forms if action in form[0]]
        assert found, f"{path} has no form for {action}: {[form[0] for form in forms.forms]}"
        return found[0]

    def sign_in(self, row):
        action, fields = self.form("/sign-in", "/sign-in")
        page = self.open(action, {**fields, "email": row["email"], "password": row["password"]})
        assert 'type="password"' not in page, f"{row['email']} was not let in"

    def make_feed(self):
        """A new address of the calendar feed, as a path."""
        action, fields = self.form("/account", "feed")
        page = self.open(action, fields)
        found = re.search(r"/[\w-]+/stf_[\w-]{43}[\w./]*", page)
        assert found, "the page that follows shows no address"
        return found.group()


@contextlib.contextmanager
def signed_in(world, row):
    visitor = Visitor(world)
    visitor.sign_in(row)
    yield visitor
