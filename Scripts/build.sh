#!/usr/bin/env bash
# Builds the product and its tests (debug) and refuses warnings in our own files. The compiler's own
# -warnings-as-errors cannot be used: SwiftPM passes -suppress-warnings to dependencies, and the two conflict.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .build
log=.build/build.log
built=0
swift build --build-tests "$@" >$log 2>&1 || built=$?
grep -Ev '^\[[0-9]+/[0-9]+\] ' $log || true
[ $built -eq 0 ] || exit 1
warnings=$(grep -E "$PWD/(Sources|Tests|Package\.swift).*: warning: " $log | sort -u || true)
if [ -n "$warnings" ]; then
    printf 'build: mend these warnings:\n%s\n' "$warnings" >&2
    exit 1
fi
