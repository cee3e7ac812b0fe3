#!/usr/bin/env python3
"""Checks a Stocktake record: a second verifier, written from docs/record-format.md and the RFCs it names.

Needs Python 3.11 or later and nothing else. Shares no code with the program that writes the record.
"""

import argparse
import base64
import hashlib
import json
import math
import re
import sqlite3
import sys

PARTS = ("act", "fields", "objects", "who")
TABLES = {
    "record_entry": ("entry_index", "id", "at", "pack", "envelope", "leaf_hash"),
    "record_opening": ("entry_index", "part", "salt", "payload"),
    "record_node": ("level", "position", "hash"),
    "record_head": ("id", "size", "root", "frontier", "at"),
    "record_checkpoint": ("size", "root", "note", "at"),
    "pack_version": ("hash", "name", "version", "adopted_by"),
    "pack_file": ("pack_hash", "path", "sha256", "bytes"),
}
BLOBS = {"envelope", "leaf_hash", "salt", "payload", "hash", "root", "frontier", "bytes"}
INTEGERS = {"entry_index", "level", "position", "id", "size", "adopted_by"}


class Fault(Exception):
    """What is checked does not hold; the message says why."""


# Canonical JSON (RFC 8785)


def es_number(value):
    """A double as ECMAScript prints it."""
    if not math.isfinite(value):
        raise Fault("a number is not finite")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, exponent = repr(abs(value)).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0")
    count = len(digits)
    if count <= point <= 21:
        return sign + digits + "0" * (point - count)
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    mantissa = digits[0] + ("." + digits[1:] if count > 1 else "")
    return f"{sign}{mantissa}e{'+' if point > 0 else '-'}{abs(point - 1)}"


SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
ESCAPED = re.compile('["\\\\\x00-\x1f]')


def es_string(text):
    return '"' + ESCAPED.sub(lambda m: SHORT_ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04x}", text) + '"'


def canonical(value, depth=0):
    """Canonical JSON of a value as text."""
    if depth >= 64 and isinstance(value, (list, dict)):
        raise Fault("it is nested too deep")
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return es_string(value)
    if isinstance(value, int):
        if abs(value) <= 2**53 - 1:
            return str(value)
        printed = es_number(float(value))
        if printed != str(value):
            raise Fault("a whole number is too large to be kept exactly")
        return printed
    if isinstance(value, float):
        return es_number(value)
    if isinstance(value, list):
        return "[" + ",".join(canonical(element, depth + 1) for element in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(es_string(name) + ":" + canonical(value[name], depth + 1) for name in names) + "}"


def members(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise Fault("an object has two members of one name")
    return result


def refuse_constant(name):
    raise Fault(f"{name} is no JSON")


def parse(text, what):
    """A JSON value from text or bytes; strict."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        value = json.loads(text, object_pairs_hook=members, parse_constant=refuse_constant)
        canonical(value).encode("utf-8")
        return value
    except (ValueError, RecursionError, OverflowError) as error:
        raise Fault(f"{what} is not JSON: {error}") from None
    except Fault as fault:
        raise Fault(f"{what} is not the JSON allowed here: {fault}") from None


def parse_canonical(data, what):
    value = parse(data, what)
    if canonical(value).encode("utf-8") != data:
        raise Fault(f"{what} is not canonical JSON")
    return value


# Small forms


def is_hex(text, count=64):
    return isinstance(text, str) and re.fullmatch(f"[0-9a-f]{{{count}}}", text) is not None


def from_base64(text, what):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, AttributeError):
        raise Fault(f"{what} is not Base64") from None
    if base64.b64encode(data).decode() != text:
        raise Fault(f"{what} is not Base64 in its one right spelling")
    return data


INSTANT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z", re.ASCII)


def is_instant(text):
    match = INSTANT.fullmatch(text) if isinstance(text, str) else None
    if not match:
        return False
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= lengths[month - 1]


def sha256(data):
    return hashlib.sha256(data).digest()


def commitment(salt, payload):
    return sha256(b"\x02" + salt + payload)


# The tree (RFC 9162, 2.1)


def leaf_hash(leaf):
    return sha256(b"\x00" + leaf)


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


class Tree:
    """All complete subtrees, level by level; a root of any earlier size can be asked for."""

    def __init__(self, leaves):
        self.levels = [leaves]
        while len(self.levels[-1]) > 1:
            below = self.levels[-1]
            self.levels.append([node_hash(below[i], below[i + 1]) for i in range(0, len(below) - 1, 2)])

    def subtrees(self, size):
        """Hashes of the complete subtrees into which so many leaves fall, largest first."""
        found, start = [], 0
        for level in reversed(range(size.bit_length())):
            if size >> level & 1:
                found.append(self.levels[level][start >> level])
                start += 1 << level
        return found

    def root(self, size):
        hashes = self.subtrees(size)
        if not hashes:
            return sha256(b"")
        result = hashes.pop()
        while hashes:
            result = node_hash(hashes.pop(), result)
        return result

    def frontier(self, size):
        return size.to_bytes(8, "big") + b"".join(self.subtrees(size)) if size else b""


def root_from_inclusion(index, size, leaf, hashes):
    """RFC 9162, 2.1.3.2: the root that the proof leads to; a fault if its length is wrong."""
    if not 0 <= index < size:
        raise Fault("the index lies outside the tree")
    position, last, result = index, size - 1, leaf
    for sibling in hashes:
        if last == 0:
            raise Fault("the inclusion proof is too long")
        if position & 1 or position == last:
            result = node_hash(sibling, result)
            while position and not position & 1:
                position >>= 1
                last >>= 1
        else:
            result = node_hash(result, sibling)
        position >>= 1
        last >>= 1
    if last:
        raise Fault("the inclusion proof is too short")
    return result


# Ed25519 (RFC 8032, 5.1), verifying only

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add_points(a, b):
    """The sum in extended coordinates (RFC 8032, 5.1.4)."""
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return (i * j % P, k * m % P, j * k % P, i * m % P)


def multiply_point(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add_points(result, point)
        point = add_points(point, point)
        scalar >>= 1
    return result


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P:
        return None
    return P - x if x & 1 != sign else x


def decode_point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def is_signature(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    point, nonce = decode_point(key), decode_point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or nonce is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = multiply_point(scalar, BASE), add_points(nonce, multiply_point(challenge, point))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))


# Keys and notes (C2SP signed-note, tlog-checkpoint)


class Key:
    def __init__(self, text):
        parts = text.strip().split("+", 2)
        if len(parts) != 3 or not parts[0] or re.search(r"\s", parts[0]) or not is_hex(parts[1], 8):
            raise Fault("the key is not of the form name+keyID+key")
        data = from_base64(parts[2], "the key")
        if len(data) != 33 or data[0] != 1:
            raise Fault("the key is no Ed25519 key")
        self.name, self.bytes = parts[0], data[1:]
        self.id = sha256(self.name.encode() + b"\n\x01" + self.bytes)[:4]
        if self.id.hex() != parts[1]:
            raise Fault("the key's ID is not that of the key")

    def signs(self, message, marked, what):
        """Faults unless `marked` is key ID ‖ signature of the message."""
        if marked[:4] != self.id or not is_signature(self.bytes, message, marked[4:]):
            raise Fault(f"{what} is not signed by this key")


def read_checkpoint(note, key):
    """Size and root of a signed note."""
    body, gap, signatures = note.rpartition("\n\n")
    if not gap or not signatures.endswith("\n") or re.search("[\x00-\x09\x0b-\x1f]", note):
        raise Fault("the checkpoint is no signed note")
    body += "\n"
    lines = body.split("\n")
    if len(lines) < 4 or not re.fullmatch("0|[1-9][0-9]*", lines[1], re.ASCII):
        raise Fault("the checkpoint lacks origin, size or root")
    root = from_base64(lines[2], "the checkpoint's root")
    if len(root) != 32:
        raise Fault("the checkpoint's root has not 32 bytes")
    found = False
    for line in signatures[:-1].split("\n"):
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014":
            raise Fault("the checkpoint has a malformed signature line")
        marked = from_base64(parts[2], "a signature")
        if key and parts[1] == key.name and marked[:4] == key.id:
            key.signs(body.encode(), marked, "the checkpoint")
            found = True
    if key and lines[0] != key.name:
        raise Fault("the checkpoint is of another log")
    if key and not found:
        raise Fault("the checkpoint is not signed by this key")
    return int(lines[1]), root


# Reading a database or a dump


def rows_of_sqlite(path):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    connection.execute("BEGIN")
    for table, columns in TABLES.items():
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
            yield table, dict(zip(columns, row))
    connection.close()


def rows_of_dump(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = parse(line, f"line {number}")
            table = row.pop("table", None) if isinstance(row, dict) else None
            if table not in TABLES or set(row) != set(TABLES[table]):
                raise Fault(f"line {number} is no row of a table known here")
            for column in BLOBS & set(row):
                # The hash of a pack is text in hex.
                if row[column] is not None and (table, column) != ("pack_version", "hash"):
                    row[column] = from_base64(row[column], f"line {number}, {column},")
            yield table, row


def check_row(table, row):
    """Every column of its type; only openings may be null."""
    for column, value in row.items():
        if column in BLOBS and (table, column) != ("pack_version", "hash"):
            sound = type(value) is bytes or (value is None and table == "record_opening")
        elif column in INTEGERS and (table, column) != ("record_entry", "id"):
            sound = type(value) is int
        else:
            sound = type(value) is str
        if not sound:
            raise Fault(f"{table} has a row whose {column} is of the wrong type")


# Checking


class Verification:
    def __init__(self, rows, key):
        self.key = key
        self.faults = []
        self.tables = {table: [] for table in TABLES}
        for table, row in rows:
            check_row(table, row)
            self.tables[table].append(row)
        self.entries = sorted(self.tables["record_entry"], key=lambda row: row["entry_index"])
        self.openings = {}
        for row in self.tables["record_opening"]:
            self.openings.setdefault(row["entry_index"], {})[row["part"]] = row
        self.values = {}
        self.missing = set()
        self.tree = Tree([])

    def fault(self, message, entry=None):
        self.faults.append(f"entry {entry}: {message}" if entry is not None else message)

    def run(self):
        leaves, last_at, identifiers = [], "", set()
        for index, row in enumerate(self.entries):
            if row["entry_index"] != index:
                self.fault(f"index {index} is missing; {row['entry_index']} follows", index)
                break
            leaves.append(leaf_hash(row["envelope"]))
            try:
                last_at = self.entry(index, row, leaves[-1], last_at, identifiers)
            except Fault as fault:
                self.fault(fault, index)
        for index in sorted(set(self.openings) - {row["entry_index"] for row in self.entries}):
            self.fault("openings belong to no entry", index)
        self.tree = Tree(leaves)
        self.nodes()
        self.head(leaves)
        for row in self.tables["record_checkpoint"]:
            self.checkpoint(row["note"], row)
        self.erasures()
        self.packs()

    def entry(self, index, row, leaf, last_at, identifiers):
        if row["leaf_hash"] != leaf:
            self.fault("the leaf hash is not that of the envelope", index)
        envelope = parse_canonical(row["envelope"], "the envelope")
        check_envelope(envelope)
        if envelope["index"] != index:
            self.fault(f"the envelope says index {envelope['index']}", index)
        for member in ("id", "at", "pack"):
            if envelope[member] != row[member]:
                self.fault(f"{member} of the row is not that of the envelope", index)
        if envelope["id"] in identifiers:
            self.fault("its identifier was used before", index)
        identifiers.add(envelope["id"])
        if envelope["at"] < last_at:
            self.fault("its time lies before that of the entry before", index)
        self.entry_openings(index, envelope)
        return max(last_at, envelope["at"])

    def entry_openings(self, index, envelope):
        openings = self.openings.get(index, {})
        if set(openings) != set(PARTS):
            self.fault(f"its openings are {', '.join(sorted(openings)) or 'none'}", index)
        for part in sorted(set(openings) & set(PARTS)):
            salt, payload = openings[part]["salt"], openings[part]["payload"]
            try:
                if salt is None and payload is None:
                    if part != "fields":
                        raise Fault(f"{part} is missing; only fields may be erased")
                    self.missing.add(index)
                    continue
                if salt is None or payload is None or len(salt) != 32:
                    raise Fault(f"{part} has half an opening, or a salt of another length than 32")
                if commitment(salt, payload).hex() != envelope[part]:
                    raise Fault(f"{part} does not open its commitment")
                value = parse_canonical(payload, part)
                check_part(part, value)
                self.values[index, part] = value
            except Fault as fault:
                self.fault(fault, index)

    def nodes(self):
        expected = {
            (level, position): node
            for level, hashes in enumerate(self.tree.levels) if level
            for position, node in enumerate(hashes)
        }
        for row in self.tables["record_node"]:
            place = (row["level"], row["position"])
            if place not in expected:
                self.fault(f"node {place[0]}/{place[1]} should not be there")
            elif expected.pop(place) != row["hash"]:
                self.fault(f"node {place[0]}/{place[1]} has another hash", place[1] << place[0])
        for level, position in sorted(expected):
            self.fault(f"node {level}/{position} is missing", position << level)

    def head(self, leaves):
        rows = self.tables["record_head"]
        if len(rows) != 1 or rows[0]["id"] != 0:
            return self.fault("the head is not one row of id 0")
        size = len(leaves)
        if rows[0]["size"] != size:
            self.fault(f"the head says {rows[0]['size']} entries, there are {size}")
        if rows[0]["root"] != self.tree.root(size):
            self.fault("the head's root is not that of the entries")
        if rows[0]["frontier"] != self.tree.frontier(size):
            self.fault("the head's frontier is not that of the entries")
        if size and rows[0]["at"] != self.entries[size - 1]["at"]:
            self.fault("the head's time is not that of the last entry")
        elif not is_instant(rows[0]["at"]):
            self.fault("the head's time is no instant")

    def checkpoint(self, note, row=None):
        try:
            size, root = read_checkpoint(note, self.key)
            if size > len(self.tree.levels[0]):
                raise Fault(f"it says {size} entries, the log has {len(self.tree.levels[0])}: it was cut")
            if root != self.tree.root(size):
                raise Fault("its root is not that of the log's first entries")
            if row and (row["size"], row["root"]) != (size, root):
                raise Fault("its row says another size or root than the note")
            if row and not is_instant(row["at"]):
                raise Fault("its time is no instant")
        except Fault as fault:
            self.fault(f"checkpoint {row['size'] if row else 'given'}: {fault}")

    def erasures(self):
        indexes = {row["id"]: row["entry_index"] for row in self.entries}
        erased = set()
        for index in range(len(self.entries)):
            if self.kind(index) != "erase-payload":
                continue
            named = [indexes.get(thing["id"]) for thing in self.named(index, "entry")]
            if not named:
                self.fault("it erases without naming an entry", index)
            for target in named:
                if target is None or target >= index:
                    self.fault("it erases what is no earlier entry", index)
                else:
                    erased.add(target)
        for index in sorted(self.missing - erased):
            self.fault("its fields are gone, and no later act erased them", index)
        for index in sorted(erased - self.missing):
            self.fault("its fields are there, though a later act erased them", index)

    def packs(self):
        versions = {row["hash"] for row in self.tables["pack_version"]}
        files = {}
        for row in self.tables["pack_file"]:
            digest = sha256(row["bytes"]).hex()
            if digest != row["sha256"]:
                self.fault(f"pack file {row['path']} is not that of its hash")
            files.setdefault(row["pack_hash"], {})[row["path"]] = digest
        for pack in sorted(versions | set(files)):
            if pack not in versions:
                self.fault(f"pack {pack[:8]}… has files but no version")
            if sha256(canonical(files.get(pack, {})).encode()).hex() != pack:
                self.fault(f"pack {pack[:8]}… is not that of its files")
        in_force = ""
        for index, row in enumerate(self.entries):
            if row["pack"] != in_force:
                self.fault("its pack is not the one adopted last before it", index)
            if self.kind(index) == "adopt-pack":
                named = self.named(index, "pack")
                in_force = named[-1]["id"] if named else in_force
                if not named or in_force not in versions:
                    self.fault("it adopts a pack that is not there", index)

    def kind(self, index):
        return self.values.get((index, "act"), {}).get("kind")

    def named(self, index, type_name):
        return [thing for thing in self.values.get((index, "objects"), []) if thing["type"] == type_name]


def check_envelope(envelope):
    names = {"act", "at", "fields", "format", "id", "index", "objects", "pack", "who"}
    if not isinstance(envelope, dict) or set(envelope) != names:
        raise Fault("the envelope has not the nine members of an envelope")
    if envelope["format"] != "stocktake/1":
        raise Fault("the envelope is of a format not known here")
    sound = (
        all(is_hex(envelope[part]) for part in PARTS)
        and is_instant(envelope["at"])
        and isinstance(envelope["id"], str) and envelope["id"] != ""
        and type(envelope["index"]) is int and envelope["index"] >= 0
        and (envelope["pack"] == "" or is_hex(envelope["pack"]))
    )
    if not sound:
        raise Fault("a member of the envelope is not of its form")


def check_part(part, value):
    def is_text(thing):
        return isinstance(thing, str)

    if part == "objects":
        sound = isinstance(value, list) and all(
            isinstance(thing, dict) and is_text(thing.get("type")) and is_text(thing.get("id"))
            for thing in value)
    elif not isinstance(value, dict):
        sound = False
    elif part == "act":
        authority = value.get("authority", [])
        sound = is_text(value.get("kind")) and isinstance(authority, list) and all(map(is_text, authority))
    elif part == "who":
        names = ("person", "capacity", "about")
        sound = all(value.get(name, 0) is None or is_text(value.get(name)) for name in names)
        sound = sound and value.get("via") in ("page", "api", "console", "import", "clock")
    else:
        sound = True
    if not sound:
        raise Fault(f"{part} is not of its form")


def check_openings(openings):
    """Commitments (hex) by part."""
    if not isinstance(openings, dict) or not set(openings) <= set(PARTS):
        raise Fault("its openings are not of their form")
    result = {}
    for part, opening in openings.items():
        if not isinstance(opening, dict) or set(opening) != {"salt", "value"}:
            raise Fault(f"the opening of {part} is not of its form")
        salt = from_base64(opening["salt"], "the salt")
        if len(salt) != 32:
            raise Fault(f"the salt of {part} has not 32 bytes")
        check_part(part, opening["value"])
        result[part] = commitment(salt, canonical(opening["value"]).encode()).hex()
    return result


def verify_receipt(text, key, verification):
    receipt = parse(text, "it")
    names = {"format", "log", "entry", "at", "kind", "leaf", "openings", "signature"}
    if not isinstance(receipt, dict) or set(receipt) != names or receipt["format"] != "stocktake-receipt/1":
        raise Fault("it is no receipt")
    marked = from_base64(receipt.pop("signature"), "its signature")
    if not is_instant(receipt["at"]) or not is_hex(receipt["leaf"]):
        raise Fault("its instant or leaf hash is not of its form")
    commitments = check_openings(receipt["openings"])
    if set(commitments) | {"fields"} != set(PARTS):
        raise Fault("it does not open who, act and objects")
    if receipt["openings"]["act"]["value"]["kind"] != receipt["kind"]:
        raise Fault("it names another act than it opens")
    if key:
        if receipt["log"] != key.name:
            raise Fault("it is of another log")
        key.signs(b"stocktake-receipt/1\n" + canonical(receipt).encode(), marked, "it")
    if verification:
        found = [row for row in verification.entries if row["leaf_hash"].hex() == receipt["leaf"]]
        if not found:
            raise Fault("its leaf is not in the log")
        envelope = parse(found[0]["envelope"], "the envelope")
        if (envelope["id"], envelope["at"]) != (receipt["entry"], receipt["at"]):
            raise Fault("its entry is another than its leaf's")
        for part, value in commitments.items():
            if envelope[part] != value:
                raise Fault(f"its {part} is not what the log's entry commits to")
        if "fields" not in commitments and envelope["index"] not in verification.missing:
            raise Fault("it does not open the fields, though the log's entry has them")


def verify_proof(text, key, verification):
    proof = parse(text, "it")
    names = {"format", "checkpoint", "envelope", "hashes", "entry", "index", "size", "leafHash"}
    if not isinstance(proof, dict) or not names <= set(proof) <= names | {"openings"}:
        raise Fault("it is no proof")
    if proof["format"] != "stocktake-proof/1" or not isinstance(proof["hashes"], list):
        raise Fault("it is no proof")
    if not all(map(is_hex, proof["hashes"])) or not isinstance(proof["envelope"], str):
        raise Fault("its hashes or envelope are not of their form")
    data = proof["envelope"].encode()
    envelope = parse_canonical(data, "its envelope")
    check_envelope(envelope)
    size, root = read_checkpoint(proof["checkpoint"], key)
    leaf = leaf_hash(data)
    if (proof["entry"], proof["index"], proof["size"], proof["leafHash"]) != (
            envelope["id"], envelope["index"], size, leaf.hex()):
        raise Fault("what it repeats is not what envelope and checkpoint say")
    hashes = [bytes.fromhex(text) for text in proof["hashes"]]
    if root_from_inclusion(envelope["index"], size, leaf, hashes) != root:
        raise Fault("it does not lead to the checkpoint's root")
    for part, value in check_openings(proof.get("openings", {})).items():
        if envelope[part] != value:
            raise Fault(f"its {part} is not what the envelope commits to")
    if verification and (size > len(verification.entries) or verification.tree.root(size) != root):
        raise Fault("its checkpoint is not one of this log")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def arguments():
    parser = argparse.ArgumentParser(description="Checks a Stocktake record as docs/record-format.md says.")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--sqlite", metavar="FILE", help="database of SQLite; it is only read")
    source.add_argument("--dump", metavar="FILE", help="dump as JSON Lines, of either engine")
    parser.add_argument("--key", metavar="KEY", help="public key, name+keyID+key, or a file that holds it")
    for name in ("checkpoint", "receipt", "proof"):
        parser.add_argument(
            f"--{name}", metavar="FILE", action="append", default=[], help=f"a {name} to check")
    chosen = parser.parse_args()
    if not (chosen.sqlite or chosen.dump or chosen.receipt or chosen.proof):
        parser.error("nothing to check: give --sqlite or --dump, or --receipt or --proof with --key")
    if not chosen.key and not (chosen.sqlite or chosen.dump):
        parser.error("a receipt or proof by itself is checked by its signature: give --key")
    return chosen


def main():
    chosen = arguments()
    faults, verification, key = [], None, None
    try:
        if chosen.key:
            key = Key(chosen.key if "+" in chosen.key else read(chosen.key))
        if chosen.sqlite or chosen.dump:
            rows = rows_of_sqlite(chosen.sqlite) if chosen.sqlite else rows_of_dump(chosen.dump)
            verification = Verification(rows, key)
            verification.run()
            for path in chosen.checkpoint:
                verification.checkpoint(read(path))
            faults += verification.faults
    except (Fault, OSError, UnicodeDecodeError, sqlite3.Error) as error:
        faults.append(f"unreadable: {error}")
    for check, paths in ((verify_receipt, chosen.receipt), (verify_proof, chosen.proof)):
        for path in paths:
            try:
                check(read(path), key, verification)
                print(f"{path}: holds")
            except (Fault, OSError, UnicodeDecodeError) as error:
                faults.append(f"{path}: {error}")
    for fault in faults:
        print(fault)
    if verification and not faults:
        size = len(verification.entries)
        root = verification.tree.root(size).hex()
        print(f"verified {size} acts, {len(verification.tables['record_checkpoint'])} checkpoints, "
              f"root {root[:4]}…{root[-4:]}" + ("" if key else " (no --key: signatures not checked)"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
