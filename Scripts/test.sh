#!/usr/bin/env bash
# All tests: lint, build without warnings, Swift tests on both engines, then the tests from outside against the
# built program. Ends with the line "N passed, N failed" and a status that agrees with it.
#
# Every check counts once: a Swift test, a journey, a crawled page, a check of the API; lint and build count as
# one each. A step that ends early (a crash, a time limit) counts as one failure more.
set -euo pipefail
cd "$(dirname "$0")/.."
results=.build/results
rm -rf $results
mkdir -p $results

passed=0
failed=0

# step NAME MINUTES COMMAND…: the command alone is the check.
step() {
    local name=$1 minutes=$2
    shift 2
    if Scripts/step.sh "$name" timeout --kill-after=30 "${minutes}m" "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        return 1
    fi
}

# counted NAME MINUTES FILE COMMAND…: the command writes "PASSED FAILED" to FILE.
counted() {
    local name=$1 minutes=$2 file=$3 status=0 good=0 bad=0
    shift 3
    Scripts/step.sh "$name" timeout --kill-after=30 "${minutes}m" "$@" || status=$?
    if [ -s "$file" ]; then
        read -r good bad <"$file"
    fi
    if [ $status -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
    if [ $status -eq 0 ] && [ "$good" -eq 0 ]; then
        echo "test: $name ended without having checked anything" >&2
        bad=$((bad + 1))
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
}

finish() {
    printf '%d passed, %d failed\n' $passed $failed
    [ $failed -eq 0 ] || exit 1
}

step "Lint" 5 Scripts/lint.sh || true
step "Build without warnings" 25 Scripts/build.sh || finish
counted "Swift tests, both engines" 40 $results/swift.txt Scripts/swift-test.sh $results/swift.txt

STOCKTAKE_BIN=${STOCKTAKE_BIN:-$(swift build --show-bin-path)/stocktake}
export STOCKTAKE_BIN
counted "API from outside" 15 $results/api.txt .venv/bin/python Tests/API/run.py --results $results/api.txt
counted "Pages in a browser" 25 $results/browser.txt \
    .venv/bin/python Tests/Browser/run.py --results $results/browser.txt
counted "Faults" 12 $results/faults.txt .venv/bin/python Tests/Faults/run.py --results $results/faults.txt
finish
