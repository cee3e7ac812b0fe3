#!/usr/bin/env bash
# Measures, release build, and prints one table: figure, target, measured, ratio, ok or NOT OK.
#
#   Benchmarks/run.sh [--strict] [reader] [record] [disclosure] [agreement] [spreadsheet] [assessing] [http]
#
# All unless some are named.
#
# Ratios are taken within one run, so that they mean something on any machine; absolute figures stand beside.
# With --strict, ends with status 1 where a figure misses its target. ENTRIES (100000 on SQLite) and
# SERVER_ENTRIES (20000 on PostgreSQL) set how long the logs get, SECONDS_EACH (5) how long each address is asked.
set -euo pipefail
cd "$(dirname "$0")/.."

strict=no
parts=()
for word in "$@"; do
    case $word in
        --strict) strict=yes ;;
        reader | record | disclosure | agreement | spreadsheet | assessing | http) parts+=("$word") ;;
        *)
            sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
            exit 64
            ;;
    esac
done
[ ${#parts[@]} -gt 0 ] || parts=(reader record disclosure agreement spreadsheet assessing http)

entries=${ENTRIES:-100000}
server_entries=${SERVER_ENTRIES:-20000}
bench=${BENCH_BIN:-}
if [ -z "$bench" ]; then
    for product in bench bare-server stocktake; do swift build -c release --product $product; done
    bench=$(swift build -c release --show-bin-path)
fi

directory=$(mktemp -d "${TMPDIR:-/tmp}/stocktake-bench-XXXXXX")
# PostgreSQL refuses to run as root: its own account must get to its directory below.
chmod 711 "$directory"
finish() {
    bash Tests/Setup/postgres.sh kill "$directory/postgres" >/dev/null 2>&1 || true
    rm -rf "$directory"
}
trap finish EXIT
rows=$directory/rows.tsv
: >"$rows"

measure() {
    echo "measuring: $1" >&2
    shift
    "$@" >>"$rows" || printf '%s\t\tfailed\t-\tNOT OK\n' "$*" >>"$rows"
}

for part in "${parts[@]}"; do
    case $part in
        reader)
            measure "reader" "$bench/bench" reader "$PWD"
            measure "reader's memory" "$bench/bench" memory "$PWD" 20
            ;;
        record)
            measure "record on SQLite" "$bench/bench" record "$PWD" "$entries" "$directory/sqlite"
            # A server that forces commits to disk, since that is what is measured.
            url=$(bash Tests/Setup/postgres.sh start "$directory/postgres" --durable --until $$)
            measure "record on PostgreSQL" "$bench/bench" record "$PWD" "$server_entries" "$url"
            ;;
        disclosure)
            measure "disclosure on SQLite" "$bench/bench" disclosure "$PWD" "$directory/disclosure"
            url=$(bash Tests/Setup/postgres.sh start "$directory/postgres-disclosure" --until $$)
            measure "disclosure on PostgreSQL" "$bench/bench" disclosure "$PWD" "$url"
            bash Tests/Setup/postgres.sh kill "$directory/postgres-disclosure" >/dev/null 2>&1 || true
            ;;
        agreement) measure "agreement" "$bench/bench" agreement "$PWD" ;;
        spreadsheet) measure "spreadsheet" "$bench/bench" spreadsheet "$PWD" "$directory/spreadsheet" ;;
        assessing)
            measure "assessments on SQLite" python3 Benchmarks/assessing.py "$bench" "$directory"
            # Commits are forced to disk, since saves are measured.
            url=$(bash Tests/Setup/postgres.sh start "$directory/postgres-assessing" --durable --until $$)
            measure "assessments on PostgreSQL" python3 Benchmarks/assessing.py "$bench" "$directory" "$url"
            bash Tests/Setup/postgres.sh kill "$directory/postgres-assessing" >/dev/null 2>&1 || true
            ;;
        http) measure "pages and API" python3 Benchmarks/serving.py "$bench" "$directory" ;;
    esac
done

printf '\n'
{
    printf 'figure\ttarget\tmeasured\tratio\t\n'
    cat "$rows"
} | column -t -s $'\t'
if grep -q 'NOT OK$' "$rows"; then
    [ $strict = no ] || exit 1
fi
