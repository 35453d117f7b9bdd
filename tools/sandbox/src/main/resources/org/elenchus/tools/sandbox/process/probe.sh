# Run the way a worker is run: says what it finds about its bounds, one fact a line, and leaves a child behind that ought not to live.
# Arguments: SENTINEL SNAPSHOTS FOLDER, then what must be readable, then -- and a command that must succeed.
sentinel=$1 snapshots=$2 folder=$3
shift 3
for space in net pid mnt ipc; do
  echo "$space=$(readlink /proc/self/ns/$space)"
done
sed -n 's/^CapEff:[[:space:]]*/capabilities=/p; s/^CapBnd:[[:space:]]*/bounding=/p; s/^NoNewPrivs:[[:space:]]*/sealed=/p
  s/^Uid:[[:space:]]*\([0-9]*\).*/uid=\1/p' /proc/self/status
sed -n 's/^Max core file size *\([^ ]*\).*/core=\1/p; s/^Max file size *\([^ ]*\).*/filesize=\1/p
  s/^Max processes *\([^ ]*\).*/processes=\1/p; s/^Max open files *\([^ ]*\).*/openfiles=\1/p
  s/^Max data size *\([^ ]*\).*/data=\1/p' /proc/self/limits
echo "interfaces=$(sed -n 's/^ *\([^ :]*\):.*/\1/p' /proc/net/dev | tr '\n' ' ')"
grep -q '127\.0\.0\.1' /proc/net/fib_trie && echo loopback=up
[ -e "$sentinel" ] && echo sentinel=seen || echo sentinel=hidden
(: >"$snapshots/.probe") 2>/dev/null && { rm -f "$snapshots/.probe"; echo snapshots=writable; } || echo snapshots=protected
(: >"$folder/tmp/probe") 2>/dev/null && { rm -f "$folder/tmp/probe"; echo folder=writable; }
echo "disk=$(df -k "$folder/tmp" | sed -n '2s/^[^ ]* *\([0-9]*\) .*/\1/p')"
echo "environment=$(env | sed -n 's/=.*//p' | sort | tr '\n' ' ')"
while [ "$1" != -- ]; do
  [ -r "$1" ] || echo "unreadable=$1"
  shift
done
shift
"$@" >/dev/null 2>&1
echo "java=$?"
# Longer than it is waited for, and not for ever where nothing kills it.
setsid sleep 8 &
echo ready
sleep 8
