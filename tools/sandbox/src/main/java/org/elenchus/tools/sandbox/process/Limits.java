package org.elenchus.tools.sandbox.process;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.tools.sandbox.command.Bounds;
import org.elenchus.tools.sandbox.host.Quota;
import org.elenchus.tools.sandbox.host.SandboxSettings;

/**
 * Resource limits of processes. None on address space: a JVM reserves far more of it than it ever uses. What it does use is
 * bounded by its own options, and each process's writable memory by the limit on data.
 */
final class Limits {
    private Limits() {}

    /** Of a worker. @param apart whether a limit on this user's processes counts this worker's alone */
    static List<String> prefix(SandboxSettings settings, boolean apart) {
        return prefix(settings.quota(), settings.quota().diskBytes(), settings.dataBytes(), apart);
    }

    /** Of a command. After its processor time it is told so, and killed a little later. */
    static List<String> prefix(Bounds bounds, boolean apart) {
        List<String> prefix = prefix(Quota.USUAL, bounds.fileBytes(), bounds.dataBytes(), apart);
        long seconds = Math.max(1, bounds.cpu().toSeconds());
        prefix.add(1, "--cpu=" + seconds + ":" + (seconds + 2));
        return prefix;
    }

    private static List<String> prefix(Quota quota, long fileBytes, long dataBytes, boolean apart) {
        List<String> prefix = new ArrayList<>(List.of(
                "prlimit", "--core=0", "--fsize=" + fileBytes, "--nofile=" + quota.openFiles(), "--data=" + dataBytes));
        if (apart) {
            prefix.add("--nproc=" + quota.processes());
        }
        prefix.add("--");
        return prefix;
    }

    /** Whether processes are counted for one worker alone: by a user of its own, or, since Linux 5.14, by its user namespace. */
    static boolean countsPerWorker(boolean ownUser) {
        return ownUser || kernelAtLeast(System.getProperty("os.version", ""), 5, 14);
    }

    static boolean kernelAtLeast(String version, int major, int minor) {
        String[] parts = version.split("[^0-9]+", 3);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            return false;
        }
        int first = Integer.parseInt(parts[0]);
        return first > major || (first == major && Integer.parseInt(parts[1]) >= minor);
    }
}
