#!/usr/bin/env bash
# What can be judged without building: Swift by swift-format, shell and Python by their own parsers.
set -euo pipefail
cd "$(dirname "$0")/.."
swift format lint --strict --parallel --recursive Package.swift Sources Tests
find Scripts .ci Tests Benchmarks -name '*.sh' -print0 | xargs -0 -r -n 1 bash -n
bash -n .ci/run
find Tests Scripts -name '*.py' -print0 | xargs -0 -r python3 -c '
import ast, sys
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        ast.parse(file.read(), path)
'
python3 Scripts/check-papers.py
if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    # Trailing spaces and conflict marks in what is tracked.
    git --no-pager diff --check "$(git hash-object -t tree /dev/null)" -- \
        Scripts .ci Makefile '*.md' '*.py' '*.sh' '*.css' '*.js'
fi
