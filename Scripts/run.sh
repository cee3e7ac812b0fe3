#!/usr/bin/env bash
# Serves the demonstration world, which it builds the first time: an invented case, safe to play with.
#
# PORT (8080) and PLACE (.run) may be set from outside. The signing key lies beside the data, not among them.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${PORT:-8080}
place=${PLACE:-.run}
data=$place/data
key=$place/key
program=$(swift build -c release --show-bin-path)/stocktake

# The sign-ins are written last: without them, an interrupted first time begins anew.
if [ ! -f "$data/sign-ins.json" ]; then
    rm -rf -- "${data:?}" "${key:?}"
    mkdir -p "$data"
    "$program" demo --data "$data" --signing-key "$key"
else
    echo "Sign-ins: $data/sign-ins.json"
fi
exec "$program" serve --data "$data" --signing-key "$key" --port "$port" --resources Resources
