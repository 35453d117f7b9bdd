# Process 1 of new namespaces. Puts a read-only view of the machine together, makes it the root, gives up every right, and runs the
# command. Arguments: ROOT HOSTS UID DISK_BYTES FILES, then words own:PATH (a new folder in memory), ro:PATH and rw:PATH (this machine's),
# then -- and the command. UID is - where this user's own is to be kept.
set -eu
root=$1 hosts=$2 uid=$3 disk=$4 files=$5
shift 5
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
umask 022
mount -t tmpfs -o size=4m,nr_inodes=4k,mode=755,nosuid,nodev none "$root"

place() {
  if [ -d "$1" ]; then
    mkdir -p "$root$1"
  else
    mkdir -p "$root${1%/*}"
    : >"$root$1"
  fi
}
own() {
  mkdir -p "$root$1"
  mount -t tmpfs -o "size=$disk,nr_inodes=$files,mode=700,uid=$owner,gid=$owner,nosuid,nodev" none "$root$1"
}
show() {
  [ -e "$1" ] || return 0
  place "$1"
  mount --bind -o "$2" "$1" "$root$1"
}

for top in /bin /sbin /lib /lib32 /lib64 /libx32; do
  if [ -L "$top" ]; then
    ln -s "$(readlink "$top")" "$root$top"
  else
    show "$top" ro,nosuid,nodev
  fi
done
show /usr ro,nosuid,nodev
for part in /etc/ld.so.cache /etc/alternatives /etc/ssl/certs /etc/java-*; do
  show "$part" ro,nosuid,nodev
done
if [ "$uid" = - ]; then owner=0; else owner=$uid; fi
mkdir -p "$root/etc" "$root/proc" "$root/sandbox" "$root/old" "$root/dev"
cat "$hosts" >"$root/etc/hosts"
echo "sandbox:x:$owner:$owner::/sandbox:/bin/false" >"$root/etc/passwd"
for device in null zero full random urandom; do
  : >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
own /sandbox/work
own /sandbox/tmp
while [ "$1" != -- ]; do
  case $1 in
    own:*) own "${1#own:}" ;;
    ro:*) show "${1#ro:}" ro,nosuid,nodev ;;
    rw:*) show "${1#rw:}" rw,nosuid,nodev ;;
  esac
  shift
done
shift
# Loopback exists in a new network namespace, switched off. Inside a container sysfs cannot be mounted to be written to; iproute2 needs none.
if mount -t sysfs none "$root/proc" 2>/dev/null; then
  echo 0x9 >"$root/proc/class/net/lo/flags" || true
  umount "$root/proc"
else
  ip link set lo up 2>/dev/null || true
fi
mount -t proc -o nosuid,nodev,noexec none "$root/proc"
cd "$root"
pivot_root . old
cd /sandbox/work
umount -l /old
rmdir /old
mount -o remount,bind,ro /
hostname sandbox 2>/dev/null || true
if [ "$uid" = - ]; then keep=; else keep="--reuid=$uid --regid=$uid --clear-groups"; fi
# Not exec: this shell stays, so that what is orphaned has a parent and nothing under test is process 1.
setpriv $keep --bounding-set=-all --inh-caps=-all --no-new-privs "$@"
exit $?
