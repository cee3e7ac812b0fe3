"""The drill: a backup of a case that is being worked on, the machine lost, the case restored on either engine."""

import shutil

from case import Case

AFTERWARDS = 3


def lost_and_restored(server_before=None, server_after=None):
    case = Case(server=server_before)
    try:
        secret = case.directory / "passphrase"
        secret.write_text("three words and a number 4711\n", encoding="ascii")
        other = case.directory / "other-passphrase"
        other.write_text("three words and a number 4712\n", encoding="ascii")
        node = case.node()
        client = node.client(case.token("expert"))
        assert client.record_document("Before the backup")[0] == 200
        backup = case.directory / "backup"
        case.command("backup", str(backup), "--passphrase-file", str(secret))
        for number in range(AFTERWARDS):
            assert client.record_document(f"After the backup {number}")[0] == 200
        total = client.ask("GET", "/api/v1/documents?limit=1")[1]["total"]
        case.command("record", "checkpoint")
        node.kill()
        shutil.rmtree(case.data)
        case.url = server_after.database() if server_after else None

        refused = case.command("restore", str(backup), "--passphrase-file", str(other), check=False)
        assert refused.returncode in (1, 65), f"another passphrase: status {refused.returncode}"
        done = case.command("restore", str(backup), "--passphrase-file", str(secret))
        assert f"{AFTERWARDS} behind" in done.stdout, f"it does not say how far behind it is: {done.stdout}"
        case.check_record()
        goes_on(case, total - AFTERWARDS)
        case.check_record()
    finally:
        case.remove()


def goes_on(case, total):
    """People come in with what they had, find what there was, and work on."""
    client = case.node().client(case.token("expert"))
    status, answer = client.ask("GET", "/api/v1/documents?limit=1")
    assert (status, answer.get("total")) == (200, total), f"status {status}, not {total} documents: {answer}"
    status, answer = client.record_document("After the restoration")
    assert status == 200, f"status {status}: {answer}"
