#!/usr/bin/env python3
"""Makes Resources/words/zh-Hant.yaml from zh-Hans.yaml: OpenCC, then the overrides kept beside it.

Needs the program opencc (Debian: opencc). Run by `make words`; the result is committed, so that nothing
but a change of words needs OpenCC.
"""
import json
import pathlib
import re
import subprocess
import sys

WORDS = pathlib.Path(__file__).resolve().parent.parent / "Resources" / "words"


def overrides():
    """Reads the two flat mappings of the overrides file; it needs no more of YAML than that."""
    sections, current = {"replace": {}, "keys": {}}, None
    for line in (WORDS / "zh-Hant.overrides.yaml").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            current = sections[line.rstrip(":").strip()]
        else:
            key, value = line.strip().split(": ", 1)
            current[key] = value
    return sections


def convert(text):
    """Characters s2t, not s2tw: the words are the United Nations', not one place's."""
    done = subprocess.run(["opencc", "-c", "s2t"], input=text, capture_output=True, text=True, check=True)
    return done.stdout


def main():
    section = overrides()
    body = "\n".join(
        line for line in (WORDS / "zh-Hans.yaml").read_text(encoding="utf-8").splitlines()
        if not (line.startswith("#") and ("zh-Hant" in line or "{name}" in line)))
    text = convert(body)
    for old, new in section["replace"].items():
        text = text.replace(old, new)
    for key, value in section["keys"].items():
        pattern = re.compile(rf"^{re.escape(key)}: .*$", re.M)
        if not pattern.search(text):
            sys.exit(f"zh-Hant.overrides.yaml: {key} is not in zh-Hans.yaml; take it out")
        text = pattern.sub(lambda _: f"{key}: {json.dumps(value, ensure_ascii=False)}", text)
    head = "# 由 zh-Hans.yaml 生成（make words），請勿手改；例外寫入 zh-Hant.overrides.yaml。\n"
    (WORDS / "zh-Hant.yaml").write_text(head + text.lstrip("\n").rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
