"""kill -9 during a stream of acts, many times: nothing acknowledged is missing, nothing was done twice."""

import itertools
import os
import random
import threading

from case import LOST, served

CLIENTS = 4


class Stream:
    """Acts that several clients send until the server dies."""

    def __init__(self, case):
        self.case = case
        self.numbers = itertools.count(1)
        self.lock = threading.Lock()
        self.acknowledged = {}
        self.unanswered = []
        self.faults = []

    def take(self):
        """A key whose answer never came goes first: sent again, it must be done once."""
        with self.lock:
            return self.unanswered.pop() if self.unanswered else f"stream-{next(self.numbers)}"

    def run(self, node, enough):
        """Sends until the connection breaks; sets `enough` through the callback after each answer."""
        client = node.client(self.case.token("expert"))
        while True:
            key = self.take()
            try:
                status, answer = client.record_document(f"Document {key}", key)
            except LOST:
                with self.lock:
                    self.unanswered.append(key)
                client.close()
                return
            with self.lock:
                if status == 200:
                    self.acknowledged[key] = answer["act"]["id"]
                else:
                    self.faults.append(f"{key}: status {status}: {answer}")
                    return
            enough()


def count_documents(client):
    status, answer = client.ask("GET", "/api/v1/documents?limit=1")
    assert status == 200, f"status {status}: {answer}"
    return answer["total"]


def one_life(stream, node, target):
    """Streams until so many more acts are acknowledged, then kills the server among the next ones."""
    reached = threading.Event()
    goal = len(stream.acknowledged) + target

    def enough():
        if len(stream.acknowledged) >= goal:
            reached.set()

    threads = [threading.Thread(target=stream.run, args=(node, enough)) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    came = reached.wait(timeout=60)
    node.kill()
    for thread in threads:
        thread.join(timeout=60)
    assert not stream.faults, stream.faults[0]
    assert came, f"only {len(stream.acknowledged)} of {goal} acts in a minute"
    node.start()


def killed_many_times(server=None):
    kills = int(os.environ.get("KILLS", "12"))
    chance = random.Random(20)
    with served(server=server) as (case, node):
        before = count_documents(node.client(case.token("head")))
        stream = Stream(case)
        for _ in range(kills):
            one_life(stream, node, chance.randrange(1, 60))
        client = node.client(case.token("expert"))
        for key in stream.unanswered:
            status, answer = client.record_document(f"Document {key}", key)
            assert status == 200, f"{key} sent again: status {status}: {answer}"
            stream.acknowledged[key] = answer["act"]["id"]
        reader = node.client(case.token("head"))
        for key, entry in stream.acknowledged.items():
            status, answer = reader.ask("GET", f"/api/v1/entries/{entry}")
            assert status == 200, f"the entry of {key}, which was acknowledged: status {status}: {answer}"
        sent = next(stream.numbers) - 1
        assert count_documents(reader) - before == sent, (
            f"{sent} acts were sent, {count_documents(reader) - before} documents are there")
        case.check_record()
        node.kill()
        case.check_record()
