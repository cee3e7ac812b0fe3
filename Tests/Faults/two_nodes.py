"""Two nodes on one PostgreSQL under load keep one record without gaps or forks."""

import threading

from case import Case

CLIENTS = 8
ACTS = 400
TURNS = 20


def stream(case, node, first, answers, faults):
    client = node.client(case.token("expert"))
    for number in range(first, ACTS, CLIENTS):
        status, answer = client.record_document(f"Document {number}")
        if status != 200:
            faults.append(f"act {number}: status {status}: {answer}")
            return
        answers.append(answer["act"]["id"])
    client.close()


def in_threads(*calls):
    threads = [threading.Thread(target=call, args=arguments) for call, *arguments in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=180)


def one_record(server):
    case = Case(server=server)
    try:
        nodes = [case.node(), case.node()]
        size = int(server.query("SELECT size FROM record_head", case.url)[0][0])
        answers, faults = [], []
        in_threads(*[(stream, case, nodes[n % 2], n, answers, faults) for n in range(CLIENTS)])
        assert not faults, faults[0]
        assert len(set(answers)) == ACTS, f"{len(set(answers))} entries of {ACTS}"
        same_key(case, nodes)
        for node in nodes:
            reader = node.client(case.token("head"))
            for entry in answers[:: ACTS // 20]:
                status, answer = reader.ask("GET", f"/api/v1/entries/{entry}")
                assert status == 200, f"entry {entry} at port {node.port}: status {status}: {answer}"
        row = server.query("SELECT count(*), min(entry_index), max(entry_index) FROM record_entry", case.url)[0]
        count, lowest, highest = (int(value) for value in row)
        assert (lowest, highest) == (0, count - 1), f"{count} entries from {lowest} to {highest}"
        assert count == size + ACTS + TURNS, f"{count} entries, not {size} + {ACTS} + {TURNS}"
        case.check_record()
    finally:
        case.remove()


def same_key(case, nodes):
    """One act under one key, sent to both nodes at once, is done once and answered alike."""
    clients = [node.client(case.token("expert")) for node in nodes]
    for turn in range(TURNS):
        gate = threading.Barrier(len(clients))
        answers = []

        def send(client, turn=turn, gate=gate, answers=answers):
            gate.wait(timeout=30)
            answers.append(client.record_document(f"Once {turn}", f"once-{turn}"))

        in_threads(*[(send, client) for client in clients])
        assert [status for status, _ in answers] == [200, 200], answers
        assert answers[0][1] == answers[1][1], f"answered differently: {answers}"
