# For the scripts beside it: a cluster of real nodes on this machine, which one may break. Its user names the database ($ELENCHUS_DB and its credentials).
# folder: of the nodes' data and logs, one each; prefix[I]: what node I is started by, if anything; host[I]: its address (127.0.0.1).

set -uo pipefail
elenchus=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/tools/bin/elenchus
declare -A pid prefix host

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# Seconds since 1970, with microseconds.
now() {
  echo "$EPOCHREALTIME"
}

since() {
  awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }'
}

prepare() {
  folder=$1
  [ -n "${ELENCHUS_DB:-}" ] || fail "name the PostgreSQL database in ELENCHUS_DB, which the nodes share"
  command -v curl >/dev/null || fail "curl is missing; install it"
  mkdir -p "$folder" || fail "$folder cannot be made; name another folder"
  "$elenchus" --version >/dev/null || exit 1
  export ELENCHUS_NO_BUILD=1
  trap 'kill -9 "${pid[@]}" 2>/dev/null' EXIT
}

address() {
  echo "${host[$1]:-127.0.0.1}:$((7625 + $1))"
}

# start_node I: its process; returns at once. One worker each: the nodes share a machine.
start_node() {
  # shellcheck disable=SC2086 # a prefix is several words
  ${prefix[$1]:-} "$elenchus" node --data "$folder/$1" --host "${host[$1]:-127.0.0.1}" --port $((7354 + $1)) --http-port $((7625 + $1)) --workers 1 \
    >>"$folder/$1.log" 2>&1 &
  pid[$1]=$!
  disown
}

# kill_node I: as the machine's fault would, with no last word.
kill_node() {
  kill -9 "${pid[$1]}" && unset "pid[$1]"
}

# await_ready I SECONDS
await_ready() {
  local deadline=$((SECONDS + $2))
  until curl -sf --max-time 2 -o /dev/null "http://$(address "$1")/ready"; do
    kill -0 "${pid[$1]}" 2>/dev/null || return 1
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.2
  done
}

# How many members node I sees up, and none of them unreachable.
members() {
  curl -sf --max-time 3 "http://$(address "$1")/cluster/members" | awk '
    { up = gsub(/"status":"Up"/, ""); gone = gsub(/"observedBy"/, "") } END { print up - gone }'
}

# hand_over I OPTIONS...: starts an evolution run by node I, whose id is then in $run.
hand_over() {
  local by
  by=$(address "$1")
  shift
  run=$("$elenchus" evolve --cluster "$by" --detach "$@" 2>&1 | sed -n 's/^\(run-[0-9a-f]*\),.*/\1/p')
  [ -n "$run" ] || fail "the cluster did not take the run; the nodes' logs are in $folder"
}

# standing I: where the run stands, as node I says.
standing() {
  curl -sf --max-time 20 "http://$(address "$1")/runs/$run"
}

# ended I: whether it has ended; fails with it when it failed.
ended() {
  case $(standing "$1") in
    *'"phase":"FINISHED"'*) return 0 ;;
    *'"phase":"FAILED"'*) fail "$run failed: $(standing "$1")" ;;
    *) return 1 ;;
  esac
}

digest() {
  curl -sf --max-time 60 "http://$(address "$1")/runs/$run/report" | sed -n 's/^digest: //p'
}
