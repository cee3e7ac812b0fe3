#!/usr/bin/env bash
# A PostgreSQL server for tests, on loopback, in a directory of its own.
#
#   postgres.sh start DIR [--durable] [--until PID]   make it if missing, start it, print its URL
#   postgres.sh url DIR                                print its URL
#   postgres.sh stop DIR                               stop it; DIR stays, and keeps its port
#   postgres.sh kill DIR                               stop it as a crash would
#
# Without --durable, nothing is forced to disk. With --until, the server ends and DIR is removed soon after that
# process has ended, so that no crash leaves one behind. Starting what runs and stopping what does not are fine.
set -euo pipefail

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 64; }
[ $# -ge 2 ] || usage
command=$1
mkdir -p "$2"
directory=$(cd "$2" && pwd)
shift 2
durable=no
until=
while [ $# -gt 0 ]; do
    case $1 in
        --durable) durable=yes ;;
        --until) until=$2; shift ;;
        *) usage ;;
    esac
    shift
done

binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
if [ -z "$binaries" ]; then
    command -v initdb >/dev/null || { echo "PostgreSQL is missing: apt-get install postgresql-15" >&2; exit 69; }
    binaries=$(dirname "$(command -v initdb)")
fi

# PostgreSQL refuses to run as root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@")
    else
        "$@"
    fi
}

data=$directory/data
running() { as_owner "$binaries/pg_ctl" -D "$data" status >/dev/null 2>&1; }
url() { echo "postgres://stocktake@127.0.0.1:$(cat "$directory/port")/postgres"; }
free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

initialise() {
    [ -f "$data/PG_VERSION" ] && return
    [ "$(id -u)" = 0 ] && chown postgres:postgres "$directory"
    as_owner "$binaries/initdb" -D "$data" -U owner -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    {
        echo "listen_addresses = '127.0.0.1'"
        echo "unix_socket_directories = '$directory'"
        echo "max_connections = 500"
    } >>"$data/postgresql.conf"
}

# What stays behind must not hold on to anything of the caller's, who may wait for it to be closed.
let_go() {
    local open
    for open in "/proc/$BASHPID/fd"/*; do
        open=${open##*/}
        [ "$open" -le 2 ] || [ "$open" = 255 ] || eval "exec $open>&-"
    done
    exec >/dev/null 2>&1 </dev/null
    cd /
}

launch() {
    local sync=off
    [ "$durable" = yes ] && sync=on
    (
        let_go
        as_owner "$binaries/pg_ctl" -D "$data" -l "$directory/log" -w -t 60 -o "-p $1 -c fsync=$sync" start
    )
}

# An ordinary role, as the registry is to have: row-level security does not hold superusers. It may make databases,
# since each world of the tests has one of its own.
let_in() {
    "$binaries/psql" -q -h 127.0.0.1 -p "$1" -U owner -d postgres -v ON_ERROR_STOP=1 >/dev/null <<'SQL'
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'stocktake') THEN
        CREATE ROLE stocktake LOGIN CREATEDB;
    END IF;
END $$;
ALTER DATABASE postgres OWNER TO stocktake;
SQL
}

start() {
    initialise
    if ! running; then
        if [ -f "$directory/port" ]; then
            launch "$(cat "$directory/port")" || { tail -5 "$directory/log" >&2; exit 69; }
        else
            local port tries=0
            while :; do
                port=$((20000 + RANDOM % 30000))
                free "$port" && launch "$port" && break
                tries=$((tries + 1))
                [ "$tries" -lt 20 ] || { tail -5 "$directory/log" >&2; exit 69; }
            done
            echo "$port" >"$directory/port"
        fi
        let_in "$(cat "$directory/port")"
        if [ -n "$until" ]; then (let_go; watch) & fi
    fi
    url
}

watch() {
    while kill -0 "$until" 2>/dev/null; do sleep 1; done
    halt immediate
    rm -rf "$directory"
}

halt() { if running; then as_owner "$binaries/pg_ctl" -D "$data" -m "$1" -w -t 60 stop >/dev/null; fi; }

case $command in
    start) start ;;
    url) url ;;
    stop) halt fast ;;
    kill) halt immediate ;;
    *) usage ;;
esac
