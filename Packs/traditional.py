"""Writes generated/zh-Hant.tsv: the traditional Chinese of every simplified text in the packs named.

Usage: traditional.py PACK [OVERLAY ...]; an overlay's texts go with those of the first pack into its own file.
"""

import pathlib
import re
import subprocess
import sys

TEXT = re.compile(r'zh-Hans: (?:"((?:[^"\\]|\\.)*)"|([^,}\n]+))')


def simplified(folder):
    for path in sorted(folder.glob("*.yaml")):
        for quoted, plain in TEXT.findall(path.read_text(encoding="utf-8")):
            yield (quoted or plain).strip()


def main():
    here = pathlib.Path(__file__).parent
    pairs = [line.split("\t") for line in (here / "traditional-overrides.tsv").read_text("utf-8").splitlines()]
    texts = set()
    for name in sys.argv[1:]:
        folder = pathlib.Path(name)
        texts |= set(simplified(folder))
        ordered = sorted(texts)
        made = subprocess.run(
            ["opencc", "-c", "s2t"], input="\n".join(ordered), capture_output=True, text=True, check=True
        ).stdout.split("\n")
        lines = []
        for before, after in zip(ordered, made, strict=True):
            for wrong, right in pairs:
                after = after.replace(wrong, right)
            if after != before:
                lines.append(f"{before}\t{after}\n")
        (folder / "generated").mkdir(exist_ok=True)
        (folder / "generated/zh-Hant.tsv").write_text("".join(lines), encoding="utf-8")


main()
