"""Prints HTML from standard input as PDF/UA-1 to standard output, by WeasyPrint.

    print.py SECONDS PROCESSOR-SECONDS MEGABYTES PAGES BYTES [--check]

Fetches nothing: neither from the network nor from files. SOURCE_DATE_EPOCH is the day that the document is of.
`--check` prints nothing and only says whether it could. Status: 0 done; 2 something is missing, and standard error
says what; 3 it would be too large.
"""

import logging
import pathlib
import resource
import signal
import sys

MISSING, TOO_LARGE = 2, 3
HERE = pathlib.Path(__file__).resolve().parent


def bound(seconds, processor, megabytes, size):
    signal.alarm(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def load():
    try:
        import weasyprint
    except ImportError as error:
        sys.exit(
            f"this Python has no WeasyPrint ({error}): install it by "
            f"{sys.executable} -m pip install -r {HERE / 'requirements.txt'}"
        )
    except OSError as error:
        sys.exit(
            f"WeasyPrint lacks a library ({str(error).splitlines()[0]}): install "
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-noto-cjk"
        )
    return weasyprint


def fetcher(weasyprint):
    class Nothing(weasyprint.URLFetcher):
        def fetch(self, url, headers=None):
            raise ValueError("nothing is fetched")

    return Nothing(allowed_protocols=())


def main():
    seconds, processor, megabytes, pages, size = (int(text) for text in sys.argv[1:6])
    bound(seconds, processor, megabytes, size)
    weasyprint = load()
    if "--check" in sys.argv:
        return 0
    # What it says of a document may quote it; the log holds no content.
    logging.getLogger("weasyprint").handlers = [logging.NullHandler()]
    style = weasyprint.CSS(string=(HERE / "document.css").read_text(encoding="utf-8"))
    try:
        page = weasyprint.HTML(
            string=sys.stdin.buffer.read().decode("utf-8"), base_url=None, url_fetcher=fetcher(weasyprint)
        )
        document = page.render(stylesheets=[style], presentational_hints=False)
        if len(document.pages) > pages:
            return TOO_LARGE
        pdf = document.write_pdf(pdf_variant="pdf/ua-1")
    except MemoryError:
        return TOO_LARGE
    if len(pdf) > size:
        return TOO_LARGE
    sys.stdout.buffer.write(pdf)
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
            sys.exit(MISSING)
        raise
    except Exception as error:
        # The kind alone: its words may quote the document.
        print(f"WeasyPrint failed: {type(error).__name__}", file=sys.stderr)
        sys.exit(1)
