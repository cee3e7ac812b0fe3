#!/usr/bin/env bash
# Runs what Scripts/build.sh built and writes "PASSED FAILED" to the file named, as the runner counted them.
set -euo pipefail
cd "$(dirname "$0")/.."
counts=$1
report=.build/results/swift.xml
status=0
swift test --skip-build --xunit-output $report || status=$?
python3 - "$counts" .build/results/swift*.xml <<'PYTHON'
import sys
import xml.etree.ElementTree as tree

# SwiftPM writes one report for XCTest and one, named …-swift-testing.xml, for Swift Testing.
tests = failures = 0
for path in sys.argv[2:]:
    try:
        suites = tree.parse(path).getroot().iter("testsuite")
    except (OSError, tree.ParseError):
        continue
    for suite in suites:
        tests += int(suite.get("tests", 0))
        failures += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
with open(sys.argv[1], "w", encoding="ascii") as file:
    print(max(tests - failures, 0), failures, file=file)
PYTHON
exit $status
