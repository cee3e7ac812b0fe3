#!/usr/bin/env bash
# Runs one named step: prints its name before and its time after. Scripts/step.sh NAME COMMAND…
set -euo pipefail
name=$1
shift
printf -- '── %s\n' "$name"
began=$(date +%s)
status=0
"$@" || status=$?
took=$(($(date +%s) - began))
if [ $status -eq 0 ]; then
    printf -- '── %s: done in %d s\n' "$name" $took
else
    printf -- '── %s: failed (status %d) after %d s\n' "$name" $status $took >&2
fi
exit $status
