# For the scripts beside it: a cluster of real nodes on this machine, which one may break. Its user names the database ($ELENCHUS_DB and its credentials).
# folder: of the nodes' data and logs, one each; prefix[I]: what node I is started by, if anything; host[I]: its address (127.0.0.1).

set -uo pipefail
# Times have a decimal point.
export LC_ALL=C
# Seconds that a run may take.
whole_run=14400
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
  # The nodes are asked without a password or certificates.
  unset ELENCHUS_API_PASSWORD ELENCHUS_TLS
  trap kill_nodes EXIT
}

kill_nodes() {
  kill -9 "${pid[@]}" 2>/dev/null
}

# await SECONDS COMMAND...: until it succeeds. Fails when the time is up, and when a node has ended by itself. A long wait looks seldom: it costs the nodes.
await() {
  local most=$1 deadline=$((SECONDS + $1)) pause=0.1 i
  [ "$most" -lt 600 ] || pause=1
  shift
  until "$@"; do
    for i in "${!pid[@]}"; do
      lives "$i" || fail "node $i ended by itself; see $folder/$i.log"
    done
    [ $SECONDS -lt $deadline ] || fail "after $most s still not '$*'; the nodes' logs are in $folder"
    sleep $pause
  done
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

# lives I: whether its process does.
lives() {
  kill -0 "${pid[$1]}" 2>/dev/null
}

# ready I: whether it is a member and serves.
ready() {
  curl -sf --max-time 2 -o /dev/null "http://$(address "$1")/ready"
}

# How many members node I sees up, and none of them unreachable.
members() {
  curl -sf --max-time 3 "http://$(address "$1")/cluster/members" | awk '
    { up = gsub(/"status":"Up"/, ""); gone = gsub(/"observedBy"/, "") } END { print up - gone }'
}

# has_members I COUNT: whether node I sees so many.
has_members() {
  [ "$(members "$1")" = "$2" ]
}

# hand_over I OPTIONS...: starts an evolution run by node I, whose id is then in $run.
hand_over() {
  local by said
  by=$(address "$1")
  shift
  said=$("$elenchus" evolve --cluster "$by" --detach "$@" 2>&1)
  run=$(sed -n 's/^\(run-[0-9a-f]*\),.*/\1/p' <<<"$said")
  [ -n "$run" ] || fail "the cluster did not take the run; the nodes' logs are in $folder; evolve said: $said"
}

# standing I: where the run stands, as node I says.
standing() {
  curl -sf --max-time 20 "http://$(address "$1")/runs/$run"
}

# answers I: whether node I says where the run stands.
answers() {
  standing "$1" >/dev/null
}

# ended I: whether it has ended; fails with it when it failed.
ended() {
  case $(standing "$1") in
    *'"phase":"FINISHED"'*) return 0 ;;
    *'"phase":"FAILED"'*) fail "$run failed: $(standing "$1")" ;;
    *) return 1 ;;
  esac
}

# reaches I PHASE: whether the run is in that phase; fails with a run that ended before.
reaches() {
  if ended "$1"; then fail "$run ended before it was $2; take a larger one"; fi
  [[ $(standing "$1") == *"\"phase\":\"$2\""* ]]
}

# tell_digest I: of the run, as node I reports it.
tell_digest() {
  local digest
  digest=$(curl -sf --max-time 60 "http://$(address "$1")/runs/$run/report" | sed -n 's/^digest: //p')
  [ -n "$digest" ] || fail "node $1 reports no digest of $run; see $folder/$1.log"
  echo "digest: $digest"
}
