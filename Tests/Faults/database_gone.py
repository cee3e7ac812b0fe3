"""PostgreSQL goes away while the product serves: clear answers meanwhile, and no restart needed afterwards."""

import time

from case import Case

SECONDS = 60


def says_what_to_do(status, answer, what):
    assert status == 503, f"{what}: status {status}: {answer}"
    assert isinstance(answer, dict), f"{what}: no problem document: {answer!r}"
    missing = [name for name in ("type", "title", "status", "detail") if not answer.get(name)]
    assert not missing, f"{what}: {missing} missing in {answer}"


def until_it_works(ask, what):
    """The first answer that is no 503; what a connection from before still says may come first."""
    deadline = time.monotonic() + SECONDS
    while True:
        status, answer = ask()
        if status != 503:
            return status, answer
        assert time.monotonic() < deadline, f"{what}: still {status} after {SECONDS} s: {answer}"
        time.sleep(0.1)


def goes_and_comes_back(server):
    case = Case(server=server)
    try:
        node = case.node()
        client = node.client(case.token("expert"))
        status, answer = client.record_document("Before")
        assert status == 200, f"status {status}: {answer}"
        server.stop()
        try:
            for what, ask in (
                ("an act", lambda: client.record_document("Meanwhile", "meanwhile")),
                ("a list", lambda: client.ask("GET", "/api/v1/documents?limit=1")),
                ("an object", lambda: client.ask("GET", "/api/v1/resolutions/S-RES-2617-2021")),
            ):
                says_what_to_do(*ask(), what)
            # Whoever asks for health has no credentials: those would be looked up in the database.
            status, _ = node.client().ask("GET", "/health/ready")
            assert status == 503, f"/health/ready: status {status}"
            status, _ = node.client().ask("GET", "/health/live")
            assert status == 200, f"/health/live: status {status}"
            status, page = node.client().ask("GET", "/mandate", Accept="text/html")
            assert status == 503 and "<html" in page, f"a page: status {status}: {page[:200]!r}"
        finally:
            server.start()
        status, answer = until_it_works(lambda: client.record_document("Meanwhile", "meanwhile"), "an act")
        assert status == 200, f"status {status}: {answer}"
        assert node.process.poll() is None, "the server ended"
        status, _ = until_it_works(lambda: node.client().ask("GET", "/health/ready"), "/health/ready")
        assert status == 200, f"/health/ready afterwards: status {status}"
        case.check_record()
    finally:
        case.remove()
