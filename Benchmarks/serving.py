"""Pages and API of the served demonstration world against a bare Hummingbird server, in one run, by wrk.

    Benchmarks/serving.py BINARIES DIRECTORY

BINARIES holds `stocktake` and `bare-server`, built for release. Prints rows of run.sh's table. Each address is
asked for SECONDS_EACH seconds (5) over 16 connections, in turns with the bare server.
"""

import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[1]
SECONDS = int(os.environ.get("SECONDS_EACH", "5"))
CONNECTIONS = 16
MEMORY_MEGABYTES = 150
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
TICKS = os.sysconf("SC_CLK_TCK")


def row(name, target, measured, ratio, holds):
    print("\t".join([name, target, measured, f"{ratio:.2f}" if ratio is not None else "-",
                     "ok" if holds else "NOT OK"]), flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url, seconds=60, token=None):
    """Waits until an address answers with 200.

    - Returns: the seconds that it took.
    """
    began = time.monotonic()
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"} if token else {})
    while True:
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                if answer.status == 200:
                    return time.monotonic() - began
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{url}: status {error.code}: {error.read()[:300]!r}") from None
        except OSError:
            if time.monotonic() - began > seconds:
                raise
            time.sleep(0.005)


class Running:
    """A server process and what the kernel counts of it."""

    def __init__(self, command, port, ready):
        began = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self.address = f"http://127.0.0.1:{port}"
        answers(self.address + ready)
        self.start_seconds = time.monotonic() - began

    def cpu_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_megabytes(self, key):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(rf"^{key}:\s+(\d+)", text, re.MULTILINE)[1]) / 1024

    def stop(self):
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=20)
            return
        self.process.kill()
        self.process.wait()


def load(server, path, header=None):
    """Asks for one address for a while.

    - Returns: answers a second, the 99th percentile in milliseconds, CPU of the server per answer in milliseconds.
    """
    before = server.cpu_seconds()
    command = ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{SECONDS}s", "--latency"]
    if header:
        command += ["-H", header]
    said = subprocess.run(
        command + [server.address + path], capture_output=True, text=True, timeout=SECONDS + 60, check=True).stdout
    if "Non-2xx" in said:
        raise SystemExit(f"{path}: not all answers were 200:\n{said}")
    count = int(re.search(r"(\d+) requests in", said)[1])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    return rate, float(number) * UNITS[unit], (server.cpu_seconds() - before) / count * 1000


def session(server, sign_in):
    """The cookie of a signed-in person."""
    jar = urllib.request.HTTPCookieProcessor()
    opener = urllib.request.build_opener(jar)
    with opener.open(server.address + "/sign-in", timeout=10) as answer:
        page = answer.read().decode()
    form = {"email": sign_in["email"], "password": sign_in["password"]}
    for field in re.findall(r"<input[^>]*type=\"?hidden\"?[^>]*>", page):
        name, value = re.search(r'name="?([^"\s>]+)', field), re.search(r'value="?([^"\s>]*)', field)
        if name and value:
            form[name[1]] = value[1]
    body = urllib.parse.urlencode(form).encode()
    with opener.open(server.address + "/sign-in", body, timeout=10) as answer:
        answer.read()
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar.cookiejar)
    if not cookies:
        raise SystemExit("sign-in gave no cookie")
    return f"Cookie: {cookies}"


def first_object(server, resource, header):
    """Identifier and page of a resource's first object."""
    name, value = header.split(": ", 1)
    request = urllib.request.Request(f"{server.address}/api/v1/{resource}?limit=1", headers={name: value})
    with urllib.request.urlopen(request, timeout=10) as answer:
        item = json.load(answer)["items"][0]
    return item["id"], item.get("url")


def measured(server, bare, name, path, header):
    load_bare = load(bare, "/thing/one")
    rate, slowest, cpu = load(server, path, header)
    ratio = rate / load_bare[0]
    row(f"{name}: throughput against a bare read", ">= 0.33", f"{rate:.0f}/s, {load_bare[0]:.0f}/s", ratio,
        ratio >= 1 / 3)
    row(f"{name}: 99th percentile at {CONNECTIONS} connections", "< 10 ms",
        f"{slowest:.1f} ms ({cpu:.2f} ms CPU; bare {load_bare[1]:.1f} ms, {load_bare[2]:.2f} ms CPU)", None,
        slowest < 10)


def start(binaries, directory):
    """The served demonstration world; start and migrations are measured on the way."""
    data, key = directory / "world", directory / "world-key"
    place = ["--data", str(data), "--signing-key", str(key)]
    resources = ["--resources", str(ROOT / "Resources")]
    program = str(binaries / "stocktake")
    empty = directory / "empty"
    port = free_port()
    first = Running(
        [program, "serve", "--port", str(port), *resources, "--data", str(empty), "--signing-key",
         str(directory / "empty-key")], port, "/health/ready")
    first.stop()
    row("start on an empty database, migrations included", "< 5 s", f"{first.start_seconds:.2f} s", None,
        first.start_seconds < 5)
    began = time.monotonic()
    subprocess.run([program, "demo", *place], stdout=subprocess.DEVNULL, check=True, timeout=300, cwd=ROOT)
    row("demonstration world built", "-", f"{time.monotonic() - began:.1f} s", None, True)
    port = free_port()
    server = Running([program, "serve", "--port", str(port), *resources, *place], port, "/health/ready")
    row("start on an existing database", "< 1 s", f"{server.start_seconds:.2f} s", None, server.start_seconds < 1)
    return server, json.loads((data / "sign-ins.json").read_text(encoding="utf-8"))


def main():
    binaries, directory = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    server, sign_ins = start(binaries, directory)
    port = free_port()
    bare = Running(
        [str(binaries / "bare-server"), str(directory / "bare.sqlite"), str(port)], port, "/thing/one")
    try:
        expert = next(row for row in sign_ins if row["capacity"] == "expert")
        bearer = f"Authorization: Bearer {expert['token']}"
        cookie = session(server, expert)
        duty, page = first_object(server, "duties", bearer)
        measured(server, bare, "page of one duty", page.replace(server.address, "") if page else f"/duties/{duty}",
                 cookie)
        measured(server, bare, "API, one duty", f"/api/v1/duties/{duty}", bearer)
        measured(server, bare, "API, list of 20 duties", "/api/v1/duties?limit=20", bearer)
        measured(server, bare, "API, one State, public", "/api/v1/states?limit=1", None)
        resident = server.memory_megabytes("VmRSS")
        row("memory while serving", f"< {MEMORY_MEGABYTES} MB",
            f"{resident:.0f} MB (peak {server.memory_megabytes('VmHWM'):.0f} MB)", None,
            resident < MEMORY_MEGABYTES)
    finally:
        bare.stop()
        server.stop()


if __name__ == "__main__":
    main()
