#!/usr/bin/env bash
# Brings a machine to the point where `make run` or `make test` works: Swift is checked, Debian packages and
# Python packages are installed where they lack. Asks for nothing; may be called as often as you like.
#
#   Scripts/setup.sh run     what building and serving need
#   Scripts/setup.sh test    that, and what the tests need
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-run}
case $purpose in
    run | test) ;;
    *)
        echo "setup: say what for: Scripts/setup.sh run, or Scripts/setup.sh test" >&2
        exit 64
        ;;
esac

# The oldest Swift that Package.swift accepts.
swift_major=6
swift_minor=1

check_swift() {
    local where="https://www.swift.org/install/linux/"
    if ! command -v swift >/dev/null; then
        echo "setup: no Swift on this machine. Install $swift_major.$swift_minor or later from $where," \
            "put its usr/bin on the PATH, then run this again." >&2
        exit 1
    fi
    local said version
    if ! said=$(swift --version 2>&1); then
        echo "setup: Swift does not start: $(tail -1 <<<"$said")" >&2
        exit 1
    fi
    version=$(sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' <<<"$said" | head -1)
    local major=${version%% *} minor=${version##* }
    if [ -z "$version" ] || [ "$major" -lt $swift_major ] ||
        { [ "$major" -eq $swift_major ] && [ "$minor" -lt $swift_minor ]; }; then
        echo "setup: found Swift '${version/ /.}', but Stocktake needs $swift_major.$swift_minor or later:" \
            "install it from $where" >&2
        exit 1
    fi
}

# Package names from a list, without its comments.
names() { sed 's/#.*//' "$1" | tr -s ' \n' '\n' | grep . || true; }

installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# What counts as there although the package of that name is not: another version, or built by hand.
present() {
    case $1 in
        postgresql-15) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
        openjdk-17-jre-headless) command -v java >/dev/null && java -version >/dev/null 2>&1 ;;
        clamav-daemon) PATH=$PATH:/usr/sbin command -v clamd >/dev/null ;;
        chromium | git | python3 | pkg-config) command -v "$1" >/dev/null ;;
        python3-venv) python3 -c 'import ensurepip, venv' 2>/dev/null ;;
        libsodium-dev) pkg-config --exists libsodium 2>/dev/null ;;
        libpq-dev) pkg-config --exists libpq 2>/dev/null ;;
        libarchive-dev) pkg-config --exists libarchive 2>/dev/null ;;
        libxml2-dev) pkg-config --exists libxml-2.0 2>/dev/null ;;
        libsqlite3-dev) pkg-config --exists sqlite3 2>/dev/null ;;
        *) return 1 ;;
    esac
}

missing() {
    local list name
    for list in "$@"; do
        for name in $(names "$list"); do
            installed "$name" || present "$name" || echo "$name"
        done
    done
}

# Debian starts a service as soon as it is installed; the tests start their own PostgreSQL and clamd and want no other.
policy=/usr/sbin/policy-rc.d
forbid_services() {
    [ -e $policy ] && return
    printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy >/dev/null
    $as_root chmod 755 $policy
    trap '$as_root rm -f $policy' EXIT
}

install_debian() {
    local lacking
    lacking=$(missing "$@" | tr '\n' ' ')
    [ -z "$lacking" ] && return
    if ! command -v apt-get >/dev/null; then
        echo "setup: this is no Debian, and these are missing; install what your system calls them:" \
            "$lacking" >&2
        exit 1
    fi
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        as_root=sudo
        if ! command -v sudo >/dev/null; then
            echo "setup: not root, and no sudo. Have an administrator run:" \
                "apt-get install --no-install-recommends $lacking" >&2
            exit 1
        fi
    fi
    echo "setup: installing from Debian: $lacking"
    case " $lacking" in *" postgresql"* | *" clamav"*) forbid_services ;; esac
    $as_root apt-get update -q
    # shellcheck disable=SC2086  # a list of names
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $lacking
}

# install_python LIST STAMP: what a list names, once for each state of the list.
install_python() {
    local wanted=$1 stamp=.venv/$2
    cmp -s "$wanted" "$stamp" && return
    echo "setup: installing from PyPI into .venv: $(names "$wanted" | tr '\n' ' ')"
    [ -x .venv/bin/python ] || python3 -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$wanted"
    cp "$wanted" "$stamp"
}

install_debian Scripts/debian-swift.txt Scripts/debian-run.txt
check_swift
if [ "$purpose" = test ]; then install_debian Scripts/debian-test.txt; fi
install_python Resources/print/requirements.txt printing.txt
if [ "$purpose" = test ]; then install_python Tests/requirements.txt installed.txt; fi
